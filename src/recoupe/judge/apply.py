"""The dossier as people have corrected it. What was found stays in its file; nothing here is written back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import cast, get_args

from recoupe.judge.find import Finder
from recoupe.judge.names import renamed
from recoupe.judge.standing import standing
from recoupe.judge.statements import corrected
from recoupe.types import Document, Dossier, Judgement, Link, Reason, Relation

ABOUT_NAMES = ("named", "merge", "split")
ABOUT_STATEMENTS = ("speaker", "value", "date")


def judged(dossier: Dossier) -> Dossier:
    """The dossier with every standing decision in effect; done twice, it is as done once.

    A decision whose row is found no more, not even by its place, has no effect and stays in `judgements`.
    """
    if not dossier.judgements:
        return dossier
    rows = standing(dossier.judgements)
    finder = Finder(dossier.documents, dossier.statements, dossier.entities)
    entities, renaming = renamed(dossier.entities, [row for row in rows if row.decision in ABOUT_NAMES], finder)
    statements = {s.id: renaming.statement(s) for s in dossier.statements}
    for row in rows:
        found = finder.statement(row.about, row.place) if row.decision in ABOUT_STATEMENTS else None
        if found is not None:
            statements[found.id] = corrected(statements[found.id], row, finder, entities)
    links = _links(dossier.links, rows, finder)
    gone = _rejected(rows, finder)
    kept = tuple(s for s in statements.values() if s.id not in gone)
    origins = (replace(o, members=tuple(m for m in o.members if m not in gone)) for o in dossier.origins)
    return replace(
        dossier,
        documents=tuple(dated(dossier.documents, rows)),
        statements=kept,
        entities=tuple(entity for entity in entities if entity.id not in gone),
        links=tuple(link for link in links if not {link.left, link.right} & gone),
        origins=tuple(o for o in origins if len(o.members) > 0 and o.id not in gone),
    )


def dated(documents: Sequence[Document], rows: Sequence[Judgement]) -> list[Document]:
    """The documents with the dates people gave them."""
    days = {row.about: published(str(row.value.get("value") or "")) for row in rows if row.decision == "date"}
    return [replace(d, published=days[d.id]) if days.get(d.id) is not None else d for d in documents]


def published(text: str) -> dt.date | dt.datetime | None:
    """A day, or a moment when the text has a time; None when it is neither."""
    try:
        return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)
    except ValueError:
        return None


def _rejected(rows: Sequence[Judgement], finder: Finder) -> set[str]:
    gone: set[str] = set()
    for row in rows:
        if row.decision == "reject":
            found = finder.statement(row.about, row.place)
            gone.add(found.id if found else row.about)
    return gone


def _links(links: Sequence[Link], rows: Sequence[Judgement], finder: Finder) -> list[Link]:
    now = {link.id: link for link in links}
    for row in rows:
        ident = row.about if row.about in now else _moved(row, now, finder)
        if row.decision == "reject":
            now.pop(ident, None)
        elif row.decision == "relation":
            _relate(ident, row, now, finder)
    return list(now.values())


def _moved(row: Judgement, now: dict[str, Link], finder: Finder) -> str:
    """The id a link has now that its ends have other ids."""
    ends = finder.ends(row.about, row.place)
    if ends is None:
        return row.about
    left, right = (end.id for end in ends)
    return next((i for i in (Link.make_id(left, right), Link.make_id(right, left)) if i in now), row.about)


def _relate(ident: str, row: Judgement, now: dict[str, Link], finder: Finder) -> None:
    relation = str(row.value.get("relation"))
    if relation not in get_args(Relation):
        return
    by, said = f"person:{row.made_by}", Reason("judged", (("by", row.made_by),))
    if ident in now:
        link = now[ident]
        reasons = tuple(reason for reason in link.reasons if reason.code != "judged")
        now[ident] = replace(link, relation=cast(Relation, relation), by=by, reasons=(said, *reasons))
        return
    ends = finder.ends(row.about, row.place)
    if ends is not None:
        left, right = (end.id for end in ends)
        made = Link.make_id(left, right)
        now[made] = Link(made, left, right, cast(Relation, relation), (said, *_noted(row)), by)


def _noted(row: Judgement) -> tuple[Reason, ...]:
    return (Reason("judged-note", (("note", row.note),)),) if row.note else ()
