"""Pairs worth judging, found through the terms clauses share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from recoupe.compare.concepts import group, near, opposites
from recoupe.compare.units import Unit

COMMON = 60
SHARED = 2


def pairs(found: Sequence[Unit]) -> list[tuple[int, int]]:
    """Index pairs of clauses that share two terms, one of which may be opposite or near; terms too common do not count.

    The cost grows with the clauses that share a telling term, not with the square of all.
    """
    index: dict[str, list[int]] = defaultdict(list)
    light = group("light")
    for number, unit in enumerate(found):
        reached = {unit.head} | {other for term in (unit.head,) for other in _bridged(term)}
        for term in sorted(unit.terms | reached):
            if term not in light:
                index[term].append(number)
    limit = max(COMMON, len(found) // 3)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for term in sorted(index):
        if len(index[term]) <= limit:
            for pair in combinations(index[term], 2):
                shared[pair] += 1
    return sorted(pair for pair, times in shared.items() if times >= SHARED)


def _bridged(term: str) -> frozenset[str]:
    return opposites().get(term, frozenset()) | near().get(term, frozenset())
