"""The accounts of a collection one after another, so that a million of them need no more memory than one file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from recoupe.errors import InputError
from recoupe.read import walk
from recoupe.read.draft import Draft, Source, issue
from recoupe.read.formats import jsonl
from recoupe.read.options import ReadOptions
from recoupe.read.read import Reading, finish, one, repeated
from recoupe.types import Document, Issue

LINES = (".jsonl", ".ndjson")
PIECE = 1 << 20


def stream(inputs: Sequence[Path], options: ReadOptions) -> Iterator[Document | Issue]:
    """Every account and issue of the inputs in their order; an id met twice is an issue, as in `read`.

    Held are one file, or a piece of a file of JSON lines, and for every account its id, path and a digest of its text.
    """
    seen: dict[str, tuple[str, bytes]] = {}
    for item in walk.expand(list(inputs)):
        if isinstance(item, Issue):
            if item.code != "manifest-found":
                yield item
            continue
        for result in _found(item, options):
            if isinstance(result, Issue):
                yield result
                continue
            reading = Reading()
            finish(result, item, options, None, reading)
            yield from reading.issues
            yield from (_once(document, seen) for document in reading.documents.values())


def _once(found: Document, seen: dict[str, tuple[str, bytes]]) -> Document | Issue:
    digest = hashlib.sha256(found.text.encode("utf-8")).digest()
    path, known = seen.setdefault(found.id, (found.path, b""))
    if known == b"":
        seen[found.id] = (path, digest)
        return found
    return repeated(found, path, known == digest)


def _found(item: walk.Input, options: ReadOptions) -> Iterator[Draft | Issue]:
    if item.path.suffix.lower() not in LINES or not item.path.is_file() or item.path.stat().st_size <= PIECE:
        yield from one(item, options)
        return
    for source in _pieces(item):
        try:
            yield from (found for found in jsonl.read(source) if isinstance(found, Draft | Issue))
        except InputError as err:
            yield issue(err, item.shown)


def _pieces(item: walk.Input) -> Iterator[Source]:
    """A long file of JSON lines in pieces of whole lines, each saying the number of its first line."""
    number = 1
    with item.path.open("rb") as file:
        while lines := file.readlines(PIECE):
            yield Source(item.shown, b"".join(lines), ((jsonl.FIRST_LINE, str(number)),))
            number += len(lines)
