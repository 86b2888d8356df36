"""The dossier laid out for looking things up: accounts in order, statements by id, passages ready to show."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from recoupe.report.safe import key, plain
from recoupe.report.view.badges import Badge, badges
from recoupe.report.view.context import after, before
from recoupe.report.words import Words
from recoupe.types import Anchor, Attribution, Document, Dossier, Json, Statement

LONG_TITLE = 120


@dataclass(frozen=True, slots=True)
class Account:
    """One account as the report names it; `key` is the id of its text, `number` its place from 1."""

    number: int
    key: str
    name: str
    lang: str
    title: str
    published: str
    short: str
    dated: bool
    document: Document


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of a chain of sources: who, and of what kind."""

    name: str
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One statement as a line of the report: its words, its account, who says it, how sure; `key` is its id."""

    key: str
    kind: str
    kind_label: str
    parts: tuple[str, ...]
    before: str
    after: str
    account: Account
    chain: tuple[Voice, ...]
    via: str
    badges: tuple[Badge, ...]
    when: str
    statement: Statement

    @property
    def short(self) -> bool:
        """The words say little without those around them."""
        return self.kind in ("figure", "time", "wording", "fault")

    @property
    def name(self) -> str:
        """What a screen reader calls the link to the passage."""
        return plain(f"{self.kind_label}, {self.account.name}")


class Book:
    """A dossier with its words and look-up tables; built once for one report."""

    def __init__(self, dossier: Dossier, words: Words) -> None:
        self.dossier = dossier
        self.words = words
        self.accounts = tuple(_account(n, doc, words) for n, doc in enumerate(dossier.documents, 1))
        self.by_document: Mapping[str, Account] = {account.document.id: account for account in self.accounts}
        self.entities = {entity.id: entity for entity in dossier.entities}
        linked = {ident for link in dossier.links for ident in (link.left, link.right)}
        known = [s for s in dossier.statements if s.anchor.document in self.by_document and _shown(s, linked)]
        self.rows: Mapping[str, dict[str, Json]] = {s.id: s.body.row(s) for s in known}
        self.passages: Mapping[str, Passage] = {s.id: self._passage(s) for s in known}

    def of_kind(self, *kinds: str) -> list[Passage]:
        """The passages of these kinds, in the order of the dossier."""
        return [passage for passage in self.passages.values() if passage.kind in kinds]

    def row(self, passage: Passage) -> dict[str, Json]:
        """The contract's fields of a passage's statement."""
        return self.rows[passage.statement.id]

    def mark(self, anchor: Anchor) -> str:
        """The id that any other passage the report points at has in the full texts; empty when it is nowhere."""
        account = self.by_document.get(anchor.document)
        return f"x-{account.number}-{anchor.start}-{anchor.end}" if account else ""

    def chain(self, attribution: Attribution | None) -> tuple[Voice, ...]:
        """Who the account has it from, first the voice it names, last the one the words come from."""
        found: list[Voice] = []
        for voice in attribution.chain() if attribution else ():
            entity = self.entities.get(voice.entity or "")
            mention = voice.mention.exact if voice.mention else ""
            name = (entity.named if entity else voice.named) or mention or self.words("speaker.unknown")
            found.append(Voice(name, voice.kind, self.words.label("voice", voice.kind)))
        return tuple(found)

    def texts(self, values: Iterable[Json]) -> tuple[str, ...]:
        """The strings of a contract list, its entities' ids turned into names."""
        found = [
            str(value.get("named") or value.get("text") or "") if isinstance(value, dict) else str(value)
            for value in values
            if value
        ]
        return tuple(self.entities[text].named if text in self.entities else text for text in found if text)

    def _passage(self, statement: Statement) -> Passage:
        anchor, row = statement.anchor, self.rows[statement.id]
        parts = tuple(str(c["text"]) for c in _dicts(row.get("contents")) if c.get("text"))
        via = statement.attribution.via if statement.attribution else None
        return Passage(
            key=key(statement.id),
            kind=statement.kind,
            kind_label=self.words.label("kind", statement.kind),
            parts=parts or (anchor.exact,),
            before=before(self.by_document[anchor.document].document.text, anchor.start),
            after=after(self.by_document[anchor.document].document.text, anchor.end),
            account=self.by_document[anchor.document],
            chain=self.chain(statement.attribution),
            via=str(row.get("via") or via or ""),
            badges=badges(statement, self.words),
            when=self.words.timex(statement.holds_at) if statement.holds_at and statement.holds_at.value else "",
            statement=statement,
        )


def alike(passages: Iterable[Passage], around: bool = True) -> tuple[tuple[Passage, ...], ...]:
    """The passages by their words, as copies have them: each group in order, where its first passage stood.

    What says little by itself is one only where the words `around` it are the same too.
    """
    found: dict[tuple[str, ...], list[Passage]] = {}
    for p in passages:
        found.setdefault((folded(p), p.before, p.after) if around and p.short else (folded(p),), []).append(p)
    return tuple(tuple(group) for group in found.values())


def folded(passage: Passage) -> str:
    """What two passages share when they are the same words of the same kind."""
    return f"{passage.kind} {' '.join(passage.statement.anchor.exact.split()).casefold()}"


def _dicts(value: Json) -> list[dict[str, Json]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _account(number: int, document: Document, words: Words) -> Account:
    first = next((line.strip() for line in document.text.splitlines() if line.strip()), "")
    title = plain(document.title or first)
    if len(title) > LONG_TITLE:
        title = title[:LONG_TITLE].rsplit(" ", 1)[0] + "…"
    return Account(
        number=number,
        key=f"t-{number}",
        name=plain(document.outlet or "") or words("account.numbered", n=number),
        lang=document.lang,
        title=title,
        published=words.published(document),
        short=words.published(document, short=True),
        dated=document.published is not None,
        document=document,
    )


def _shown(statement: Statement, linked: Collection[str]) -> bool:
    """An assertion nothing is set beside and no date holds is only in the text: marked, most of the text would be."""
    return statement.kind != "assertion" or statement.id in linked or statement.holds_at is not None
