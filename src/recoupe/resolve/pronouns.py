"""Whom a pronoun stands for: the nearest subject or speaker that agrees with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from recoupe.kinds.quotation.body import Antecedent, QuotationBody
from recoupe.lang import table
from recoupe.resolve.account import Account, Known, first_name, full_name, is_human, is_person
from recoupe.types import Anchor, Voice

SINGULAR = frozenset({"il", "elle", "he", "she", "lui", "it"})
PLURAL = frozenset({"ils", "elles", "eux", "they", "ceux-ci", "celles-ci"})
LATTER = regex.compile(
    r"(?:ce dernier|cette dernière|celui-ci|celle-ci|l['’]intéressée?|the latter|the former)", regex.I
)
REACH = 2500
NEAR = 700
LASTING = 3


def antecedent(account: Account, pronoun: str, voice: Voice, body: QuotationBody) -> Known | None:
    """Who is meant by a pronoun, or None: nobody is better than the wrong person."""
    assert voice.mention is not None
    if pronoun == "on":
        return _house(account, body)
    plural = pronoun in PLURAL
    spoken_of = {(known.named, known.gender) for known in account.past if known.gender and known.spoke}
    other = {"masc": "fem", "fem": "masc"}.get(voice.gender or "")
    fitting = [
        known for known in candidates(account, voice.mention.start, body)
        if _agrees(voice, known, plural) and (known.named, other) not in spoken_of
    ]  # fmt: skip
    if plural:
        return fitting[0] if fitting else None
    if pronoun == "it":
        return next((k for k in fitting if not is_person(k) and body.sentence - k.sentence <= 1), None)
    if pronoun in {"he", "she"}:
        return next((k for k in fitting if is_person(k) or (k.spoke and k.person)), None)
    people = [known for known in fitting if is_person(known)]
    nearest = next((k for k in fitting if not is_person(k) and body.sentence - k.sentence <= 1 and k.gender), None)
    person = people[0] if people else None
    if person is None or nearest is None:
        return person or nearest
    lasting = body.sentence - person.sentence <= (LASTING if person.spoke else 1)
    return person if lasting or nearest.sentence <= person.sentence else nearest


def candidates(account: Account, at: int, body: QuotationBody) -> list[Known]:
    """Everyone who spoke or was a subject before `at`: nearest sentence first, its main subject before the others."""
    found = [k for k in account.past if k.at < at and at - k.at < REACH]
    for subject in sorted(body.antecedents, key=lambda a: a.anchor.start):
        known = _carried(found, subject) if subject.pronoun else _known(account, subject)
        if known is not None and known.at < at:
            found.append(known)
    return sorted(found, key=_nearness)


def _nearness(known: Known) -> tuple[int, bool, bool, int, str]:
    return -known.sentence, not known.main, not known.spoke, -known.at, known.named


def _carried(found: Sequence[Known], subject: Antecedent) -> Known | None:
    """Whom a subject pronoun goes on with: the nearest person before its sentence that agrees with it."""
    before = sorted((k for k in found if k.sentence < subject.sentence), key=_nearness)
    for known in before:
        if is_person(known) and known.gender in {None, subject.gender} and known.number != "plur":
            return replace(known, at=subject.anchor.start, sentence=subject.sentence, main=subject.main, spoke=False)
    return None


def _known(account: Account, subject: Antecedent) -> Known | None:
    anchor = subject.anchor
    entity = account.entity_in(anchor)
    if entity is not None:
        person = is_human(entity, account.document.lang)
        gender = (account.gender(entity) if person else None) or subject.gender
        named = entity.named if any(m.form == "name" for m in entity.names) else anchor.exact
        number = None if person else subject.number
        return Known(
            anchor.start, named, entity, gender, number, subject.kind, subject.sentence, False, subject.main, person
        )  # fmt: skip
    name = _name(account, anchor)
    if name is not None:
        gender = account.gender(None, name) or subject.gender
        return Known(
            anchor.start, name, None, gender, "sing", "named", subject.sentence, False, subject.main, True
        )  # fmt: skip
    if not subject.person and subject.kind not in {"collective", "document", "outlet"}:
        return None
    person = subject.person and subject.number != "plur" and subject.kind in {"named", "unnamed"}
    return Known(
        anchor.start, anchor.exact, None, subject.gender, subject.number, subject.kind, subject.sentence, False,
        subject.main, person,
    )  # fmt: skip


def _name(account: Account, anchor: Anchor) -> str | None:
    """A person's name no entity was made of.

    A lone word that opens its sentence owes its capital to that, unless it is a known first name; and a name that is
    also a place's or a body's is theirs.
    """
    name = full_name(anchor.exact)
    if name is not None:
        elsewhere = {m.anchor.exact for m, e in account.here if e.type != "PER"}
        return None if name in elsewhere else name
    name = first_name(anchor.exact)
    before = account.document.text[: anchor.start].rstrip(" \t\u00a0«“\"'‘(")
    opens = not before or before[-1] in ".!?…\n\r"
    return None if name and opens and account.gender(None, name) is None else name


def latter(account: Account, voice: Voice) -> Known | None:
    """« Ce dernier », *the latter*: the person mentioned last, whatever their part in the sentence."""
    assert voice.mention is not None
    at = voice.mention.start
    found = [
        Known(m.anchor.start, e.named, e, account.gender(e), "sing", "named", person=True)
        for m, e in account.here
        if is_human(e, account.document.lang) and m.form == "name" and m.anchor.end <= at and at - m.anchor.end < NEAR
    ]
    found += [
        Known(m.anchor.start, m.anchor.exact, e, account.gender(e) or m.gender, "sing", "named", person=True)
        for m, e in account.here
        if e.type == "PER" and m.form == "role" and m.number != "plur" and not any(n.form == "name" for n in e.names)
        and m.anchor.end <= at and at - m.anchor.end < NEAR
    ]  # fmt: skip
    found += [k for k in account.past if k.at < at and at - k.at < NEAR and is_person(k)]
    found.sort(key=lambda k: (-k.at, k.named))
    return next((k for k in found if len({voice.gender, k.gender} - {None}) < 2), None)


def _house(account: Account, body: QuotationBody) -> Known | None:
    """« …, tentait-on d'expliquer »: the ministry or the club the sentence before speaks of."""
    houses = set(table(account.document.lang, "sources")["words"].get("houses", ()))
    for subject in body.antecedents:
        words = [w.lower() for w in regex.findall(r"[\p{L}-]+", subject.anchor.exact)]
        if subject.main and body.sentence - subject.sentence <= 1 and set(words[:3]) & houses:
            return Known(
                subject.anchor.start, subject.anchor.exact, account.entity_in(subject.anchor), None, None, "collective"
            )
    return None


def _agrees(voice: Voice, known: Known, plural: bool) -> bool:
    """Gender and number allow it; a singular person's pronoun wants a person or a body, a plural one a group."""
    if voice.gender and known.gender and voice.gender != known.gender:
        return False
    if known.entity is not None and known.person:
        return not plural
    if plural:
        return known.number == "plur" or known.kind == "collective"
    if known.entity is not None and known.entity.type == "LOC":
        return False
    return known.number != "plur"
