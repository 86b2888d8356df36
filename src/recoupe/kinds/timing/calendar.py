"""Calendar arithmetic on TIMEX3 values: no language, no text."""

from __future__ import annotations

import calendar
import datetime as dt

import regex
from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
_SHAPE = regex.compile(
    r"(?P<year>\d{2,4})(?:-(?:W(?P<week>\d\d)(?P<we>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?))?(?:T.*)?"
)
Days = tuple[dt.date | None, dt.date | None]


def unit_of(code: str) -> tuple[int, str]:
    """A table's unit code as (multiple, TIMEX3 letter): « 10Y » is (10, "Y"); minutes are "TM"."""
    digits = "".join(char for char in code if char.isdigit())
    return (int(digits) if digits else 1), code[len(digits) :]


def duration(count: float | str, code: str) -> str:
    """The TIMEX3 duration of so many units; the count may be X (unknown)."""
    multiple, letter = unit_of(code)
    amount = count if isinstance(count, str) else f"{count * multiple:g}"
    if letter in {"S", "TM", "H"}:
        return f"PT{amount}{letter[-1]}"
    if isinstance(count, str) and multiple == 10:
        return "PXDE"
    if isinstance(count, str) and multiple == 100:
        return "PXCE"
    return f"P{amount}{letter}"


def shift(day: dt.date, count: int, code: str) -> dt.date:
    """The day so many units away; months and years keep the day of the month where they can."""
    multiple, letter = unit_of(code)
    count *= multiple
    months = {"M": 1, "Q": 3, "Y": 12}.get(letter, 0) * count
    moved: dt.date = day + relativedelta(months=months)
    return moved + dt.timedelta(days={"D": 1, "W": 7}.get(letter, 0) * count)


def at(day: dt.date, code: str) -> str:
    """The value of the unit a day lies in: « 2019-W07 », « 2019-02 », « 2019 », « 201 » (decade), « 20 » (century)."""
    multiple, letter = unit_of(code)
    if letter == "W":
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}"
    if letter == "M":
        return f"{day:%Y}-H{(day.month + 5) // 6}" if multiple == 6 else f"{day:%Y-%m}"
    if letter == "Q":
        return f"{day:%Y}-Q{(day.month + 2) // 3}"
    if letter == "Y":
        return f"{day.year:04d}"[: {1: 4, 10: 3, 100: 2}[multiple]]
    return day.isoformat()


def week_end(day: dt.date) -> str:
    """The value of the week-end of a day's ISO week."""
    return at(day, "W") + "-WE"


def weekday_near(day: dt.date, weekday: int, direction: int) -> dt.date:
    """The weekday (Monday 0) strictly before (-1) or after (1) a day; 0: the nearest, ties to the past."""
    ahead = (weekday - day.weekday()) % 7
    if direction > 0:
        return day + dt.timedelta(days=ahead or 7)
    if direction < 0:
        return day - dt.timedelta(days=(7 - ahead) % 7 or 7)
    return day + dt.timedelta(days=ahead if ahead <= 3 else ahead - 7)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> dt.date | None:
    """The nth such weekday (Monday 0) of a month, -1 for the last; None when the month has fewer."""
    if nth > 0:
        first = dt.date(year, month, 1)
        day = first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        last = dt.date(year, month, calendar.monthrange(year, month)[1])
        day = last - dt.timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-nth - 1))
    return day if day.month == month else None


def feast(code: str, year: int) -> dt.date:
    """A feast's day: « 12-25 », « E+39 » (days from Easter), « 11-4TH » (fourth Thursday), « 05-LMO » (last Monday).

    « +1 » after a weekday is that many days later.
    """
    if code.startswith("E"):
        sunday: dt.date = easter(year)
        return sunday + dt.timedelta(days=int(code[1:]))
    month, day = code.split("-")
    if day.isdigit():
        return dt.date(year, int(month), int(day))
    day, _, plus = day.partition("+")
    weekday = ("MO", "TU", "WE", "TH", "FR", "SA", "SU").index(day[1:])
    found = nth_weekday(year, int(month), -1 if day[0] == "L" else int(day[0]), weekday)
    assert found is not None
    return found + dt.timedelta(days=int(plus or 0))


def _months(year: int, first: int, last: int) -> Days:
    year, last_year = year + (first - 1) // 12, year + (last - 1) // 12
    first, last = (first - 1) % 12 + 1, (last - 1) % 12 + 1
    return dt.date(year, first, 1), dt.date(last_year, last, calendar.monthrange(last_year, last)[1])


def days(value: str | None) -> Days:
    """The first and last day a DATE or TIME value can mean; (None, None) for references and unknown shapes."""
    shape = _SHAPE.fullmatch(value) if value else None
    if shape is None:
        return None, None
    part = shape.groupdict()
    if len(part["year"]) < 4:
        return _long(part["year"])
    year = int(part["year"])
    try:
        if part["week"]:
            monday = dt.date.fromisocalendar(year, int(part["week"]), 1)
            return monday + dt.timedelta(days=5 if part["we"] else 0), monday + dt.timedelta(days=6)
        if part["day"]:
            day = dt.date(year, int(part["month"]), int(part["day"]))
            return day, day
        if part["month"]:
            return _months(year, int(part["month"]), int(part["month"]))
        if part["quarter"]:
            return _months(year, 3 * int(part["quarter"]) - 2, 3 * int(part["quarter"]))
        if part["half"]:
            return _months(year, 6 * int(part["half"]) - 5, 6 * int(part["half"]))
        if part["season"]:
            return _months(year, *_SEASON_MONTHS[part["season"]])
        return _months(year, 1, 12)
    except ValueError:
        return None, None


def _long(digits: str) -> Days:
    size = 10 ** (4 - len(digits))
    first = int(digits) * size
    if first < 1:
        return None, None
    return dt.date(first, 1, 1), dt.date(first + size - 1, 12, 31)


def narrow(span: Days, mod: str | None) -> Days:
    """The span left by a TIMEX3 `mod`: BEFORE has no first day, AFTER no last; START, MID, END keep about half."""
    first, last = span
    if first is None or last is None:
        return span
    half = (last - first) // 2
    if mod == "BEFORE":
        return None, last
    if mod == "AFTER":
        return first, None
    if mod == "START":
        return first, last - half
    if mod == "END":
        return first + half, last
    if mod == "MID":
        return first + half // 2, last - half // 2
    return span
