"""Sentences of two accounts that tell one thing in other words, though no clause of one matches one of the other."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from recoupe.compare.concepts import group, opposites, stages
from recoupe.compare.context import breaks
from recoupe.compare.findings import Finding
from recoupe.compare.reasons import Teller, speakers
from recoupe.compare.units import HOLDING, LIGHT, Unit, apart, other_dates, other_numbers
from recoupe.types import Document, Reason

# Half of what two sentences say, weighed by how rare it is in the story, and what two unique words weigh; three words.
ALIKE = 0.36
WEIGHT = 1.4
SHARED = 3
# A short sentence may say only what a part of a long one says.
HELD = 0.7
COMMON = 60


@dataclass(frozen=True, slots=True)
class Sentence:
    """The clauses of one sentence that stand in statements, with all their terms."""

    document: str
    units: tuple[Unit, ...]
    terms: frozenset[str]


def sentences(units: Sequence[Unit], documents: Mapping[str, Document]) -> list[Sentence]:
    """The sentences that hold a clause, in the order of the clauses."""
    ends = {ident: breaks(d.text) for ident, d in documents.items()}
    held: dict[tuple[str, int], list[Unit]] = defaultdict(list)
    for unit in units:
        before = bisect_right(ends[unit.document], unit.claim.anchor.start)
        held[unit.document, before].append(unit)
    return [
        Sentence(document, tuple(members), frozenset(t for unit in members for t in unit.terms))
        for (document, _), members in held.items()
    ]


def rows(
    units: Sequence[Unit], documents: Mapping[str, Document], tell: Teller
) -> Iterator[tuple[Unit, Unit, Finding]]:
    """The best partner of each sentence in every other account, as an agreement of the clauses that share most."""
    found = sentences(units, documents)
    weigh = _weights(found)
    judged = []
    for i, j in _pairs(found):
        finding = _judge(found[i], found[j], weigh, tell)
        if finding is not None:
            judged.append((-finding[2].score, i, j, finding))
    used: set[tuple[int, str]] = set()
    for _, i, j, row in sorted(judged, key=lambda each: each[:3]):
        keys = {(i, found[j].document), (j, found[i].document)}
        if not keys & used:
            used |= keys
            yield row


def _weights(found: Sequence[Sentence]) -> dict[str, float]:
    held: dict[str, int] = defaultdict(int)
    for sentence in found:
        for term in sorted(sentence.terms):
            held[term] += 1
    light = group("light")
    return {t: math.log(1 + len(found) / n) * (LIGHT if t in light else 1.0) for t, n in held.items()}


def _pairs(found: Sequence[Sentence]) -> list[tuple[int, int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(found):
        for term in sorted(sentence.terms - group("light")):
            index[term].append(number)
    limit = max(COMMON, len(found) // 3)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for members in index.values():
        if len(members) <= limit:
            for pair in combinations(members, 2):
                shared[pair] += 1
    return sorted((i, j) for (i, j), n in shared.items() if n >= SHARED and found[i].document != found[j].document)


def _judge(
    left: Sentence, right: Sentence, weigh: Mapping[str, float], tell: Teller
) -> tuple[Unit, Unit, Finding] | None:
    both = left.terms & right.terms

    def total(terms: frozenset[str]) -> float:
        return sum(weigh[t] for t in sorted(terms))

    mine, theirs = total(left.terms), total(right.terms)
    alike = max(total(both) / math.sqrt(mine * theirs), HELD * total(both) / min(mine, theirs))
    unique = max(weigh.values())
    if alike < ALIKE or total(both - group("light")) < WEIGHT * unique or all(t.startswith("n:") for t in both):
        return None
    one, other = _best(left, right, total), _best(right, left, total)
    if one is None or other is None or not _compatible(one, other):
        return None
    anchors = (one.claim.anchor, other.claim.anchor)
    shared = tuple(sorted(both, key=lambda t: (-weigh[t], t)))
    reasons = (tell.matter(one, other, shared), Reason("both-affirm" if not one.negative else "both-deny", (), anchors))
    tail = speakers(one.statement, other.statement, anchors)
    return one, other, Finding("agrees", (*reasons, *tail), min(1.0, alike), shared)


def _best(mine: Sentence, theirs: Sentence, total: Callable[[frozenset[str]], float]) -> Unit | None:
    """The clause that says most of what is shared; a statement of the whole before one that only stands in it."""
    scored = [(total(u.terms & theirs.terms), u.statement.kind not in HOLDING, -n, u) for n, u in enumerate(mine.units)]
    return max(scored, key=lambda row: row[:3])[3] if scored else None


def _compatible(left: Unit, right: Unit) -> bool:
    """Nothing in the two clauses sets them against each other."""
    if left.statement.kind == right.statement.kind == "figure":
        return False  # figures have rules of their own
    if left.negative != right.negative or apart(left.moment, right.moment):
        return False
    if other_numbers(left, right) or other_dates(left, right) or right.head in opposites().get(left.head, frozenset()):
        return False
    return not {(left.head, right.head), (right.head, left.head)} & stages()
