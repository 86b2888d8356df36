"""Score the French time expressions on the parts of two public test sets that read like news.

usage: python bench/time/french.py FOLDER [--errors]

FOLDER holds `duckling-corpus-fr.hs` (Duckling's French corpus) and `recognizers/*.json` (Recognizers-Text's French
specifications). Both hold what a person types or says to an assistant, so each is filtered by the rules of
`french.toml` before anything is scored: an example stays only if a newspaper could print it. What the rules drop is
counted and shown.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from recoupe.annotate.annotate import annotate
from recoupe.kinds.timing.calendar import days
from recoupe.kinds.timing.extract import extract
from recoupe.types import Document, Timex

DUCKLING_DAY = dt.date(2013, 2, 12)
RECOGNIZERS_DAY = dt.date(2016, 11, 7)  # where an example names no other
SECOND = dt.timedelta(seconds=1)
GRAIN = {"Day": 1, "Week": 7}
MOMENT = re.compile(r"\((\d+), (\d+), (\d+), (\d+), (\d+), (\d+)\)")
GROUP = re.compile(r"examples \((datetime\w*) (.*?) ([A-Z]\w+)\)\s*\[(.*?)\n?\s*\]\n", re.S)
PARTS = {"MO": (4, 12), "MI": (11, 16), "AF": (12, 19), "EV": (17, 24), "NI": (18, 24), "DT": (6, 24)}

RECOGNIZERS_FILES = ("DateParser", "DatePeriodParser", "DurationParser", "SetParser")


def _rules(name: str) -> list[tuple[str, re.Pattern[str]]]:
    """The rules of `french.toml` that take out examples of one set: the reason and the pattern."""
    rows = tomllib.loads(Path(__file__).with_name("french.toml").read_text("utf8"))[name]
    return [(row["why"], re.compile("|".join(row["patterns"]))) for row in rows]


class Example(NamedTuple):
    """A phrase, the sentence that carries it, its day, and what it must mean."""

    phrase: str
    sentence: str
    day: dt.date
    wanted: object


class Interval(NamedTuple):
    """A stretch of time, its end excluded."""

    start: dt.datetime
    end: dt.datetime


def _moment(parts: tuple[str, ...]) -> dt.datetime:
    year, month, day, hour, minute, second = map(int, parts)
    return dt.datetime(year, month or 1, day or 1, hour, minute, second)


def _after(start: dt.datetime, grain: str) -> dt.datetime:
    if grain == "Year":
        return start.replace(year=start.year + 1)
    if grain == "Month":
        return (start.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    if grain in GRAIN:
        return start + dt.timedelta(days=GRAIN[grain])
    return start + dt.timedelta(seconds={"Hour": 3600, "Minute": 60}.get(grain, 1))


def duckling(path: Path) -> Iterator[tuple[Example, str | None]]:
    """Every example with the rule that drops it, or None."""
    rules = _rules("duckling")
    for kind, value, grain, phrases in GROUP.findall(path.read_text("utf8")):
        moments = [_moment(m) for m in MOMENT.findall(value)]
        end = moments[1] if len(moments) > 1 else _after(moments[0], grain)
        for phrase in re.findall(r'"((?:[^"\\]|\\.)*)"', phrases):
            drop = next((why for why, rule in rules if rule.search(kind) or rule.search(phrase)), None)
            carrier = f"La réunion aura lieu {phrase}."
            yield Example(phrase, carrier, DUCKLING_DAY, Interval(moments[0], end)), drop


def recognizers(folder: Path) -> Iterator[tuple[Example, str | None]]:
    """Every example of four of the files with the rule that drops it, or None; doubles are taken once."""
    rules, seen = _rules("recognizers"), set[str]()
    for name in RECOGNIZERS_FILES:
        for row in json.loads((folder / f"{name}.json").read_text("utf-8-sig")):
            text, results = row["Input"].strip(), row["Results"]
            if text.lower() in seen:
                continue
            seen.add(text.lower())
            reference = row.get("Context", {}).get("ReferenceDateTime", "")[:10]
            value = (results[0].get("Value") or {}).get("Timex") if len(results) == 1 else None
            flags = "" if len(results) == 1 else "#count"
            if not value or value.startswith(("(", "T")):
                flags = flags or "#value"
            if value and not reference and value[:4].isdigit() and value[:4] not in text:
                flags = flags or "#reference"
            if value and re.search(r"WXX-\d-#|-W0\d$|XX(?:XX)?-WXX$|^XXXX-XX$|^XXXX$", value):
                flags = flags or "#own"
            drop = next((why for why, rule in rules if rule.search(flags or text)), None)
            day = dt.date.fromisoformat(reference) if reference else RECOGNIZERS_DAY
            yield Example(results[0]["Text"] if results else "", text, day, value), drop


def span(timex: Timex) -> Interval | None:
    """The stretch a DATE or TIME value covers."""
    first, last = days(timex.value)
    if first is None or last is None:
        return None
    start, end = dt.datetime(first.year, first.month, first.day), dt.datetime(last.year, last.month, last.day)
    clock = re.search(r"T(\d\d):(\d\d)", timex.value or "")
    if clock:
        start += dt.timedelta(hours=int(clock[1]), minutes=int(clock[2]))
        return Interval(start, start + dt.timedelta(minutes=1))
    part = re.search(r"T([A-Z]{2})$", timex.value or "")
    low, high = PARTS[part[1]] if part else (0, 24)
    return Interval(start + dt.timedelta(hours=low), end + dt.timedelta(hours=high))


def means(found: list[Timex], wanted: Interval) -> bool:
    """The expressions mean the interval: one that is it or, coarser, holds it; or two that are its ends."""
    spans = [each for timex in found if (each := span(timex))]
    lengths = {"D": 1, "W": 7, "M": 30, "Y": 365}
    for timex in found:
        if timex.value == "PRESENT_REF" and wanted.start.date() == DUCKLING_DAY:
            return True
        if timex.mod == "BEFORE" and (reach := span(timex)) and reach.start <= wanted.end <= reach.end:
            return True
        length = re.fullmatch(r"PT?(\d+)([A-Z])", timex.value or "")
        if timex.type == "DURATION" and length and length[2] in lengths:
            days_long = (wanted.end - wanted.start).days
            if abs(days_long - int(length[1]) * lengths[length[2]]) <= days_long * 0.04 + 1:
                return True
    last = (wanted.end - SECOND).date()
    if len(spans) >= 2 and spans[0].start.date() == wanted.start.date() and (spans[-1].end - SECOND).date() == last:
        return True
    for each in spans:
        if each.start == wanted.start and each.end - each.start == dt.timedelta(minutes=1):
            return True
        overlap = min(each.end, wanted.end) - max(each.start, wanted.start)
        whole = wanted.end - wanted.start
        coarse = each.end - each.start <= dt.timedelta(days=31) or whole >= dt.timedelta(days=28)
        if coarse and overlap >= 0.6 * whole and (each.end - each.start) <= 40 * max(whole, dt.timedelta(minutes=1)):
            return True
    return False


def agrees(found: list[Timex], wanted: str) -> bool:
    """One of the values is theirs, where theirs says something: `XXXX-10-02` is any second of October."""
    for timex in found:
        mine = timex.value or ""
        if mine == wanted or (_months(mine) is not None and _months(mine) == _months(wanted)):
            return True
        weekday = re.fullmatch(r"XXXX-WXX-(\d)", wanted)
        first, last = days(mine)
        if weekday and first and first == last and first.isoweekday() == int(weekday[1]):
            return True
        if "X" in wanted and len(mine) == len(wanted) and all(a in (b, "X") for a, b in zip(wanted, mine, strict=True)):
            return True
        coarser = len(mine) >= 4 and wanted.startswith(mine[:7]) and timex.why == "published"
        if coarser and re.fullmatch(r"\d{4}-\d\d-\d\d", wanted) and re.fullmatch(r"\d{4}(-\d\d)?", mine):
            return True
        low, high = days(wanted)
        if first and low and re.search(r"-W\d\d$", mine) and first <= low and last and high and high <= last:
            return True
    return False


def _months(value: str) -> tuple[float, float] | None:
    """A duration in months and in minutes."""
    parts = re.fullmatch(r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?)?", value)
    if not parts or not any(parts.groups()):
        return None
    year, month, day, hour, minute = (float(part or 0) for part in parts.groups())
    return 12 * year + month, 1440 * day + 60 * hour + minute


def right(example: Example) -> tuple[bool, list[Timex]]:
    """Whether what recoupe finds in the sentence is what the example wants."""
    account = annotate(Document("d", example.sentence, "fr", published=example.day))
    found = [statement.body.timex for statement in extract(account, ())]
    if isinstance(example.wanted, Interval):
        return means(found, example.wanted), found
    return agrees(found, str(example.wanted)), found


def main(folder: Path, errors: bool) -> None:
    """Score both sets and say what was dropped."""
    for name, rows in (
        ("Duckling", list(duckling(folder / "duckling-corpus-fr.hs"))),
        ("Recognizers", list(recognizers(folder / "recognizers"))),
    ):
        kept = [example for example, drop in rows if drop is None]
        hits = 0
        for example in kept:
            hit, found = right(example)
            hits += hit
            if errors and not hit:
                print("  ", example.sentence, "|", example.wanted, "|", [(t.value, t.mod) for t in found])
        share = 100 * hits / len(kept)
        print(f"{name}: {hits} of {len(kept)} values right ({share:.1f} %); {len(rows)} examples in all")
        reasons = [drop for _, drop in rows if drop]
        for why in dict.fromkeys(reasons):
            print(f"   dropped {reasons.count(why):3d}: {why}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--errors" in sys.argv)
