"""One table of one row type, for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from recoupe.errors import SetupError
from recoupe.export.contract import ROWS
from recoupe.export.rows import rows
from recoupe.types import Dossier, Json

# The signs, their full-width twins, which a spreadsheet takes for them, and what it skips before one.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def write(dossier: Dossier, kind: str | None = None) -> Iterator[str]:
    """The rows of one type under the contract's column names; passages become their words, lists become JSON.

    Raises SetupError `kind-needed` without a type, because one table holds one.
    """
    if kind is None:
        message = "a CSV file holds one kind of row."
        raise SetupError("kind-needed", message, f"Add --kind with one of {', '.join(ROWS)}.")
    columns = [info.alias or name for name, info in ROWS[kind].model_fields.items() if name != "type"]
    yield _line(columns)
    for row in rows(dossier):
        if row["type"] == kind:
            yield _line([_cell(row.get(column)) for column in columns])


def _line(cells: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def _cell(value: Json) -> str:
    if value is None:
        return ""
    if isinstance(value, dict) and isinstance(value.get("text"), str):
        value = value["text"]
    if isinstance(value, str):
        # A spreadsheet runs a cell that begins like a formula; the text is an outsider's (OWASP, CSV injection).
        return f"'{value}" if value.startswith(FORMULA) else value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
