"""Whom a house or a body is meant by: « le Château » for the Élysée, « l'entreprise » for the firm just named."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from recoupe.kinds.quotation.body import QuotationBody
from recoupe.lang import entries, table
from recoupe.resolve.account import ARTICLE, Account, Known
from recoupe.resolve.keys import told_apart
from recoupe.resolve.pronouns import candidates
from recoupe.types import Entity, Voice

NEAR = 4


@cache
def _seats(lang: str) -> dict[str, str]:
    """Every name of a seat, in lower case, with its usual one."""
    rows = entries(lang, "seats")
    return {name.lower(): row["seat"] for row in rows for name in (row["seat"], *row["names"])}


def by_house(account: Account, voice: Voice, body: QuotationBody) -> Voice | None:
    """The voice under its house's usual name, or that of the body its noun renames; None when it is neither."""
    if voice.mention is None or voice.named is None or voice.kind not in {"named", "collective"}:
        return None
    bare = ARTICLE.sub("", voice.mention.exact).replace("’", "'").lower()
    seat = _seats(account.document.lang).get(bare)
    if seat is not None:
        if bare == seat.lower() or seat not in account.document.text:
            return replace(voice, kind="collective") if bare == seat.lower() else None
        entity = account.called(seat)
        return replace(voice, named=entity.named if entity else seat, entity=entity.id if entity else None,
                       kind="collective")  # fmt: skip
    if _alike(account.document.lang, bare) and ARTICLE.match(voice.mention.exact) and not told_apart(voice.mention):
        return _renamed(account, voice, body)
    return None


@cache
def _alike(lang: str, noun: str) -> frozenset[str]:
    """Nouns for bodies of the same kind: a firm is « la société », « le groupe », not « le syndicat »."""
    kinds = [frozenset(kind) for kind in table(lang, "seats")["bodies"].values()]
    return frozenset().union(*(kind for kind in kinds if noun in kind))


def _renamed(account: Account, voice: Voice, body: QuotationBody) -> Voice | None:
    """« l'entreprise »: the firm that spoke or was a subject last, else the only one named before."""
    assert voice.mention is not None
    at, noun = voice.mention.start, ARTICLE.sub("", voice.mention.exact).replace("’", "'").lower()
    near = [
        k.entity for k in candidates(account, at, body)
        if k.entity is not None and _one(k, k.entity) and body.sentence - k.sentence <= NEAR
        and _may_be(account, k.entity, noun)
    ]  # fmt: skip
    before = {e.id: e for m, e in account.here if m.anchor.end <= at and _may_be(account, e, noun, sure=True)}
    entity = near[0] if near else next(iter(before.values())) if len(before) == 1 else None
    if entity is None:
        return None
    return replace(voice, named=entity.named, entity=entity.id, role=voice.mention.exact)


def _one(known: Known, entity: Entity) -> bool:
    """One body, whose proper name may well look like a plural (*Northern Crest Resources*)."""
    return known.number != "plur" or any(mention.form == "name" for mention in entity.names)


def _may_be(account: Account, entity: Entity, noun: str, sure: bool = False) -> bool:
    """A body by name, whose own noun, when its name or the words before it hold one, is of the same kind.

    `sure` asks for such a noun, or for a body that has spoken.
    """
    place = entity.type == "LOC" and (" " not in entity.named or any(m.known_as for m in entity.names))
    if entity.type == "PER" or place:
        return False
    lang = account.document.lang
    heads = {head for row in entries(lang, "bodies") for head in row["heads"]} | set(table(lang, "bodies")["alone"])
    heads |= set().union(*table(lang, "seats")["bodies"].values())
    said = set(entity.named.lower().split())
    for mention in entity.names:
        if mention.anchor.document == account.document.id:
            lead = account.document.text[max(0, mention.anchor.start - 30) : mention.anchor.start]
            said |= set(lead.lower().rsplit(",", 1)[-1].split()[-2:])
    own = said & heads
    unknown = not own and (not sure or any(known.entity == entity for known in account.past))
    return unknown or bool(own & _alike(lang, noun))
