"""Two accounts in two languages lined up sentence by sentence, as translations are.

Alignment by dynamic programming over lengths (Gale and Church 1993), with what needs no dictionary beside them: names,
dates, numbers, shared concepts, and words that begin alike in both languages.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

# Words of seven letters or more that begin with the same six are taken for one (« conservateur », *conservative*).
LONG = 7
BEGIN = 6
# What lining up two sentences of like length gives when they share nothing, and what joining two to one costs.
LENGTH = 0.25
UNLIKE = 0.55
JOINED = 0.1
STEPS = ((1, 1), (1, 2), (2, 1))
# A sentence is anchored when so much of what it says is met in the other.
ANCHORED = 0.15


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: its place in its account and what it says that another language may say alike."""

    start: int
    end: int
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences that stand side by side, first and last index of each (the last not included), and how alike."""

    left: tuple[int, int]
    right: tuple[int, int]
    alike: float


def reach(terms: Sequence[str]) -> frozenset[str]:
    """The terms two languages may share: words of no concept by how they begin, short ones as they stand."""
    return frozenset(f"g:{t[2 : 2 + BEGIN]}" if t.startswith("w:") and len(t) - 2 >= LONG else t for t in terms)


class Lined:
    """Two accounts, the longest way through them that keeps the order of both."""

    def __init__(self, left: Sequence[Line], right: Sequence[Line]) -> None:
        self.left, self.right = left, right
        held = Counter(term for line in (*left, *right) for term in line.terms)
        whole = len(left) + len(right)
        self._weight = {term: math.log(1 + whole / n) for term, n in sorted(held.items())}
        sizes = [sum(line.end - line.start for line in side) for side in (left, right)]
        self._longer = sizes[0] / max(1, sizes[1])
        self.rows = self._through()

    def _sum(self, terms: frozenset[str]) -> float:
        return sum(self._weight[term] for term in sorted(terms))

    def _terms(self, left: tuple[int, int], right: tuple[int, int]) -> tuple[frozenset[str], frozenset[str]]:
        mine, theirs = (
            frozenset[str]().union(*(line.terms for line in side[slice(*at)]))
            for side, at in ((self.left, left), (self.right, right))
        )
        return mine, theirs

    def alike(self, left: tuple[int, int], right: tuple[int, int]) -> float:
        """The weight of what both say over the mean weight of what they say, 0 to 1."""
        mine, theirs = self._terms(left, right)
        whole = math.sqrt(self._sum(mine) * self._sum(theirs))
        return self._sum(mine & theirs) / whole if whole else 0.0

    def _gain(self, left: tuple[int, int], right: tuple[int, int]) -> float:
        sizes = [
            sum(line.end - line.start for line in side[slice(*at)])
            for side, at in ((self.left, left), (self.right, right))
        ]
        one, other = sizes[0] / self._longer, float(sizes[1])
        like = min(one, other) / max(one, other, 1.0)
        joined = JOINED if (left[1] - left[0], right[1] - right[0]) != (1, 1) else 0.0
        return self.alike(left, right) + LENGTH * (like - UNLIKE) - joined

    def _through(self) -> list[Row]:
        rows, columns = len(self.left), len(self.right)
        best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
        came: dict[tuple[int, int], tuple[int, int]] = {}
        for i in range(rows + 1):
            for j in range(columns + 1):
                options = [(best[i - a][j - b], a, b) for a, b in ((1, 0), (0, 1)) if i >= a and j >= b]
                options += [
                    (best[i - a][j - b] + self._gain((i - a, i), (j - b, j)), a, b)
                    for a, b in STEPS if i >= a and j >= b
                ]  # fmt: skip
                if options:
                    best[i][j], *step = max(options, key=lambda row: (row[0], row[1:]))
                    came[i, j] = step[0], step[1]
        found, at = [], (rows, columns)
        while at != (0, 0):
            a, b = came[at]
            before = at[0] - a, at[1] - b
            if a and b:
                spans = (before[0], at[0]), (before[1], at[1])
                found.append(Row(*spans, self.alike(*spans)))
            at = before
        return found[::-1]

    def shared(self, row: Row) -> list[str]:
        """The names and concepts both sides of a row hold, most telling first."""
        mine, theirs = self._terms(row.left, row.right)
        both = [term for term in sorted(mine & theirs) if term.startswith(("n:", "c:"))]
        return sorted(both, key=lambda term: (-self._weight[term], term))

    def anchored(self) -> list[Row]:
        """The rows whose sides share what tells."""
        return [row for row in self.rows if row.alike >= ANCHORED]

    def common(self) -> int:
        """How many different terms the anchored rows share."""
        return len(frozenset[str]().union(*(mine & theirs for mine, theirs in self._pairs())))

    def _pairs(self) -> list[tuple[frozenset[str], frozenset[str]]]:
        return [self._terms(row.left, row.right) for row in self.anchored()]

    def share(self) -> float:
        """How much of each account, by letters, stands beside like sentences of the other: of the one that has less."""
        sizes = [sum(line.end - line.start for line in side) for side in (self.left, self.right)]
        anchored = self.anchored()
        held = [
            sum(line.end - line.start for row in anchored for line in side[slice(*getattr(row, name))])
            for side, name in ((self.left, "left"), (self.right, "right"))
        ]
        return min(held[n] / max(1, sizes[n]) for n in (0, 1))
