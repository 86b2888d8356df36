"""Two figures of one thing: the same, at odds, moved on, or of another group, place or moment."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from recoupe.compare.concepts import group
from recoupe.compare.findings import Finding
from recoupe.compare.names import Names
from recoupe.compare.phrases import phrase_terms
from recoupe.compare.reasons import one_voice, speakers
from recoupe.compare.units import Moment, apart, moment
from recoupe.types import Anchor, Document, Quantity, Reason, Relation, Statement, Timex

# Small numbers coincide: « deux » and « deux » are one figure only when their clauses share more.
SMALL = 12
AROUND_SMALL = 0.5
AROUND = 0.25
APART = 0.35
INSIDE = 0.6
# Beyond this ratio two figures are of two things rather than at odds.
RATIO = 4
AT_ODDS = 2
QUOTED = 500
PASSAGES = ("quotation", "event", "commitment")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the terms of what it counts, of its place, of the clause around it and of the tightest passage."""

    statement: Statement
    value: Quantity
    counted: frozenset[str]
    around: frozenset[str]
    tight: frozenset[str]
    place: frozenset[str]
    day: dt.date | None
    moment: Moment | None

    @property
    def document(self) -> str:
        """The account it stands in."""
        return self.statement.anchor.document

    @property
    def small(self) -> bool:
        """A number so small that two may be equal by chance."""
        return self.value.unit == "count" and self.value.high is not None and self.value.high <= SMALL


def rows(
    statements: Sequence[Statement], documents: Mapping[str, Document], names: Names
) -> Iterator[tuple[Statement, Statement, Finding]]:
    """The pairs of figures that count one thing in one unit, each figure with its best partners in every account."""
    lent = _lent(statements)
    figures = [f for s in statements if (f := _figure(s, statements, documents, names)) is not None]
    figures = [replace(f, moment=f.moment or moment(lent.get(f.statement.id))) for f in figures]
    pairs = _pairs(figures)
    figures = _one_count(figures, pairs)
    judged = []
    for i, j in pairs:
        finding = judge(figures[i], figures[j])
        if finding is not None:
            judged.append((finding.relation != "agrees", -finding.score, i, j, finding))
    used: dict[tuple[int, str, bool], int] = defaultdict(int)
    for odds, _, i, j, finding in sorted(judged, key=lambda row: row[:4]):
        keys = ((i, figures[j].document, odds), (j, figures[i].document, odds))
        if all(used[key] < (AT_ODDS if odds else 1) for key in keys):
            for key in keys:
                used[key] += 1
            yield figures[i].statement, figures[j].statement, finding


def _one_count(figures: Sequence[Figure], pairs: Sequence[tuple[int, int]]) -> list[Figure]:
    """The figures, those of one source that are the very same count on the same day, and so their neighbours."""
    days: dict[tuple[str, Anchor], Moment] = {}
    for i, j in pairs:
        one, other = figures[i], figures[j]
        if one.small or one.value != other.value or not one_voice(one.statement, other.statement):
            continue
        for dated, undated in ((one, other), (other, one)):
            if dated.moment and not undated.moment and undated.statement.claims:
                days.setdefault((undated.document, undated.statement.claims[0].anchor), dated.moment)
    return [
        replace(f, moment=f.moment or days.get((f.document, f.statement.claims[0].anchor))) if f.statement.claims else f
        for f in figures
    ]


def _lent(statements: Sequence[Statement]) -> dict[str, Timex]:
    """For a figure with no time of its own, that of its only neighbour, or the first day its clause opens with."""
    clauses: dict[Anchor, list[Statement]] = {}
    days: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.kind == "figure" and statement.claims:
            clauses.setdefault(statement.claims[0].anchor, []).append(statement)
        elif isinstance(statement.value, Timex) and statement.value.type == "DATE" and moment(statement.value):
            days.setdefault(statement.anchor.document, []).append(statement)
    found = {}
    for members in clauses.values():
        times = {s.holds_at.value: s.holds_at for s in members if s.holds_at is not None and moment(s.holds_at)}
        if len(times) == 1:
            found.update({s.id: next(iter(times.values())) for s in members if s.holds_at is None})
    for clause, members in clauses.items():
        told = [t for t in days.get(clause.document, []) if clause.contains(t.anchor)]
        for figure in members:
            before = [t.value for t in told if t.anchor.end <= min(m.anchor.start for m in members)]
            if figure.holds_at is None and before and isinstance(before[0], Timex):
                found.setdefault(figure.id, before[0])
    return found


def _pairs(figures: Sequence[Figure]) -> list[tuple[int, int]]:
    index: dict[tuple[str, str], list[int]] = {}
    for number, figure in enumerate(figures):
        for term in sorted(figure.counted or figure.around):
            index.setdefault((figure.value.unit, term), []).append(number)
        if figure.counted & group("anybody"):
            index.setdefault((figure.value.unit, "anybody"), []).append(number)
    return sorted({pair for members in index.values() for pair in combinations(dict.fromkeys(members), 2)})


def _figure(
    statement: Statement, statements: Sequence[Statement], documents: Mapping[str, Document], names: Names
) -> Figure | None:
    if statement.kind != "figure" or not isinstance(statement.value, Quantity):
        return None
    document = documents[statement.anchor.document]
    counted: Anchor | None = getattr(statement.body, "counted", None)
    place: Anchor | None = getattr(statement.body, "place", None)
    tight = _told(statement, statements, names)
    around = frozenset(t for claim in statement.claims for t in names.terms(claim)) or tight
    if counted is None and statement.value.unit != "count":
        around |= _quoted(statement, statements, names)
    where = frozenset(key for key, _ in names.inside(place)) if place else frozenset()
    if place is not None and not where:
        where = phrase_terms(place.exact, document.lang)
    head = getattr(statement.body, "head", None)
    return Figure(
        statement=statement,
        value=statement.value,
        counted=_counted(counted, head, document.lang),
        around=around,
        tight=tight,
        place=where,
        day=document.day,
        moment=moment(statement.holds_at),
    )


def _counted(counted: Anchor | None, head: str | None, lang: str) -> frozenset[str]:
    """The terms of the thing counted, without the words that only narrow it."""
    if counted is None:
        return frozenset()
    every = phrase_terms(counted.exact, lang)
    heads = phrase_terms(head, lang) if head else frozenset()
    named = frozenset(t for t in every if t.startswith("c:"))
    if heads & group("anybody"):
        return named or heads
    return (heads & every) or named or heads or every


def _told(figure: Statement, statements: Sequence[Statement], names: Names) -> frozenset[str]:
    """The terms of the tightest passage that holds a figure and its count, else of the clause it stands in."""
    counted: Anchor | None = getattr(figure.body, "counted", None)
    holders = [
        s
        for s in statements
        if s.kind in PASSAGES and s.anchor.contains(figure.anchor) and (not counted or s.anchor.contains(counted))
    ]
    shortest = min((s for s in holders if s.claims), key=lambda s: s.anchor.end - s.anchor.start, default=None)
    if shortest is None or shortest.anchor.end - shortest.anchor.start > QUOTED:
        return frozenset(t for claim in figure.claims for t in names.terms(claim))
    best = [c for c in shortest.claims if c.anchor.contains(figure.anchor)] or shortest.claims
    return frozenset(t for claim in best for t in names.terms(claim))


def _quoted(figure: Statement, statements: Sequence[Statement], names: Names) -> frozenset[str]:
    """The terms of every short quotation that holds a rate or a sum, which counts nothing itself."""
    return frozenset(
        term
        for other in statements
        if other.kind == "quotation" and other.anchor.contains(figure.anchor)
        if other.anchor.end - other.anchor.start <= QUOTED
        for claim in other.claims
        for term in names.terms(claim)
    )


def judge(left: Figure, right: Figure) -> Finding | None:
    """The relation of two figures, or None when their clauses share too little to say."""
    shared = _shared(left, right)
    if shared is None:
        return None
    telling = shared - left.counted - right.counted - group("light") - group("anybody")
    alike = max(_alike(left.around, right.around, left, right), _alike(left.tight, right.tight, left, right))
    if not telling or _elsewhere(left, right, alike if len(telling) > 1 else 0.0):
        return None
    anchors = (left.statement.anchor, right.statement.anchor)
    args = (("left", anchors[0].exact), ("right", anchors[1].exact))
    voices = speakers(left.statement, right.statement, anchors)
    small = left.small or right.small
    if left.value.overlaps(right.value):
        if left.document == right.document or (apart(left.moment, right.moment) and not _telling(left, right)):
            return None
        if alike < (AROUND_SMALL if small else AROUND) or _pair_of_two(left, right):
            return None
        return Finding("agrees", (Reason("same-figure", args, anchors), *voices), alike)
    least = INSIDE if left.document == right.document else AROUND_SMALL if small else APART
    if alike < least or _far(left, right):
        return None
    relation, why = _at_odds(left, right, anchors)
    if relation is None:
        return None
    return Finding(relation, (Reason("figures-apart", args, anchors), *why, *voices), alike)


def _alike(one: frozenset[str], other: frozenset[str], left: Figure, right: Figure) -> float:
    mine, theirs = one | left.counted, other | right.counted
    return len(mine & theirs) / max(1.0, math.sqrt(len(mine) * len(theirs)))


def _telling(left: Figure, right: Figure) -> bool:
    """The very same number, too large and too exact to be met twice by chance (214)."""
    low = left.value.low
    return left.value == right.value and not left.value.approx and low is not None and low > SMALL and low % 10 != 0


def _pair_of_two(left: Figure, right: Figure) -> bool:
    """« deux » and « deux », unless the two count the dead or their like."""
    return left.value.high is not None and left.value.high <= 2 and not left.around & right.around & group("growing")


def _shared(left: Figure, right: Figure) -> frozenset[str] | None:
    """The terms both clauses hold, or None when the two count different things."""
    if left.value.unit != right.value.unit or left.statement.anchor.overlaps(right.statement.anchor):
        return None
    shared = (left.around | left.tight | left.counted) & (right.around | right.tight | right.counted)
    people = group("anybody")
    if left.counted and right.counted:
        anybody = left.counted & people and right.counted & people
        if not (left.counted & right.counted or anybody or _some_people(left, right)):
            return None
    elif left.counted or right.counted or left.value.unit == "count":
        return None
    return shared


def _some_people(left: Figure, right: Figure) -> bool:
    """One counts persons, the other a group of them the same clause may call so."""
    return any(
        one.counted & group("anybody") and other.counted & one.around for one, other in ((left, right), (right, left))
    )


def _elsewhere(left: Figure, right: Figure, alike: float) -> bool:
    """The two are counted in different places; a place said for one only is another, unless the clauses are alike."""
    if left.place and right.place:
        return not left.place & right.place
    known = left.place or right.place
    other = right if left.place else left
    if not known or known & other.around or all(t.startswith("n:territory:") for t in known):
        return False
    return alike < AROUND_SMALL


def _far(left: Figure, right: Figure) -> bool:
    """One is many times the other."""
    low = [_middle(f.value) for f in (left, right)]
    return min(low) <= 0 or max(low) / min(low) > RATIO


def _middle(value: Quantity) -> Decimal:
    bounds = [b for b in (value.low, value.high) if b is not None]
    return sum(bounds, Decimal(0)) / len(bounds)


def _at_odds(left: Figure, right: Figure, anchors: tuple[Anchor, Anchor]) -> tuple[Relation | None, tuple[Reason, ...]]:
    """Which relation two figures without a common value have, with the reasons.

    A figure with no day of its own holds on the day its account was published.
    """
    same_source = one_voice(left.statement, right.statement)
    sourced = left.statement.attribution is not None and right.statement.attribution is not None
    growing = bool((left.around | left.counted) & (right.around | right.counted) & group("growing"))
    moments = [f.moment or ((f.day, f.day) if f.day else None) for f in (left, right)]
    if left.value.unit in {"percent", "point"} and sourced and not same_source:
        return "scope", (Reason("other-source", (), anchors),)
    if growing and left.day is not None and right.day is not None and left.day != right.day:
        return "changed", (Reason("other-moment", _dates(left.day, right.day), anchors),)
    if apart(*moments):
        first, last = (m[0] for m in moments if m is not None)
        why = (Reason("other-moment", _dates(first, last), anchors),)
        undated = left.moment is None and right.moment is None and not sourced
        return ("changed" if growing or same_source or undated else "scope"), why
    if left.document == right.document and (same_source or not sourced):
        return None, ()
    return ("unsure" if same_source else "contradicts"), (Reason("same-moment", (), anchors),)


def _dates(left: dt.date, right: dt.date) -> tuple[tuple[str, str], ...]:
    first, last = sorted((left, right))
    return (("before", first.isoformat()), ("after", last.isoformat()))
