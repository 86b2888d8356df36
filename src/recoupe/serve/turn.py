"""Long sections turned page by page: a section's lines, and the views with only some of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from recoupe.report.view.book import Account
from recoupe.report.view.origins import Source
from recoupe.report.view.timeline import Timeline
from recoupe.serve.views import Views

LINES = 120
Line = tuple[Any, Any]  # what holds it, as a speaker holds words, and the line itself
Fields = dict[str, Any]


class Part:
    """Views of which some fields hold the lines of one page."""

    def __init__(self, views: Views, fields: Fields) -> None:
        self._views, self._fields = views, fields

    def __getattr__(self, name: str) -> Any:
        """The page's lines where the field has such, else the view's own."""
        return self._fields[name] if name in self._fields else getattr(self._views, name)


@dataclass(frozen=True, slots=True)
class Turned:
    """One page of a section: its views, its first and last line from 1, how many there are, the page's number."""

    views: Part
    first: int
    last: int
    lines: int
    page: int
    pages: int


def turned(views: Views, section: str, page: int, find: str = "", kind: str = "", at: str = "") -> Turned | None:
    """A page of a section, of the lines with the words `find` and a voice of this `kind`, or the page `at` is on.

    None for a section that has no lines to turn. A page past the last is the last.
    """
    if section not in SECTIONS:
        return None
    listed, put_together = SECTIONS[section]
    lines = [line for line in listed(views) if section != "said" or _sought(line, find, kind)]
    starts = list(_starts(lines))
    if at:
        place = next((n for n, (_, item) in enumerate(lines) if getattr(item, "key", "") == at), 0)
        page = sum(start <= place for start in starts)
    page = min(max(page, 1), len(starts))
    first, last = starts[page - 1], [*starts, len(lines)][page]
    part = Part(views, put_together(lines[first:last]))
    return Turned(part, first + 1, last, len(lines), page, len(starts))


def _starts(lines: Sequence[Line]) -> Iterator[int]:
    """Where pages begin: an origin weighs as many lines as it has wordings."""
    yield 0
    weight = 0
    for number, (_, item) in enumerate(lines):
        mine = 1 + len(item.wordings) if isinstance(item, Source) else 1
        if weight and weight + mine > LINES:
            yield number
            weight = 0
        weight += mine


def _sought(line: Line, find: str, kind: str) -> bool:
    speaker, row = line
    if kind and speaker.kind != kind:
        return False
    held = " ".join(f"{p.account.name} {' '.join(p.parts)}" for p in row.passages) if find else ""
    return not find or folded(find) in folded(f"{speaker.name} {held}")


def folded(text: str) -> str:
    """Letters alone, without case or accents."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(c for c in parts if not unicodedata.combining(c)).casefold()


def _held(part: Sequence[Line]) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Each holder with its lines of this page."""
    for _, mine in groupby(part, key=lambda line: id(line[0])):
        rows = list(mine)
        yield rows[0][0], tuple(item for _, item in rows)


def _said(views: Views) -> list[Line]:
    return [(speaker, row) for speaker in views.speakers for row in speaker.said]


def _speakers(part: Sequence[Line]) -> Fields:
    return {"speakers": tuple(replace(speaker, said=rows) for speaker, rows in _held(part))}


def _figures(views: Views) -> list[Line]:
    return [(group, figure) for group in views.figures for figure in group.figures]


def _counted(part: Sequence[Line]) -> Fields:
    """The groups; the drawing of a group stands with its first line only."""
    found = []
    for group, rows in _held(part):
        begins = rows[0] is group.figures[0]
        drawn = {} if begins else {"chart": None, "plot": None}
        found.append(replace(group, figures=rows, **drawn))
    return {"figures": tuple(found)}


def _timeline(views: Views) -> list[Line]:
    line = views.timeline
    placed = [(moment, row) for moment in line.moments for row in (*moment.published, *moment.rows)]
    return [*placed, *(("unresolved", row) for row in line.unresolved), *(("vague", row) for row in line.vague)]


def _dated(part: Sequence[Line]) -> Fields:
    moments = []
    rest: dict[str, tuple[Any, ...]] = {}
    for holder, rows in _held(part):
        if isinstance(holder, str):
            rest[holder] = rows
            continue
        published = tuple(row for row in rows if isinstance(row, Account))
        said = tuple(row for row in rows if not isinstance(row, Account))
        moments.append(replace(holder, rows=said, published=published))
    return {"timeline": Timeline(tuple(moments), rest.get("vague", ()), rest.get("unresolved", ()))}


def _named(*fields: str) -> tuple[Callable[[Views], list[Line]], Callable[[Sequence[Line]], Fields]]:
    """A section that is one plain list after another."""

    def listed(views: Views) -> list[Line]:
        return [(field, row) for field in fields for row in getattr(views, field)]

    def put_together(part: Sequence[Line]) -> Fields:
        return {field: tuple(row for holder, row in part if holder == field) for field in fields}

    return listed, put_together


SECTIONS: dict[str, tuple[Callable[[Views], Iterable[Line]], Callable[[Sequence[Line]], Fields]]] = {
    "said": (_said, _speakers),
    "figures": (_figures, _counted),
    "timeline": (_timeline, _dated),
    "promises": _named("promises"),
    "events": _named("events"),
    "origins": _named("origins"),
    "remarks": _named("wording", "faults", "problems"),
    "matters": _named("matters"),
    "names": _named("names"),
}
