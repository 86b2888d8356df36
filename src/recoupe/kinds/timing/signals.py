"""The words before an expression that change it: « d'ici », « vers », « plus de », *by*, *about*."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import regex

from recoupe.kinds.timing.calendar import days, narrow
from recoupe.kinds.timing.context import Context
from recoupe.kinds.timing.grammar import Found
from recoupe.kinds.timing.words import SPACE, loosen
from recoupe.lang import table
from recoupe.types import Timex

_REACH = 40


@dataclass(frozen=True, slots=True)
class Signal:
    """One row of `[[before]]`: `over` is the mod it may replace, `take` puts its words inside the span.

    `unless` is what must not follow the expression.
    """

    pattern: Any
    mod: str
    applies: tuple[str, ...]
    over: str | None
    take: bool
    unless: Any


@cache
def _signals(lang: str) -> tuple[Signal, ...]:
    return tuple(
        Signal(
            regex.compile(rf"(?<!\w)(?:{loosen(row['pattern'])}){SPACE}?$", regex.IGNORECASE),
            row["mod"],
            tuple(row["applies"]),
            row.get("over"),
            bool(row.get("take")),
            regex.compile(row["unless"]) if "unless" in row else None,
        )
        for row in table(lang, "time").get("before", [])
    )


def modify(found: Found, value: Timex, ctx: Context) -> tuple[int, Timex]:
    """Where the expression starts once its signal is counted in, and its value with the signal's mod."""
    before = ctx.text[max(0, found.start - _REACH) : found.start]
    for signal in _signals(ctx.words.lang):
        if signal.take and found.rule.row.get("fixed"):
            continue
        if value.type not in signal.applies or (signal.over and value.mod != signal.over):
            continue
        match = signal.pattern.search(before)
        if match is None or (signal.unless is not None and signal.unless.match(ctx.text, found.end)):
            continue
        start = found.start - (len(before) - match.start()) if signal.take else found.start
        if value.mod and not signal.over and signal.mod != "BEFORE":
            return found.start, value
        return start, _with_mod(value, signal.mod)
    return found.start, value


def _with_mod(value: Timex, mod: str) -> Timex:
    if value.type not in {"DATE", "TIME"}:
        return replace(value, mod=mod)
    earliest, latest = narrow(days(value.value), mod)
    return replace(value, mod=mod, earliest=earliest, latest=latest)
