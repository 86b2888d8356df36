"""Two figures of one thing: the same, at odds, moved on, or of another group, place or moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from anyascii import anyascii

from recoupe.compare.judge import Finding
from recoupe.lang import table
from recoupe.types import Document, Quantity, Reason, Statement, Timex

MIN_SHARED = 2
# Below LOOSE two clauses share the thing counted and little else; figures at odds need CLOSE clauses.
LOOSE = 0.25
CLOSE = 0.45
SMALL = 2
# A number this large is rarely given twice for two things, so it pairs figures whose nouns differ.
TELLING = 100


def pairs(statements: Sequence[Statement], documents: Mapping[str, Document]) -> Iterator[tuple[Statement, Statement]]:
    """Figures that count one thing in one unit, or give one telling number, in different accounts."""
    groups: dict[tuple[str, str], list[Statement]] = {}
    for statement in statements:
        if statement.kind == "figure" and isinstance(statement.value, Quantity):
            counted = head_term(statement, documents[statement.anchor.document].lang)
            if counted is not None or statement.value.unit != "count":
                groups.setdefault((statement.value.unit, counted or ""), []).append(statement)
            if statement.value.low is not None and statement.value.low >= TELLING:
                groups.setdefault((statement.value.unit, f"={statement.value.low}"), []).append(statement)
    seen: set[tuple[str, str]] = set()
    for key in sorted(groups):
        for left, right in combinations(groups[key], 2):
            if left.anchor.document != right.anchor.document and (left.id, right.id) not in seen:
                seen.add((left.id, right.id))
                yield left, right


def head_term(statement: Statement, lang: str) -> str | None:
    """The thing counted as a term: its concept where the lexicon knows the noun, else the noun in plain letters."""
    head: str | None = getattr(statement.body, "head", None)
    if not head:
        return None
    for concept, lemmas in table(lang, "concepts")["concepts"].items():
        if head in lemmas:
            return f"c:{concept}"
    return "w:" + anyascii(head).lower()


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
    score = 2 * len(shared) / (len(mine) + len(theirs))
    args = (("left", left.anchor.exact), ("right", right.anchor.exact))
    if a.overlaps(b):
        if score < (CLOSE if _small(a) or _small(b) else LOOSE):
            return None
        return Finding("agrees", (Reason("same-figure", args, anchors),), score)
    if score < CLOSE or _small(a) or _small(b) or not _same_predicate(left, right):
        return None
    apart = Reason("figures-apart", args, anchors)
    days = [documents[s.anchor.document].day for s in (left, right)]
    moments = [_moment(s, day) for s, day in zip((left, right), days, strict=True)]
    if _places_differ(left, right):
        return Finding("scope", (apart, Reason("other-place", (), anchors)), score)
    if moments[0] and moments[1] and (moments[0][1] < moments[1][0] or moments[1][1] < moments[0][0]):
        first, second = sorted(moment[0].isoformat() for moment in moments if moment)
        said = (("before", first), ("after", second))
        return Finding("changed", (apart, Reason("other-moment", said, anchors)), score)
    return Finding("contradicts", (apart, Reason("same-moment", (), anchors)), score)


def _same_predicate(left: Statement, right: Statement) -> bool:
    heads = [{claim.head for claim in s.claims} for s in (left, right)]
    return bool(heads[0] & heads[1]) or not (heads[0] and heads[1])


def _small(quantity: Quantity) -> bool:
    return quantity.high is not None and quantity.high <= SMALL


def _terms(statement: Statement) -> set[str]:
    return {t for claim in statement.claims for t in claim.terms}


def _places_differ(left: Statement, right: Statement) -> bool:
    first, second = (getattr(s.body, "place", None) for s in (left, right))
    return first is not None and second is not None and first.exact.casefold() != second.exact.casefold()


def _moment(statement: Statement, day: dt.date | None) -> tuple[dt.date, dt.date] | None:
    """The days the figure can hold at: those of its clause's time, else the day the account was published."""
    holds = statement.holds_at
    if isinstance(holds, Timex) and holds.earliest is not None and holds.latest is not None:
        return holds.earliest, holds.latest
    return (day, day) if day is not None else None
