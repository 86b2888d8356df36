"""What clock times and parts of a day mean."""

from __future__ import annotations

import datetime as dt

from recoupe.kinds.timing.context import NO_DATE, Context, timex, unresolved
from recoupe.kinds.timing.dates import date, edge, weekday
from recoupe.kinds.timing.grammar import Found
from recoupe.types import Timex

_SAME_NIGHT = 120
_DAWN = 8
_RANGE_GAP = 12
_RANGE_JOINS = frozenset({"à", "jusqu'à", "jusqu’à", "to", "until", "till", "-", "–", "et", "and"})
_QUARTERS = {"et quart": 15, "et demie": 30, "et demi": 30, "trente": 30, "quinze": 15}


def clock(found: Found, ctx: Context) -> Timex | None:
    """« 16H30 », *10:35 a.m. GMT*: on the last day named nearby, else on the day of publication."""
    moment = _moment(found, ctx)
    if moment is None:
        return None
    hour, minute, day_shift = moment
    day, why = _named_day(found, ctx)
    if day is None:
        return unresolved("TIME")
    own = any(found.groups.get(name) for name in ("weekday", "dayword", "month"))
    if not own and ctx.night and 0 <= found.start - ctx.night[0] < _SAME_NIGHT and ctx.night[1] == day and hour < _DAWN:
        day_shift = 1
    if not own and (opened := _range_opens(found, ctx)) is not None and hour < opened[1]:
        day, day_shift, ctx.closed = opened[0], 1, found.start  # « de 22 heures à 6 heures » ends on the next day
    day += dt.timedelta(days=day_shift)
    ctx.clock = (found.end, day, hour)
    zone = ctx.words.value("zone", found.groups.get("zone")) or ""
    offset = found.groups.get("offset")
    if zone == "Z" and offset:
        zone = f"{offset[0]}{int(offset[1:]):02d}:00"
    return timex("TIME", f"{day.isoformat()}T{hour:02d}:{minute:02d}{zone}", why)


def _range_opens(found: Found, ctx: Context) -> tuple[dt.date, int] | None:
    """The day and the hour of the clock time that this one closes a range with."""
    if ctx.clock is None or not 0 < found.start - ctx.clock[0] < _RANGE_GAP:
        return None
    end, day, hour = ctx.clock
    return (day, hour) if ctx.text[end : found.start].strip().lower() in _RANGE_JOINS else None


def _moment(found: Found, ctx: Context) -> tuple[int, int, int] | None:
    part = found.groups
    noon = ctx.words.value("noon", part.get("noon"))
    if noon:
        return int(noon[:2]), int(noon[3:]) + _minute(part.get("minute")), 0
    hour = ctx.words.number(part.get("hour"))
    if hour is None or hour > 24:
        return None
    minute = _minute(part.get("minute"))
    if (part.get("minute") or "").startswith("moins"):
        hour, minute = hour - 1, 45
    half = (part.get("half") or "").lower().replace(".", "").replace(" ", "")
    if half and hour > 12:
        half = ""
    if half.startswith(("p", "dusoir", "del", "cesoir", "cetapr", "inthea", "inthee", "atnight")) and hour < 12:
        hour += 12
    if half.startswith(("a", "dumatin", "cematin", "inthem")) and not half.startswith("at") and hour == 12:
        hour = 0
    return (0, minute, 1) if hour == 24 else (hour, minute, 0)


def _minute(text: str | None) -> int:
    if not text:
        return 0
    return int(text) if text.isdigit() else _QUARTERS.get(text.lower(), 0)


def part_of_day(found: Found, ctx: Context) -> Timex | None:
    """« ce matin », « dans la soirée », « nuit de samedi à dimanche », *Thursday night*."""
    groups = found.groups
    part = ctx.words.value("part", groups.get("part")) or found.rule.row.get("part", "DT")
    mod = edge(found, ctx)
    day, why = _named_day(found, ctx)
    if day is None:
        return unresolved("TIME", mod=mod)
    if groups.get("next") or groups.get("turn"):
        day += dt.timedelta(days=1 if groups.get("next") else -1)
        if ctx.published and day > ctx.published and why == "published" and ctx.sense(found).way == "past":
            return unresolved("TIME", "no day named before", mod)
    rel = ctx.words.value("rel", groups.get("rel"))
    if rel == -1 and part == "NI":
        day -= dt.timedelta(days=1)
    return timex("TIME", f"{day.isoformat()}T{part}", why, mod)


def _named_day(found: Found, ctx: Context) -> tuple[dt.date | None, str]:
    groups = found.groups
    if groups.get("month") and groups.get("day"):
        return _dated(found, ctx)
    if groups.get("weekday"):
        value = weekday(found, ctx)
        return value.earliest, value.why
    shift = ctx.words.value("dayword", groups.get("dayword"))
    if shift is not None:
        if ctx.published is None:
            return None, NO_DATE
        return ctx.published + dt.timedelta(days=shift), "published"
    if found.rule.row.get("now"):
        return ctx.published, "published"
    day, why = ctx.base(found.start)
    counted = groups.get("next") or groups.get("turn")  # *the next morning* is counted from that day
    if not counted and day is not None and ctx.published is not None and why == "anaphor" and day != ctx.published:
        sense = ctx.sense(found)  # « L'audience, ouverte lundi, reprendra à 14 heures » is today
        apart = ctx.named_apart(found.start)
        if sense.sure and (sense.way == "future" if day < ctx.published else sense.way == "past" and apart):
            return ctx.published, "published"
    return day, why


def _dated(found: Found, ctx: Context) -> tuple[dt.date | None, str]:
    value = date(found, ctx)
    return (value.earliest, value.why) if value else (None, NO_DATE)
