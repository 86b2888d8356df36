"""A speaker's words and what they say of them: gender, number, how many, which name stands in them."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.annotate.phrases import role_heads
from recoupe.kinds.quotation import nominal
from recoupe.kinds.quotation.cues import Cue
from recoupe.kinds.quotation.frame import Item
from recoupe.kinds.quotation.lexicon import grammar, source_words
from recoupe.kinds.quotation.nominal import Nominal
from recoupe.kinds.quotation.voices import count_of, kind_of, name_in
from recoupe.types import Gender, Number, VoiceKind

Items = tuple[Item, ...]
_THE = frozenset({"la", "l'", "le", "les", "son", "sa", "leur", "un", "une"})


@dataclass(slots=True)
class Speaker:
    """A speaker's words by offsets, and what they say of them.

    Not changed once made; a frozen dataclass takes three times as long to make.
    """

    start: int
    end: int
    kind: VoiceKind
    pronoun: str | None = None
    gender: Gender | None = None
    number: Number | None = None
    count: int | None = None
    after: int = 0
    name: tuple[int, int] | None = None


def make(items: Items, found: Nominal, lang: str) -> Speaker:
    """The speaker a noun phrase or a pronoun names; `after` is the item after it."""
    if items[found.start].low in {"de", "d'"} and found.end - found.start > 2 and items[found.start + 1].low in _THE:
        # « les mots de la procureure, qui… »: the noun phrase without its preposition.
        found = Nominal(found.start + 1, found.end, found.head, found.pronoun)
    elif items[found.start].low in {"du", "des"} and found.start and items[found.start - 1].pos == "NOUN":
        # « les mots du patron qui… »
        found = Nominal(min(found.start + 1, found.head), found.end, found.head, found.pronoun)
    span = items[found.start : found.end]
    pronoun = found.pronoun
    gender, number = _agreement(items, found, lang)
    kind: VoiceKind = "named" if pronoun else kind_of(span, items[found.head], lang)
    count = count_of(span, lang) if kind == "unnamed" else None
    name = None if pronoun or kind in {"unnamed", "document"} else name_in(span, lang)
    return Speaker(span[0].start, span[-1].end, kind, pronoun, gender, number, count, found.end, name)


def from_clitic(items: Items, cue: Cue, lang: str) -> Speaker | None:
    """The subject clitic inside an inverted verb: the « il » of « a-t-il dit »."""
    if cue.clitic is None or cue.clitic_at is None:
        return None
    item = items[cue.clitic_at]
    if cue.clitic == "on" and (where := house(items, cue.end, lang)) is not None:
        return where
    start = item.end - len(cue.clitic)
    gender, number = _of_pronoun(cue.clitic)
    return Speaker(start, item.end, "named", cue.clitic, gender, number, None, cue.end)


def house(items: Items, at: int, lang: str) -> Speaker | None:
    """Where an unnamed « on » speaks from: « dit-on à l'Élysée », « explique-t-on au ministère »."""
    for i in range(at, min(len(items) - 1, at + 10)):
        if items[i].is_punct or items[i].quote is not None:
            return None
        if items[i].low not in {"à", "au", "aux", "chez", "du", "côté", "dans", "de"}:
            continue
        found = nominal.right(items, i + 1, lang)
        if found is None or found.pronoun:
            continue
        head = items[found.head]
        named = nominal.is_capital(head) and items[i].low in {"à", "chez"}
        if named or head.low in source_words(lang, "houses"):
            return make(items, found, lang)
    return None


def _of_pronoun(pronoun: str) -> tuple[Gender | None, Number | None]:
    plural = {"ils", "elles", "eux", "they", "we", "nous", "ceux-ci", "celles-ci"}
    gender: Gender | None = None
    if pronoun in {"il", "ils", "he", "celui-ci", "ceux-ci", "lui", "eux"}:
        gender = "masc"
    elif pronoun in {"elle", "elles", "she", "celle-ci", "celles-ci"}:
        gender = "fem"
    return gender, "plur" if pronoun in plural else "sing"


def _agreement(items: Items, found: Nominal, lang: str) -> tuple[Gender | None, Number | None]:
    if found.pronoun:
        return _of_pronoun(found.pronoun)
    first, head = items[found.start].low, items[found.head]
    gender: Gender | None = None
    number: Number | None = None
    if first in {"l'un", "l'une"}:
        # « l'un des visages du mouvement » may be a woman.
        return ("fem" if first == "l'une" else None), "sing"
    if first in {"le", "un", "ce", "cet", "du", "mr", "mr.", "m."}:
        gender, number = "masc", "sing"
    elif first in {"la", "une", "cette", "mme", "ms.", "mrs.", "ms"}:
        gender, number = "fem", "sing"
    elif first in {"les", "des", "ces", "ses", "plusieurs", "certains", "leurs"}:
        number = "plur"
    if gender is None and lang == "fr":
        said = (role_heads(lang).get(item.low) for item in items[found.start : found.head + 1])
        gender = next((word for word in said if word), None)
    if gender is None and lang == "en":
        gender = "masc" if head.low in source_words(lang, "masculine") else None
        gender = "fem" if head.low in source_words(lang, "feminine") else gender
    if head.token is not None:
        if gender is None and lang == "fr" and not nominal.is_capital(head):
            genders = head.token.morph.get("Gender", [])
            gender = {"Masc": "masc", "Fem": "fem"}.get(genders[0]) if genders else None  # type: ignore[assignment]
        if number is None:
            numbers = head.token.morph.get("Number", [])
            number = {"Sing": "sing", "Plur": "plur"}.get(numbers[0]) if numbers else None  # type: ignore[assignment]
    if _several(items, found, lang):
        number = "plur"
    return gender, number


def _several(items: Items, found: Nominal, lang: str) -> bool:
    """« et » joins a second person or body, not the adjectives of one: « la Transition écologique et solidaire »."""
    for i in range(found.start + 1, found.end - 1):
        if items[i].low in {"et", "and"}:
            after = items[i + 1]
            return (
                after.pos in {"DET", "NUM", "PROPN"} or after.low in grammar(lang, "determiners") or after.pos == "NOUN"
            )
    return False
