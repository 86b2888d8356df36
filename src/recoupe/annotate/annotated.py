"""A document with its parse and its names: what every kind reads from."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span

from recoupe.types import Anchor, Document, Mention


@dataclass(frozen=True, slots=True)
class Annotated:
    """One account parsed once. `doc` is the spaCy parse of exactly `document.text`, so offsets are the same."""

    document: Document
    doc: Doc
    mentions: tuple[Mention, ...] = ()

    @property
    def lang(self) -> str:
        """The two-letter language of the account."""
        return self.document.lang

    def anchor(self, start: int, end: int) -> Anchor:
        """The passage between two character offsets."""
        return self.document.anchor(start, end)

    def anchor_of(self, span: Span) -> Anchor:
        """The passage a spaCy span covers."""
        return self.document.anchor(span.start_char, span.end_char)
