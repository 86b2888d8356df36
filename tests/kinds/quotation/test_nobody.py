"""A word that can name no one is nobody's name, and a pronoun does not take it."""

from __future__ import annotations

import pytest

from recoupe.pipeline import run
from recoupe.types import Document


def speakers(text: str, lang: str) -> list[str | None]:
    statements = run([Document("d", text, lang)]).statements
    return [s.attribution.voice.named for s in statements if s.kind == "quotation" and s.attribution]


@pytest.mark.parametrize(
    "text",
    [
        "Voters stayed at home. “It is tense,” he said.",
        "And it was over by noon. “It is tense,” he said.",
    ],
)
def test_a_capital_at_the_start_of_a_sentence_makes_no_person(text: str) -> None:
    assert speakers(text, "en") == [None]


def test_a_known_first_name_at_the_start_of_a_sentence_is_a_person() -> None:
    assert speakers("Doreen stayed at home. “It is tense,” she said.", "en") == ["Doreen"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The bridge, said to be the oldest, was proudly called “a gift”.", "en"),
        ("The ferry, a gift of the guild, proudly called “the old lady”, sank.", "en"),
        ("Le bac, fièrement appelé « la vieille dame », a coulé.", "fr"),
    ],
)
def test_an_adverb_speaks_nowhere(text: str, lang: str) -> None:
    assert not {"proudly", "fièrement"} & set(speakers(text, lang))
