"""Figures of one thing drawn as intervals over one scale, in plain numbers for an inline SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from recoupe.report.safe import plain
from recoupe.report.view.book import Passage
from recoupe.report.words import Words
from recoupe.types import Quantity

WIDTH, LEFT, RIGHT, ROW, TOP = 720, 190, 240, 26, 6
LABEL = 28


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure: a point when both ends are one place, else a segment; an open end has an arrow."""

    key: str
    label: str
    value: str
    source: str
    x1: int
    x2: int
    y: int
    open_low: bool
    open_high: bool

    @property
    def point(self) -> bool:
        """The figure is exact."""
        return self.x1 == self.x2 and not (self.open_low or self.open_high)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the scale with its number."""

    x: int
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of `width` × `height` user units; `told` says it in words."""

    width: int
    height: int
    left: int
    right: int
    base: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    told: str


def chart(rows: Sequence[tuple[Passage, Quantity, str]], words: Words) -> Chart | None:
    """The drawing, or None for fewer than two figures, several units, or figures that are all the same."""
    units = {quantity.unit for _, quantity, _ in rows}
    if len(rows) < 2 or len(units) != 1:
        return None
    ends = sorted({end for _, q, _ in rows for end in (q.low, q.high) if end is not None})
    if len(ends) < 2:
        return None
    low, high = ends[0], ends[-1]
    pad = (high - low) / 6
    low, high = max(Decimal(0), low - pad) if low >= 0 else low - pad, high + pad

    def place(value: Decimal) -> int:
        return LEFT + int((value - low) / (high - low) * (WIDTH - LEFT - RIGHT))

    bars = []
    for number, (passage, quantity, value) in enumerate(rows):
        x1 = place(quantity.low) if quantity.low is not None else LEFT
        x2 = place(quantity.high) if quantity.high is not None else WIDTH - RIGHT
        y = TOP + ROW // 2 + number * ROW
        bars.append(
            Bar(
                passage.key,
                _cut(passage.account.name),
                value,
                _cut(_source(passage)),
                x1,
                x2,
                y,
                quantity.low is None,
                quantity.high is None,
            )
        )
    base = TOP + len(rows) * ROW
    told = "; ".join(f"{passage.account.name}: {value}" for passage, _, value in rows)
    ticks = tuple(Tick(place(end), words.number(end)) for end in _spread(ends, place))
    return Chart(WIDTH, base + 22, LEFT, WIDTH - RIGHT, base, tuple(bars), ticks, plain(told))


def _source(passage: Passage) -> str:
    return passage.chain[-1].name if passage.chain else ""


def _cut(name: str) -> str:
    return name if len(name) <= LABEL else name[: LABEL - 1] + "…"


def _spread(ends: Sequence[Decimal], place: object) -> list[Decimal]:
    """Ends far enough apart for their numbers to be read."""
    assert callable(place)
    kept: list[Decimal] = []
    for end in ends:
        if not kept or place(end) - place(kept[-1]) >= 44:
            kept.append(end)
    return kept
