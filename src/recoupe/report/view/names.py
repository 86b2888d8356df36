"""People, bodies and places under every name the accounts give them."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.report.safe import key
from recoupe.report.view.book import Book
from recoupe.types import Entity


@dataclass(frozen=True, slots=True)
class Surface:
    """One way of naming: its words, its language, and where each account uses it as (account number, id)."""

    text: str
    lang: str
    places: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with its ways of being named."""

    key: str
    named: str
    label: str
    surfaces: tuple[Surface, ...]
    mentions: int


def names(book: Book) -> tuple[Named, ...]:
    """Entities by type, then by how often they are named."""
    order = {"PER": 0, "ORG": 1, "LOC": 2, "MISC": 3}
    found = [(order.get(entity.type, 4), _named(book, entity)) for entity in book.dossier.entities]
    found.sort(key=lambda pair: (pair[0], -pair[1].mentions))
    return tuple(named for _, named in found if named.mentions)


def _named(book: Book, entity: Entity) -> Named:
    places: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for mention in entity.names:
        account = book.by_document.get(mention.anchor.document)
        if account is not None:
            where = (account.number, mark(account.number, mention.anchor.start, mention.anchor.end))
            places.setdefault((mention.anchor.exact, account.lang), []).append(where)
    surfaces = tuple(Surface(text, lang, tuple(found)) for (text, lang), found in places.items())
    label = book.words.label("entity", entity.type)
    return Named(key(entity.id), entity.named, label, surfaces, sum(len(s.places) for s in surfaces))


def mark(account: int, start: int, end: int) -> str:
    """The id of a name's mention in the full texts."""
    return f"m-{account}-{start}-{end}"
