"""A shard put together again from articles that were analysed one by one."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pyarrow.parquet as pq

from recoupe.engine.analyse import files, lost
from recoupe.engine.tables import parquet
from recoupe.engine.wire import unpack
from recoupe.types import Document


def merged(documents: Sequence[Document], answers: Sequence[bytes | None]) -> dict[str, bytes]:
    """The shard's files: those of each article one after another, and of one without an answer only that it is lost."""
    tables: dict[str, list[dict[str, Any]]] = {}
    for document, data in zip(documents, answers, strict=True):
        for name, file in (files([lost(document)]) if data is None else unpack(data)).items():
            tables.setdefault(name, []).extend(pq.read_table(io.BytesIO(file)).to_pylist())
    return {name: parquet(name, rows) for name, rows in tables.items()}
