"""The rows of the public contract, in their fixed order."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.lang import say
from recoupe.store.codec import dump_published
from recoupe.types import Anchor, Document, Dossier, Entity, Issue, Json, Judgement, Link, Origin, Reason, Statement

Row = dict[str, Json]


def rows(dossier: Dossier) -> Iterator[Row]:
    """Documents in input order, statements by document, place and kind, entities, links, origins, issues, decisions."""
    place = {document.id: number for number, document in enumerate(dossier.documents)}

    def order(statement: Statement) -> tuple[int, int, int, str, str]:
        anchor = statement.anchor
        return place.get(anchor.document, len(place)), anchor.start, anchor.end, statement.kind, statement.id

    yield from (_document(document) for document in dossier.documents)
    yield from (statement_row(statement) for statement in sorted(dossier.statements, key=order))
    yield from (_entity(entity) for entity in dossier.entities)
    yield from (_link(link) for link in dossier.links)
    yield from (_origin(origin) for origin in dossier.origins)
    yield from (_issue(issue) for issue in dossier.issues)
    yield from (judgement_row(judgement) for judgement in dossier.judgements)


def statement_row(statement: Statement) -> Row:
    """One statement as the contract has it."""
    anchor = statement.anchor
    head: Row = {
        "type": statement.kind,
        "id": statement.id,
        "document": anchor.document,
        "start": anchor.start,
        "end": anchor.end,
    }
    return {**head, **statement.body.row(statement)}


def sentence(reason: Reason, ui: str = "en") -> str:
    """The reason as a sentence; its code when the language has no sentence for it."""
    try:
        return say(reason.code, reason.args, ui)
    except KeyError:
        return reason.code


def _document(document: Document) -> Row:
    return {
        "type": "document",
        "id": document.id,
        "path": document.path,
        "lang": document.lang,
        "title": document.title,
        "outlet": document.outlet,
        "published": dump_published(document.published),
        "text": document.text,
        "sha256": document.sha256,
    }


def _name(anchor: Anchor) -> Row:
    return {"document": anchor.document, "start": anchor.start, "end": anchor.end, "text": anchor.exact}


def _entity(entity: Entity) -> Row:
    names: list[Json] = [_name(mention.anchor) for mention in entity.names]
    return {"type": "entity", "id": entity.id, "named": entity.named, "entity_type": entity.type, "names": names}


def _link(link: Link) -> Row:
    reasons: list[Json] = [sentence(reason) for reason in link.reasons]
    return {
        "type": "link",
        "id": link.id,
        "left": link.left,
        "right": link.right,
        "relation": link.relation,
        "reasons": reasons,
        "by": link.by,
    }


def _origin(origin: Origin) -> Row:
    members: list[Json] = list(origin.members)
    return {"type": "origin", "id": origin.id, "named": origin.named, "members": members, "why": origin.why}


def _issue(issue: Issue) -> Row:
    return {
        "type": "issue",
        "id": issue.id,
        "document": issue.document,
        "stage": issue.stage,
        "code": issue.code,
        "message": issue.message,
    }


def judgement_row(judgement: Judgement) -> Row:
    """One decision as the contract has it."""
    return {
        "type": "judgement",
        "id": judgement.id,
        "about": judgement.about,
        "decision": judgement.decision,
        "value": dict(judgement.value),
        "was": dict(judgement.was),
        "place": dict(judgement.place),
        "note": judgement.note,
        "by": judgement.made_by,
        "at": judgement.made_at,
    }
