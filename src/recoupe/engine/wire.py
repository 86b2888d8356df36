"""What travels between a corpus and its workers: documents one way, named files the other, as plain bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from recoupe.store.codec import dump_published, load_published
from recoupe.types import Document

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
    return {**row, "published": dump_published(found.published), "offsets": found.offset_map}


def document(row: Mapping[str, object]) -> Document:
    """The document of a row: of a batch, or of the corpus's own table."""
    offsets = row["offsets"]
    pairs: Sequence[Sequence[int]] = json.loads(offsets) if isinstance(offsets, str) else offsets  # type: ignore[assignment]
    fields = {name: row[name] for name in FIELDS}
    published = load_published(row["published"])  # type: ignore[arg-type]
    return Document(**fields, published=published, offset_map=tuple((a, b) for a, b in pairs))  # type: ignore[arg-type]


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
