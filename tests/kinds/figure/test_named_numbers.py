"""Number words that are names, and where what is counted ends."""

from __future__ import annotations

import pytest

from recoupe.pipeline import run
from recoupe.types import Document


def figures(text: str, lang: str) -> list[str]:
    """The figures of one account, as they stand."""
    return [s.anchor.exact for s in run([Document("d", text, lang)]).statements if s.kind == "figure"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le Quinze de France a perdu à Lorme."),
        ("en", "Lorme will host the Six Nations final."),
    ],
)
def test_a_team_of_a_number_is_no_count(lang: str, text: str) -> None:
    assert figures(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "Temperatures hit 45C in Lorme.", ["45"]),
        ("en", "The harvest fell by a third.", ["a third"]),
        ("en", "The wall stretches over 12 kilometres.", ["12"]),
        ("en", "Six nations signed the treaty.", ["Six"]),
    ],
)
def test_what_is_counted_or_measured(lang: str, text: str, found: list[str]) -> None:
    assert figures(text, lang) == found
