"""Where an expression may start: not far before the words that call for one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import regex

RADIUS = 70
BEFORE, AFTER, OPENING = 36, 16, 2
_TOKEN = regex.compile(r"(\d+[^\W_]*)|[^\W\d_]+(?:(['’])[^\W\d_]+)?")
DIGITS, CUT = 1, 2
_NUMERIC = regex.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}")
_SLASH = regex.compile(r"\d/\d")
_CLOCK = regex.compile(r"\b\d{1,2}:\d\d|\b\d{1,2} ?[hH]\b|\b\d{1,2} ?[ap]\.?m\b|\b[QT][1-4]\b", regex.IGNORECASE)


def spots(text: str, triggers: dict[str, tuple[str, ...]]) -> tuple[dict[str, list[int]], list[int], list[str]]:
    """For each word class, where its words stand; where an expression may start, and its first letters."""
    found: dict[str, list[int]] = {}
    starts: list[int] = []
    openers: list[str] = []
    called = triggers.get
    for token in _TOKEN.finditer(text):
        word, start, sort = token.group(), token.start(), token.lastindex
        starts.append(start)
        openers.append(word[:OPENING])
        if sort == DIGITS:
            if (len(word) in (4, 5) and word[:4].isdigit()) or word[-1] == "s":
                found.setdefault("year", []).append(start)
            elif not word.isdigit():
                found.setdefault("clock", []).append(start)
            if len(word) <= 4:
                found.setdefault("nth", []).append(start)
            continue
        low = word.lower()
        for name in called(low, ()):
            found.setdefault(name, []).append(start)
        if sort == CUT:
            cut = token.start(CUT) - start
            starts.append(start + cut + 1)
            openers.append(word[cut + 1 : cut + 1 + OPENING])
            for name in (*called(low[:cut], ()), *called(low[cut + 1 :], ())):
                found.setdefault(name, []).append(start)
    for name, pattern in (("numeric", _NUMERIC), ("clock", _CLOCK), ("slash", _SLASH)):
        if more := [match.start() for match in pattern.finditer(text)]:
            found[name] = sorted([*found.get(name, ()), *more])
    return found, starts, openers


def near(places: Sequence[int], starts: Sequence[int], size: int) -> list[tuple[int, int]]:
    """The starts not far before the places and not long after them; places close together are looked at as one."""
    out: list[tuple[int, int]] = []
    high, first, last = size, size, len(starts)
    for place in reversed(places):
        if place + RADIUS < first - RADIUS:
            high = min(size, place + RADIUS)
        first = place
        last = min(last, bisect_right(starts, place + AFTER))
        low = bisect_left(starts, place - BEFORE)
        out += [(at, high) for at in range(last - 1, low - 1, -1)]
        last = min(last, low)
    out.reverse()
    return out
