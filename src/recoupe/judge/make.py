"""A decision as a row: what it is about must be there, and its value must be one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from recoupe.errors import InputError
from recoupe.judge.apply import published
from recoupe.judge.find import Finder, link_place, names_place, place, span
from recoupe.judge.statements import KINDS, quantity, timex
from recoupe.types import (
    Decision,
    Document,
    Dossier,
    Entity,
    Json,
    Judgement,
    Link,
    Origin,
    Quantity,
    Relation,
    Statement,
    Timex,
)

DECISIONS: tuple[str, ...] = get_args(Decision)
LETTERS = "ABCDEF"  # the Admiralty code of a source's reliability, A (always) to E (never), F (cannot be judged)
LONGEST = 4000
FITS: dict[type, tuple[str, ...]] = {
    Statement: ("accept", "reject", "speaker", "value", "date", "comment"),
    Link: ("accept", "reject", "relation", "comment"),
    Entity: ("accept", "reject", "named", "merge", "split", "letter", "comment"),
    Document: ("date", "letter", "comment"),
    Origin: ("accept", "reject", "comment"),
    Judgement: ("undo", "comment"),
}
SAYS: dict[str, tuple[str, ...]] = {
    "speaker": ("named", "kind", "step", "document", "start", "end"),
    "value": ("low", "high", "unit", "approx", "value", "mod", "timex_type"),
    "date": ("value", "mod"),
    "relation": ("relation", "left", "right"),
    "named": ("named",),
    "merge": ("into",),
    "split": ("names", "named"),
    "letter": ("letter",),
}
Target = Statement | Link | Entity | Document | Origin | Judgement


def make(found: Dossier, now: Dossier, judgement: Judgement) -> Judgement:
    """The decision with what it changes (`was`) and where that stands (`place`) filled in.

    `found` is the dossier as it was extracted, `now` as people have corrected it. Raises InputError `bad-judgement`
    when nothing has that id, the decision does not fit it, or its value is none.
    """
    if judgement.decision not in DECISIONS:
        raise _bad(f"« {judgement.decision} » is no decision.")
    if not judgement.made_by.strip():
        raise _bad("a decision needs the name of who made it.")
    if max(len(judgement.note), len(judgement.made_by), len(str(judgement.value))) > LONGEST:
        raise _bad(f"a decision may hold {LONGEST} characters.")
    finder = Finder(now.documents, (*now.statements, *found.statements), (*found.entities, *now.entities))
    value = dict(judgement.value)
    if not value.keys() <= set(SAYS.get(judgement.decision, ())):
        raise _bad(f"« {judgement.decision} » takes {', '.join(SAYS.get(judgement.decision, ())) or 'no value'}.")
    target = _target(judgement, found, now)
    if isinstance(target, _Pair):
        was: dict[str, Json] = {}
        where: dict[str, Json] = target.place
    else:
        _fit(judgement.decision, target)
        _check(judgement.decision, value, target, finder, now)
        was, where = _was(judgement.decision, target, value), _place(target, finder)
    if judgement.decision == "merge":
        value["place"] = names_place(finder.entities[str(value["into"])])
    return Judgement(
        judgement.made_at, judgement.made_by.strip(), judgement.about, judgement.decision, judgement.note.strip(),
        value, was, where,
    )  # fmt: skip


class _Pair:
    """Two statements nothing links yet."""

    def __init__(self, place: dict[str, Json]) -> None:
        self.place = place


def _target(judgement: Judgement, found: Dossier, now: Dossier) -> Target | _Pair:
    ident = judgement.about
    # What was extracted first: the original is what `was` keeps. What people made is only in the dossier as it is now.
    for dossier in (found, now):
        lists: tuple[tuple[Target, ...], ...] = (
            dossier.statements, dossier.links, dossier.entities, dossier.documents, dossier.origins
        )  # fmt: skip
        for row in (row for rows in lists for row in rows):
            if row.id == ident:
                return row
    for made in found.judgements:
        if made.id == ident:
            return made
    left, right = judgement.value.get("left"), judgement.value.get("right")
    statements = {s.id: s for s in found.statements}
    if judgement.decision == "relation" and left in statements and right in statements and left != right:
        one, other = statements[str(left)], statements[str(right)]
        if ident == Link.make_id(one.id, other.id) and judgement.value.get("relation") in get_args(Relation):
            ends: dict[str, Json] = {
                "left": {"id": one.id, **place(one.anchor, one.kind)},
                "right": {"id": other.id, **place(other.anchor, other.kind)},
            }
            return _Pair(ends)
    raise _bad(f"nothing in this dossier has the id « {ident[:60]} ».")


def _fit(decision: str, target: Target) -> None:
    fits = FITS[type(target)]
    if decision not in fits:
        raise _bad(f"« {decision} » cannot be said of this; {', '.join(fits)} can.")


def _check(decision: str, value: Mapping[str, Json], target: Target, finder: Finder, now: Dossier) -> None:
    if decision == "speaker" and not _speaker(value):
        raise _bad("a speaker needs a name, or to be unnamed.")
    if decision == "speaker" and "start" in value and span(dict(value), finder.documents) is None:
        raise _bad("the speaker's passage is not in the account.")
    if decision == "relation" and value.get("relation") not in get_args(Relation):
        raise _bad(f"a relation is one of {', '.join(get_args(Relation))}.")
    if decision == "named" and not _short(value.get("named")):
        raise _bad("a name is needed.")
    if decision == "letter" and (len(str(value.get("letter"))) != 1 or str(value.get("letter")) not in LETTERS):
        raise _bad(f"a source's letter is one of {', '.join(LETTERS)}.")
    if decision == "merge":
        into = next((e for e in now.entities if e.id == value.get("into")), None)
        if into is None or into.id == target.id:
            raise _bad("a name is merged into another name of the dossier.")
    if decision == "split" and isinstance(target, Entity):
        _check_split(value, next((e for e in now.entities if e.id == target.id), target))
    if decision == "date":
        text = str(value.get("value") or "")
        fits = published(text) if isinstance(target, Document) else timex(text)
        if fits is None:
            raise _bad("a date is written 2031-02-25; for a passage 2031-02 and 2031 will do.")
    if decision == "value" and isinstance(target, Statement):
        _check_value(value, target)


def _speaker(value: Mapping[str, Json]) -> bool:
    kind = str(value.get("kind") or "named")
    return kind in KINDS and (kind in ("unnamed", "account") or _short(value.get("named")))


def _short(value: Json) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= 300


def _check_split(value: Mapping[str, Json], target: Entity) -> None:
    spots = {(m.anchor.document, m.anchor.start, m.anchor.end) for m in target.names}
    names = value.get("names")
    wanted = {tuple(name) for name in names if isinstance(name, list)} if isinstance(names, list) else set()
    if not wanted or not wanted < spots:
        raise _bad("a split takes some of the name's passages, and leaves some.")


def _check_value(value: Mapping[str, Json], target: Statement) -> None:
    if target.kind == "figure" and quantity(value) is None:
        raise _bad("a figure needs a lowest or a highest number, the lowest first.")
    if target.kind == "time" and timex(str(value.get("value") or "")) is None:
        raise _bad("a time is written 2031, 2031-02 or 2031-02-25.")
    if target.kind not in ("figure", "time"):
        raise _bad("only a figure or a time has a value.")


def _place(target: Target, finder: Finder) -> dict[str, Json]:
    if isinstance(target, Statement):
        return place(target.anchor, target.kind)
    if isinstance(target, Link):
        return link_place(target, finder.statements)
    return names_place(target) if isinstance(target, Entity) else {}


def _was(decision: str, target: Target, value: Mapping[str, Json]) -> dict[str, Json]:
    if isinstance(target, Statement):
        return _statement_was(decision, target, value)
    if isinstance(target, Link) and decision == "relation":
        return {"relation": target.relation, "by": target.by}
    if isinstance(target, Entity) and decision in ("named", "merge", "split"):
        return {"named": target.named}
    if isinstance(target, Document) and decision == "date":
        return {"value": target.published.isoformat() if target.published else None}
    return {}


def _statement_was(decision: str, target: Statement, value: Mapping[str, Json]) -> dict[str, Json]:
    if decision == "speaker":
        chain = target.attribution.chain() if target.attribution else ()
        step = value.get("step") or 0
        voice = chain[min(step, len(chain) - 1)] if chain and isinstance(step, int) and step >= 0 else None
        if voice is None:
            return {"kind": "account", "named": None}
        words = voice.mention.exact if voice.mention else None
        return {"kind": voice.kind, "named": voice.named or words}
    if decision == "value" and isinstance(target.value, Quantity):
        bounds = (str(end) if end is not None else None for end in (target.value.low, target.value.high))
        low, high = bounds
        return {"low": low, "high": high, "unit": target.value.unit, "approx": target.value.approx}
    if decision in ("value", "date"):
        due = getattr(target.body, "due", None)
        moment = target.value if isinstance(target.value, Timex) else due or target.holds_at
        return {"value": moment.value, "mod": moment.mod} if isinstance(moment, Timex) else {"value": None}
    return {}


def _bad(why: str) -> InputError:
    return InputError("bad-judgement", why, "Nothing was written.")
