"""A change must be news: what the earlier account tells already has not changed since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from recoupe.compare.findings import Finding
from recoupe.compare.order import in_order
from recoupe.compare.units import Unit

# How alike a clause of the earlier account must be to the later state for that account to tell it.
TOLD = 0.5
STEPS = frozenset({"next-step", "came-true", "carried-out", "decided", "granted"})
Judged = tuple[int, int, Finding]


def news(clauses: Sequence[Unit], judged: Sequence[Judged]) -> Iterator[Judged]:
    """The judged pairs without the changes to a state that another clause of the earlier account agrees on."""
    known = _known(clauses, judged)
    for i, j, finding in judged:
        order = in_order(clauses[i], clauses[j]) if finding.relation == "changed" else None
        stepped = any(reason.code in STEPS for reason in finding.reasons)
        if order is None or not stepped or (j if order[1] is clauses[j] else i, order[0].document) not in known:
            yield i, j, finding


def _known(clauses: Sequence[Unit], judged: Sequence[Judged]) -> frozenset[tuple[int, str]]:
    """For each clause, the accounts that tell the same act, in the same tense and polarity."""
    found: dict[tuple[int, str], float] = defaultdict(float)
    for i, j, finding in judged:
        if finding.relation == "agrees" and _one_act(clauses[i], clauses[j]):
            for one, other in ((i, j), (j, i)):
                key = one, clauses[other].document
                found[key] = max(found[key], finding.score)
    return frozenset(key for key, score in found.items() if score >= TOLD)


def _one_act(left: Unit, right: Unit) -> bool:
    tenses = {unit.claim.factuality.tense for unit in (left, right)}
    return left.head == right.head and len(tenses) == 1 and left.negative == right.negative
