"""One notation for TIMEX3 values that mean the same, so that a scorer counts meanings and not spellings.

`1949-XX` and `1998-XX-XX` are a year, `199X` is the decade 199, `2000-W8` the week 2000-W08, `T10:00:00` is T10:00.
A part of the day is kept: `TEV` and `TNI` differ.
"""

from __future__ import annotations

import re

STEPS = (
    (re.compile(r"(?:-XX)+$"), ""),
    (re.compile(r"^(\d\d\d)X$"), r"\1"),
    (re.compile(r"^(\d\d)XX$"), r"\1"),
    (re.compile(r"-W(\d)(?=$|-)"), r"-W0\1"),
    (re.compile(r"(T\d\d:\d\d):00(?=$|Z|[+-])"), r"\1"),
    (re.compile(r"T(\d\d)$"), r"T\1:00"),
)


def same(value: str | None) -> str | None:
    """The value in the one notation."""
    for pattern, written in STEPS:
        value = pattern.sub(written, value) if value else value
    return value
