"""What a relative or participle clause says of a name is compared under that name."""

from __future__ import annotations

import datetime as dt

import pytest

from recoupe.pipeline import run
from recoupe.types import Document

DAY = dt.date(2026, 3, 10)


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        (
            "fr",
            "Le cortège a croisé la route du philosophe Jean Morel, insulté par des manifestants.",
            "À Lorme, le philosophe Jean Morel a été visé par des injures proférées par des manifestants.",
        ),
        (
            "en",
            "Reporters spoke to Ian Holt, who resigned on Monday.",
            "Ian Holt has resigned as head of the Lorme port.",
        ),
    ],
)
def test_a_fact_told_in_passing_meets_the_same_fact_told_whole(lang: str, one: str, other: str) -> None:
    documents = [Document(f"d-{n}", text, lang, published=DAY) for n, text in enumerate((one, other))]
    assert "agrees" in {link.relation for link in run(documents).links}
