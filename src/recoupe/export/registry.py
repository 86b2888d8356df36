"""The formats a dossier can be written in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from recoupe.export import csv, ics, jsonl, markdown, webannotation
from recoupe.types import Dossier


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, what it is for, and the function that gives its text in pieces.

    `write` takes the dossier and the row type to keep (None: all it can hold).
    """

    name: str
    about: str
    write: Callable[[Dossier, str | None], Iterable[str]]


FORMATS: dict[str, Format] = {
    found.name: found
    for found in (
        Format("csv", "one table of one row type, for a spreadsheet", csv.write),
        Format("ics", "the dated commitments, for a calendar", ics.write),
        Format("jsonl", "the public contract, one JSON object a line", jsonl.write),
        Format("markdown", "tables to read or paste", markdown.write),
        Format("webannotation", "a W3C Web Annotation page, one annotation a statement", webannotation.write),
    )
}
