"""Who counts by a verb of counting."""

from __future__ import annotations

import pytest
import regex

from recoupe.compare.counters import counter
from recoupe.lang import entries

EXAMPLES = [(lang, text) for lang in ("fr", "en") for row in entries(lang, "counting") for text in row["examples"]]
NUMBER = regex.compile(r"\$?\d[\d ,]*\d|\d+|sept|seven")


@pytest.mark.parametrize(("lang", "text"), EXAMPLES)
def test_every_example_names_who_counts(lang: str, text: str) -> None:
    number = NUMBER.search(text)
    assert number is not None
    assert counter(text, number.group(), lang)


@pytest.mark.parametrize(
    ("lang", "text", "number"),
    [
        ("fr", "L'atelier compte 310 salariés", "310"),
        ("en", "The workshop counts 310 workers", "310"),
        ("fr", "310 salariés ont défilé", "310"),
        ("en", "The train arrived at 8", "8"),
    ],
)
def test_a_thing_that_has_a_number_counts_nothing(lang: str, text: str, number: str) -> None:
    assert not counter(text, number, lang)
