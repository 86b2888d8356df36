"""Everything found in one story, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from recoupe.types.anchor import Anchor
from recoupe.types.document import Document
from recoupe.types.entity import Entity
from recoupe.types.ids import content_id
from recoupe.types.judgement import Judgement
from recoupe.types.link import Link, Origin
from recoupe.types.statement import Statement

Stage = Literal["read", "annotate", "extract", "resolve", "compare", "store"]


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that went wrong or is worth saying, as a row: which stage, which document, a code and one sentence."""

    id: str
    stage: Stage
    code: str
    message: str
    document: str | None = None
    path: str | None = None
    anchor: Anchor | None = None
    severity: Literal["error", "note"] = "error"

    @staticmethod
    def make(
        stage: Stage,
        code: str,
        message: str,
        document: str | None = None,
        path: str | None = None,
        severity: Literal["error", "note"] = "error",
    ) -> Issue:
        """An issue with its content-hash id."""
        ident = content_id("i", stage, code, message, document, path)
        return Issue(ident, stage, code, message, document, path, None, severity)


@dataclass(frozen=True, slots=True)
class Dossier:
    """The documents of one story and all that was found in and between them, each list in a fixed order.

    `judgements` are what people decided, in the order they did; `recoupe.judge.judged` lets them take effect.
    """

    documents: tuple[Document, ...] = ()
    statements: tuple[Statement, ...] = ()
    entities: tuple[Entity, ...] = ()
    links: tuple[Link, ...] = ()
    origins: tuple[Origin, ...] = ()
    issues: tuple[Issue, ...] = ()
    manifest: dict[str, str] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()

    def document(self, ident: str) -> Document:
        """The document with this id; raises KeyError when there is none."""
        for doc in self.documents:
            if doc.id == ident:
                return doc
        raise KeyError(ident)

    def statement(self, ident: str) -> Statement:
        """The statement with this id; raises KeyError when there is none."""
        for found in self.statements:
            if found.id == ident:
                return found
        raise KeyError(ident)
