"""What happened, by the accounts: who did what to whom, when."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.report.view.book import Book, Passage


@dataclass(frozen=True, slots=True)
class Happening:
    """One event as one account tells it."""

    passage: Passage
    trigger: str
    label: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    source: str


def events(book: Book) -> tuple[Happening, ...]:
    """Events in the order of the accounts."""
    return tuple(_event(book, passage) for passage in book.of_kind("event"))


def _event(book: Book, passage: Passage) -> Happening:
    row = book.row(passage)
    actors, recipients, trigger = row.get("actors"), row.get("recipients"), row.get("trigger")
    return Happening(
        passage=passage,
        trigger=" ".join(book.texts([trigger])),
        label=book.words.label("event_class", str(row.get("class") or "")),
        actors=book.texts(actors if isinstance(actors, list) else []),
        recipients=book.texts(recipients if isinstance(recipients, list) else []),
        source=" ← ".join(voice.name for voice in passage.chain) or str(row.get("attributed_to") or ""),
    )
