"""Pairs worth judging, found through the terms clauses share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from recoupe.compare.concepts import group, near, opposites
from recoupe.compare.units import Unit

Key = TypeVar("Key", str, tuple[str, str])
COMMON = 60
SHARED = 2
# Up to so many clauses every candidate is judged; beyond, a clause reads so many entries of the index, rarest terms
# first, and keeps the clauses it shares the rarest terms with.
MANY = 1000
READ = 300
NEAREST = 12


def pairs(found: Sequence[Unit]) -> list[tuple[int, int]]:
    """Index pairs of clauses that share two terms, one of which may be opposite or near; terms too common do not count.

    The cost grows with the clauses that share a telling term, and in a large story with the clauses alone.
    """
    light = group("light")
    reached = [unit.terms | {unit.head} | _bridged(unit.head) for unit in found]
    return sharing([terms - light for terms in reached])


def sharing(held: Sequence[Collection[str]], least: int = SHARED) -> list[tuple[int, int]]:
    """Index pairs of what shares so many terms, in order; of many things, each with its nearest alone."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, terms in enumerate(held):
        for term in sorted(terms):
            index[term].append(number)
    if len(held) > MANY:
        return nearest(index, least)
    limit = max(COMMON, len(held) // 3)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for term in sorted(index):
        if len(index[term]) <= limit:
            for pair in combinations(index[term], 2):
                shared[pair] += 1
    return sorted(pair for pair, times in shared.items() if times >= least)


def nearest(index: Mapping[Key, Sequence[int]], least: int = SHARED) -> list[tuple[int, int]]:
    """The pairs of each number under the keys with those it shares the rarest keys with, in order."""
    held: dict[int, list[Key]] = defaultdict(list)
    for key in sorted(index, key=lambda k: (len(index[k]), k)):
        for number in index[key]:
            held[number].append(key)
    return sorted({pair for number in sorted(held) for pair in _of_one(number, held[number], index, least)})


def _of_one(
    number: int, keys: Sequence[Key], index: Mapping[Key, Sequence[int]], least: int
) -> Iterator[tuple[int, int]]:
    times: Counter[int] = Counter()
    weight: dict[int, float] = defaultdict(float)
    read = 0
    for key in keys:
        read += len(index[key])
        if read > READ:
            break
        for other in index[key]:
            times[other] += 1
            weight[other] += 1 / len(index[key])
    others = [other for other, n in times.items() if n >= least and other != number]
    others.sort(key=lambda other: (-weight[other], other))
    yield from ((min(number, other), max(number, other)) for other in others[:NEAREST])


def _bridged(term: str) -> frozenset[str]:
    return opposites().get(term, frozenset()) | near().get(term, frozenset())
