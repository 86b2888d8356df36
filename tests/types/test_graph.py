"""Groups of things tied two by two."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recoupe.types.graph import Graph

PAIRS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).filter(lambda pair: pair[0] != pair[1]))


def test_a_chain_of_ties_is_one_group_and_the_last_tie_of_two_counts() -> None:
    graph: Graph[str] = Graph()
    for one, other, why in ((7, 4, "form"), (1, 2, "form"), (4, 9, "spelling"), (9, 4, "office")):
        graph.tie(one, other, why)
    assert graph.groups() == [([1, 2], ["form"]), ([4, 7, 9], ["form", "office"])]


@given(PAIRS)
def test_groups_are_the_closure_of_the_ties(pairs: list[tuple[int, int]]) -> None:
    graph: Graph[None] = Graph()
    for one, other in pairs:
        graph.tie(one, other, None)
    closed = {thing: {thing} for pair in pairs for thing in pair}
    for one, other in pairs:
        joined = closed[one] | closed[other]
        for thing in joined:
            closed[thing] = joined
    expected = sorted(sorted(group) for group in {frozenset(group) for group in closed.values()})
    assert [members for members, _ in graph.groups()] == expected


@given(PAIRS.flatmap(lambda pairs: st.tuples(st.just(pairs), st.permutations(pairs))))
def test_the_order_of_ties_changes_no_group(orders: tuple[list[tuple[int, int]], list[tuple[int, int]]]) -> None:
    made = []
    for pairs in orders:
        graph: Graph[None] = Graph()
        for one, other in pairs:
            graph.tie(one, other, None)
        made.append(graph.groups())
    assert made[0] == made[1]
