"""What rests on one source, so that ten copies count once."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.report.safe import key
from recoupe.report.view.book import Account, Book, Passage, alike
from recoupe.report.view.relations import Told, told
from recoupe.types import Origin


@dataclass(frozen=True, slots=True)
class Source:
    """An origin with its accounts and its passages."""

    key: str
    named: str
    why: str
    accounts: tuple[Account, ...]
    passages: tuple[Passage, ...]
    reasons: tuple[Told, ...]

    @property
    def holders(self) -> tuple[Account, ...]:
        """The accounts that rest on it, whole or by a passage, in order."""
        held = {a.number: a for a in (*self.accounts, *(passage.account for passage in self.passages))}
        return tuple(held[number] for number in sorted(held))

    @property
    def wordings(self) -> tuple[tuple[Passage, ...], ...]:
        """The passages by their words."""
        return alike(self.passages)

    @property
    def shared(self) -> bool:
        """Two accounts or two passages at least rest on it."""
        return len(self.accounts) > 1 or len(self.passages) > 1


def origins(book: Book) -> tuple[Source, ...]:
    """Origins that join two members or more first, each in the dossier's order."""
    found = [_source(book, origin) for origin in book.dossier.origins]
    return tuple(sorted(found, key=lambda source: (-min(_outlets(source), 2), -min(len(source.passages), 2))))


def _outlets(source: Source) -> int:
    held = {passage.account.number for passage in source.passages} | {account.number for account in source.accounts}
    return len(held)


def _name(book: Book, origin: Origin) -> str:
    """What the accounts call it; an origin that is an account itself goes by that account's name."""
    account = book.by_document.get(origin.named)
    if account is not None:
        return account.name
    return origin.named or book.words("speaker.unknown")


def _source(book: Book, origin: Origin) -> Source:
    accounts = tuple(book.by_document[m] for m in origin.members if m in book.by_document)
    passages = tuple(book.passages[m] for m in origin.members if m in book.passages)
    why = book.words.label("origin_why", origin.reasons[0].code if origin.reasons else origin.why)
    return Source(
        key(origin.id),
        _name(book, origin),
        why,
        accounts,
        passages,
        told(book, origin.reasons),
    )
