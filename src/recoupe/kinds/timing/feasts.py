"""What feasts, seasons, week-ends and quarters mean."""

from __future__ import annotations

import datetime as dt

from recoupe.kinds.timing.calendar import at, days, feast, week_end
from recoupe.kinds.timing.context import NO_DATE, Context, Sense, timex, unresolved
from recoupe.kinds.timing.dates import choose, edge, other_year
from recoupe.kinds.timing.grammar import Found
from recoupe.types import Timex


def feast_day(found: Found, ctx: Context) -> Timex | None:
    """A feast, in the year given or the one meant."""
    code = ctx.words.value("feast", found.groups["feast"])
    if code[:4].isdigit():
        return timex("DATE", code, "absolute")
    if found.groups.get("year"):
        return timex("DATE", feast(code, int(found.groups["year"] or 0)).isoformat(), "absolute")
    if ctx.published is None:
        return unresolved("DATE")
    options = [feast(code, year) for year in range(ctx.published.year - 2, ctx.published.year + 3)]
    rel = ctx.words.value("rel", found.groups.get("rel"))
    chosen, why = choose(options, ctx, ctx.sense(found), rel, same=True)
    return timex("DATE", chosen.isoformat(), why)


def season(found: Found, ctx: Context) -> Timex:
    """A season; a winter bears the year it begins in."""
    code = ctx.words.value("season", found.groups["season"])
    mod = edge(found, ctx)
    if found.groups.get("year"):
        return timex("DATE", f"{found.groups['year']}-{code}", "absolute", mod)
    if ctx.published is None:
        return unresolved("DATE", mod=mod)
    if (other := other_year(found, ctx)) is not None:
        return timex("DATE", f"{other}-{code}", "published", mod)
    values = [f"{year}-{code}" for year in range(ctx.published.year - 2, ctx.published.year + 3)]
    starts = [(days(value)[0], value) for value in values]
    middle = {first + dt.timedelta(days=45): value for first, value in starts if first}
    running = next((value for value in values if _within(ctx.published, value)), None)
    rel = ctx.words.value("rel", found.groups.get("rel"))
    if running and (found.groups.get("this") or not rel):
        return timex("DATE", running, "published", mod)
    chosen, why = choose(list(middle), ctx, ctx.sense(found), rel, same=False)
    return timex("DATE", middle[chosen], why, mod)


def _within(day: dt.date, value: str) -> bool:
    first, last = days(value)
    return first is not None and last is not None and first <= day <= last


def weekend(found: Found, ctx: Context) -> Timex:
    """A week-end by the sense of its clause."""
    turn = ctx.words.value("turn", found.groups.get("turn"))
    rel = ctx.words.value("rel", found.groups.get("rel"))
    base, why = ctx.base(found.start) if turn else (ctx.published, "published" if ctx.published else NO_DATE)
    if base is None:
        return unresolved("DATE")
    if turn or rel:
        back = (turn or rel) < 0
        return timex("DATE", week_end(base + dt.timedelta(days=-7 if back else 7 if base.weekday() >= 5 else 0)), why)
    if base.weekday() >= 5:
        return timex("DATE", week_end(base), why)
    sense = ctx.sense(found)
    past = sense.way == "past" or (sense.way == "none" and base.weekday() < 3)
    if found.groups.get("this") and (sense.way != "past" or (base.weekday() >= 2 and not sense.sure)):
        past = False
    return timex("DATE", week_end(base - dt.timedelta(days=7) if past else base), why)


def quarter(found: Found, ctx: Context) -> Timex | None:
    """« premier trimestre 2020 », *the fourth quarter*."""
    ordinal, unit = found.groups.get("ordinal"), found.rule.row.get("unit")
    number = ctx.words.value("ordinal", ordinal) if ordinal else int(found.groups["q"] or 0)
    letter = "Q" if (unit or ctx.words.value("unit", found.groups["unit"])) == "Q" else "H"
    whole = 4 if letter == "Q" else 2
    if number is not None and number < 0 and (found.groups.get("year") or found.groups.get("yr")):
        number += whole + 1
    if number is None or not 0 < number <= whole:
        return None
    if found.groups.get("year"):
        return timex("DATE", f"{found.groups['year']}-{letter}{number}", "absolute")
    if ctx.published is None:
        return unresolved("DATE")
    if (other := other_year(found, ctx)) is not None:
        return timex("DATE", f"{other}-{letter}{number}", "published")
    first = (number - 1) * (3 if letter == "Q" else 6) + 1
    past = ctx.sense(found).way != "future" and first > ctx.published.month
    return timex("DATE", f"{ctx.published.year - past}-{letter}{number}", "published")


def nth(found: Found, ctx: Context) -> Timex | None:
    """« pour le 3e mois de… »: the unit now running, more or less."""
    unit = ctx.words.value("unit", found.groups["unit"])
    if ctx.published is None or unit is None:
        return unresolved("DATE", mod="APPROX") if unit else None
    return timex("DATE", at(ctx.published, unit), "published", "APPROX")


def term(found: Found, ctx: Context) -> Timex:
    """« à la rentrée », *the new school year*: the September meant."""
    if found.groups.get("year"):
        return timex("DATE", f"{found.groups['year']}-09", "absolute")
    if ctx.published is None:
        return unresolved("DATE")
    options = [dt.date(year, 9, 1) for year in range(ctx.published.year - 2, ctx.published.year + 3)]
    rel = ctx.words.value("rel", found.groups.get("rel"))
    sense = ctx.sense(found)
    if sense.way == "none" and not rel and ctx.published.month < 9:
        sense = Sense("future")
    chosen, why = choose(options, ctx, sense, rel, same=True)
    return timex("DATE", at(chosen, "M"), why)
