"""Who a speaker is: names, offices and pronouns of quotations, once names are entities.

A wrong name accuses someone, so what is not sure keeps its own words (a description) or stays None (a pronoun).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import regex

from recoupe.kinds.quotation.body import QuotationBody
from recoupe.resolve.account import ARTICLE, Account, Known
from recoupe.resolve.descriptions import SOME, bearer, of_a_group, unnamed
from recoupe.resolve.media import continue_media
from recoupe.resolve.offices import Offices
from recoupe.resolve.pronouns import LATTER, PLURAL, SINGULAR, antecedent, latter
from recoupe.resolve.seats import by_house
from recoupe.types import Anchor, Document, Entity, Mention, Statement, Voice

OURS = regex.compile(r"^(?:nos|notre|our)\b", regex.I)


def resolve_speakers(
    statements: Sequence[Statement], entities: Sequence[Entity], documents: Mapping[str, Document]
) -> list[Statement]:
    """The statements, in the order given, with every quotation's speaker named as fully as the account allows."""
    done: dict[int, Statement] = {}
    offices = Offices(entities)
    said: dict[str, list[tuple[int, Statement]]] = defaultdict(list)
    for place, statement in enumerate(statements):
        if statement.kind == "quotation" and isinstance(statement.body, QuotationBody):
            said[statement.anchor.document].append((place, statement))
    named: dict[str, list[tuple[Mention, Entity]]] = defaultdict(list)
    for entity in entities:
        for mention in entity.names:
            named[mention.anchor.document].append((mention, entity))
    for ident in documents:
        quotations = sorted(said[ident], key=lambda pair: (pair[1].anchor.end, pair[1].anchor.start))
        account = Account(documents[ident], named[ident], offices)
        read = [_read(account, statement) for _, statement in quotations]
        done |= dict(zip((place for place, _ in quotations), continue_media(read), strict=True))
    return [done.get(place, statement) for place, statement in enumerate(statements)]


def _read(account: Account, statement: Statement) -> Statement:
    """The statement with its speaker and the rest of its chain named; its speaker is remembered."""
    attribution, body = statement.attribution, statement.body
    if attribution is None or not isinstance(body, QuotationBody):
        return statement
    voice = _voice(account, attribution.voice, body)
    source = attribution.source
    if source is not None:
        source = replace(source, voice=_nominal(account, source.voice, body, False))
    account.remember(voice, voice.mention.start if voice.mention else statement.anchor.start, body.sentence)
    return replace(statement, attribution=replace(attribution, voice=voice, source=source))


def _voice(account: Account, voice: Voice, body: QuotationBody) -> Voice:
    pronoun = body.pronoun
    if pronoun == "same" and voice.named is None:
        return _take(voice, account.past[-1]) if account.past else voice
    if voice.mention is None:
        return _nominal(account, voice, body, True)
    if LATTER.fullmatch(voice.mention.exact):
        known = latter(account, voice)
        return _take(voice, known) if known else voice
    if pronoun in SINGULAR | PLURAL | {"on"}:
        known = antecedent(account, pronoun or "", voice, body)
        return _take(voice, known) if known else voice
    if pronoun is not None and pronoun != "same":
        return voice
    if voice.mention.exact.lower() in SOME:
        return of_a_group(account, voice, body)
    house = by_house(account, voice, body)
    if house is not None:
        return house
    if voice.kind == "outlet" and OURS.match(voice.mention.exact):
        return replace(voice, named=account.document.outlet or voice.named)
    return _nominal(account, voice, body, True)


def _take(voice: Voice, known: Known) -> Voice:
    return replace(
        voice, named=known.named, entity=known.entity.id if known.entity else None,
        kind=known.kind if known.kind != "account" else voice.kind,
        gender=voice.gender or known.gender, number=voice.number or known.number,
    )  # fmt: skip


def _nominal(account: Account, voice: Voice, body: QuotationBody, anaphoric: bool) -> Voice:
    """A name or an office as the entity it was taken for; anything else keeps its words."""
    if voice.kind in {"unnamed", "document"} and voice.named:
        return voice
    entity = _entity(account, voice)
    named = entity.named if entity else None
    if entity is None or all(m.form in {"role", "description"} for m in entity.names):
        fuller = bearer(account, voice, body, anaphoric)
        if fuller is None:
            kind = "unnamed" if unnamed(account, voice) else voice.kind
            return replace(voice, kind=kind, entity=entity.id if entity else None)
        named, entity = fuller
    role = voice.mention.exact if voice.mention and ARTICLE.sub("", voice.mention.exact) != named else None
    gender = voice.gender or account.gender(entity, named or "")
    return replace(voice, named=named, entity=entity.id if entity else None, role=role, gender=gender)


def _entity(account: Account, voice: Voice) -> Entity | None:
    """The entity of the name that stands in the words, else of the words."""
    if voice.mention is None:
        return account.called(voice.named)
    name = _part(account, voice)
    if name is not None:
        found = account.entity_in(name)
        # A name no entity was made of is still this speaker's; what else the words name is not.
        return found if found is not None and (found.type == "PER" or voice.kind != "named") else None
    return account.entity_in(voice.mention)


def _part(account: Account, voice: Voice) -> Anchor | None:
    """Where the speaker's name stands in the words: « le maire, Jean Roy »."""
    if voice.mention is None or not voice.named or voice.named == voice.mention.exact:
        return None
    at = voice.mention.exact.rfind(voice.named)
    start = voice.mention.start + at
    return account.document.anchor(start, start + len(voice.named)) if at >= 0 else None
