"""Who a speaker is: names, offices and pronouns of quotations, once names are entities.

A wrong name accuses someone, so what is not sure keeps its own words (a description) or stays None (a pronoun).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from recoupe.kinds.quotation.body import QuotationBody
from recoupe.resolve.offices import Offices, describing, epithets, known_title
from recoupe.types import Anchor, Document, Entity, Gender, Mention, Number, Statement, Voice

SINGULAR = frozenset({"il", "elle", "he", "she", "lui", "celui-ci", "celle-ci", "ce dernier", "cette dernière"})
PLURAL = frozenset({"ils", "elles", "eux", "they", "ceux-ci", "celles-ci"})
SOME = frozenset({"certains", "certaines", "d'autres", "d’autres", "beaucoup", "some", "others", "many"})
OURS = regex.compile(r"^(?:nos|notre|our)\b", regex.I)
AMONG = regex.compile(r"\b(?:parmi|among)\s+((?:les|the|ces|these)\s[^,.;]{3,60}),\s*$", regex.I)
REACH = 2500
NEAR = 500
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
        self.offices = Offices(entities)

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
        if voice.mention is not None and voice.mention.exact.lower() in SOME:
            return self._of_a_group(voice, body)
        if voice.kind == "outlet" and voice.mention is not None and OURS.match(voice.mention.exact):
            return replace(voice, named=self.document.outlet or voice.named)
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
        if entity is None or all(m.form == "role" for m in entity.names):
            fuller = self._bearer(voice, body, statement)
            if fuller is None:
                return replace(voice, entity=entity.id) if entity else voice
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

    def _bearer(self, voice: Voice, body: QuotationBody, statement: Statement | None) -> Entity | None:
        """The person a description stands for: who bears the office in the story, else who was just named."""
        if voice.mention is None or voice.number == "plur" or not _ARTICLE.match(voice.mention.exact):
            return None
        if voice.named != voice.mention.exact or _full_name(voice.mention.exact):
            return None
        office = _ARTICLE.sub("", voice.mention.exact).lower()
        return self.offices.bearer(office, self.document) or (self._just_named(voice, body) if statement else None)

    def _just_named(self, voice: Voice, body: QuotationBody) -> Entity | None:
        """« le responsable européen », « la jeune femme »: the person who spoke or was the subject right before."""
        assert voice.mention is not None
        words = [w.lower() for w in regex.findall(r"[\p{L}-]+", _ARTICLE.sub("", voice.mention.exact))]
        heads = describing(self.document.lang)
        telling = words[:2] if self.document.lang == "fr" else words
        head = next((word for word in telling if word in heads), None)
        if head is None or self._said_of_another(voice, head) or self._steady(voice):
            return None
        recent = [k for k in self.past[-3:] if 0 <= body.sentence - k.sentence <= 2]
        found = [(k.at, k.entity, k.gender) for k in recent if k.entity is not None and k.entity.type == "PER"]
        for anchor in body.antecedents[:4]:
            if voice.mention.start - anchor.end < NEAR and (entity := self._entity_in(anchor)) is not None:
                found.append((anchor.start, entity, self._gender(entity)))
        found.sort(key=lambda item: -item[0])
        for _, entity, gender in found:
            named = entity.type == "PER" and any(m.form == "name" for m in entity.names)
            if named and len({voice.gender, gender} - {None}) < 2 and not self._holds_another(entity, head):
                return entity
        # An office may be anyone's and a relative clause brings someone new: « le policier qui filme ».
        plain = head in epithets(self.document.lang) and not regex.search(r"\b(?:qui|who|that)\b", voice.mention.exact)
        only = self._only_person(voice) if plain else None
        return only if only is not None and not self._holds_another(only, head) else None

    def _of_a_group(self, voice: Voice, body: QuotationBody) -> Voice:
        """« certains », « d'autres »: some of the group that was just spoken of; their own words when there is none."""
        assert voice.mention is not None
        at = voice.mention.start
        groups = [k for k in self.past if k.kind == "collective" and 0 <= body.sentence - k.sentence <= 2]
        found = [(k.at, k.named, k.entity) for k in groups if k.named.lower() not in SOME]
        lead = self.document.text[max(0, at - 120) : at]
        among = AMONG.search(lead)
        if among is not None:
            return replace(voice, kind="collective", named=among.group(1))
        before = [
            (m.anchor.start, e.named, e)
            for m, e in self.here
            if e.type == "ORG" and _many(m) and at - 300 <= m.anchor.start < at
        ]
        found = sorted([*found, *before], key=lambda item: -item[0])
        if not found:
            return voice
        _, named, entity = found[0]
        return replace(voice, kind="collective", named=named, entity=entity.id if entity else None)

    def _only_person(self, voice: Voice) -> Entity | None:
        """The one person named shortly before, when there is but one and gender allows it."""
        assert voice.mention is not None
        at = voice.mention.start
        named = {
            e.id: e
            for m, e in self.here
            if e.type == "PER" and m.form == "name" and at - NEAR <= m.anchor.start and m.anchor.end <= at
        }
        if len(named) != 1:
            return None
        [entity] = named.values()
        return entity if len({voice.gender, self._gender(entity)} - {None}) < 2 else None

    def _steady(self, voice: Voice) -> bool:
        """An office said more than once in the account means its bearer, whoever spoke last."""
        assert voice.mention is not None
        title = _ARTICLE.sub("", voice.mention.exact).lower()
        return known_title(title) and self.document.text.lower().count(title) > 1

    def _said_of_another(self, voice: Voice, head: str) -> bool:
        """The same words stood earlier in the account: they bring back whom they first meant, not who spoke last."""
        assert voice.mention is not None
        bare = _ARTICLE.sub("", voice.mention.exact)
        first = self.document.text.find(bare)
        return head != bare.lower() and 0 <= first < voice.mention.start - 1200

    def _holds_another(self, entity: Entity, head: str) -> bool:
        """The office's noun belongs to somebody else of the account."""
        return any(
            m.form == "role" and e.id != entity.id and m.anchor.exact.lower().startswith(head)
            for m, e in self.here
            if any(n.form == "name" for n in e.names)
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


def _many(mention: Mention) -> bool:
    """The words are a plural: « gilets jaunes »."""
    return regex.search(r"\p{Ll}s\b", mention.anchor.exact) is not None


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
