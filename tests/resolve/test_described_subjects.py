"""A pronoun goes with the person described right before it, though another was named."""

import pytest

from recoupe.pipeline import run
from recoupe.types import Document

TEXTS = [
    (
        "fr",
        "Gilbert Fournier, le président du club, se réjouit : « Une belle soirée. » Le maire, lui, n'a pas boudé son "
        "plaisir. Sur son compte, il salue une équipe « qui fait du bien à toute une vallée ».",
        "Le maire",
    ),
    (
        "fr",
        "L'ancien notaire Lucien Parmier nie tout. « Ce n'est pas moi », dit-il. L'expert en écritures, appelé à la "
        "barre, s'est montré moins catégorique : il évoque une signature « compatible ».",
        "L'expert en écritures",
    ),
    (
        "en",
        "Gilbert Farrow, the club's chairman, was pleased. “A fine evening,” he said. The mayor was in high spirits "
        "too. On Sunday he praised a side “that does the whole valley good”.",
        "The mayor",
    ),
]


@pytest.mark.parametrize(("lang", "text", "named"), TEXTS)
def test_the_described_subject_is_meant(lang, text, named):
    quotations = [s for s in run([Document("d", text, lang)]).statements if s.kind == "quotation"]
    assert quotations[-1].attribution.voice.named == named
