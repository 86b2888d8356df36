"""Figures of two short texts: apart, rounded, or of a part only."""

from __future__ import annotations

import pytest

from recoupe.engine.pairs import judge

APART = [
    (
        "fr",
        "75 % des logements de Lorval ont plus de trente ans.",
        "40 % des logements de Lorval ont plus de trente ans.",
    ),
    ("en", "The Velmoor plant was sold for 400 million dollars.", "The Velmoor plant was sold for 6 million dollars."),
]
TOGETHER = [
    ("fr", "La digue de Lorval a coûté 1,34 milliard d'euros.", "La digue de Lorval a coûté 1,3 milliard d'euros."),
    ("en", "The Velmoor wall cost 1.34 billion dollars.", "The Velmoor wall cost 1.3 billion dollars."),
    (
        "fr",
        "Dans le canton, 50 % des malades sont vaccinés.",
        "Dans un seul hôpital du canton, 80 % des malades sont vaccinés.",
    ),
    (
        "en",
        "In the county, 50% of patients are vaccinated.",
        "In a single hospital of the county, 80% of patients are vaccinated.",
    ),
]


@pytest.mark.parametrize(("lang", "premise", "hypothesis"), APART)
def test_figures_of_one_thing_that_differ_contradict(lang, premise, hypothesis):
    found = judge({"lang": lang, "premise": premise, "hypothesis": hypothesis})
    assert (found.relation, found.reasons[-1].code) == ("contradicts", "figures-apart")


@pytest.mark.parametrize(("lang", "premise", "hypothesis"), TOGETHER)
def test_rounding_and_a_part_do_not(lang, premise, hypothesis):
    assert judge({"lang": lang, "premise": premise, "hypothesis": hypothesis}).relation != "contradicts"
