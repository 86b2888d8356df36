"""Which of the dates a source gives is its date of publication, and what is said when they differ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from recoupe.read.dates import published
from recoupe.types import Evidence, Published

GIVEN = "given"
TRUST = ("field", "json-ld", "meta", "time-element", "header", "address", "visible-text")
MACHINE = TRUST[:5]


def choose(dates: Sequence[Evidence]) -> Evidence | None:
    """The most trusted date of publication that could be read; of one place the first given.

    An update is never a publication, nor is the day a file was made: a template keeps its maker's. A moment is
    preferred to the bare day of a more trusted place when both are the same day, because the hour decides what
    « mercredi » means.
    """
    read = [found for found in dates if not found.updated and found.place in TRUST and _day(found)]
    ranked = sorted(read, key=lambda found: TRUST.index(found.place))
    if not ranked:
        return None
    best = ranked[0]
    timed = [found for found in ranked if _day(found) == _day(best) and "T" in (found.value or "").replace(" ", "T")]
    return timed[0] if timed else best


def updated(dates: Sequence[Evidence]) -> Published | None:
    """The date of the last update: of the most trusted place that states one, a moment before a bare day."""
    read = [found for found in dates if found.updated and found.value and _day(found)]
    best = min(read, key=lambda found: ("T" not in str(found.value), TRUST.index(found.place)), default=None)
    return published(best.value) if best and best.value else None


def by_machine(dates: Sequence[Evidence], chosen: Evidence) -> bool:
    """Whether a place made for machines gives the chosen day too."""
    return any(found.place in MACHINE and not found.updated and _day(found) == _day(chosen) for found in dates)


def conflicts(dates: Sequence[Evidence], chosen: Evidence) -> list[Evidence]:
    """The other dates of publication that are not the chosen day; one day apart is a time zone, not a conflict."""
    others = [found for found in dates if not found.updated and found.place in TRUST and _day(found)]
    apart = [found for found in others if not near(found, chosen)]
    # Words in the body of an article may speak of any day: only places made for the date count against it.
    return [found for found in apart if found.place != "visible-text" or chosen.place == "visible-text"]


def near(one: Evidence, other: Evidence) -> bool:
    """Whether two dates are at most a day apart, as one moment is in two time zones; an unread date is near none."""
    left, right = _day(one), _day(other)
    return left is not None and right is not None and abs((left - right).days) <= 1


def _day(found: Evidence) -> dt.date | None:
    value: Published | None = published(found.value) if found.value else None
    return value.date() if isinstance(value, dt.datetime) else value
