"""The tables of oppositions: each pair of examples contradicts, and says what it says twice without contradicting."""

from __future__ import annotations

import pytest

from recoupe.engine.pairs import judge
from recoupe.lang import LANGUAGES, entries

PAIRS = [
    pytest.param(lang, *pair, id=f"{lang} {pair[0][:40]}")
    for lang in LANGUAGES
    for row in entries(lang, "oppositions")
    for pair in row["examples"]
]


@pytest.mark.parametrize(("lang", "premise", "hypothesis"), PAIRS)
def test_each_pair_of_examples_contradicts_both_ways(lang, premise, hypothesis):
    for one, other in ((premise, hypothesis), (hypothesis, premise)):
        found = judge({"lang": lang, "premise": one, "hypothesis": other})
        assert found.relation == "contradicts"
        assert {"opposite-polarity", "opposite-concepts"} & {reason.code for reason in found.reasons}


@pytest.mark.parametrize(("lang", "premise", "hypothesis"), PAIRS)
def test_no_example_contradicts_itself(lang, premise, hypothesis):
    for text in (premise, hypothesis):
        assert judge({"lang": lang, "premise": text, "hypothesis": text}).relation == "agrees"


def test_no_word_stands_at_both_ends_of_a_scale():
    for lang in LANGUAGES:
        for row in entries(lang, "oppositions"):
            if row["kind"] == "opposite":
                assert not set(row["one"]) & set(row["other"])
