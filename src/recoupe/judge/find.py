"""Finding the row a decision is about, by its id, or by its place in the accounts when its id is gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recoupe.types import Anchor, Document, Entity, Json, Link, Statement

ENOUGH = 0.5  # of the two passages together: half of their words in common is still the same passage


def place(anchor: Anchor, kind: str) -> dict[str, Json]:
    """Where a statement stands, as a decision keeps it."""
    return {"document": anchor.document, "start": anchor.start, "end": anchor.end, "kind": kind}


def span(value: Json, documents: Mapping[str, Document]) -> Anchor | None:
    """The passage that `{document, start, end}` or `[document, start, end]` names; None when it is nowhere."""
    if isinstance(value, list) and len(value) == 3:
        value = dict(zip(("document", "start", "end"), value, strict=True))
    if not isinstance(value, Mapping):
        return None
    document, start, end = documents.get(str(value.get("document"))), value.get("start"), value.get("end")
    if document is None or not isinstance(start, int) or not isinstance(end, int):
        return None
    return document.anchor(start, end) if 0 <= start < end <= len(document.text) else None


class Finder:
    """The rows of one dossier, to be found by id or by place."""

    def __init__(
        self, documents: Sequence[Document], statements: Sequence[Statement], entities: Sequence[Entity] = ()
    ) -> None:
        self.documents = {document.id: document for document in documents}
        self.statements = {statement.id: statement for statement in statements}
        self.entities = {entity.id: entity for entity in entities}

    def statement(self, ident: str, where: Mapping[str, Json]) -> Statement | None:
        """The statement with this id, else the one of its kind that shares most of its passage."""
        if ident in self.statements:
            return self.statements[ident]
        anchor = span(dict(where), self.documents)
        if anchor is None:
            return None
        alike = [
            (_shared(anchor, found.anchor), found.id)
            for found in self.statements.values()
            if found.kind == where.get("kind") and found.anchor.overlaps(anchor)
        ]
        best = max(alike, default=(0.0, ""))
        return self.statements[best[1]] if best[0] >= ENOUGH else None

    def ends(self, link: str, where: Mapping[str, Json]) -> tuple[Statement, Statement] | None:
        """The two statements a link ties, by the places a decision kept of them."""
        found = []
        for side in ("left", "right"):
            known = where.get(side)
            if not isinstance(known, Mapping):
                return None
            statement = self.statement(str(known.get("id")), known)
            if statement is None:
                return None
            found.append(statement)
        return found[0], found[1]

    def entity(self, ident: str, where: Mapping[str, Json]) -> Entity | None:
        """The entity with this id, else the one that holds most of its names."""
        if ident in self.entities:
            return self.entities[ident]
        names = where.get("names")
        wanted = {tuple(name) for name in names if isinstance(name, list)} if isinstance(names, list) else set()
        alike = [
            (len(wanted & {(m.anchor.document, m.anchor.start, m.anchor.end) for m in entity.names}), entity.id)
            for entity in self.entities.values()
        ]
        best = max(alike, default=(0, ""))
        return self.entities[best[1]] if best[0] else None


def link_place(link: Link, statements: Mapping[str, Statement]) -> dict[str, Json]:
    """Where the two ends of a link stand."""
    ends: dict[str, Json] = {}
    for side, ident in (("left", link.left), ("right", link.right)):
        if ident in statements:
            found = statements[ident]
            ends[side] = {"id": ident, **place(found.anchor, found.kind)}
    return ends


def names_place(entity: Entity) -> dict[str, Json]:
    """Where the names of an entity stand."""
    return {"names": [[m.anchor.document, m.anchor.start, m.anchor.end] for m in entity.names]}


def _shared(left: Anchor, right: Anchor) -> float:
    both = min(left.end, right.end) - max(left.start, right.start)
    either = max(left.end, right.end) - min(left.start, right.start)
    return both / either
