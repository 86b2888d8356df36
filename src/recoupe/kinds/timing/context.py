"""What an expression is read against: the day of publication, the days already named, the sense of its clause."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import regex

from recoupe.kinds.timing.calendar import days, narrow
from recoupe.kinds.timing.grammar import Found
from recoupe.kinds.timing.words import Words
from recoupe.types import Timex, TimexType

NO_DATE = "no publication date"
NEAR = 600
_CYCLE_DAYS = 10
_CLOSE, _YEAR = 300, 366
_JOIN_WITHIN, _RANGE_WITHIN = 24, 45
_JOINS = regex.compile(
    r"(?:\b(?:au|jusqu['’](?:au|à)|à|to|through|until|till)|[-–])[\s\u00a0](?:\p{L}+[\s\u00a0,]{1,2})?$"
)
_ENDS = regex.compile(r"[.;!?»](?=\s)|\n")


class Sense(NamedTuple):
    """Which way the clause points; `sure` when the governing verb itself says so, not a neighbour.

    `near` says that the nearest day is meant when nothing points: the day of a noun (« le match de samedi »), or a
    present tense, which the press uses both ways. Beside a way, it says what gives it away: for the future that only
    a noun points there (« avant le vote de mardi »), for the past that « depuis » does. `tense` says that a verb in
    the future tense governs the expression, so that a day of the year that has passed is next year's.
    """

    way: Literal["past", "future", "none"]
    sure: bool = False
    near: bool = False
    tense: bool = False


@dataclass(slots=True)
class Context:
    """The state of one account's reading, in text order.

    `clock` is the last clock time (where it ends, its day and hour), `closed` where a range into the next day ended.
    """

    words: Words
    text: str
    published: dt.date | None
    sense: Callable[[Found], Sense]
    numeric_order: str = "dmy"
    named: list[tuple[int, dt.date]] = field(default_factory=list)
    starts: list[tuple[int, dt.date]] = field(default_factory=list)
    night: tuple[int, dt.date] | None = None
    clock: tuple[int, dt.date, int] | None = None
    closed: int = -1

    def remember(self, position: int, timex: Timex, as_day: bool = True) -> None:
        """Keep a day the text has named, for « la veille » and for clock times, and where any date begins.

        Not `as_day`: it only bounds a stretch (« depuis lundi »).
        """
        if timex.earliest and timex.value and timex.value.endswith("TNI"):
            self.night = (position, timex.earliest)
        if timex.earliest:
            self.starts.append((position, timex.earliest))
        if as_day and timex.earliest and timex.earliest == timex.latest:
            self.named.append((position, timex.earliest))

    def last(self, position: int, within: int | None = NEAR) -> dt.date | None:
        """The last day named before a position, no further back than `within` characters."""
        for place, day in reversed(self.named):
            if place <= position:
                return day if within is None or position - place <= within else None
        return None

    def last_start(self, position: int) -> dt.date | None:
        """The first day of the last date named before a position."""
        return next((day for place, day in reversed(self.starts) if place < position), None)

    def named_apart(self, position: int) -> bool:
        """The last day named stands in another sentence."""
        place = next((place for place, _ in reversed(self.named) if place <= position), 0)
        return _ENDS.search(self.text, place, position) is not None

    def range_start(self, position: int) -> dt.date | None:
        """The day a range began on, when « au », « jusqu'au » or *to* joins it to the date at a position."""
        joined = _JOINS.search(self.text[max(0, position - _JOIN_WITHIN) : position])
        if joined is None or not self.starts:
            return None
        place, day = self.starts[-1]
        return day if position - place <= _RANGE_WITHIN and not _ENDS.search(self.text, place, position) else None

    def told_here(self, position: int) -> dt.date | None:
        """The first day of a longer stretch named in the same sentence after any day: of a year, of a quarter."""
        place, day = self.starts[-1] if self.starts else (-1, dt.date.min)
        nearer = not self.named or self.named[-1][0] < place
        return day if place >= 0 and nearer and not _ENDS.search(self.text, place, position) else None

    def told_near(self, position: int, published: dt.date | None = None) -> dt.date | None:
        """The first day of the last date named shortly before, when it is a past one and not only « cette année »."""
        for place, day in reversed(self.starts):
            if place >= position:
                continue
            if position - place > _CLOSE:
                return None
            if published is None or (published - day).days > _YEAR:
                return day
        return None

    def base(self, position: int) -> tuple[dt.date | None, str]:
        """The day of the passage and what it rests on: the last named day, else the day of publication.

        A day far from the publication date only counts inside its own sentence: a remembered anniversary does not
        move the clock times that follow it.
        """
        sentence = max(self.text.rfind(mark, 0, position) for mark in (". ", "\n", "! ", "? "))
        for place, day in reversed(self.named):
            if place > position:
                continue
            if position - place > NEAR:
                break
            if place > sentence or self.published is None or abs((day - self.published).days) <= _CYCLE_DAYS:
                return day, "anaphor"
        return self.published, "published" if self.published else NO_DATE


def timex(kind: TimexType, value: str | None, why: str, mod: str | None = None) -> Timex:
    """A Timex with the calendar days its value can mean."""
    first, last = narrow(days(value), mod) if kind in {"DATE", "TIME"} else (None, None)
    return Timex(kind, value, mod, first, last, why)


def unresolved(kind: TimexType, why: str = NO_DATE, mod: str | None = None) -> Timex:
    """An expression whose value is not known, and what is missing."""
    return Timex(kind, None, mod, None, None, why)
