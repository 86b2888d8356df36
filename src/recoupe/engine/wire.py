"""What travels between a corpus and its workers: documents one way, named files the other, as plain bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from recoupe.store.codec import dump_published, load_published
from recoupe.types import Document, Evidence

FIELDS = ("id", "text", "lang", "path", "outlet", "url", "title", "sha256")


@dataclass(frozen=True, slots=True)
class Batch:
    """Articles to analyse together, and the pipelines named for their languages in place of the shipped ones."""

    documents: tuple[Document, ...]
    models: Mapping[str, str] = field(default_factory=dict)

    def dump(self) -> bytes:
        """The batch as JSON."""
        rows = [_document(document) for document in self.documents]
        return json.dumps({"models": dict(self.models), "documents": rows}).encode("ascii")

    @staticmethod
    def load(data: bytes) -> Batch:
        """What `dump` wrote."""
        row = json.loads(data)
        return Batch(tuple(document(found) for found in row["documents"]), row["models"])


def _document(found: Document) -> dict[str, object]:
    row = {name: getattr(found, name) for name in FIELDS}
    return {**row, "published": dump_published(found.published), **beside(found)}


def beside(found: Document) -> dict[str, str]:
    """What a document has beside the contract's fields, each as JSON."""
    said = {"author": found.author, "agency": found.agency, "updated": dump_published(found.updated)}
    stated = {**said, "dates": [asdict(date) for date in found.dates]}
    return {"offsets": json.dumps(found.offset_map), "stated": json.dumps(stated)}


def document(row: Mapping[str, object]) -> Document:
    """The document of a row: of a batch, or of the corpus's own table."""
    fields: dict[str, Any] = {name: row[name] for name in FIELDS}
    stated: dict[str, Any] = json.loads(str(row["stated"]))
    dates = tuple(Evidence(**date) for date in stated.pop("dates"))
    return Document(
        **fields,
        published=load_published(row["published"]),  # type: ignore[arg-type]
        offset_map=tuple((a, b) for a, b in json.loads(str(row["offsets"]))),
        author=stated["author"],
        agency=stated["agency"],
        updated=load_published(stated["updated"]),
        dates=dates,
    )


def pack(files: Mapping[str, bytes]) -> bytes:
    """Named files as one piece: a line of JSON with their names and lengths, then their bytes."""
    head = json.dumps({name: len(data) for name, data in files.items()}).encode("ascii")
    return b"\n".join((head, b"".join(files.values())))


def unpack(data: bytes) -> dict[str, bytes]:
    """What `pack` packed."""
    head, _, rest = data.partition(b"\n")
    files, at = {}, 0
    for name, length in json.loads(head).items():
        files[name] = rest[at : at + length]
        at += length
    return files
