"""The report as Markdown (CommonMark with the pipe tables of GFM), for an editor or a repository."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recoupe.report.outline import outline
from recoupe.report.outline.blocks import Block, Heading, Items, Para, Run, Table, Words
from recoupe.report.page import page
from recoupe.report.safe import CONTROL
from recoupe.report.words import Words as Interface
from recoupe.types import Dossier

# Punctuation that could begin a mark, an entity, a tag, an address or a mention anywhere in a line.
ACTIVE = re.compile(r"[\\`*_{}\[\]<>#|~&$!@^=]|:(?=//)|(?<=www)\.|(?<=WWW)\.")
# And what begins a block only at the start of one: lists and rules.
LEADING = re.compile(r"^(\s*)([-+]|\d+(?=[.)]))")


def markdown(dossier: Dossier, ui: str = "en") -> str:
    """The whole report as Markdown text; the same dossier gives the same bytes. Articles can add no mark of theirs."""
    words = Interface(ui)
    blocks = outline(page(dossier, words), words)
    return "\n\n".join(text for block in blocks if (text := _block(block))) + "\n"


def escaped(text: str) -> str:
    """`text` on one line with every mark of Markdown and HTML taken literally, controls shown as U+FFFD."""
    return ACTIVE.sub(r"\\\g<0>", CONTROL.sub("\ufffd", " ".join(text.split()) if text.strip() else text))


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_line(block.runs)}"
    if isinstance(block, Para):
        text = _guarded(_line(block.runs, "  \n"))
        return "\n".join(f"> {line}" for line in text.split("\n")) if block.look == "quote" else text
    if isinstance(block, Items):
        return "\n".join("- " + _guarded(_line(row, "  \n  ")) for row in block.rows)
    if isinstance(block, Table):
        return "\n".join(_table(block))
    assert isinstance(block, Words)
    return f'<a id="{block.name}"></a>**{escaped(block.number)}** {escaped(block.text)}'


def _table(block: Table) -> Iterator[str]:
    yield _row(escaped(head) for head in block.head)
    yield _row("---" for _ in block.head)
    for row in block.rows:
        yield _row(_line(cell, "<br>") for cell in row)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _line(runs: Iterable[Run], newline: str = " ") -> str:
    return "".join(newline.join(_run(run, part) for part in _parts(run)) for run in runs).strip()


def _parts(run: Run) -> list[str]:
    """Only the report's own runs hold line breaks; an article's are folded."""
    return run.text.split("\n") if not run.lang else [run.text]


def _run(run: Run, part: str) -> str:
    text = re.sub(r"\s+", " ", part)
    core = text.strip()
    if not core:
        return text
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    shown = escaped(core)
    if run.bold or run.italic:
        mark = "**" if run.bold else "*"
        shown = f"{mark}{shown}{mark}"
    if run.to:
        shown = f"[{shown}](#{run.to.paragraph})"
    return lead + shown + tail


def _guarded(text: str) -> str:
    return LEADING.sub(r"\1\\\2" if not re.match(r"\s*\d", text) else r"\1\2", _numbered(text))


def _numbered(text: str) -> str:
    """« 1. » at the start of a block would make a list of it."""
    return re.sub(r"^(\s*\d+)([.)])", r"\1\\\2", text)
