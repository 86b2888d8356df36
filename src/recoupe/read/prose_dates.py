"""Dates of publication written in words, « publié le 11 mars 2026 à 19h40 », on pages and in press databases."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale

from recoupe.lang import LANGUAGES, table

GAP = r"[\s,.\u00a0\u202f]{1,4}"
CLOCK = (
    r"(?:(?:[\s,\u00a0\u202f–—|·-]|à|at|vers)*(?P<hour>[01]?\d|2[0-3])\s?(?:h|H|:|\.)\s?(?P<minute>[0-5]\d)"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?)?"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in words: the words, its ISO form (with the hour when written), and whether an update's."""

    words: str
    value: str
    start: int
    announced: bool
    updated: bool


@cache
def _months(lang: str) -> dict[str, int]:
    names: dict[str, int] = {}
    calendar = Locale(lang).months["format"]
    for width in ("wide", "abbreviated"):
        names.update({str(name).strip(".").lower(): int(number) for number, name in calendar[width].items()})
    names.update(table(lang, "dateline")["months"])
    return names


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], ...]:
    month = "|".join(sorted(map(re.escape, _months(lang)), key=lambda name: (-len(name), name)))
    worded = (
        rf"(?<![\w/])(?P<day>[0-3]?\d)(?:er|st|nd|rd|th)?{GAP}(?:of )?(?P<month>{month})\.?{GAP}(?P<year>\d{{4}})\b"
    )
    american = rf"\b(?P<month>{month})\.?\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})\b"
    numbers = r"(?<![\d/.])(?P<day>[0-3]?\d)(?P<sep>[/.])(?P<month>[01]?\d)(?P=sep)(?P<year>\d{4})(?![\d/]|\.\d)"
    iso = r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)"
    shapes = [worded, american, iso] + ([numbers] if table(lang, "dateline")["order"] == "dmy" else [])
    return tuple(re.compile(shape + CLOCK, re.IGNORECASE) for shape in shapes)


@cache
def _announcers(lang: str, key: str) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, table(lang, "dateline")[key]), key=lambda word: (-len(word), word)))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def found(text: str, lang: str) -> Iterator[Dated]:
    """Every whole date in the text, in the order of the text; a day and month without a year is none."""
    hits: dict[int, Dated] = {}
    for pattern in _patterns(lang):
        for match in pattern.finditer(text):
            value = _value(match, lang)
            if value is not None and match.start() not in hits:
                before = text[max(0, match.start() - 40) : match.start()]
                updated = _last(_announcers(lang, "updated"), before)
                published = _last(_announcers(lang, "published"), before)
                hits[match.start()] = Dated(
                    match[0].strip(), value, match.start(), max(updated, published) >= 0, updated >= 0
                    and updated + 12 >= published,
                )  # fmt: skip
    yield from (hits[start] for start in sorted(hits))


def first(text: str) -> str | None:
    """The ISO form of the first whole date in a line that holds one, in whichever language reads it."""
    for lang in LANGUAGES:
        for dated in found(text, lang):
            return dated.value
    return None


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def _value(match: re.Match[str], lang: str) -> str | None:
    month = match["month"].lower()
    number = int(month) if month.isdecimal() else _months(lang).get(month, 0)
    try:
        day = dt.date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None
    if match["hour"] is None:
        return day.isoformat()
    hour = int(match["hour"])
    if match["half"] and hour <= 12:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return f"{day.isoformat()}T{hour:02d}:{match['minute']}"
