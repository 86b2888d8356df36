"""Clauses that look alike and do not meet: one act of two moments, places or persons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoupe.compare.concepts import group, near
from recoupe.compare.findings import Finding
from recoupe.compare.order import due
from recoupe.compare.reasons import Teller, speakers
from recoupe.compare.units import HOLDING, Match, Unit, apart, other_actors, other_dates
from recoupe.types import Reason

# How alike the two clauses are when what tells them apart is left out.
ALIKE = 0.36
WEIGHT = 0.8
LEAST = 0.2
BESIDE = 300


def scope(left: Unit, right: Unit, found: Match, tell: Teller) -> Finding | None:
    """One act told of another moment, place or person; None when nothing tells them apart or too little is shared."""
    if {left.statement.kind, right.statement.kind} & {*HOLDING} or left.negative != right.negative:
        return None
    if not (left.asserted and right.asserted):
        return None
    reason = _apart(left, right, tell)
    if reason is None or not _one_act(left, right, found):
        return None
    anchors = (left.claim.anchor, right.claim.anchor)
    about = tell.matter(left, right, found.shared)
    score = max(found.alike, LEAST)
    return Finding("scope", (about, reason, *speakers(left.statement, right.statement, anchors)), score, found.shared)


def _one_act(left: Unit, right: Unit, found: Match) -> bool:
    if left.document == right.document or left.head in group("light") | group("anyone"):
        return False
    one = left.head == right.head or right.head in near().get(left.head, frozenset())
    telling = {t for t in found.shared if t[0] in "cwn"} - group("light") - group("anyone") - {left.head}
    return one and bool(telling) and found.alike >= ALIKE and found.weight >= WEIGHT


def two_dates(found: Sequence[Unit], tell: Teller) -> Iterator[tuple[Unit, Unit, Finding]]:
    """Two dates one account gives near one another for things of one kind.

    *The federal forms are due Friday; the state forms must be sent by Monday.*
    """
    dated = [u for u in found if u.statement.kind == "commitment" and not u.negative and due(u)]
    for i, left in enumerate(dated):
        for right in dated[i + 1 :]:
            if right.document != left.document or right.claim.anchor.start - left.claim.anchor.end > BESIDE:
                break
            things = (_things(left) & right.terms) | (_things(right) & left.terms)
            if not things or left.spot == right.spot or left.statement.id == right.statement.id:
                continue
            reason = _apart(left, right, tell)
            if reason is None or reason.code != "other-moment" or left.actors == right.actors:
                continue
            told = tuple(sorted(things))
            yield left, right, Finding("scope", (tell.matter(left, right, told), reason), LEAST, told)


def _things(unit: Unit) -> frozenset[str]:
    """What the dated clause is about, without people and bodies."""
    nothing = group("light") | group("anyone") | group("roles") | group("modifying") | unit.people
    return frozenset(t for t in unit.actors - nothing if t[0] in "cw")


def _apart(left: Unit, right: Unit, tell: Teller) -> Reason | None:
    anchors = (left.claim.anchor, right.claim.anchor)
    dates = due(left), due(right)
    if apart(left.moment, right.moment):
        assert left.moment and right.moment
        days = sorted((left.moment[0], right.moment[0]))
        return Reason("other-moment", (("before", days[0].isoformat()), ("after", days[1].isoformat())), anchors)
    if other_dates(left, right) and dates[0] and dates[1]:
        first, last = sorted(str(d.value) for d in dates if d)
        return Reason("other-moment", (("before", first), ("after", last)), anchors)
    for code, mine, theirs in (
        ("elsewhere", _towns(left), _towns(right)),
        ("other-people", left.people, right.people),
    ):
        if mine and theirs and not mine & theirs | mine & right.around | theirs & left.around:
            return tell.pair(code, left, right, min(mine), min(theirs))
    acting = other_actors(left, right)
    return tell.pair("other-people", left, right, *acting) if acting else None


def _towns(unit: Unit) -> frozenset[str]:
    return frozenset(t for t in unit.places if not t.startswith("n:territory:"))
