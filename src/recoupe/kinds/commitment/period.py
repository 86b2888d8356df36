"""A period to act in, as the day it ends: *within six months*, « sous quinze jours », « dans les deux semaines »."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import cache

from recoupe.lang import table
from recoupe.types import Statement, Timex

LENGTH = re.compile(r"P(\d+)([DWMY])")
BEFORE = 40


@cache
def _openers(lang: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    head = table(lang, "commitments")
    return tuple(  # type: ignore[return-value]
        re.compile(pattern, re.I)
        for pattern in (rf"\b(?:{head['within']})\s*$", rf"\b(?:{head['over']})\s*$", head["next"])
    )


def last_day(stated: Statement, text: str, lang: str, day: dt.date | None) -> Timex | None:
    """The date at the end of a length of time that opens on the day of publication, at the precision of its unit.

    None for a length that is no term (« pendant six mois ») or when the day is not known. Weeks end on a day.
    """
    value = stated.value
    length = LENGTH.fullmatch(value.value or "") if isinstance(value, Timex) and value.type == "DURATION" else None
    if length is None or day is None:
        return None
    before = text[max(0, stated.anchor.start - BEFORE) : stated.anchor.start]
    within, over, coming = _openers(lang)
    words = stated.anchor.exact + text[stated.anchor.end : stated.anchor.end + 12]
    if not within.search(before) and not (over.search(before) and coming.search(words)):
        return None
    return _end(day, int(length[1]), length[2])


def _end(day: dt.date, count: int, unit: str) -> Timex | None:
    try:
        if unit in "DW":
            last = day + dt.timedelta(days=count * (7 if unit == "W" else 1))
            return Timex("DATE", last.isoformat(), "BEFORE", None, last, "published")
        months = day.year * 12 + day.month - 1 + count * (12 if unit == "Y" else 1)
        year, month = divmod(months, 12)
        if unit == "Y":
            return Timex("DATE", f"{year:04}", "BEFORE", None, dt.date(year, 12, 31), "published")
        last = dt.date(year, month + 1, calendar.monthrange(year, month + 1)[1])
        return Timex("DATE", f"{year:04}-{month + 1:02}", "BEFORE", None, last, "published")
    except (ValueError, OverflowError):
        return None
