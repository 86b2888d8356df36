"""Two figures of one thing: the same, at odds, moved on, or of another group, place or moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from recoupe.compare.judge import Finding
from recoupe.types import Document, Quantity, Reason, Statement, Timex

MIN_SHARED = 2
SMALL = 2


def pairs(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Figures that count one thing in one unit, in different accounts."""
    groups: dict[tuple[str, str], list[Statement]] = {}
    for statement in statements:
        if statement.kind == "figure" and isinstance(statement.value, Quantity):
            for counted in _counted(statement):
                groups.setdefault((statement.value.unit, counted), []).append(statement)
    seen: set[tuple[str, str]] = set()
    for key in sorted(groups):
        for left, right in combinations(groups[key], 2):
            if left.anchor.document != right.anchor.document and (left.id, right.id) not in seen:
                seen.add((left.id, right.id))
                yield left, right


def _counted(statement: Statement) -> list[str]:
    """The terms of the thing counted; a measure or a sum counts itself."""
    anchor = getattr(statement.body, "counted", None)
    head = getattr(statement.body, "head", None)
    terms = [t for claim in statement.claims for t in claim.terms if t.startswith(("c:", "w:"))]
    if anchor is None and head is None:
        return terms if isinstance(statement.value, Quantity) and statement.value.unit != "count" else []
    known = [t for t in _head_terms(statement) if t]
    return known or terms


def _head_terms(statement: Statement) -> tuple[str, ...]:
    return tuple(getattr(statement.body, "terms", ()))


def judge(left: Statement, right: Statement, documents: Mapping[str, Document]) -> Finding | None:
    """The relation of two figures of one thing, or None when the clauses share too little to say."""
    a, b = left.value, right.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return None
    mine, theirs = _terms(left), _terms(right)
    shared = mine & theirs
    anchors = (left.anchor, right.anchor)
    if len(shared) < MIN_SHARED:
        return None
    score = len(shared) / max(1, min(len(mine), len(theirs)))
    args = (("left", left.anchor.exact), ("right", right.anchor.exact))
    if a.overlaps(b):
        if _small(a) and score < 0.6:
            return None
        return Finding("agrees", (Reason("same-figure", args, anchors),), score)
    if score < 0.5:
        return None
    apart = Reason("figures-apart", args, anchors)
    days = [documents[s.anchor.document].day for s in (left, right)]
    moments = [_moment(s, day) for s, day in zip((left, right), days, strict=True)]
    if _places_differ(left, right):
        return Finding("scope", (apart, Reason("other-place", (), anchors)), score)
    if moments[0] and moments[1] and moments[0] != moments[1]:
        said = (("before", min(moments).isoformat()), ("after", max(moments).isoformat()))  # type: ignore[type-var,union-attr]
        return Finding("changed", (apart, Reason("other-moment", said, anchors)), score)
    return Finding("contradicts", (apart, Reason("same-moment", (), anchors)), score)


def _small(quantity: Quantity) -> bool:
    return quantity.high is not None and quantity.high <= SMALL


def _terms(statement: Statement) -> set[str]:
    return {t for claim in statement.claims for t in claim.terms}


def _places_differ(left: Statement, right: Statement) -> bool:
    places = [getattr(s.body, "place", None) for s in (left, right)]
    return all(places) and places[0].exact.casefold() != places[1].exact.casefold()


def _moment(statement: Statement, day: dt.date | None) -> dt.date | None:
    """The day the figure holds at: its clause's time, else the day the account was published."""
    holds = statement.holds_at
    if isinstance(holds, Timex) and holds.earliest is not None and holds.earliest == holds.latest:
        return holds.earliest
    return day
