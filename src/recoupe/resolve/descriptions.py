"""Whom a description without a name stands for: an office's one bearer, someone just named, part of a group."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import regex

from recoupe.kinds.quotation.body import QuotationBody
from recoupe.lang import entries, table
from recoupe.resolve.account import ARTICLE, Account, full_name, is_person
from recoupe.resolve.keys import key, told_apart, words
from recoupe.resolve.offices import describing, epithets, known_title, office_heads
from recoupe.resolve.pronouns import candidates
from recoupe.types import Entity, Mention, Voice

SOME = frozenset({"certains", "certaines", "d'autres", "d’autres", "beaucoup", "some", "others", "many"})
AMONG = regex.compile(r"\b(?:parmi|among)\s+((?:les|the|ces|these)\s[^,.;]{3,60}),\s*$", regex.I)
NEAR = 500
FAR = 1200
_DEFINITE = regex.compile(r"^(?:l[ea]|l['’]|the|ce(?:tte|t)?|this|that)\b", regex.I)


def bearer(account: Account, voice: Voice, body: QuotationBody, anaphoric: bool) -> tuple[str, Entity | None] | None:
    """The name of the person a description stands for, and their entity if there is one.

    That is who bears the office in the story or held it that day, else the one person of that trade, else who was just
    named.
    """
    mention = voice.mention
    if mention is None or voice.number == "plur" or not _DEFINITE.match(mention.exact):
        return None
    if voice.named != mention.exact or full_name(ARTICLE.sub("", mention.exact)) or told_apart(mention):
        return None
    office = _bare(voice).lower()
    found = account.offices.bearer(office, account.document) or _only_bearer(account, voice)
    if found is not None:
        return found.named, found
    if not anaphoric:
        return None
    return _body_just_named(account, voice, body) or _just_named(account, voice, body)


def _body_just_named(account: Account, voice: Voice, body: QuotationBody) -> tuple[str, Entity | None] | None:
    """« le groupe », *the struggling airline*: the firm or club the sentences right before are about."""
    assert voice.mention is not None
    lang = account.document.lang
    said: list[str] = regex.findall(r"[\p{L}-]+", _bare(voice))
    if not said or len(said) > 3 or any(word[:1].isupper() for word in said):
        return None
    heads = set(table(lang, "bodies")["anaphoric"])
    if not (said[0] in heads if lang == "fr" else said[-1] in heads):
        return None
    found: dict[str, Entity] = {}
    for known in candidates(account, voice.mention.start, body):
        entity = known.entity
        if entity is None or not 0 <= body.sentence - known.sentence <= 2 or not _may_be_a_firm(account, entity):
            continue
        if known.main:
            return known.named, entity
        found.setdefault(entity.id, entity)
    if len(found) == 1:
        [entity] = found.values()
        return entity.named, entity
    return None


def _may_be_a_firm(account: Account, entity: Entity) -> bool:
    """A body that is no office of a state, or one word with a capital that no first name makes a person's."""
    lang = account.document.lang
    if not any(m.form == "name" for m in entity.names) or any(m.form == "role" for m in entity.names):
        return False
    parts = [word.lower() for word in regex.findall(r"[\p{L}-]+", entity.named)]
    if entity.type == "ORG":
        known = any(m.known_as for m in entity.names)
        return not known and not set(parts) & state_heads(lang)
    return entity.type == "PER" and len(parts) == 1 and account.gender(entity) is None


@cache
def state_heads(lang: str) -> frozenset[str]:
    """Nouns of the bodies and forces of a state: « ministère », *police*."""
    told = table(lang, "bodies")
    heads = {head for row in entries(lang, "bodies") if not row.get("private") for head in row["heads"]}
    return frozenset(heads | set(told["alone"]) | {word.lower() for word in told["capital"]})


def _only_bearer(account: Account, voice: Voice) -> Entity | None:
    """« the lawyer for the campaign » before « the lawyer, Mark Roy, »: the one person the account gives that noun to.

    What the description adds to the noun (« de Corvignac ») must not differ from what the person's own title adds.
    """
    lang = account.document.lang
    said = words(_bare(voice))
    nouns = {key(head) for head in describing(lang)} - {key(head) for head in epithets(lang)}
    head = next((w for w in (said[:1] if lang == "fr" else said) if w in nouns), None)
    if head is None:
        return None
    fits: dict[str, Entity] = {}
    for mention, entity in account.here:
        title = words(mention.anchor.exact)
        if mention.form != "role" or head not in title or not any(m.form == "name" for m in entity.names):
            continue
        ours, theirs = set(said) - {head}, set(title) - {head}
        if ours and theirs and not (ours <= theirs or theirs <= ours):
            return None
        fits[entity.id] = entity
    return next(iter(fits.values())) if len(fits) == 1 else None


def unnamed(account: Account, voice: Voice) -> bool:
    """Someone the account describes and names nowhere: « la conductrice », *the person briefed on the talks*.

    An office (« le préfet ») names its bearer well enough.
    """
    lang = account.document.lang
    if voice.mention is None or voice.kind != "named" or not _DEFINITE.match(voice.mention.exact):
        return False
    said: list[str] = regex.findall(r"[\p{L}-]+", _bare(voice))
    people = set(table(lang, "sources")["words"]["people"]) | epithets(lang)
    head = next((w.lower() for w in (said[:2] if lang == "fr" else said) if w.lower() in people), None)
    return head is not None and head not in office_heads(lang) and not any(w[:1].isupper() for w in said)


def _bare(voice: Voice) -> str:
    assert voice.mention is not None
    return str(_DEFINITE.sub("", ARTICLE.sub("", voice.mention.exact))).strip()


def _just_named(account: Account, voice: Voice, body: QuotationBody) -> tuple[str, Entity | None] | None:
    """« le responsable européen », « la jeune femme »: the person who spoke or was the subject right before."""
    assert voice.mention is not None
    lang = account.document.lang
    spoken = [w.lower() for w in regex.findall(r"[\p{L}-]+", _bare(voice))]
    telling = spoken[:2] if lang == "fr" else spoken
    aged = regex.search(r"\b\d\d[ -](?:year-old|ans)\b", voice.mention.exact) is not None
    # The noun comes last: « jeune femme », « premier ministre ».
    head = next((word for word in reversed(telling) if word in describing(lang)), None) or ("" if aged else None)
    if head is None or _said_of_another(account, voice, head) or _steady(account, voice):
        return None
    for known in candidates(account, voice.mention.start, body):
        entity = known.entity
        if not is_person(known) or (entity is None and full_name(known.named) != known.named):
            continue
        near = 0 <= body.sentence - known.sentence <= 2 and voice.mention.start - known.at < 2 * NEAR
        agrees = len({voice.gender, known.gender} - {None}) < 2
        if near and agrees and _may_be(account, voice, entity, head):
            return known.named, entity
    # A relative clause brings someone new: « le policier qui filme ».
    plain = head in epithets(lang) and not regex.search(r"\b(?:qui|who|that)\b", voice.mention.exact)
    only = _only_person(account, voice) if plain else None
    return (only.named, only) if only is not None and _may_be(account, voice, only, head) else None


def _may_be(account: Account, voice: Voice, entity: Entity | None, head: str) -> bool:
    """The noun is not somebody else's; an office that only its bearer has (« le préfet ») is one this person bears."""
    mine = [m.anchor.exact for m in entity.names if m.form == "role"] if entity else []
    same = [title for title in mine if head in regex.findall(r"[\p{L}-]+", title.lower())]
    if same:
        # « le maire de Brévannes » is not the mayor of Corvignac.
        ours = set(words(_bare(voice))) - {key(head)}
        added = [set(words(title)) - {key(head)} for title in same]
        return not ours or any(not theirs or ours <= theirs or theirs <= ours for theirs in added)
    return head not in office_heads(account.document.lang) and not _holds_another(account, entity, head)


def _holds_another(account: Account, entity: Entity | None, head: str) -> bool:
    """The office's noun belongs to somebody else of the account."""
    return bool(head) and any(
        m.form == "role" and (entity is None or e.id != entity.id) and m.anchor.exact.lower().startswith(head)
        for m, e in account.here
        if any(n.form == "name" for n in e.names)
    )


def _only_person(account: Account, voice: Voice) -> Entity | None:
    """The one person named shortly before, when there is but one and gender allows it."""
    assert voice.mention is not None
    at = voice.mention.start
    named = {
        e.id: e
        for m, e in account.here
        if e.type == "PER" and m.form == "name" and at - NEAR <= m.anchor.start and m.anchor.end <= at
    }
    if len(named) != 1:
        return None
    [entity] = named.values()
    return entity if len({voice.gender, account.gender(entity)} - {None}) < 2 else None


def _steady(account: Account, voice: Voice) -> bool:
    """An office said more than once in the account means its bearer, whoever spoke last."""
    title = _bare(voice).lower()
    return known_title(title) and account.document.text.lower().count(title) > 1


def _said_of_another(account: Account, voice: Voice, head: str) -> bool:
    """The same words stood earlier in the account: they bring back whom they first meant, not who spoke last."""
    assert voice.mention is not None
    bare = _bare(voice)
    first = account.document.text.find(bare)
    return head != bare.lower() and 0 <= first < voice.mention.start - FAR


def of_a_group(account: Account, voice: Voice, body: QuotationBody) -> Voice:
    """« certains », « d'autres »: some of the group that was just spoken of; their own words when there is none."""
    assert voice.mention is not None
    at = voice.mention.start
    groups = [k for k in account.past if k.kind == "collective" and 0 <= body.sentence - k.sentence <= 2]
    found = [(k.at, k.named, k.entity) for k in groups if k.named.lower() not in SOME]
    lead = account.document.text[max(0, at - 120) : at]
    among = AMONG.search(lead)
    if among is not None:
        return replace(voice, kind="collective", named=among.group(1))
    before = [
        (m.anchor.start, e.named, e)
        for m, e in account.here
        if e.type == "ORG" and _many(m) and at - NEAR <= m.anchor.start < at
    ]
    found = sorted([*found, *before], key=lambda item: -item[0])
    if not found:
        return voice
    _, named, entity = found[0]
    return replace(voice, kind="collective", named=named, entity=entity.id if entity else None)


def _many(mention: Mention) -> bool:
    """The words are a plural: « gilets jaunes »."""
    return mention.number == "plur" or regex.match(r"[\p{L}-]*\p{Ll}s\b", mention.anchor.exact) is not None
