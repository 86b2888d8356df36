"""What was promised or planned: who, what, by when, how firmly, from whom the account has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.report.view.book import Book, Passage
from recoupe.report.view.relations import Card, Group, gathered
from recoupe.types import Anchor, Timex


@dataclass(frozen=True, slots=True)
class Promise:
    """One commitment: `due` is the moment in words, `due_words` the passage's own words when no moment could be found.

    `status` is empty when the dossier is read on no day; `became` holds the relations it stands in.
    """

    passage: Passage
    who: str
    due: str
    firmness: str
    firmness_label: str
    status: str
    source: str
    due_words: str = ""
    became: tuple[Card, ...] = ()


def promises(book: Book, found: Sequence[Group] | None = None) -> tuple[Promise, ...]:
    """Commitments in the order of the accounts, with the relations of `found` they stand in."""
    passages = book.of_kind("commitment")
    found = gathered(book) if found is None else found
    cards: dict[str, list[Card]] = {}
    for card in (card for group in found for card in group.cards):
        for end in (card.left, card.right, *card.also):
            cards.setdefault(end.key, []).append(card)
    # Without a day to read the dossier on, every commitment is `open`, which would say more than is known.
    read_on_a_day = any(book.row(passage).get("status") != "open" for passage in passages)
    return tuple(_promise(book, passage, read_on_a_day, tuple(cards.get(passage.key, ()))) for passage in passages)


def _promise(book: Book, passage: Passage, on_a_day: bool, became: tuple[Card, ...]) -> Promise:
    row, words = book.row(passage), book.words
    firmness = str(row.get("certainty") or "")
    due = _due(book, passage)
    return Promise(
        passage=passage,
        who=" ".join(book.texts([row.get("who")])),
        due=due,
        firmness=firmness,
        firmness_label=words.label("firmness", firmness),
        status=words.label("status", str(row.get("status") or "")) if on_a_day else "",
        source=" ← ".join(voice.name for voice in passage.chain) or str(row.get("attributed_to") or ""),
        due_words="" if due else _own_words(passage),
        became=became,
    )


def _own_words(passage: Passage) -> str:
    anchor = getattr(passage.statement.body, "due_anchor", None)
    return anchor.exact if isinstance(anchor, Anchor) else ""


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
