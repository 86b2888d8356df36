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


FIRMS = [
    ("en", "The company Anchor Mills published its accounts on Thursday. The company{} said the pier would be ready.",
     " building the pier", "The company"),
    ("fr", "La société Ancre Textile a publié ses comptes jeudi. La société{} affirme que le quai sera prêt.",
     " construisant le quai", "La société"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "which", "named"), FIRMS)
def test_words_that_say_which_one_keep_a_description_from_meaning_the_last(lang, text, which, named):
    def last(account):
        return [s for s in run([Document("d", account, lang)]).statements if s.kind == "quotation"][-1]

    assert last(text.format("")).attribution.voice.named.endswith(("Anchor Mills", "Ancre Textile"))
    assert last(text.format(which)).attribution.voice.named == named
