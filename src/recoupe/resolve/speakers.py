"""Who a speaker is: names, offices and pronouns of quotations, once names are entities.

A wrong name accuses someone, so what is not sure keeps its own words (a description) or stays None (a pronoun).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from recoupe.kinds.quotation.body import QuotationBody
from recoupe.lang import entries
from recoupe.types import Anchor, Document, Entity, Gender, Mention, Number, Statement, Voice

SINGULAR = frozenset({"il", "elle", "he", "she", "lui", "celui-ci", "celle-ci", "ce dernier", "cette dernière"})
PLURAL = frozenset({"ils", "elles", "eux", "they", "ceux-ci", "celles-ci"})
REACH = 2500
_OF = regex.compile(
    r"\b(?:de|du|des|of|for|from|to|à|au|aux|pour|avec|with)\s(?:\S+\s){0,4}$|\bd['’]\s?(?:\S+\s){0,3}$", regex.I
)
_NAME = regex.compile(r"\b\p{Lu}[\p{L}'’-]+(?:\s+(?:(?:de|du|des|von|van|al|el|ben|bin|Le|La)\s+)?\p{Lu}[\p{L}'’-]+)+")
_ARTICLE = regex.compile(r"^(?:les?|la|l['’]|the)\s*", regex.I)


@dataclass(frozen=True, slots=True)
class Known:
    """Someone the account has brought up: where, and what a pronoun for them must agree with."""

    at: int
    named: str
    entity: Entity | None
    gender: Gender | None
    number: Number | None
    kind: str
    sentence: int = -1


def resolve_speakers(
    statements: Sequence[Statement], entities: Sequence[Entity], documents: Mapping[str, Document]
) -> list[Statement]:
    """The statements, in the order given, with every quotation's speaker named as fully as the account allows."""
    done: dict[int, Statement] = {}
    for ident in documents:
        quotations = [
            (place, s) for place, s in enumerate(statements)
            if s.anchor.document == ident and s.kind == "quotation" and isinstance(s.body, QuotationBody)
        ]  # fmt: skip
        quotations.sort(key=lambda pair: (pair[1].anchor.end, pair[1].anchor.start))
        reader = _Reader(documents[ident], entities)
        for place, statement in quotations:
            done[place] = reader.read(statement)
    return [done.get(place, statement) for place, statement in enumerate(statements)]


class _Reader:
    """Reads one account's quotations in text order and remembers who spoke."""

    def __init__(self, document: Document, entities: Sequence[Entity]) -> None:
        self.document = document
        self.here = sorted(
            ((m, e) for e in entities for m in e.names if m.anchor.document == document.id),
            key=lambda pair: (pair[0].anchor.start, -pair[0].anchor.end, pair[1].id),
        )
        self.past: list[Known] = []
        self.offices: dict[str, list[Entity]] = {}
        for entity in entities:
            if any(m.form == "name" for m in entity.names):
                for office in sorted({m.anchor.exact.lower() for m in entity.names if m.form == "role"}):
                    self.offices.setdefault(office, []).append(entity)

    def read(self, statement: Statement) -> Statement:
        """The statement with its speaker and the rest of its chain named."""
        attribution, body = statement.attribution, statement.body
        if attribution is None or not isinstance(body, QuotationBody):
            return statement
        voice = self._voice(attribution.voice, body, statement)
        source = attribution.source
        if source is not None:
            source = replace(source, voice=self._nominal(source.voice, None, body))
        if voice.named is not None:
            at = voice.mention.start if voice.mention else statement.anchor.start
            entity = next((e for _, e in self.here if e.id == voice.entity), None)
            gender = voice.gender or (self._gender(entity) if entity else None)
            self.past.append(Known(at, voice.named, entity, gender, voice.number, voice.kind, body.sentence))
        return replace(statement, attribution=replace(attribution, voice=voice, source=source))

    def _voice(self, voice: Voice, body: QuotationBody, statement: Statement) -> Voice:
        pronoun = body.pronoun
        if pronoun == "same" and voice.named is None:
            return self._take(voice, self.past[-1]) if self.past else voice
        if pronoun in SINGULAR | PLURAL and voice.mention is not None:
            known = self._antecedent(pronoun, voice, body)
            return self._take(voice, known) if known else voice
        if pronoun is not None and pronoun != "same":
            return voice
        return self._nominal(voice, statement, body)

    def _take(self, voice: Voice, known: Known) -> Voice:
        kind = known.kind if known.kind != "account" else voice.kind
        return replace(
            voice, named=known.named, entity=known.entity.id if known.entity else None, kind=kind,  # type: ignore[arg-type]
            gender=voice.gender or known.gender, number=voice.number or known.number,
        )  # fmt: skip

    def _nominal(self, voice: Voice, statement: Statement | None, body: QuotationBody) -> Voice:
        """A name or an office as the entity it was taken for; anything else keeps its words."""
        if voice.kind in {"unnamed", "document"} and voice.named:
            return voice
        entity = self._entity_in(voice.mention) if voice.mention else self._entity_called(voice.named)
        if entity is None and voice.mention is not None and statement is not None:
            entity = self._office(voice, body)
        if entity is None:
            return voice
        if all(m.form == "role" for m in entity.names):
            fuller = self._same_office(voice)
            if fuller is None:
                return replace(voice, entity=entity.id)
            entity = fuller
        role = voice.mention.exact if voice.mention and _ARTICLE.sub("", voice.mention.exact) != entity.named else None
        return replace(
            voice, named=entity.named, entity=entity.id, role=role, gender=voice.gender or self._gender(entity)
        )

    def _entity_in(self, anchor: Anchor) -> Entity | None:
        """The one entity these words name; None when they name several or only mention one (« l'avocat de X »)."""
        found: list[tuple[Mention, Entity]] = []
        for mention, entity in self.here:
            if anchor.contains(mention.anchor) or mention.anchor.contains(anchor):
                lead = self.document.text[anchor.start : mention.anchor.start]
                if not _OF.search(lead) and not self._owner(anchor, mention):
                    found.append((mention, entity))
        people = [e for m, e in found if e.type == "PER"]
        if people:
            names = [e for m, e in found if e.type == "PER" and m.form == "name"]
            best = names or people
            return best[0] if len({e.id for e in best}) == 1 else None
        bare = _ARTICLE.sub("", anchor.exact)
        whole = [e for m, e in found if m.anchor.exact == bare or len(m.anchor.exact) >= 0.5 * len(bare)]
        both = regex.search(r"\b(?:et|and)\b", anchor.exact)
        return whole[0] if whole and (not both or any(m.anchor.exact == bare for m, _ in found)) else None

    def _owner(self, anchor: Anchor, mention: Mention) -> bool:
        """The name is a possessor: *Smith's lawyer*."""
        after = self.document.text[mention.anchor.end : min(anchor.end, mention.anchor.end + 2)]
        return after.startswith(("'s", "’s"))

    def _entity_called(self, named: str | None) -> Entity | None:
        if not named:
            return None
        bare = _ARTICLE.sub("", named)
        for mention, entity in self.here:
            if mention.anchor.exact in {named, bare}:
                return entity
        return None

    def _office(self, voice: Voice, body: QuotationBody) -> Entity | None:
        """« le responsable européen » right after Pierre Moscovici spoke: the speaker of the sentence before."""
        assert voice.mention is not None
        if voice.number != "sing" or not _ARTICLE.match(voice.mention.exact) or not self.past:
            return None
        before = self.past[-1]
        heads = _offices(self.document.lang)
        words = [w.lower() for w in regex.findall(r"[\p{L}-]+", _ARTICLE.sub("", voice.mention.exact))]
        if not words or not any(w in heads for w in (words[:1] if self.document.lang == "fr" else words)):
            return None
        if before.entity is None or before.entity.type != "PER" or not 0 <= body.sentence - before.sentence <= 1:
            return None
        genders = {voice.gender, before.gender} - {None}
        return before.entity if len(genders) < 2 and not self._holds_another(before.entity, words[0]) else None

    def _same_office(self, voice: Voice) -> Entity | None:
        """The one person who bears this very office, in two words or more, in any account of the story."""
        if voice.mention is None or voice.named != voice.mention.exact:
            return None
        office = _ARTICLE.sub("", voice.mention.exact).lower()
        if " " not in office:
            return None
        bearers = self.offices.get(office, [])
        return bearers[0] if len(bearers) == 1 else None

    def _holds_another(self, entity: Entity, head: str) -> bool:
        """The office's noun belongs to somebody else of the account."""
        return any(
            m.form == "role" and e.id != entity.id and m.anchor.exact.lower().startswith(head) for m, e in self.here
        )

    def _antecedent(self, pronoun: str, voice: Voice, body: QuotationBody) -> Known | None:
        assert voice.mention is not None
        at = voice.mention.start
        plural = pronoun in PLURAL
        candidates = [k for k in self.past if k.at < at and at - k.at < REACH]
        for anchor in body.antecedents:
            entity = self._entity_in(anchor)
            if entity is not None:
                candidates.append(Known(anchor.start, entity.named, entity, self._gender(entity), None, "named"))
            elif (name := _full_name(anchor.exact)) is not None:
                candidates.append(Known(anchor.start, name, None, None, "sing", "named"))
        candidates.sort(key=lambda k: (-k.at, k.named))
        spoken_of = {(known.named, known.gender) for known in self.past if known.gender}
        other = {"masc": "fem", "fem": "masc"}.get(voice.gender or "")
        fitting = [k for k in candidates if _agrees(voice, k, plural) and (k.named, other) not in spoken_of]
        people = [known for known in fitting if _is_person(known)]
        if people and not plural:
            return people[0]
        return next((known for known in fitting if plural or body.sentence - known.sentence <= 2), None)

    def _gender(self, entity: Entity) -> Gender | None:
        genders = [m.gender for m in entity.names if m.gender]
        return genders[0] if genders and len(set(genders)) == 1 else None


def _full_name(text: str) -> str | None:
    """A name of two capitalised words or more that stands by itself or in apposition."""
    match = _NAME.search(text)
    if match is None or _OF.search(text[: match.start()].rsplit(",", 1)[-1]):
        return None
    return str(match.group()).strip()


def _is_person(known: Known) -> bool:
    if known.entity is not None:
        return known.entity.type == "PER" and any(m.form == "name" for m in known.entity.names)
    return _full_name(known.named) is not None and known.kind in {"named", "unnamed"}


def _agrees(voice: Voice, known: Known, plural: bool) -> bool:
    """Gender and number allow it; a singular person's pronoun wants a person or a body, a plural one a group."""
    if voice.gender and known.gender and voice.gender != known.gender:
        return False
    if known.entity is not None and known.entity.type == "PER":
        return not plural
    if plural:
        return known.number == "plur" or known.kind == "collective"
    if known.entity is not None and known.entity.type == "LOC":
        return False
    return known.number != "plur"


@cache
def _offices(lang: str) -> frozenset[str]:
    return frozenset(head.lower() for row in entries(lang, "roles") for head in row["heads"])
