"""Figures of one thing drawn over time, each as an interval, with a line along what one source says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from recoupe.report.safe import plain
from recoupe.report.view.book import Account, Passage
from recoupe.report.words import Words
from recoupe.types import Quantity, Timex

WIDTH, LEFT, RIGHT, TOP, TALL, FOOT = 720, 74, 210, 22, 150, 30
NEAR, BETWEEN_DAYS, BETWEEN_VALUES, LABEL, MOST = 20, 96, 17, 24, 60


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure: a disc with its account's number, on a bar when it is an interval; an open end has an arrow."""

    key: str
    number: int
    name: str
    x: int
    top: int
    bottom: int
    open_low: bool
    open_high: bool
    approx: bool

    @property
    def y(self) -> int:
        """Where the disc stands."""
        return (self.top + self.bottom) // 2


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing of `width` × `height` user units; `told` says it in words."""

    width: int
    height: int
    left: int
    right: int
    base: int
    marks: tuple[Mark, ...]
    days: tuple[tuple[int, str], ...]
    values: tuple[tuple[int, str], ...]
    lines: tuple[str, ...]
    legend: tuple[tuple[int, str, str, int], ...]
    told: str


Row = tuple[Passage, Quantity, str]
Across = Callable[[dt.date], int]
Up = Callable[[Decimal], int]
Dated = tuple[dt.date, Passage, Quantity, str]


def plot(rows: Sequence[Row], words: Words) -> Plot | None:
    """The drawing; None where there are not two moments and two values of one unit, or where nobody could read it."""
    found = sorted(
        ((day, *row) for row in rows if (day := moment(row[0]))), key=lambda r: (r[0], r[1].account.number, r[1].key)
    )
    ends = sorted({end for _, _, q, _ in found for end in (q.low, q.high) if end is not None})
    days = sorted({row[0] for row in found})
    if len(days) < 2 or len(ends) < 2 or len({q.unit for _, _, q, _ in found}) != 1 or len(found) > MOST:
        return None
    across, up = _scales(days, ends)
    marks = _marks(found, across, up)
    accounts = {row[1].account.number: row[1].account for row in found}
    told = "; ".join(f"{words.day(day)}, {p.account.name}: {value}" for day, p, _, value in found)
    shown_days = _spread([(across(day), words.day(day)) for day in days], BETWEEN_DAYS)
    shown_values = _spread([(up(end), words.number(end)) for end in ends], BETWEEN_VALUES)
    base = TOP + TALL
    legend = tuple(_legend(accounts[number], n) for n, number in enumerate(sorted(accounts)))
    height = max(base + FOOT, TOP + 24 * len(legend))
    lines = _lines(found, marks)
    return Plot(WIDTH, height, LEFT, WIDTH - RIGHT, base, marks, shown_days, shown_values, lines, legend, plain(told))


def moment(passage: Passage) -> dt.date | None:
    """The day a figure is placed at: the first day it holds at, else the day its account appeared."""
    holds = passage.statement.holds_at
    if isinstance(holds, Timex) and holds.type in ("DATE", "TIME") and (day := holds.earliest or holds.latest):
        return day
    return passage.account.document.day


def _scales(
    days: Sequence[dt.date], ends: Sequence[Decimal]
) -> tuple[Callable[[dt.date], int], Callable[[Decimal], int]]:
    inner = WIDTH - RIGHT - LEFT - 100
    span = (days[-1] - days[0]).days
    pad = (ends[-1] - ends[0]) / 8
    low = max(Decimal(0), ends[0] - pad) if ends[0] >= 0 else ends[0] - pad
    high = ends[-1] + pad

    def across(day: dt.date) -> int:
        return LEFT + 40 + (day - days[0]).days * inner // span

    def up(value: Decimal) -> int:
        return TOP + TALL - int((value - low) / (high - low) * TALL)

    return across, up


def _marks(found: Sequence[Dated], across: Across, up: Up) -> tuple[Mark, ...]:
    made: list[Mark] = []
    for day, passage, q, value in found:
        top = up(q.high) if q.high is not None else TOP
        bottom = up(q.low) if q.low is not None else TOP + TALL
        x = across(day)
        while any(abs(m.x - x) < NEAR and m.top - NEAR < bottom and top < m.bottom + NEAR for m in made):
            x += NEAR
        account = passage.account
        name = plain(f"{account.name}: {value}")
        made.append(
            Mark(passage.key, account.number, name, x, top, bottom, q.low is None, q.high is None, bool(q.approx))
        )
    return tuple(made)


def _lines(found: Sequence[Dated], marks: Sequence[Mark]) -> tuple[str, ...]:
    """Through the figures of one source, over time; an account's own figures are its own source."""
    by_source: dict[str, list[tuple[dt.date, Mark]]] = {}
    for (day, passage, _, _), mark in zip(found, marks, strict=True):
        source = passage.chain[-1].name.casefold() if passage.chain else f"\x00{passage.account.number}"
        by_source.setdefault(source, []).append((day, mark))
    return tuple(
        " ".join(f"{mark.x},{mark.y}" for _, mark in held)
        for held in by_source.values()
        if len({day for day, _ in held}) > 1
    )


def _legend(account: Account, place: int) -> tuple[int, str, str, int]:
    name = account.name if len(account.name) <= LABEL else account.name[: LABEL - 1] + "…"
    return account.number, name, account.key, TOP + 10 + 24 * place


def _spread(places: Sequence[tuple[int, str]], apart: int) -> tuple[tuple[int, str], ...]:
    """Places far enough apart for their labels to be read, the first and the last before those between."""
    kept = [places[0], places[-1]] if abs(places[-1][0] - places[0][0]) >= apart else [places[0]]
    for place in places[1:-1]:
        if all(abs(place[0] - other[0]) >= apart for other in kept):
            kept.append(place)
    return tuple(sorted(kept))
