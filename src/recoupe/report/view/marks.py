"""What is marked in each full text: statements, the parts of quotations, names, and passages reasons point at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recoupe.report.view.book import Book, Passage, _dicts
from recoupe.report.view.names import mark
from recoupe.types import Anchor, Json


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text: `look` is its CSS class, `ident` its id (empty for a mere part), `card` where it leads."""

    start: int
    end: int
    look: str
    ident: str = ""
    card: str = ""
    label: str = ""


def marks(book: Book) -> dict[str, list[Mark]]:
    """The marks of every document, by its id; a place is marked once per id."""
    found: dict[str, dict[tuple[str, int, int, str], Mark]] = {a.document.id: {} for a in book.accounts}

    def add(document: str, made: Mark) -> None:
        if document in found:
            found[document].setdefault((made.ident, made.start, made.end, made.look), made)

    for passage in book.passages.values():
        anchor = passage.statement.anchor
        card = f"c-{passage.key}"
        add(
            anchor.document, Mark(anchor.start, anchor.end, f"k {passage.kind}", f"s-{passage.key}", card, passage.name)
        )
        for part in _parts(book, passage):
            add(anchor.document, part)
    for entity in book.dossier.entities:
        for mention in entity.names:
            place = book.by_document.get(mention.anchor.document)
            if place is not None:
                start, end = mention.anchor.start, mention.anchor.end
                add(mention.anchor.document, Mark(start, end, "name", mark(place.number, start, end)))
    # Thousands of reasons of a large dossier point at the same words.
    for anchor in {(a.document, a.start, a.end): a for a in _reason_anchors(book)}.values():
        add(anchor.document, Mark(anchor.start, anchor.end, "why", book.mark(anchor)))
    return {document: list(made.values()) for document, made in found.items()}


def _parts(book: Book, passage: Passage) -> Iterable[Mark]:
    if passage.kind != "quotation":
        return
    row = book.row(passage)
    for part in _dicts(row.get("contents")):
        yield from _part(part, "content")
    for field in ("cue", "speaker"):
        value = row.get(field)
        if isinstance(value, dict):
            yield from _part(value, field)


def _part(part: dict[str, Json], look: str) -> Iterable[Mark]:
    start, end = part.get("start"), part.get("end")
    if isinstance(start, int) and isinstance(end, int) and start < end:
        yield Mark(start, end, look)


def _reason_anchors(book: Book) -> Iterable[Anchor]:
    reasons = [reason for link in book.dossier.links for reason in link.reasons]
    reasons += [reason for origin in book.dossier.origins for reason in origin.reasons]
    for reason in reasons:
        yield from reason.anchors
    for issue in book.dossier.issues:
        if issue.anchor is not None:
            yield issue.anchor
