"""The language of an account, down to a headline in capitals."""

from __future__ import annotations

import pytest

from recoupe.lang import LANGUAGES, entries
from recoupe.read.language import detect

OWN = [(lang, text) for lang in LANGUAGES for entry in entries(lang, "detect") for text in entry["examples"]]
OTHERS = [text for entry in entries("shared", "neighbours") for text in entry["examples"]]


@pytest.mark.parametrize(("lang", "text"), OWN)
def test_every_example_of_a_language_is_told(lang: str, text: str) -> None:
    assert detect(text) == lang
    assert detect(text.upper()) == lang


@pytest.mark.parametrize("text", OTHERS)
def test_other_languages_are_told_apart(text: str) -> None:
    assert detect(text) not in LANGUAGES


@pytest.mark.parametrize("text", ["", "12 %", "…", "😀", "Zzz"])
def test_nothing_to_go_by(text: str) -> None:
    assert detect(text) is None


def test_a_french_account_that_quotes_english_is_french() -> None:
    text = "Le porte-parole a répondu « we will not comment on that » puis il a quitté la salle sans un mot de plus."
    assert detect(text) == "fr"
