"""Who said what: quotations by the voice their words come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.report.view.book import Book, Passage, folded


@dataclass(frozen=True, slots=True)
class Said:
    """Attributed words: their form, the chain they came through, and every passage that has them, as copies do."""

    passages: tuple[Passage, ...]
    form: str
    form_label: str

    @property
    def passage(self) -> Passage:
        """The first passage that has the words."""
        return self.passages[0]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice and all it says, in the order of the accounts; `count` passages, copies counted."""

    key: str
    name: str
    kind: str
    label: str
    lang: str
    said: tuple[Said, ...]
    accounts: int
    count: int


def speakers(book: Book) -> tuple[Speaker, ...]:
    """Speakers by how much they say, then in the order they are met; unnamed sources apart in each account."""
    by_voice: dict[tuple[str, str], list[Passage]] = {}
    for passage in book.of_kind("quotation"):
        by_voice.setdefault(_who(book, passage), []).append(passage)
    found = []
    for number, passages in enumerate(by_voice.values(), 1):
        name, kind, label = _named(book, passages[0])
        accounts = len({passage.account.number for passage in passages})
        said = _said(book, passages)
        found.append(Speaker(f"v-{number}", name, kind, label, passages[0].account.lang, said, accounts, len(passages)))
    return tuple(sorted(found, key=lambda speaker: (-speaker.count, int(speaker.key[2:]))))


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


def _said(book: Book, passages: Sequence[Passage]) -> tuple[Said, ...]:
    """One row for the same words in the same form, by the same way and as surely."""
    rows: dict[tuple[object, ...], list[Passage]] = {}
    for p in passages:
        form = str(book.row(p).get("form") or "")
        way = tuple(voice.name.casefold() for voice in p.chain)
        rows.setdefault((form, folded(p), way, p.via.casefold(), p.badges), []).append(p)
    return tuple(Said(tuple(held), str(form), book.words.label("form", str(form))) for (form, *_), held in rows.items())
