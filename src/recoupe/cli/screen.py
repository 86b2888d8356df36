"""Lines and tables as a person at a terminal reads them: colours, folding at the width, a pager when they are long.

Colour only repeats what the words say, and NO_COLOR takes it away. What goes into a pipe is plain and never folded.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from recoupe.cli.out import plain
from recoupe.cli.words import word

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

RELATIONS = {
    "contradicts": "bold red", "changed": "bold magenta", "scope": "bold cyan", "unsure": "bold yellow",
    "agrees": "bold green",
}  # fmt: skip
PASSAGE = r"[«【][^»】]*[»】]"
IDENT = r"\b[a-z]{1,2}-[0-9a-f]{12}\b"
REASON = r"^ *- .*"
# less: quit when it fits, keep colours, leave the screen as it was (the manner of git and of man-db).
LESS = "FRX"


def say(texts: Iterable[str]) -> None:
    """Each line; on a terminal in colour, folded under its own indent, a page at a time when there are many."""
    if not sys.stdout.isatty():
        for text in texts:
            print(text)
        return
    from rich.padding import Padding

    def shown(console: Console) -> Iterable[RenderableType]:
        for text in texts:
            indent = len(text) - len(text.lstrip(" "))
            yield Padding(_lit(text[indent:]), (0, 0, 0, min(indent, console.width // 4)))

    _paged(shown)


def table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], flexible: Sequence[int] = (), widest: int = -1
) -> None:
    """A table; the columns in `flexible` fold: the `widest` takes the room the others, kept narrow, leave it.

    On a terminal too narrow for columns, each row is a block of lines, one for each cell that says something.
    """
    found = [[plain(cell) for cell in row] for row in rows]

    def shown(console: Console) -> Iterable[RenderableType]:
        fixed = sum(
            max(len(row[place]) for row in [list(columns), *found]) + 2
            for place in range(len(columns))
            if place not in flexible
        )
        room = console.width - fixed
        narrow = max(NARROWEST, room // (2 * max(1, len(flexible))))
        if widest < 0:
            few = room < NARROWEST * len(flexible)
        else:
            few = room - (narrow + 2) * (len(flexible) - 1) < READABLE
        return _blocks(columns, found, widest) if few else [_grid(columns, found, flexible, widest, narrow)]

    _paged(shown)


NARROWEST, READABLE = 12, 28


def _grid(
    columns: Sequence[str], rows: Sequence[Sequence[str]], flexible: Sequence[int], widest: int, narrow: int
) -> RenderableType:
    from rich.table import Table

    grid = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for place, column in enumerate(columns):
        longest = max(len(row[place]) for row in [columns, *rows])
        capped = widest >= 0 and place in flexible and place != widest
        width = min(longest, narrow) if capped else None
        grid.add_column(column, no_wrap=place not in flexible, overflow="fold", width=width)
    for row in rows:
        grid.add_row(*(_lit(cell) for cell in row))
    return grid


def _blocks(columns: Sequence[str], rows: Sequence[Sequence[str]], widest: int) -> Iterable[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    for row in rows:
        if widest >= 0:
            yield _lit("  ".join((row[0], " · ".join(c for n, c in enumerate(row[1:], 1) if c and n != widest))))
            yield Padding(Text(row[widest], "bold"), (0, 0, 1, 2))
            continue
        yield _lit(row[0])
        for column, cell in zip(columns[1:], row[1:], strict=True):
            if cell:
                yield Padding(Text.assemble((f"{column} ", "bold"), _lit(cell)), (0, 0, 0, 2))
        yield Text("")


def _lit(text: str) -> Text:
    """The text with its ids, passages, reasons and relations in their styles; nothing in it is read as markup."""
    from rich.text import Text

    lit = Text(text)
    lit.highlight_regex(REASON, "dim")
    lit.highlight_regex(PASSAGE, "bold")
    lit.highlight_regex(IDENT, "dim")
    for name, style in RELATIONS.items():
        shown = word(f"word.relation_{name}")
        if text == shown or text.startswith(f"{shown}  "):
            lit.stylize(style, 0, len(shown))
    return lit


def _paged(shown: Callable[[Console], Iterable[RenderableType]]) -> None:
    """Print; through the pager of MANPAGER or PAGER when it is longer than a real terminal's screen."""
    from rich.console import Console, Group

    console = Console(highlight=False)
    group = Group(*shown(console))
    if not (sys.stdin.isatty() and console.is_terminal) or os.environ.get("PAGER") == "cat":
        console.print(group)
        return
    lines = console.render_lines(group, pad=False)
    if len(lines) < console.height:
        console.print(group)
        return
    os.environ.setdefault("LESS", LESS)
    styled = os.environ.get("LESS", "").upper().find("R") >= 0
    with console.pager(styles=styled):
        console.print(group)
