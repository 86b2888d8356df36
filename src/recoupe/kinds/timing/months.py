"""What days and weeks told inside a month mean: « le 12 », « premier mercredi du mois », *the last week of July*."""

from __future__ import annotations

import datetime as dt

from recoupe.kinds.timing.calendar import at, nth_weekday, shift
from recoupe.kinds.timing.context import Context, timex, unresolved
from recoupe.kinds.timing.dates import choose, date, with_part, year_of
from recoupe.kinds.timing.grammar import Found
from recoupe.types import Timex

_MIDDLE = 15


def day_alone(found: Found, ctx: Context) -> Timex | None:
    """« convoqué le 12 », *on the 9th*: that day of the month of the last day named, else of the month meant.

    Nothing when neither a day named before nor a verb says that it is a day at all.
    """
    part = found.groups
    digits = "".join(char for char in part["day"] or "" if char.isdigit())
    number = int(digits or 1)
    rel = ctx.words.value("rel", part.get("rel"))
    named = None if part.get("this") or rel else ctx.last(found.start)
    base = named or ctx.published
    sense = ctx.sense(found)
    explicit = part.get("this") or part.get("rel") or part.get("part") or part.get("range")
    if named is None and not explicit and not (sense.sure and sense.way != "none"):
        return None
    if base is None:
        return unresolved("TIME" if part.get("part") else "DATE") if explicit else None
    if named is not None:
        return _day(named, number, found, ctx, "anaphor")
    if part.get("this"):
        return _day(base, number, found, ctx, "published")
    if rel:
        return _day(shift(base, rel, "M"), number, found, ctx, "published")
    options = [day for months in range(-2, 3) if (day := _in_month(shift(base, months, "M"), number)) is not None]
    chosen, why = choose(options, ctx, sense, None, same=True)
    return with_part(chosen.isoformat(), found, ctx, why)


def _in_month(month: dt.date, number: int) -> dt.date | None:
    try:
        return month.replace(day=number)
    except ValueError:
        return None


def _day(month: dt.date, number: int, found: Found, ctx: Context, why: str) -> Timex | None:
    day = _in_month(month, number)
    return with_part(day.isoformat(), found, ctx, why) if day else None


def _month(found: Found, ctx: Context) -> tuple[int, int, str] | None:
    """The year and month an expression names, or the ones it counts from the month now running."""
    part = found.groups
    month = ctx.words.value("month", part.get("month"))
    if month is not None and part.get("year"):
        return int(part["year"] or 0), month, "absolute"
    if ctx.published is None:
        return None
    if month is not None:
        dated = year_of(found, ctx, month, None, None)
        return (dated[0], month, dated[1]) if dated else None
    moved = shift(ctx.published, ctx.words.value("rel", part.get("rel")) or 0, "M")
    return moved.year, moved.month, "published"


def nth_day(found: Found, ctx: Context) -> Timex | None:
    """« premier mercredi du mois », *the last Sunday in September*; « chaque premier lundi du mois » is a set."""
    if found.groups.get("each"):
        return timex("SET", "P1M", "absolute")
    month = _month(found, ctx)
    if month is None:
        return unresolved("DATE")
    number = ctx.words.value("ordinal", found.groups["ordinal"])
    day = nth_weekday(month[0], month[1], number, ctx.words.value("weekday", found.groups["weekday"]))
    return timex("DATE", day.isoformat(), month[2]) if day else None


def nth_week(found: Found, ctx: Context) -> Timex | None:
    """« dernière semaine de juillet »: the ISO week most of which is that week of the month; a fortnight is a half."""
    number = ctx.words.value("ordinal", found.groups["ordinal"])
    if found.groups.get("year") and not found.groups.get("month"):
        year = int(found.groups["year"] or 0)
        last_week = dt.date(year, 12, 28).isocalendar().week
        return timex("DATE", f"{year}-W{number if number > 0 else last_week + 1 + number:02d}", "absolute")
    month = _month(found, ctx)
    if month is None:
        return unresolved("DATE")
    first, unit = dt.date(month[0], month[1], 1), ctx.words.value("unit", found.groups["unit"])
    if unit == "2W":
        return timex("DATE", at(first, "M"), month[2], "START" if number == 1 else "END")
    last = shift(first, 1, "M") - dt.timedelta(days=1)
    if unit is None:
        saturday = nth_weekday(first.year, first.month, number, 5)
        return timex("DATE", at(saturday, "W") + "-WE", month[2]) if saturday else None
    middle = first + dt.timedelta(days=3 + 7 * (number - 1)) if number > 0 else last - dt.timedelta(days=3)
    return timex("DATE", at(middle, "W"), month[2])


def week_of(found: Found, ctx: Context) -> Timex | None:
    """« semaine du 3 octobre », *the week of October 3*: the ISO week of that day."""
    day = date(found, ctx)
    if day is None or day.earliest is None:
        return day
    return timex("DATE", at(day.earliest, "W"), day.why)
