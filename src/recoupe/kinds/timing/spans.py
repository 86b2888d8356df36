"""What stretches mean: durations, deictic units (« la semaine dernière »), counts from a day, decades, sets."""

from __future__ import annotations

import datetime as dt

from recoupe.kinds.timing import calendar
from recoupe.kinds.timing.context import NO_DATE, Context, timex, unresolved
from recoupe.kinds.timing.dates import edge
from recoupe.kinds.timing.grammar import Found
from recoupe.types import Timex, TimexType

_ROMAN = {"I": 1, "V": 5, "X": 10}
_FINE = ("S", "TM", "H")
_HALVES = {"Y": "P{n}Y6M", "H": "PT{n}H30M", "TM": "PT{n}M30S", "M": "P{n}.5M", "D": "P{n}.5D", "W": "P{n}.5W"}


def _unit(found: Found, ctx: Context) -> str:
    unit: str = ctx.words.value("unit", found.groups["unit"])
    return unit


def count(found: Found, ctx: Context) -> int | None:
    """How many units: a number, a dozen, or None when it is vague."""
    dozen: int | None = ctx.words.value("dozen", found.groups.get("dozen"))
    return dozen if dozen is not None else ctx.words.number(found.groups.get("num"))


def duration(found: Found, ctx: Context) -> Timex:
    """« trois mois », « dernières années », *the past four months*."""
    unit, number = _unit(found, ctx), count(found, ctx)
    if found.rule.row.get("one"):
        number = 1
    if number is None:
        return timex("DURATION", calendar.duration("X", unit), "absolute")
    mod = "APPROX" if found.groups.get("dozen") else None
    if found.groups.get("half") and unit in _HALVES:
        return timex("DURATION", _HALVES[unit].format(n=number), "absolute", mod)
    return timex("DURATION", calendar.duration(number, unit), "absolute", mod)


def total(found: Found, ctx: Context) -> Timex | None:
    """« deux ans et trois mois », *one hour and 20 minutes*: units of falling size make one duration."""
    days, hours = "", ""
    for number, word in zip(found.repeated["num"], found.repeated["unit"], strict=True):
        multiple, letter = calendar.unit_of(ctx.words.value("unit", word))
        units = ctx.words.number(number)
        if units is None:
            return None
        if letter in _FINE:
            hours += f"{units * multiple}{letter[-1]}"
        else:
            days += f"{units * multiple}{letter}"
    if minute := found.groups.get("minute"):
        hours += f"{int(minute)}M"
    return timex("DURATION", f"P{days}T{hours}" if hours else f"P{days}", "absolute")


def half(found: Found, ctx: Context) -> Timex:
    """« une demi-heure », « trois quarts d'heure »."""
    minutes = 30 if found.groups.get("half") else 15 if found.groups.get("quarter") else 45
    return timex("DURATION", f"PT{minutes}M", "absolute")


def span(found: Found, ctx: Context) -> Timex:
    """A calendar unit counted from the one now running: « ce mois-ci », « l'an dernier », *next week*."""
    row, unit = found.rule.row, _unit(found, ctx)
    steps = ctx.words.value("rel", found.groups.get("rel"))
    if steps is None:
        steps = ctx.words.value("turn", found.groups.get("turn"))
    if steps is None:
        steps = row.get("shift", 0)
    base, why = ctx.published, "published" if ctx.published else NO_DATE
    if row.get("base") == "text":
        base, why = ctx.base(found.start)
        if calendar.unit_of(unit)[1] in {"Y", "M", "Q"} and (told := ctx.told_near(found.start, ctx.published)):
            base, why = told, "anaphor"
    mod = row.get("mod") or edge(found, ctx)
    if base is None:
        return unresolved("DATE", mod=mod)
    if row.get("base") == "text" and steps > 0 and base == ctx.published and ctx.sense(found).way == "past":
        return unresolved("DATE", "no date named before", mod)  # « l'année suivante, il a… » is not next year
    return timex("DATE", calendar.at(calendar.shift(base, steps, unit), unit), why, mod)


def that(found: Found, ctx: Context) -> Timex:
    """« cette année-là », *later that month*: the unit of the last date the text has named."""
    base = ctx.last_start(found.start)
    mod = edge(found, ctx)
    if base is None:
        return unresolved("DATE", "no date named before", mod)
    return timex("DATE", calendar.at(base, _unit(found, ctx)), "anaphor", mod)


def shift(found: Found, ctx: Context) -> Timex:
    """So long ago, or from now: the unit (not the day) that lies so far from the day of publication."""
    unit, number = _unit(found, ctx), count(found, ctx)
    sign = found.rule.row["sign"]
    kind: TimexType = "TIME" if unit in _FINE else "DATE"
    mod = found.rule.row.get("mod")
    if found.rule.row.get("if_future") and ctx.sense(found).way != "future":
        return duration(found, ctx)
    if number is None:
        return timex(kind, "PAST_REF" if sign < 0 else "FUTURE_REF", "vague")
    if ctx.published is None:
        return unresolved(kind, mod=mod)
    if kind == "TIME" and (unit != "H" or number < 24):
        return timex("TIME", "PAST_REF" if sign < 0 else "FUTURE_REF", "vague")
    if kind == "TIME":
        number, unit = number // 24, "D"
    if found.groups.get("half") and unit == "Y":  # *a year and a half ago* is told to the month
        number, unit = 12 * number + 6, "M"
    mod = mod or ctx.words.value("approx", found.groups.get("approx"))
    mod = mod or ("APPROX" if found.groups.get("dozen") else None)
    return _from_day(ctx.published, sign * number, unit, "published", mod)


def _from_day(day: dt.date, steps: int, unit: str, why: str, mod: str | None = None) -> Timex:
    multiple, letter = calendar.unit_of(unit)
    grain = letter if multiple == 1 or letter != "Y" else unit
    try:
        reached = calendar.shift(day, steps, unit)
    except (ValueError, OverflowError):
        return unresolved("DATE", "outside the calendar")
    return timex("DATE", calendar.at(reached, "Y" if letter == "Y" else grain), why, mod)


def later(found: Found, ctx: Context) -> Timex:
    """So long before or after the last day the text has named."""
    unit, number = _unit(found, ctx), count(found, ctx)
    back = bool(found.groups.get("back"))
    kind: TimexType = "TIME" if unit in _FINE else "DATE"
    if number is None or kind == "TIME":
        return timex(kind, "PAST_REF", "vague")
    if found.groups.get("half") and unit == "Y":
        number, unit = 12 * number + 6, "M"
    base = ctx.last(found.start)
    if number == 1 and calendar.unit_of(unit)[1] == "Y":
        base = ctx.told_here(found.start) or base  # « l'exercice 2021… un an plus tôt »
    if base is None and calendar.unit_of(unit)[1] == "Y":
        base = ctx.told_near(found.start, ctx.published)  # « en 1994… Dix ans plus tard » counts from a year
    if base is None and number == 1 and unit == "D" and ctx.published is not None:
        base = ctx.published  # *a day earlier* with no day named is the news cycle's « la veille »
    if base is None and found.groups.get("bare"):
        return duration(found, ctx)
    if base is None:
        return unresolved(kind, "no day to count from")
    told = _from_day(base, -number if back else number, unit, "anaphor")
    if ctx.published and told.earliest and told.earliest > ctx.published and ctx.sense(found).way != "future":
        return unresolved(kind, "the day it counts from is not the last one named")
    return told


def reference(found: Found, ctx: Context) -> Timex | None:
    """A vague past, present or future: the rule says which; *soon* of a past act is no moment ahead."""
    if ctx.text[found.start : found.end].lower() in found.rule.row.get("ahead", ()):
        sense = ctx.sense(found)
        if sense.way == "past" and sense.sure:
            return None
    unit = ctx.words.value("unit", found.groups.get("unit"))
    value: str = found.rule.row["value"]
    return timex("TIME" if unit in _FINE else "DATE", value, "absolute" if value[0].isdigit() else "vague")


def decade(found: Found, ctx: Context) -> Timex | None:
    """« les années 1960 » is 196; two digits are of the twentieth century unless they are still to come there."""
    mod = edge(found, ctx)
    if found.groups.get("year"):
        return timex("DATE", (found.groups["year"] or "")[:3], "absolute", mod)
    short = ctx.words.number(found.groups.get("short"))
    if short is None or short < 20:
        return None
    return timex("DATE", f"19{short // 10}", "absolute", mod)


def century(found: Found, ctx: Context) -> Timex | None:
    """« XVIIe siècle » is 16: the first two digits of its years."""
    roman = (found.groups.get("roman") or "").upper()
    number = _roman(roman) if roman else ctx.words.number(found.groups.get("num"))
    if number is None:
        number = ctx.words.value("ordinal", found.groups.get("ordinal"))
    if number is None or not 2 <= number <= 30:
        return None
    return timex("DATE", f"{number - 1:02d}", "absolute", edge(found, ctx))


def _roman(letters: str) -> int:
    total = 0
    for place, letter in enumerate(letters):
        value = _ROMAN[letter]
        rest = letters[place + 1 : place + 2]
        total += -value if rest and _ROMAN[rest] > value else value
    return total


def recurring(found: Found, ctx: Context) -> Timex | None:
    """« chaque samedi », « tous les deux ans », *daily*: a set."""
    part = found.groups
    number = ctx.words.value("weekday", part.get("weekday"))
    hours = ctx.words.value("part", (part.get("part") or "").removesuffix("s"))
    if number is not None:
        if part.get("hour"):
            hours = f"{int(part['hour'] or 0):02d}:{part.get('minute') or '00'}"
        return timex("SET", f"XXXX-WXX-{number + 1}" + (f"T{hours}" if hours else ""), "absolute")
    if part.get("unit"):
        every = 2 if (part.get("num") or "").lower() == "other" else ctx.words.number(part.get("num")) or 1
        return timex("SET", calendar.duration(every, _unit(found, ctx)), "absolute")
    if part.get("week"):
        return timex("SET", "XXXX-WXX-WE", "absolute")
    if part.get("season"):
        return timex("SET", f"XXXX-{ctx.words.value('season', part['season'])}", "absolute")
    if hours:
        return timex("SET", f"XXXX-XX-XXT{hours}", "absolute")
    for name, value in (("day", "P1D"), ("two", "P2W"), ("wee", "P1W"), ("mon", "P1M"), ("ann", "P1Y")):
        if part.get(name):
            return timex("SET", value, "absolute")
    return None
