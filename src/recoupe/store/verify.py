"""Checking a dossier against its own texts: every passage is there, every id leads somewhere."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from recoupe.store.connect import reading
from recoupe.types import Anchor, Statement

JSON_COLUMNS = {
    "statement": ("body", "attribution", "claims", "row", "value", "holds_at", "about"),
    "mention": ("apposed",),
    "reason": ("anchors", "args"),
    "issue": ("anchor",),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not true in a dossier: in which row, where in it, and what is wrong."""

    row: str
    part: str
    message: str


@dataclass(slots=True)
class Verified:
    """How many passages and ids were checked, and what was wrong with them."""

    anchors: int = 0
    ids: int = 0
    faults: list[Fault] = field(default_factory=list)


def verify(path: Path) -> Verified:
    """Check the whole dossier as it is stored; raises SetupError when it is not one."""
    with reading(path) as db:
        return _Check(db).run()


class _Check:
    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.result = Verified()
        self.texts: dict[str, str] = {row["id"]: row["text"] for row in self._rows("document")}
        self.known = {table: {row["id"] for row in self._rows(table)} for table in ("document", "statement", "entity")}

    def run(self) -> Verified:
        for row in self.db.execute("PRAGMA integrity_check"):
            if row[0] != "ok":
                self._fault("file", "sqlite", row[0])
        self._documents()
        self._statements()
        for row in self._rows("mention"):
            self._span(row["entity"], "name", dict(row))
            self._ident(row["entity"], "entity", row["entity"], "entity")
        for table, columns in JSON_COLUMNS.items():
            for row in self._rows(table):
                for column in columns:
                    self._json(self._owner(table, row), column, row)
        self._links()
        return self.result

    def _rows(self, table: str) -> list[sqlite3.Row]:
        return self.db.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()  # noqa: S608  # names from this file

    @staticmethod
    def _owner(table: str, row: sqlite3.Row) -> str:
        if table == "mention":
            return str(row["entity"])
        return str(row["id"]) if "id" in row.keys() else f"{table} {row['position']}"  # noqa: SIM118

    def _fault(self, row: str, part: str, message: str) -> None:
        self.result.faults.append(Fault(row, part, message))

    def _ident(self, row: str, part: str, ident: str, *tables: str) -> None:
        self.result.ids += 1
        if not any(ident in self.known[table] for table in tables):
            self._fault(row, part, f"« {ident} » is the id of no {' or '.join(tables)}")

    def _documents(self) -> None:
        for row in self._rows("document"):
            self.result.ids += 1
            if hashlib.sha256(row["text"].encode("utf-8", "surrogatepass")).hexdigest() != row["text_sha256"]:
                self._fault(row["id"], "text", "the stored text is not the one that was read")

    def _statements(self) -> None:
        for row in self._rows("statement"):
            self._span(row["id"], "passage", dict(row))
            self.result.ids += 1
            try:
                anchor = Anchor(row["document"], row["start"], row["end"], row["exact"])
            except (ValueError, TypeError):
                continue  # already said by the passage
            if Statement.make_id(row["kind"], anchor) != row["id"]:
                self._fault(row["id"], "id", "the id is not the one its kind and passage make")

    def _links(self) -> None:
        for row in self._rows("link"):
            for side in ("left_id", "right_id"):
                self._ident(row["id"], side, row[side], "statement", "document")
        names = {row["position"]: row["id"] for row in self._rows("origin")}
        for row in self._rows("origin_member"):
            self._ident(names.get(row["origin"], "origin"), "member", row["member"], "document", "statement")

    def _json(self, owner: str, column: str, row: sqlite3.Row) -> None:
        try:
            value = json.loads(row[column])
        except (ValueError, TypeError):
            self._fault(owner, column, "this is not JSON")
            return
        if column == "about":
            for ident in value:
                self._ident(owner, column, ident, "entity")
        document = row["document"] if "document" in row.keys() else None  # noqa: SIM118
        for part, found in _objects(value, column):
            if {"start", "end"} <= found.keys() and ("exact" in found or "text" in found):
                self._span(owner, part, {"document": document, "exact": found.get("text"), **found})
            if isinstance(found.get("entity"), str):
                self._ident(owner, part, found["entity"], "entity")

    def _span(self, owner: str, part: str, span: dict[str, Any]) -> None:
        self.result.anchors += 1
        text = self.texts.get(str(span["document"]))
        start, end, exact = span["start"], span["end"], span["exact"]
        if text is None:
            self._fault(owner, part, f"« {span['document']} » is the id of no document")
        elif not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
            self._fault(owner, part, f"{start}:{end} lies outside the text")
        elif text[start:end] != exact:
            self._fault(owner, part, f"« {exact} » is not at {start}:{end}, where the text has « {text[start:end]} »")
        elif not text[:start].endswith(span.get("prefix") or ""):
            self._fault(owner, part, "the words before the passage are not those of the text")
        elif not text.startswith(span.get("suffix") or "", end):
            self._fault(owner, part, "the words after the passage are not those of the text")


def _objects(value: Any, part: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every JSON object inside a value, with the path that leads to it."""
    if isinstance(value, dict):
        yield part, value
        for key, inner in value.items():
            yield from _objects(inner, f"{part}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _objects(inner, f"{part}[{number}]")
