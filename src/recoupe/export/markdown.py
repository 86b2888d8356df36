"""Tables to read, or to paste where Markdown is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.export.rows import rows
from recoupe.types import Dossier, Json

COLUMNS: dict[str, tuple[str, ...]] = {
    "document": ("id", "outlet", "published", "lang", "title", "path"),
    "quotation": ("id", "named", "speaker_kind", "cue", "contents", "form", "via", "document"),
    "figure": ("id", "text", "low", "high", "unit", "counted", "attributed_to", "document"),
    "time": ("id", "text", "value", "mod", "document"),
    "event": ("id", "class", "trigger", "actors", "recipients", "attributed_to", "document"),
    "commitment": ("id", "who", "text", "due", "certainty", "attributed_to", "document"),
    "assertion": ("id", "text", "holds_at", "polarity", "certainty", "document"),
    "wording": ("id", "text", "why", "document"),
    "fault": ("id", "text", "code", "document"),
    "entity": ("id", "named", "entity_type", "names"),
    "link": ("id", "relation", "left", "right", "reasons"),
    "origin": ("id", "named", "members", "why"),
    "issue": ("stage", "code", "message", "document"),
    "judgement": ("at", "by", "decision", "about", "value", "was", "note"),
}


def write(dossier: Dossier, kind: str | None = None) -> Iterator[str]:
    """One table for each row type the dossier has, or for one type."""
    found = list(rows(dossier))
    first = True
    for name, columns in COLUMNS.items():
        kept = [row for row in found if row["type"] == name]
        if kind not in {None, name} or not kept:
            continue
        yield f"{'' if first else chr(10)}## {name} ({len(kept)})\n\n| {' | '.join(columns)} |\n"
        yield f"|{'|'.join(' --- ' for _ in columns)}|\n"
        for row in kept:
            yield f"| {' | '.join(_cell(row.get(column)) for column in columns)} |\n"
        first = False


def _cell(value: Json) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return " · ".join(dict.fromkeys(_cell(item) for item in value))
    if isinstance(value, dict) and "text" in value:
        return _cell(value["text"])
    if isinstance(value, dict):
        return " ".join(f"{key}={_cell(inner)}" for key, inner in value.items())
    return re.sub(r"([\\|`*_<>\[\]])", r"\\\1", " ".join(str(value).split()))
