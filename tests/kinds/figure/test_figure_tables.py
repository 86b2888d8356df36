from __future__ import annotations

import re

import pytest

from recoupe.kinds.figure.lexicon import lexicon
from recoupe.lang import entries

NUMBERS = [(lang, row) for lang in ("fr", "en") for row in entries(lang, "numbers")]
UNITS = [(lang, row) for lang in ("fr", "en") for row in entries(lang, "units")]


def fires(pattern, anchor):
    """The pattern matches at the figure, or ends in it."""
    around, start = anchor.prefix + anchor.exact + anchor.suffix, len(anchor.prefix)
    ends = start + len(anchor.exact)
    return any(m.end() > start and m.start() <= ends for m in re.finditer(pattern, around, re.I))


@pytest.mark.parametrize(("lang", "row"), NUMBERS, ids=lambda v: v["pattern"][:30] if isinstance(v, dict) else v)
def test_every_number_rule_fires_on_its_examples(read, lang, row):
    assert row["examples"]
    for sentence in row["examples"]:
        found = read(sentence, lang)
        assert any(fires(row["pattern"], s.anchor) for s in found), sentence


@pytest.mark.parametrize(("lang", "row"), UNITS, ids=lambda v: v["unit"] if isinstance(v, dict) else v)
def test_every_unit_is_read_in_its_examples(read, lang, row):
    for sentence in row["examples"]:
        assert [s.body.row(s)["unit"] for s in read(sentence, lang)] == [row["unit"]], sentence


def test_both_languages_know_the_same_kinds_of_rule():
    kinds = [sorted({row["kind"] for row in entries(lang, "numbers")}) for lang in ("fr", "en")]
    assert kinds[0] == kinds[1]
    assert {rule.effect for rule in lexicon("fr").rules} == {rule.effect for rule in lexicon("en").rules}
