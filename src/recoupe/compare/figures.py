"""Two figures of one thing: the same, at odds, moved on, or of another group, place or moment."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from recoupe.compare.concepts import group
from recoupe.compare.counts import SMALL, Figure, counts, one_count
from recoupe.compare.findings import Finding
from recoupe.compare.names import Names
from recoupe.compare.reasons import one_voice, speakers
from recoupe.compare.units import apart
from recoupe.types import Anchor, Document, Quantity, Reason, Relation, Statement

# Small numbers coincide: « deux » and « deux » are one figure only when their clauses share more.
AROUND_SMALL = 0.5
AROUND = 0.25
APART = 0.35
INSIDE = 0.6
# Beyond this ratio two figures are of two things rather than at odds.
RATIO = 4
AT_ODDS = 2


def rows(
    statements: Sequence[Statement], documents: Mapping[str, Document], names: Names
) -> Iterator[tuple[Statement, Statement, Finding]]:
    """The pairs of figures that count one thing in one unit, each figure with its best partners in every account."""
    figures = counts(statements, documents, names)
    pairs = _pairs(figures)
    figures = one_count(figures, pairs)
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


def _pairs(figures: Sequence[Figure]) -> list[tuple[int, int]]:
    index: dict[tuple[str, str], list[int]] = {}
    for number, figure in enumerate(figures):
        for term in sorted(figure.counted or figure.around):
            index.setdefault((figure.value.unit, term), []).append(number)
        if figure.counted & group("anybody"):
            index.setdefault((figure.value.unit, "anybody"), []).append(number)
    return sorted({pair for members in index.values() for pair in combinations(dict.fromkeys(members), 2)})


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
    # One of them may have been counted on any day: not the same moment, as far as the texts say.
    undated = any(moment is None for moment in moments)
    return ("unsure" if same_source or undated else "contradicts"), (Reason("same-moment", (), anchors),)


def _dates(left: dt.date, right: dt.date) -> tuple[tuple[str, str], ...]:
    first, last = sorted((left, right))
    return (("before", first.isoformat()), ("after", last.isoformat()))
