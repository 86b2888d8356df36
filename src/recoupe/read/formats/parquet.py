"""Parquet tables of accounts, by pyarrow: columns named as the fields of the JSON-lines input, `text` among them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any

from recoupe.errors import InputError
from recoupe.read.draft import Draft, Found, Source, clean, issue, sha256
from recoupe.read.formats.table import FIELDS, SAME

ROWS = 256


def read(source: Source) -> Iterable[Found]:
    """Every row with a text as an account; a row without one is an issue with its number and the rest goes on."""
    try:
        import pyarrow as pa  # noqa: PLC0415  # an extra
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as err:
        remedy = "Install recoupe with its extra: pip install 'recoupe[corpus]'."
        raise InputError("needs-extra", "reading Parquet needs pyarrow.", remedy) from err
    file = pq.ParquetFile(pa.BufferReader(source.data))
    columns = {name: SAME.get(name.strip().lower(), name.strip().lower()) for name in file.schema_arrow.names}
    wanted = [name for name, field in columns.items() if field in {"text", *FIELDS}]
    if "text" not in columns.values():
        raise InputError("no-text", "no column is called « text ».", "Name the column of the articles « text ».")
    number = 0
    for batch in file.iter_batches(batch_size=ROWS, columns=wanted):
        for row in batch.to_pylist():
            number += 1
            try:
                yield _draft({columns[name]: _plain(value) for name, value in row.items()})
            except InputError as err:
                yield issue(err, source.path, f", row {number}")


def _plain(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value).strip() or None


def _draft(fields: dict[str, str | None]) -> Draft:
    text = clean(fields.pop("text", None) or "")
    digest = sha256(json.dumps({**fields, "text": text}, sort_keys=True).encode("ascii"))
    known: dict[str, Any] = {name: value for name, value in fields.items() if name in FIELDS}
    return Draft(text=text, sha256=digest, **known)
