"""Passages that say in so many words that they go against another."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from recoupe.compare.judge import Finding, readable
from recoupe.compare.relations import group
from recoupe.compare.units import Unit, weights
from recoupe.types import Reason

ENOUGH = 0.4
MIN_SHARED = 2
NEAR = 60


def disputes(candidates: Sequence[Unit]) -> Iterator[tuple[Unit, Unit, Finding]]:
    """Each clause whose predicate disputes (« contrevient à », « dément », *denies*) with what it best answers to.

    When its subject is another passage (« ce qui contrevient… »), that passage is what stands against the other.
    """
    telling = weights(candidates)
    for unit in candidates:
        claim = unit.claim
        if claim.head not in group("disputing") or claim.factuality.polarity == "negative":
            continue
        said = tuple(term for term in claim.terms if term not in group("disputing"))
        answered = _best(unit, said, candidates, telling)
        if answered is None:
            continue
        other, score = answered
        unit = _antecedent(unit, candidates)  # noqa: PLW2901
        words = ", ".join(readable(term) for term in said if term in other.claim.terms)
        anchors = (other.claim.anchor, claim.anchor)
        reasons = (Reason("same-matter", (("terms", words),), anchors), Reason("disputes", (), anchors))
        yield other, unit, Finding("contradicts", reasons, score)


def _best(
    unit: Unit, said: tuple[str, ...], candidates: Sequence[Unit], telling: Mapping[str, float]
) -> tuple[Unit, float] | None:
    """The passage that holds most of what the disputing clause names, weighed by how telling each term is."""
    whole = math.fsum(telling[term] for term in said)
    scored = []
    for number, other in enumerate(candidates):
        shared = [term for term in said if term in other.claim.terms]
        if other.statement.id != unit.statement.id and len(shared) >= MIN_SHARED:
            scored.append((-math.fsum(telling[term] for term in shared) / whole, number))
    if not scored:
        return None
    score, number = min(scored)
    return (candidates[number], -score) if -score >= ENOUGH else None


def _antecedent(unit: Unit, candidates: Sequence[Unit]) -> Unit:
    """The passage just before, by the same voice, when the disputing clause names no subject of its own."""
    start = unit.claim.anchor.start
    before = [u for u in candidates if u.document == unit.document and 0 <= start - u.claim.anchor.end <= NEAR]
    same = [u for u in before if u.statement.attribution and unit.statement.attribution]
    same = [u for u in same if u.statement.attribution.voice.named == unit.statement.attribution.voice.named]  # type: ignore[union-attr]
    if unit.claim.subject or not same:
        return unit
    return max(same, key=lambda u: u.claim.anchor.end)
