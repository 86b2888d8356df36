"""What the links gather: matters in the order they were said, their number, and the merged timeline."""

import dataclasses

import pytest

from recoupe.compare import compare
from recoupe.compare.matters import matters
from recoupe.compare.timeline import timeline
from recoupe.types import Dossier, Origin
from tests.compare.story import Story


def dossier(story, origins=()):
    links, found = compare(story.documents(), story.statements(), ())
    return Dossier(tuple(story.documents()), tuple(story.statements()), (), links, (*found, *origins))


def counts(numbers, sources, days=None):
    """One march counted by several accounts."""
    story = Story()
    for at, (number, by) in enumerate(zip(numbers, sources, strict=True)):
        ident = "abcd"[at]
        story.account(ident, (days or ["2024-05-01"] * 4)[at])
        story.counts(ident, f"{number} people marched.", number, "protest city person", counted="people", by=by)
    return story


@pytest.mark.parametrize(
    ("numbers", "sources", "number"),
    [
        ((1500, 1500, 1500), ("police", "a reporter", "the mayor"), 1),
        ((1500, 1500), ("police", "the mayor"), 2),
        ((1500, 1500), ("police", "police"), 6),
        ((1500, 4000), ("police", "the union"), 5),
    ],
    ids=["three origins", "two origins", "one source in two accounts", "two at odds"],
)
def test_the_number_comes_from_independent_origins_and_contradictions(numbers, sources, number):
    found = matters(dossier(counts(numbers, sources)))
    assert [matter.grid.number for matter in found] == [number]


def test_accounts_that_copy_one_another_are_one_origin():
    story = counts((1500, 1500), (None, None))
    copied = Origin("o-1", "a", ("a", "b"), "copied")
    assert [m.grid.number for m in matters(dossier(story, (copied,)))] == [6]


def test_what_is_said_first_stands_first_with_what_it_became():
    story = Story()
    story.account("late", "2024-06-01")
    story.account("early", "2024-05-01")
    story.says("late", "The port opened.", "open port north", tense="past")
    story.plans("early", "The port will open.", "open port north", tense="future", due="2024-05-31")
    (found,) = matters(dossier(story))
    assert [said.statement.anchor.document for said in found.said] == ["early", "late"]
    assert found.said[1].relation == "changed"
    assert found.accounts == ("early", "late")


def test_the_timeline_sets_accounts_of_one_day_side_by_side():
    story = Story()
    for ident in "ab":
        story.account(ident, "2024-05-01")
        story.plans(ident, f"The port will open, says {ident}.", "open port north", tense="future", due="2024-05-31")
    story.plans("a", "The ferry will sail.", "arrive ship river", tense="future", due="2024-05-10")
    found = timeline(dossier(story))
    assert [(m.earliest.day, len(m.told)) for m in found] == [(10, 1), (31, 2)]


def test_the_order_of_links_changes_no_matter():
    whole = dossier(counts((1500, 1500, 4000), ("police", "the mayor", "the union")))
    turned = dataclasses.replace(whole, links=whole.links[::-1])
    assert matters(whole) == matters(turned)
