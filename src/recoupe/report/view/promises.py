"""What was promised or planned: who, what, by when, how firmly, from whom the account has it."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.report.view.book import Book, Passage
from recoupe.types import Timex


@dataclass(frozen=True, slots=True)
class Promise:
    """One commitment; `due` is in words and empty when no time was given."""

    passage: Passage
    who: str
    due: str
    firmness: str
    firmness_label: str
    status: str
    source: str


def promises(book: Book) -> tuple[Promise, ...]:
    """Commitments in the order of the accounts."""
    return tuple(_promise(book, passage) for passage in book.of_kind("commitment"))


def _promise(book: Book, passage: Passage) -> Promise:
    row, words = book.row(passage), book.words
    firmness = str(row.get("certainty") or "")
    due = _due(book, passage)
    return Promise(
        passage=passage,
        who=" ".join(book.texts([row.get("who")])),
        due=due,
        firmness=firmness,
        firmness_label=words.label("firmness", firmness),
        status=words.label("status", str(row.get("status") or "")),
        source=" ← ".join(voice.name for voice in passage.chain) or str(row.get("attributed_to") or ""),
    )


def _due(book: Book, passage: Passage) -> str:
    due = getattr(passage.statement.body, "due", None)
    if isinstance(due, Timex) and due.value:
        return book.words.timex(due)
    row = book.row(passage)
    value = row.get("due")
    if not value:
        return ""
    mod = row.get("mod")
    return book.words.timex(Timex("DATE", str(value), str(mod) if mod else None))
