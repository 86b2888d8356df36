"""Figures grouped by what they count, in a table and as intervals on a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.report.view.book import Book, Passage
from recoupe.report.view.chart import Chart, chart
from recoupe.report.view.plot import Plot, plot
from recoupe.types import Quantity


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its passage, its value in digits, what it counts."""

    passage: Passage
    value: str
    counted: str
    source: str
    quantity: Quantity | None


@dataclass(frozen=True, slots=True)
class Counted:
    """The figures that count one thing; a `plot` where they differ over time, else a `chart` where they differ."""

    named: str
    lang: str
    figures: tuple[Figure, ...]
    accounts: int
    chart: Chart | None
    plot: Plot | None
    count: int


def figures(book: Book) -> tuple[Counted, ...]:
    """Figures by counted thing: first those several accounts give, then the rest, each in reading order.

    Two figures belong together when a relation of the dossier joins them, or when the same words name the
    counted thing and the same thing is said of it.
    """
    rows = [_figure(book, passage) for passage in book.of_kind("figure")]
    found = [_counted(book, group) for group in _groups(book, rows)]
    return tuple(sorted(found, key=lambda g: (-min(g.accounts, 2), -min(len(g.figures), 2))))


def _groups(book: Book, rows: Sequence[Figure]) -> list[list[Figure]]:
    leader = {row.passage.statement.id: row.passage.statement.id for row in rows}

    def lead(ident: str) -> str:
        while leader[ident] != ident:
            ident = leader[ident]
        return ident

    first: dict[tuple[str, str, str], str] = {}
    pairs = [(link.left, link.right) for link in book.dossier.links]
    for row in rows:
        ident, unit = row.passage.statement.id, row.quantity.unit if row.quantity else ""
        if row.counted:
            same = (unit, row.counted.casefold(), _said_of(row))
            pairs.append((first.setdefault(same, ident), ident))
    for left, right in pairs:
        if left in leader and right in leader:
            leader[lead(right)] = lead(left)
    groups: dict[str, list[Figure]] = {}
    for row in rows:
        groups.setdefault(lead(row.passage.statement.id), []).append(row)
    return list(groups.values())


def _said_of(row: Figure) -> str:
    """The predicate the figure stands with, so that people hurt and people marching are not one count."""
    claims = row.passage.statement.claims
    return claims[0].head if claims else ""


def _counted(book: Book, group: Sequence[Figure]) -> Counted:
    often = Counter(row.counted for row in group if row.counted)
    named = max(group, key=lambda row: (often[row.counted], len(row.counted)))
    accounts = len({row.passage.account.number for row in group})
    rows = [(row.passage, row.quantity, row.value) for row in group if row.quantity]
    over_time = plot(rows, book.words)
    drawn = None if over_time else chart(rows, book.words)
    return Counted(named.counted, named.passage.account.lang, tuple(group), accounts, drawn, over_time, len(group))


def _figure(book: Book, passage: Passage) -> Figure:
    row, value = book.row(passage), passage.statement.value
    quantity = value if isinstance(value, Quantity) else None
    source = " ← ".join(voice.name for voice in passage.chain) or str(row.get("attributed_to") or "")
    shown = book.words.quantity(quantity) if quantity else passage.statement.anchor.exact
    return Figure(passage, shown, str(row.get("counted") or ""), source, quantity)
