"""A rule is tried only where its letters allow: dropping what must stand before never loses a place."""

from __future__ import annotations

import pytest

from recoupe.kinds.timing.grammar import _ahead_only, grammar


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        (r"(?<=\b(?:le|du) )(?P<day>\d+)", r"(?P<day>\d+)"),
        (r"(?:(?<=[(\]] )midi|noon)", "(?:midi|noon)"),
        (r"(?<=\(à )[(]?(?<!de )soir", "[(]?(?<!de )soir"),
        (r"\(?<= a", r"\(?<= a"),
    ],
)
def test_only_what_must_stand_before_goes(source: str, kept: str) -> None:
    """Escaped brackets, brackets in a class and what must not stand before stay as they are."""
    assert _ahead_only(source) == kept


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_opening_can_be_compiled(lang: str) -> None:
    """What is left of each pattern is a pattern, and asks nothing of the left where the rule was said to."""
    for rule in grammar(lang).rules:
        assert not rule.looks_back or "(?<=" not in rule.opening.pattern
