"""Two counts of people who came together, and open bounds that another count has left behind."""

from __future__ import annotations

from decimal import Decimal

from recoupe.compare.concepts import group
from recoupe.compare.counts import Figure, one_source
from recoupe.compare.units import apart

# « Plus de 2.000 » is said of 2.400, not of 5.000.
REACH = Decimal("1.5")
# *More than 40* injured, then 43, is one count; « au moins quatre morts », then seven, is news.
NEWS = Decimal("1.25")


def gathered(left: Figure, right: Figure) -> bool:
    """Both count people who came together (« 300 agents se sont rassemblés », *a crowd of 450*), on known days.

    Of one day the two must tell of one place or body besides; what they are called (« agents », *people*) may differ.
    """
    people = group("anybody") | group("roles")
    if left.value.unit != "count" or right.value.unit != "count" or left.small or right.small:
        return False
    if not (left.counted & people and right.counted & people) or left.moment is None or right.moment is None:
        return False
    meeting = group("gathering")
    return all((f.around | f.tight | f.counted) & meeting or f.sentence & meeting for f in (left, right)) and bool(
        (left.sentence & right.sentence) - group("light") - people - meeting - _numbers(left, right)
    )


def two_gatherings(left: Figure, right: Figure) -> bool:
    """People came together for two things: *residents protested*, *people celebrated*."""
    meeting = group("gathering")
    told = [(f.around | f.tight | f.counted) & meeting or f.sentence & meeting for f in (left, right)]
    return all(told) and not told[0] & told[1]


def _numbers(left: Figure, right: Figure) -> frozenset[str]:
    return frozenset(t for t in left.sentence | right.sentence if t.startswith("w:") and t[2:].isdigit())


def one_crowd(left: Figure, right: Figure) -> bool:
    """Two voices count one gathering: of one day, in no two places."""
    elsewhere = left.place and right.place and not left.place & right.place
    if any(_vague(figure) for figure in (left, right)):
        return False
    same_day = not apart(left.moment, right.moment)
    return gathered(left, right) and same_day and not elsewhere and not one_source(left, right)


def _vague(figure: Figure) -> bool:
    """« Plusieurs milliers »: the ends of what it may mean are far from each other."""
    low, high = figure.value.low, figure.value.high
    return figure.value.approx and low is not None and (high is None or high >= REACH * low)


def outgrown(left: Figure, right: Figure, disputed: bool) -> bool:
    """An open bound (« au moins quatre », *more than 2,000*) that the other count has left behind.

    Either the count only grows and the other is of a later day, or two voices dispute it (`disputed`) and the other
    lies more than half as much again beyond the bound.
    """
    for bound, other in ((left, right), (right, left)):
        low, reached = bound.value.low, other.value.low
        if low is None or bound.value.high is not None or reached is None or reached <= low or _vague(bound):
            continue
        growing = one_toll(bound, other)
        later = bound.day is not None and other.day is not None and bound.day < other.day
        if (growing and later and reached > NEWS * low) or (disputed and reached > REACH * low):
            return True
    return False


def one_toll(left: Figure, right: Figure) -> bool:
    """Both count the dead, or the injured, or their like: « quatre passagers », *seven people*."""
    folk = group("anybody") | group("growing")
    told = []
    for figure in (left, right):
        near_by = figure.sentence & group("growing") if figure.counted & folk else frozenset()
        told.append((figure.around | figure.counted) & group("growing") or only(near_by))
    return bool(told[0] & told[1])


def only(terms: frozenset[str]) -> frozenset[str]:
    """The terms, if they are one."""
    return terms if len(terms) == 1 else frozenset()
