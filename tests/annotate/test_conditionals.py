"""The press conditional, the future in the past and the hypothesis are told apart; hearsay is marked as such."""

from __future__ import annotations

import pytest

from recoupe.annotate.annotate import annotate
from recoupe.annotate.factuality import assess
from recoupe.types import Document


@pytest.mark.parametrize(
    ("lang", "text", "certainty", "conditional"),
    [
        ("fr", "Le navire [transporterait] douze tonnes d'armes.", "possible", True),
        ("fr", "Le chauffeur [aurait perdu] le contrôle du car.", "possible", True),
        ("fr", "Selon la radio, le roi [serait] malade.", "possible", True),
        ("fr", "Le ministre a annoncé que la loi [entrerait] en vigueur en mars.", "certain", False),
        ("fr", "Elle avait promis qu'elle [reviendrait].", "certain", False),
        ("fr", "Le maire a assuré que le pont [serait] réparé avant l'hiver.", "certain", False),
        ("fr", "Si la région payait, la ligne [rouvrirait].", "possible", False),
        ("fr", "Sans cet accord, l'usine [fermerait].", "possible", False),
        ("fr", "Je [voudrais] vous remercier.", "possible", False),
        ("fr", "« Ce [serait] une erreur », a-t-il dit.", "possible", False),
        ("fr", "Le suspect, qui [serait] âgé de 30 ans, a été arrêté.", "possible", True),
        ("fr", "D'après les premiers éléments, l'incendie [aurait pris] dans la cuisine.", "possible", True),
        ("fr", "Il faudrait que le maire [vienne].", "possible", False),
        ("fr", "Une grève [paralyserait] le port, prévient le patron.", "possible", None),
        ("fr", "Deux ouvriers [seraient morts], dont un père de famille.", "possible", True),
        ("fr", "Le général [a-t-il fui] ?", "unknown", False),
        ("fr", "On ne sait pas si le général [a fui].", "unknown", False),
        ("fr", "La police n'[exclut] pas un suicide.", "certain", False),
        ("fr", "Le pont [fermera] en mars.", "certain", False),
        ("fr", "À la place du maire, il [démissionnerait].", "possible", False),
        ("fr", "Il a dit que l'otage [serait] mort depuis deux jours.", "possible", True),
        ("fr", "Les rebelles [contrôleraient] désormais le port, mais l'armée dément.", "possible", True),
        ("fr", "Il est devenu maire trois ans plus tard et le [resterait] vingt ans.", "certain", False),
        ("en", "The ship reportedly [carried] arms.", "possible", True),
        ("en", "The king is said to [be] ill.", "possible", True),
        ("en", "The minister said the law would [take] effect in March.", "certain", False),
        ("en", "He would later [become] mayor.", "certain", False),
        ("en", "Police believe the driver [fell] asleep.", "probable", None),
        ("en", "The suspect allegedly [fired] twice.", "possible", True),
        ("en", "It is unclear whether the driver [survived].", "unknown", False),
        ("en", "The bridge may [close].", "possible", False),
        ("en", "The bridge will [close] in March.", "certain", False),
        ("en", "The mayor denied that he [took] money.", "certain", None),
        ("en", "The firm is rumoured to [be] for sale.", "possible", True),
        ("en", "The ship is thought to [have sunk].", "possible", None),
        ("en", "The hospital is understood to [have lost] the files.", "possible", True),
        ("en", "Did the general [flee]?", "unknown", False),
    ],
)
def test_what_a_conditional_says(lang: str, text: str, certainty: str, conditional: bool | None) -> None:
    """`conditional` is None where either reading is right."""
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    facts = assess(annotate(Document("d", plain, lang)), start, end)
    assert facts.certainty == certainty
    assert conditional is None or facts.conditional is conditional
