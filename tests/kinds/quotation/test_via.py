"""Through what something was said: outlets told, networks, documents, occasions."""

import pytest

from recoupe.pipeline import run
from recoupe.types import Document


@pytest.mark.parametrize(
    ("lang", "text", "via"),
    [
        ("fr", "Le ministre assurait sur France Littoral que la taxe ne verrait jamais le jour.", "France Littoral"),
        ("fr", "« Le navire restera en cale », a indiqué Mme Lafleur en mêlée de presse.", "mêlée de presse"),
        ("fr", "Dans La Gazette de l'Allier, Bernard Coste dit « réfléchir ».", "La Gazette de l'Allier"),
        ("fr", "Interrogée sur ce point, la conseillère estime que le canton « a fait son travail ».", None),
        ("en", "‘The drains have not been touched,’ she told the Chronicle.", "Chronicle"),
        ("en", "The mayor said on Thursday that the road would close.", None),
        ("en", "In a letter seen by the Herald, she calls the scheme “a plaster”.", "a letter"),
    ],
)
def test_via(lang: str, text: str, via: str | None) -> None:
    found = [s for s in run([Document("d", text, lang)]).statements if s.kind == "quotation"]
    assert [s.attribution and s.attribution.via for s in found] == [via]
