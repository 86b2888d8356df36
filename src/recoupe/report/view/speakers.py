"""Who said what: quotations by the voice their words come from."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.report.view.book import Book, Passage


@dataclass(frozen=True, slots=True)
class Said:
    """One attributed passage: its words, its form, and the chain it came through."""

    passage: Passage
    form: str
    form_label: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice and all it says, in the order of the accounts."""

    key: str
    name: str
    kind: str
    label: str
    lang: str
    said: tuple[Said, ...]
    accounts: int


def speakers(book: Book) -> tuple[Speaker, ...]:
    """Speakers by how much they say, then in the order they are met; unnamed sources apart in each account."""
    by_voice: dict[tuple[str, str], list[Passage]] = {}
    for passage in book.of_kind("quotation"):
        by_voice.setdefault(_who(book, passage), []).append(passage)
    found = []
    for number, passages in enumerate(by_voice.values(), 1):
        name, kind, label = _named(book, passages[0])
        accounts = len({passage.account.number for passage in passages})
        said = tuple(_said(book, passage) for passage in passages)
        found.append(Speaker(f"v-{number}", name, kind, label, passages[0].account.lang, said, accounts))
    return tuple(sorted(found, key=lambda speaker: (-len(speaker.said), int(speaker.key[2:]))))


def _who(book: Book, passage: Passage) -> tuple[str, str]:
    name, kind, _ = _named(book, passage)
    # Two unnamed sources with one description are one only inside one account.
    place = "" if kind in ("named", "collective", "outlet") else str(passage.account.number)
    return name.casefold(), place


def _named(book: Book, passage: Passage) -> tuple[str, str, str]:
    row = book.row(passage)
    kind = str(row.get("speaker_kind") or "account")
    if passage.chain:
        last = passage.chain[-1]
        return last.name, last.kind, last.label
    named = str(row.get("named") or "")
    return named or book.words("speaker.unknown"), kind, book.words.label("voice", kind)


def _said(book: Book, passage: Passage) -> Said:
    form = str(book.row(passage).get("form") or "")
    return Said(passage, form, book.words.label("form", form))
