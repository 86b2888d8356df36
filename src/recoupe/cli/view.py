"""How rows are picked and worded for a person."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from recoupe.cli.out import plain
from recoupe.cli.words import UI, word
from recoupe.types import Dossier, Quantity, Statement, Timex

if TYPE_CHECKING:
    from recoupe.report.words import Words


NBSP = "\u00a0"


def fold(text: str) -> str:
    """Lower case without accents, to compare what was typed with what is stored."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in split if not unicodedata.combining(character))


def field(name: str, value: str) -> str:
    """A name and its value, the colon spaced as the reader's language has it."""
    return plain(f"{word(name)}{colon()} {value}")


def colon() -> str:
    """The colon as the reader's language spaces it."""
    return f"{NBSP}:" if UI == "fr" else ":"


def speaker(statement: Statement) -> str:
    """Who says it, as the dossier names them; empty for what is nobody's statement."""
    if statement.attribution is None:
        return ""
    voice = statement.attribution.voice
    return voice.named or (voice.mention.exact if voice.mention else word("word.unnamed"))


def outlet(dossier: Dossier, ident: str) -> str:
    """The account's outlet, or its file's name."""
    document = dossier.document(ident)
    return document.outlet or PurePosixPath(document.path).name or document.id


def dated(dossier: Dossier, ident: str) -> str:
    """The account's outlet and day."""
    day = dossier.document(ident).day
    return f"{outlet(dossier, ident)}, {day.isoformat() if day else word('word.undated')}"


def detail(statement: Statement) -> str:
    """The telling fields of a kind in one cell, as the report words them; with what denies or doubts it."""
    from recoupe.report.view.badges import badges
    from recoupe.report.words import Words

    words = Words(UI)
    told = [*_told(statement, words), *(badge.label for badge in badges(statement, words))]
    return " · ".join(text for text in told if text)


def _told(statement: Statement, words: Words) -> list[str]:
    row, value = statement.body.row(statement), statement.value
    match statement.kind:
        case "quotation":
            return [words.label("form", str(row.get("form"))), str(row.get("via") or "")]
        case "figure":
            amount = words.quantity(value) if isinstance(value, Quantity) else ""
            held = statement.holds_at
            when = words.timex(held) if held is not None and held.value else ""
            return [f"{amount} {row.get('counted') or ''}".strip(), when]
        case "time":
            return [words.timex(value) if isinstance(value, Timex) else ""]
        case "event":
            return [words.label("event_class", str(row.get("class")))]
        case "commitment":
            due = getattr(statement.body, "due", None)
            firmness = words.label("firmness", str(getattr(statement.body, "firmness", "")))
            return [firmness, words.timex(due) if isinstance(due, Timex) else ""]
        case "assertion":
            return [words.timex(statement.holds_at) if statement.holds_at is not None else ""]
        case "wording":
            return [words.wording(str(row.get("why")))]
        case kind:
            return [words.label(kind, str(row.get("code")))]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which statements to keep; None keeps all."""

    kind: str | None = None
    speaker: str | None = None
    relation: str | None = None
    document: str | None = None

    def apply(self, dossier: Dossier) -> list[Statement]:
        """The statements that pass, in the dossier's order."""
        related = {end for link in dossier.links if link.relation == self.relation for end in (link.left, link.right)}
        documents = {found.id for found in dossier.documents if self.is_document(dossier, found.id)}
        return [
            statement
            for statement in dossier.statements
            if self.kind in {None, statement.kind}
            and (self.relation is None or statement.id in related)
            and statement.anchor.document in documents
            and self._is_speaker(statement)
        ]

    def is_document(self, dossier: Dossier, ident: str) -> bool:
        """Whether the account is the one asked for: by the beginning of its id, its file or its outlet."""
        if self.document is None:
            return True
        document = dossier.document(ident)
        path = PurePosixPath(document.path)
        exact = {document.path, path.name, path.stem}
        return (
            ident.startswith(self.document)
            or self.document in exact
            or (fold(self.document) in fold(document.outlet or ""))
        )

    def _is_speaker(self, statement: Statement) -> bool:
        if self.speaker is None:
            return True
        chain = statement.attribution.chain() if statement.attribution else ()
        names = [name for voice in chain for name in (voice.named, voice.mention and voice.mention.exact) if name]
        return any(fold(self.speaker) in fold(name) for name in names)
