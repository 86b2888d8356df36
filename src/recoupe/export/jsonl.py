"""The public contract: one JSON object a line, UTF-8."""

from __future__ import annotations

import json
from collections.abc import Iterator

from recoupe.export.rows import rows
from recoupe.types import Dossier, Json

# JSON allows these inside a string, but many readers of lines break there.
BREAKS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}


def line(row: dict[str, Json]) -> str:
    """One row as one line, its fields in the contract's order."""
    return json.dumps(row, ensure_ascii=False, allow_nan=False).translate(BREAKS) + "\n"


def write(dossier: Dossier, kind: str | None = None) -> Iterator[str]:
    """Every row, or those of one type."""
    return (line(row) for row in rows(dossier) if kind is None or row["type"] == kind)
