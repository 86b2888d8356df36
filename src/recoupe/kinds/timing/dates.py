"""What dates mean: days, months and years, weekdays, and days told from another day."""

from __future__ import annotations

import datetime as dt

import regex

from recoupe.kinds.timing.calendar import weekday_near
from recoupe.kinds.timing.context import Context, Sense, timex, unresolved
from recoupe.kinds.timing.grammar import Found
from recoupe.types import Timex, TimexType

_ALMOST_A_YEAR = 330
_INDEFINITE = regex.compile(r"\b(?:an?|un)[\s\u00a0]$", regex.IGNORECASE)
_BEFORE_NOUN = regex.compile(r"[ -](?!(?:in|on|at|of|to|and|or|but|when|that|if|for|from|with|as|is|was|by)\b)\p{Ll}")
_NEAR_DAYS = 60
_CLOSE_DAYS = 90
_FAR_DAYS = 270
_YEAR_DAYS = 366


def edge(found: Found, ctx: Context) -> str | None:
    """The mod of an inner edge word: « fin », « mi- », *early*."""
    mod: str | None = ctx.words.value("edge", found.groups.get("edge"))
    return mod


def other_year(found: Found, ctx: Context) -> int | None:
    """The year told from the one now running: « mars de l'an dernier », *May of this year*."""
    word = found.groups.get("yr")
    if not word or ctx.published is None:
        return None
    return ctx.published.year + int(ctx.words.value("rel", word) or 0)


def _part(found: Found, ctx: Context) -> str | None:
    part: str | None = ctx.words.value("part", found.groups.get("part"))
    return part


def with_part(day: str, found: Found, ctx: Context, why: str) -> Timex:
    """A day, or the part of it that the expression names."""
    part = _part(found, ctx)
    return timex("TIME" if part else "DATE", f"{day}T{part}" if part else day, why, edge(found, ctx))


def choose(options: list[dt.date], ctx: Context, sense: Sense, rel: int | None, same: bool) -> tuple[dt.date, str]:
    """The occurrence meant, among the same date of several years; `same`: today's own date or month is in reach."""
    published = ctx.published
    assert published is not None
    past = [day for day in options if day < published or (same and day == published)]
    future = [day for day in options if day > published or (same and day == published)]
    nearest = min(options, key=lambda day: (abs((day - published).days), day))
    if rel:
        return ((past or options)[-1] if rel < 0 else (future or options)[0]), "published"
    if sense.way == "none":
        near = abs((nearest - published).days) <= _CLOSE_DAYS
        return (nearest if near or not past else past[-1]), "published"
    chosen = (past or options)[-1] if sense.way == "past" else (future or options)[0]
    far = abs((chosen - published).days) > _FAR_DAYS and abs((nearest - published).days) < _NEAR_DAYS
    if far and not (
        sense.sure and (sense.way == "future" or sense.near)
    ):  # the press gives the year of what lies that far back
        return nearest, "published"
    return chosen, "tense"


def date(found: Found, ctx: Context) -> Timex | None:
    """A date by its figures: year, month, day, as far as they are given."""
    part = found.groups
    year = int(part["year"] or 0) if part.get("year") else None
    if part.get("short"):
        year = 1900 + int(part["short"] or 0)
    month, day = _month_and_day(found, ctx)
    if part.get("mm") and month is None:
        return unresolved("DATE", "day and month could be either way round")
    if part.get("weekday") and month is None:
        return _weekday_and_day(found, ctx, day)
    if month is None:
        return timex("DATE", f"{year:04d}", "absolute", edge(found, ctx)) if year else None
    why = "absolute"
    other = other_year(found, ctx)
    if other is not None:
        year, why = other, "published"
    rel = ctx.words.value("rel", part.get("rel"))
    if year is None:
        if ctx.published is None:
            return unresolved("TIME" if part.get("part") else "DATE", mod=edge(found, ctx))
        dated = year_of(found, ctx, month, day, rel)
        if dated is None:
            return None
        year, why = dated
    if day is None:
        return timex("DATE", f"{year:04d}-{month:02d}", why, edge(found, ctx))
    try:
        value = dt.date(year, month, day).isoformat()
    except ValueError:
        return None
    if part.get("hour"):
        second = f":{part['second']}" if part.get("second") else ""
        return timex("TIME", f"{value}T{int(part['hour'] or 0):02d}:{part['minute']}{second}", why)
    return with_part(value, found, ctx, why)


def _month_and_day(found: Found, ctx: Context) -> tuple[int | None, int | None]:
    part = found.groups
    if part.get("mm"):
        first, second = int(part["dd"] or 0), int(part["mm"] or 0)
        if part.get("sep") and ctx.numeric_order == "either":
            if first <= 12 and second <= 12 and first != second:
                return None, None
            return (first, second) if second > 12 else (second, first)
        return second, first
    month = ctx.words.value("month", part.get("month"))
    digits = "".join(char for char in part.get("day") or "" if char.isdigit())
    day = int(digits) if digits else (1 if part.get("day") else None)
    return month, day


def year_of(found: Found, ctx: Context, month: int, day: int | None, rel: int | None) -> tuple[int, str] | None:
    """The year of a month, or of a day of it, that bears none, and what says so; None when there is no such day."""
    published = ctx.published
    assert published is not None
    options = []
    for year in range(published.year - 8, published.year + 9):
        try:
            options.append(dt.date(year, month, day or 1))
        except ValueError:
            continue
    if not options:
        return None
    after = ctx.range_start(found.start)
    if after is not None and not rel:  # « du 1er juillet au 31 décembre »: the end comes after the start
        later = [option for option in options if option >= (after if day else after.replace(day=1))]
        if later and (later[0] - after).days < _YEAR_DAYS:
            return later[0].year, "anaphor"
    if found.rule.row.get("pair") and published is not None:
        return min(options, key=lambda option: abs((option - published).days)).year, "published"
    weekday = ctx.words.value("weekday", found.groups.get("weekday"))
    if weekday is not None and day is not None and not rel:
        fitting = [option for option in options if option.weekday() == weekday]
        nearest = min(fitting, key=lambda option: abs((option - published).days), default=None)
        sense = ctx.sense(found)
        wrong = nearest is not None and sense.sure and (nearest > published) != (sense.way == "future")
        if nearest is not None and not (wrong and abs((nearest - published).days) > _CLOSE_DAYS):
            return nearest.year, "published"
    if day is None:
        this = dt.date(published.year, month, 1)
        if month == published.month and not rel:
            return this.year, "published"
        sense = ctx.sense(found)
        if sense.way == "none":
            sense = Sense("past")
            if not found.groups.get("edge") and 0 < (month - published.month) % 12 <= 3:
                sense = Sense("none")
        if rel and month == published.month:  # « octobre dernier », told in October, is last year's
            options = [option for option in options if option != this]
        chosen, why = choose(options, ctx, sense, rel, same=False)
        return chosen.year, why
    sense = ctx.sense(found)
    chosen, why = choose(options, ctx, sense, rel, same=True)
    if not rel and not sense.tense and (chosen - published).days > _ALMOST_A_YEAR:  # a term that has just passed
        chosen = min(options, key=lambda option: abs((option - published).days))
    return chosen.year, why


def _weekday_and_day(found: Found, ctx: Context, day: int | None) -> Timex:
    """« lundi 13 »: the nearest thirteenth that falls on a Monday, further ahead if a verb surely says so."""
    kind: TimexType = "TIME" if found.groups.get("part") else "DATE"
    if ctx.published is None or day is None:
        return unresolved(kind)
    weekday = ctx.words.value("weekday", found.groups["weekday"])
    sense = ctx.sense(found)
    ahead = sense.sure and sense.way == "future"
    for distance in range(0, 300 if ahead else 100):
        for sign in (1,) if ahead else (-1, 1):
            candidate = ctx.published + dt.timedelta(days=sign * distance)
            if candidate.day == day and candidate.weekday() == weekday:
                return with_part(candidate.isoformat(), found, ctx, "published")
    return unresolved(kind, "no such weekday and day near the publication date")


def weekday(found: Found, ctx: Context) -> Timex:
    """A weekday by the sense of its clause; bare and equal to the day of publication, it is that day."""
    part = found.groups
    kind: TimexType = "TIME" if part.get("part") else "DATE"
    number = ctx.words.value("weekday", part["weekday"])
    turn = ctx.words.value("turn", part.get("turn"))
    if turn:
        base, why = ctx.base(found.start)
        return with_part(weekday_near(base, number, turn).isoformat(), found, ctx, why) if base else unresolved(kind)
    if ctx.published and (after := part.get("after")):  # *a week on Tuesday* is seven days after the next one
        ahead = weekday_near(ctx.published, number, 1) + dt.timedelta(days=14 if after.lower() == "fortnight" else 7)
        return with_part(ahead.isoformat(), found, ctx, "published")
    unnamed = _INDEFINITE.search(ctx.text, max(0, found.start - 4), found.start)
    if unnamed and ctx.words.lang == "en" and _BEFORE_NOUN.match(ctx.text, found.end):
        unnamed = None  # *a Sunday service* is on the Sunday meant
    if unnamed and ctx.sense(found).way != "past":
        return timex("DATE", f"XXXX-WXX-{number + 1}", "no particular week")
    if ctx.published is None:
        return unresolved(kind)
    rel = ctx.words.value("rel", part.get("rel"))
    if rel:
        day = weekday_near(ctx.published, number, rel)
        if rel > 0 and (day - ctx.published).days == 1:  # on a Wednesday, « jeudi prochain » is not tomorrow
            day += dt.timedelta(days=7)
        return with_part(day.isoformat(), found, ctx, "published")
    if ctx.published.weekday() == number:
        return with_part(ctx.published.isoformat(), found, ctx, "published")
    sense = ctx.sense(found)
    if sense.way == "future" and sense.near and (ctx.published.weekday() - number) % 7 == 1:
        sense = sense._replace(way="past")  # a noun dated by yesterday's weekday (« avant le vote de mardi ») is past
    way = {"past": -1, "future": 1, "none": 0 if sense.near or part.get("this") else -1}[sense.way]
    day = weekday_near(ctx.published, number, way)
    return with_part(day.isoformat(), found, ctx, "published" if sense.way == "none" else "tense")


def weekday_of_week(found: Found, ctx: Context) -> Timex:
    """« mardi de la semaine prochaine », « lundi en huit »: the weekday of a week counted from the one now running."""
    number = ctx.words.value("weekday", found.groups["weekday"])
    turn = ctx.words.value("turn", found.groups.get("turn"))
    base, why = ctx.base(found.start) if turn else (ctx.published, "published")
    if base is None:
        return unresolved("DATE")
    days = ctx.words.number(found.groups.get("days"))
    if days is not None:
        day = weekday_near(base - dt.timedelta(days=1), number, 1) + dt.timedelta(days=days - days % 7)
        return timex("DATE", day.isoformat(), why)
    weeks = turn or ctx.words.value("rel", found.groups.get("rel")) or 0
    day = base + dt.timedelta(days=number - base.weekday() + 7 * weeks)
    return timex("DATE", day.isoformat(), why)


def dayword(found: Found, ctx: Context) -> Timex:
    """« hier », *tomorrow night*: counted from the day of publication."""
    shift = ctx.words.value("dayword", found.groups.get("dayword"))
    base, why = ctx.published, "published"
    if found.rule.row.get("base") == "text":
        base, why = ctx.base(found.start)
    if base is None:
        return unresolved("TIME" if found.groups.get("part") else "DATE")
    day = base + dt.timedelta(days=shift if shift is not None else found.rule.row.get("shift", 0))
    forced = found.rule.row.get("part")
    if forced:
        return timex("TIME", f"{day.isoformat()}T{forced}", why)
    return with_part(day.isoformat(), found, ctx, why)


def anaphor(found: Found, ctx: Context) -> Timex:
    """« la veille », « le lendemain », *the same day*: counted from the last day the text has named."""
    kind: TimexType = "TIME" if found.groups.get("part") else "DATE"
    shift = ctx.words.value("anaphor", found.groups["anaphor"]) or 0
    named = ctx.last(found.start, None)
    # a past act was on no day ahead
    if named and ctx.published and named > ctx.published and ctx.sense(found).way == "past":
        named = next((day for _, day in reversed(ctx.named) if day <= ctx.published), named)
    if found.groups.get("of"):
        start = max(ctx.text.rfind(mark, 0, found.start) for mark in (". ", "\n", "! ", "? "))
        if ctx.named and ctx.named[-1][0] == found.start:
            return with_part((ctx.named[-1][1] + dt.timedelta(days=shift)).isoformat(), found, ctx, "anaphor")
        near = ctx.last(found.start, found.start - start)
        return with_part(near.isoformat(), found, ctx, "anaphor") if near else unresolved(kind, "day of an event")
    if named is not None:
        return with_part((named + dt.timedelta(days=shift)).isoformat(), found, ctx, "anaphor")
    if ctx.published is None:
        return unresolved(kind)
    if shift > 0 and ctx.sense(found).way == "past":  # « le lendemain, il a comparu » is not tomorrow
        return unresolved(kind, "no day named before")
    day = ctx.published + dt.timedelta(days=shift)
    return with_part(day.isoformat(), found, ctx, "published: no day named before")
