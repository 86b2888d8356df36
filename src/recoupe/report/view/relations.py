"""What agrees, contradicts, changed, looks like a conflict without being one, or stays open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from recoupe.report.safe import key
from recoupe.report.view.book import Account, Book, Passage, alike, folded
from recoupe.types import Link, Reason

QUANTITY = re.compile(r"[\d.–-]+:\S+")
ORDER = ("contradicts", "changed", "scope", "agrees", "unsure")
SIGNS = {"contradicts": "≠", "changed": "→", "scope": "∥", "agrees": "=", "unsure": "?"}


@dataclass(frozen=True, slots=True)
class Told:
    """A reason as a sentence, with the passages it speaks of as (words, id in the text, language)."""

    code: str
    sentence: str
    passages: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A relation between two passages, with its reasons; `also` are passages of the same words that it holds for."""

    key: str
    relation: str
    label: str
    sign: str
    left: Passage
    right: Passage
    link: Link
    person: bool
    inside: bool
    matter: str
    book: Book = field(repr=False, compare=False)
    also: tuple[Passage, ...] = ()

    @property
    def reasons(self) -> tuple[Told, ...]:
        """Why the two are tied, told when it is read: a large dossier has more reasons than anyone opens."""
        return _told_once(self.book, self.link.reasons, self.left, self.right)


@dataclass(frozen=True, slots=True)
class Group:
    """Every card of one relation, with what the relation means."""

    relation: str
    label: str
    sign: str
    help: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter that links share: for each account, its passages on it."""

    named: str
    cells: tuple[tuple[Account, tuple[Passage, ...]], ...]
    cards: tuple[Card, ...]

    @property
    def wordings(self) -> tuple[tuple[Passage, ...], ...]:
        """The passages by their words, each with every account that has them."""
        return alike((passage for _, passages in self.cells for passage in passages), around=False)


def told(book: Book, reasons: Sequence[Reason]) -> tuple[Told, ...]:
    """Reasons in the reader's language."""
    rows = []
    for reason in reasons:
        known = [anchor for anchor in reason.anchors if anchor.document in book.by_document]
        passages = tuple((a.exact, book.mark(a), book.by_document[a.document].lang) for a in known)
        rows.append(Told(reason.code, book.words.reason(reason), passages))
    return tuple(rows)


def _told_once(book: Book, reasons: Sequence[Reason], left: Passage, right: Passage) -> tuple[Told, ...]:
    """The reasons with each passage once, and without the two that the card shows whole."""
    seen = {(p.statement.anchor.document, p.statement.anchor.start, p.statement.anchor.end) for p in (left, right)}
    whole = {*left.parts, *right.parts}
    rows = []
    for reason in reasons:
        fresh = tuple(a for a in reason.anchors if (a.document, a.start, a.end) not in seen and a.exact not in whole)
        seen |= {(anchor.document, anchor.start, anchor.end) for anchor in fresh}
        rows.append(replace(reason, anchors=fresh))
    return told(book, rows)


def groups(book: Book) -> tuple[Group, ...]:
    """The cards by relation, contradictions first; a link whose passage is unknown is left out."""
    return _by_relation(book, [card for link in book.dossier.links if (card := _card(book, link))])


def _by_relation(book: Book, cards: Sequence[Card]) -> tuple[Group, ...]:
    found = []
    for relation in ORDER:
        mine = sorted((c for c in cards if c.relation == relation), key=lambda c: c.inside)
        label, meaning = book.words(f"relation.{relation}"), book.words(f"relation_help.{relation}")
        found.append(Group(relation, label, SIGNS[relation], meaning, tuple(mine)))
    return tuple(found)


def gathered(book: Book) -> tuple[Group, ...]:
    """The cards by relation, one for all links of one relation between the same words, as copies have them.

    So that thirty accounts that carry one sentence give one card with thirty places, not four hundred cards.
    """
    alike: dict[tuple[str, ...], list[Link]] = {}
    for link in book.dossier.links:
        left, right = book.passages.get(link.left), book.passages.get(link.right)
        if left is not None and right is not None:
            by_person = link.id if link.by.startswith("person") else ""
            alike.setdefault((link.relation, by_person, *sorted((folded(left), folded(right)))), []).append(link)
    cards = []
    for links in alike.values():
        first = _card(book, links[0])
        ends = dict.fromkeys(end for link in links for end in (link.left, link.right))
        assert first is not None
        shown = (first.left.statement.id, first.right.statement.id)
        cards.append(replace(first, also=tuple(book.passages[end] for end in ends if end not in shown)))
    return _by_relation(book, cards)


def matters(book: Book, found: Sequence[Group]) -> tuple[Matter, ...]:
    """The matters two accounts or more speak of, in the order they are first met."""
    by_name: dict[str, list[Card]] = {}
    for card in (card for group in found for card in group.cards if card.matter):
        by_name.setdefault(card.matter, []).append(card)
    rows = []
    for name, cards in by_name.items():
        ends = {p.key: p for card in cards for p in (card.left, card.right, *card.also)}
        held: dict[int, list[Passage]] = {}
        for passage in ends.values():
            held.setdefault(passage.account.number, []).append(passage)
        cells = tuple((a, tuple(held.get(a.number, ()))) for a in book.accounts)
        rows.append(Matter(in_words(book, name) or name, cells, tuple(cards)))
    return tuple(rows)


def in_words(book: Book, matter: str) -> str:
    """A matter in words: days as days, and no bare quantities, which only the comparing needs."""
    terms = [term for term in matter.split(", ") if not QUANTITY.fullmatch(term)]
    return book.words.dated(", ".join(terms))


def _card(book: Book, link: Link) -> Card | None:
    left, right = book.passages.get(link.left), book.passages.get(link.right)
    if left is None or right is None:
        return None
    return Card(
        key=key(link.id),
        relation=link.relation,
        label=book.words.label("relation", link.relation),
        sign=SIGNS.get(link.relation, "?"),
        left=left,
        right=right,
        link=link,
        person=link.by.startswith("person"),
        inside=left.account is right.account,
        matter=link.matter or "",
        book=book,
    )
