"""What a report is made of when it is a document: headings, paragraphs, lists, tables, and runs of words in them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: the `paragraph` of the full texts (`t1-p3`), and the `mark` of the exact words if known."""

    paragraph: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one look; `lang` only where it is not the report's own, `to` where they lead."""

    text: str
    lang: str = ""
    bold: bool = False
    italic: bool = False
    soft: bool = False
    to: Place | None = None


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the report."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `look` is plain, quote or note."""

    runs: Runs
    look: str = "plain"


@dataclass(frozen=True, slots=True)
class Items:
    """A list of lines."""

    rows: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the words over its columns, then rows of cells."""

    head: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """One paragraph of a full text: `marks` are (start, end, name) in characters of `text`, and may cross."""

    name: str
    number: str
    text: str
    lang: str
    marks: tuple[tuple[int, int, str], ...]


Block = Heading | Para | Items | Table | Words
