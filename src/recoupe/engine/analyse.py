"""What a worker does with a batch of articles: each analysed alone, the rows of all as Parquet files."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from recoupe import pipeline
from recoupe.annotate.pipeline import load
from recoupe.engine.features import feature
from recoupe.engine.tables import TYPES, parquet
from recoupe.engine.wire import Batch, beside, pack
from recoupe.errors import SetupError
from recoupe.export.rows import rows
from recoupe.types import Document, Dossier, Issue

log = logging.getLogger(__name__)
WORK = "recoupe.engine.analyse:analyse"


def analyse(data: bytes) -> bytes:
    """The files of one batch, by table; an article that fails is a row of `issue`, the others are whole."""
    batch = Batch.load(data)
    for lang in sorted({document.lang for document in batch.documents}):
        _ready(lang, batch.models.get(lang))
    return pack(files([one(document, batch.models) for document in batch.documents]))


@cache
def _ready(lang: str, model: str | None) -> None:
    """Load a model once, and take what was loaded out of the garbage collector's rounds."""
    load(lang, model)
    gc.collect()
    gc.freeze()


def one(document: Document, models: Mapping[str, str]) -> Dossier:
    """All that one article says by itself; where something unforeseen breaks, the article and an issue."""
    try:
        return pipeline.run([document], models=models)
    except SetupError:
        raise
    except Exception as err:  # one article's failure must not cost its shard
        log.debug("analysis failed on %s", document.id, exc_info=True)
        return failed(document, "not-analysed", f"this article could not be analysed ({type(err).__name__}).")


def lost(document: Document) -> Dossier:
    """What is kept of an article that every worker died of."""
    return failed(document, "worker-died", "the process that analysed this article stopped, at every try.")


def failed(document: Document, code: str, message: str) -> Dossier:
    """The article alone, with the issue that says why there is no more."""
    return Dossier((document,), issues=(Issue.make("extract", code, message, document.id, document.path),))


def files(dossiers: list[Dossier]) -> dict[str, bytes]:
    """The rows of each table as one Parquet file, every table present even when it has none."""
    tables: dict[str, list[dict[str, Any]]] = {name: [] for name in (*TYPES, "feature")}
    for dossier in dossiers:
        for row in _rows(dossier):
            kind = str(row.pop("type"))
            if kind in tables:
                tables[kind].append(row)
        tables["feature"].append(feature(dossier))
    return {name: parquet(name, found) for name, found in tables.items()}


def _rows(dossier: Dossier) -> Iterator[dict[str, Any]]:
    by_id = {document.id: document for document in dossier.documents}
    for row in rows(dossier):
        if row["type"] == "document":
            document = by_id[str(row["id"])]
            yield {**row, "url": document.url, **beside(document)}
        else:
            yield dict(row)
