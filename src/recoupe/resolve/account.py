"""One account being read: the names in it, who has spoken so far, and which entity a few words name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from recoupe.lang import LANGUAGES
from recoupe.resolve import genders
from recoupe.resolve.offices import Offices, describing, office_heads
from recoupe.types import Anchor, Document, Entity, Gender, Mention, Number, Voice, VoiceKind

ARTICLE = regex.compile(r"^(?:les?|la|l['’]|the)\s*", regex.I)
_OF = regex.compile(
    r"\b(?:de|du|des|of|for|from|to|in|at|near|en|à|au|aux|pour|avec|with|representing)\s(?:\S+\s){0,4}$|\bd['’]\s?(?:\S+\s){0,3}$",
    regex.I,
)
_NAME = regex.compile(r"\b\p{Lu}[\p{L}'’-]+(?:\s+(?:(?:de|du|des|von|van|al|el|ben|bin|Le|La)\s+)?\p{Lu}[\p{L}'’-]+)+")
_CIVIL = regex.compile(r"^(?:MM?|Mmes?|Mlles?|Mes?|Dr|Mrs?|Ms|Prof)\.?\s+")
_PARTICIPLE = regex.compile(r"\p{Lu}\p{Ll}+ée?s?")

# fmt: off
_SMALL = frozenset({
    "de", "du", "des", "d", "la", "le", "les", "l", "à", "au", "aux", "pour", "avec", "chez", "of", "for", "from", "to",
    "the", "with", "a", "an", "un", "une", "son", "sa", "leur", "his", "her", "its", "m.", "mme", "me", "mr", "mr.",
    "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "gov.", "sen.", "rep.", "representing",
})
# fmt: on


@dataclass(frozen=True, slots=True)
class Known:
    """Someone the account has brought up: where, and what a pronoun for them must agree with."""

    at: int
    named: str
    entity: Entity | None
    gender: Gender | None
    number: Number | None
    kind: VoiceKind
    sentence: int = -1
    spoke: bool = True
    main: bool = True
    person: bool = False


class Account:
    """The names of one account in text order, and the speakers read so far."""

    def __init__(self, document: Document, named: Sequence[tuple[Mention, Entity]], offices: Offices) -> None:
        self.document = document
        self.offices = offices
        self.here = sorted(
            (pair for pair in named if not _opens(document, pair[0])),
            key=lambda pair: (pair[0].anchor.start, -pair[0].anchor.end, pair[1].id),
        )
        self.past: list[Known] = []

    def remember(self, voice: Voice, at: int, sentence: int) -> None:
        """Keeps a speaker once they are named."""
        if voice.named is None:
            return
        entity = next((e for _, e in self.here if e.id == voice.entity), None)
        gender = self.gender(entity, voice.named) or voice.gender
        human = entity is not None and is_human(entity, self.document.lang)
        human = human or (entity is None and self._one_official(voice))
        known = Known(at, voice.named, entity, gender, voice.number, voice.kind, sentence, person=human)
        self.past.append(known)

    def _one_official(self, voice: Voice) -> bool:
        """One person by their office: « le président », *the minister*."""
        lang = self.document.lang
        if voice.number == "plur" or voice.kind != "named" or voice.mention is None:
            return False
        bare: list[str] = regex.findall(r"[\p{L}-]+", ARTICLE.sub("", voice.mention.exact).lower())
        heads = office_heads(lang)
        return any(word in heads for word in (bare[:1] if lang == "fr" else bare[-1:]))

    def gender(self, entity: Entity | None, named: str = "") -> Gender | None:
        """The gender an entity's titles or first name say."""
        if entity is not None:
            return genders.of_entity(entity, self.document.lang)
        return genders.of_name(named, self.document.lang)

    def entity_in(self, anchor: Anchor) -> Entity | None:
        """The one entity these words name; None when they name several or only mention one (« l'avocat de X »)."""
        found: list[tuple[Mention, Entity]] = []
        for mention, entity in self.here:
            if anchor.contains(mention.anchor) or mention.anchor.contains(anchor):
                lead = self.document.text[anchor.start : mention.anchor.start]
                if not complement(lead, mention.anchor.exact) and not self._owner(anchor, mention):
                    found.append((mention, entity))
        people = [e for m, e in found if e.type == "PER"]
        if people:
            names = [e for m, e in found if e.type == "PER" and m.form == "name"]
            best = names or people
            return best[0] if len({e.id for e in best}) == 1 else None
        bare = ARTICLE.sub("", anchor.exact)
        if genders.of_name(bare, self.document.lang) and " " not in bare:
            return self._first_named(bare, found)
        whole = [e for m, e in found if m.anchor.exact == bare or len(m.anchor.exact) >= 0.5 * len(bare)]
        both = regex.search(r"\b(?:et|and)\b", anchor.exact)
        return whole[0] if whole and (not both or any(m.anchor.exact == bare for m, _ in found)) else None

    def _first_named(self, first: str, found: Sequence[tuple[Mention, Entity]]) -> Entity | None:
        """« Doreen », whatever the model takes the word for, is the one person of that first name in the account."""
        people = {e.id: e for _, e in self.here if e.type == "PER" and e.named.split()[0] == first}
        if len(people) == 1:
            return next(iter(people.values()))
        known = [e for m, e in found if m.known_as]
        return known[0] if known else None

    def _owner(self, anchor: Anchor, mention: Mention) -> bool:
        """The name is a possessor: *Smith's lawyer*."""
        after = self.document.text[mention.anchor.end : min(anchor.end, mention.anchor.end + 2)]
        return after.startswith(("'s", "’s"))

    def called(self, named: str | None) -> Entity | None:
        """The entity that bears this very name."""
        if not named:
            return None
        names = {named, ARTICLE.sub("", named), _CIVIL.sub("", named)}
        return next((entity for mention, entity in self.here if mention.anchor.exact in names), None)


def _opens(document: Document, mention: Mention) -> bool:
    """« Contacté, l'élu… »: a participle before a comma, which its capital makes look like a name."""
    after = document.text[mention.anchor.end : mention.anchor.end + 1]
    participle = document.lang == "fr" and _PARTICIPLE.fullmatch(mention.anchor.exact) is not None
    return participle and after == "," and genders.of_name(mention.anchor.exact, document.lang) is None


def first_name(text: str) -> str | None:
    """A capitalised word alone, as vox pops name people: « Lola », *Doreen*."""
    return text if regex.fullmatch(r"\p{Lu}\p{Ll}[\p{L}'’-]+", text) else None


def complement(lead: str, name: str) -> bool:
    """The name belongs to somebody else's description: « l'avocat de Hugo Valnac », « la sœur du chanteur Roy ».

    A full name after a whole office does not: « le ministre des Ports Hugo Valnac ».
    """
    clause = lead.rsplit(",", 1)[-1]
    if not _OF.search(clause):
        return False
    last = clause.split()[-1].lower()
    if last in _SMALL or last.endswith(("'", "’")) or len(name.split()) < 2:
        return True
    return any(last in describing(lang) for lang in LANGUAGES)


def full_name(text: str) -> str | None:
    """A name of two capitalised words or more that stands by itself or in apposition."""
    match = _NAME.search(text)
    if match is None or complement(text[: match.start()], match.group()):
        return None
    return str(match.group()).strip()


def is_human(entity: Entity, lang: str) -> bool:
    """A person by its type, or by a first name before a family name, whatever type the model gave it."""
    if entity.type == "PER":
        return True
    known = any(m.known_as for m in entity.names)
    return not known and len(entity.named.split()) > 1 and genders.of_name(entity.named, lang) is not None


def is_person(known: Known) -> bool:
    """A named person, or a description by a noun of people."""
    if known.entity is not None:
        return known.person and any(m.form == "name" or m.number != "plur" for m in known.entity.names)
    return known.person or (full_name(known.named) is not None and known.kind in {"named", "unnamed"})
