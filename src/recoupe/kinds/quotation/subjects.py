"""Who a reporting verb has for its subject, and what kind of voice that is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from recoupe.kinds.quotation import nominal
from recoupe.kinds.quotation.cues import Cue
from recoupe.kinds.quotation.frame import Item
from recoupe.kinds.quotation.lexicon import grammar, low, media, nouns, source_words, words
from recoupe.kinds.quotation.nominal import Nominal
from recoupe.lang import entries
from recoupe.types import Gender, Number, Voice, VoiceKind

Items = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker's words by offsets, and what they say of them."""

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
    span = items[found.start : found.end]
    pronoun = found.pronoun
    gender, number = _agreement(items, found, lang)
    kind: VoiceKind = "named" if pronoun else kind_of(span, items[found.head], lang)
    count = _count(span, lang) if kind == "unnamed" else None
    name = None if pronoun or kind in {"unnamed", "document"} else _name(span, lang)
    return Speaker(span[0].start, span[-1].end, kind, pronoun, gender, number, count, found.end, name)


def from_clitic(items: Items, cue: Cue, lang: str) -> Speaker | None:
    """The subject clitic inside an inverted verb: the « il » of « a-t-il dit »."""
    if cue.clitic is None or cue.clitic_at is None:
        return None
    item = items[cue.clitic_at]
    if cue.clitic == "on" and (house := _house(items, cue.end, lang)) is not None:
        return house
    start = item.end - len(cue.clitic)
    gender, number = _of_pronoun(cue.clitic)
    return Speaker(start, item.end, "named", cue.clitic, gender, number, None, cue.end)


def _house(items: Items, at: int, lang: str) -> Speaker | None:
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
    if first in {"le", "un", "ce", "cet", "du", "mr", "mr.", "m."}:
        gender, number = "masc", "sing"
    elif first in {"la", "une", "cette", "mme", "ms.", "mrs.", "ms"}:
        gender, number = "fem", "sing"
    elif first in {"les", "des", "ces", "ses", "plusieurs", "certains", "leurs"}:
        number = "plur"
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


@cache
def speaking_nouns(lang: str) -> frozenset[str]:
    """Nouns of people, bodies and papers that can say something."""
    heads = {h.lower() for name in ("roles", "bodies") for row in entries(lang, name) for h in row["heads"]}
    return frozenset(heads | set(nouns(lang)) | set(source_words(lang, "people")))


def kind_of(span: Items, head: Item, lang: str) -> VoiceKind:
    """What kind of voice a noun phrase names, by its head noun and its determiner."""
    text = low(" ".join(item.low for item in span))
    table = nouns(lang)
    heads = [head.low] + [item.low for item in span if item.low in table and not nominal.is_capital(item)]
    named = _person_name(span, lang)
    indefinite = span[0].low in source_words(lang, "indefinite") or text.startswith(tuple(source_words(lang, "one_of")))
    if any(table.get(word) == "unnamed" for word in heads[:2]) and not named:
        return "unnamed"
    if indefinite and any(item.low in source_words(lang, "people") for item in span) and not named:
        return "unnamed"
    first = table.get(heads[0]) or (table.get(heads[1]) if len(heads) > 1 and head.low == span[0].low else None)
    if first in {"document", "outlet"}:
        return first  # type: ignore[return-value]
    name = " ".join(item.token.text for item in span if item.token is not None)
    if name in media(lang) or (nominal.is_capital(head) and head.token is not None and head.token.text in media(lang)):
        return "outlet"
    if named:
        return "named"
    if first == "collective" or any(item.quote is not None for item in span):
        return "collective"
    return "named"


def _name(span: Items, lang: str) -> tuple[int, int] | None:
    """The last run of capitals beside the description: « le ministre, Jean Roy »."""
    if any(item.low in {"et", "and"} for item in span):
        return None
    end = len(span)
    start = end
    while start > 0 and (
        nominal.is_capital(span[start - 1]) or span[start - 1].low in {"de", "du", "von", "van", "al", "-", "d'"}
    ):
        start -= 1
    while start < end and not nominal.is_capital(span[start]):
        start += 1
    if start >= end or start == 0 or not nominal.is_capital(span[end - 1]):
        return None
    before = span[start - 1]
    described = before.low == "," or before.pos in {"NOUN", "ADJ"}
    if before.low in {"de", "d'", "du", "des", "of", "for", "'s", "’s"} or not described:
        return None
    if before.low != "," and end - start < 2 and before.pos != "NOUN":
        return None
    return span[start].start, span[end - 1].end


def _person_name(span: Items, lang: str) -> bool:
    """A name stands in the phrase itself, not in a complement of it."""
    for i, item in enumerate(span):
        if item.pos == "PROPN" and nominal.is_capital(item):
            before = span[i - 1].low if i else ""
            return before not in {"de", "d'", "du", "des", "of", "à", "au", "for", "with", "from", "in"}
    return False


def _count(span: Items, lang: str) -> int | None:
    numbers: dict[str, int] = source_words(lang, "numbers")
    total = sum(numbers.get(item.low, 0) for item in span)
    if low(" ".join(item.low for item in span)).startswith(tuple(source_words(lang, "one_of"))):
        return 1
    if span[0].low in {"l'un", "l'une"}:
        return 1
    return total or None


def left(items: Items, cue: Cue, bound: int, lang: str) -> Speaker | None:
    """The subject to the left of a verb group: the parse's when it has one there, else the nearest fitting phrase."""
    end = _strip(items, cue.start, bound, lang)
    if end <= bound:
        return None
    if items[end - 1].low in words(lang, "relative"):
        return _antecedent(items, end - 1, bound, lang)
    beside = _beside(items, end, cue.start, bound, lang)
    by_parse = _by_parse(items, cue, bound, lang)
    if by_parse is not None and (beside is None or by_parse.end >= items[beside.start].start):
        return by_parse
    if beside is not None:
        return make(items, beside, lang)
    found = _ending_at(items, end, bound, lang)
    if found is not None and items[found.head].low in grammar(lang, "moments"):
        return None
    return make(items, found, lang) if found else None


def _beside(items: Items, end: int, verb: int, bound: int, lang: str) -> Nominal | None:
    """A noun phrase that opens after a comma and touches the verb: « Interrogée jeudi, la maire répond »."""
    if any(items[i].low == "," for i in range(end, verb)):
        return None
    comma = next((i for i in range(end - 1, bound - 1, -1) if items[i].low == ","), None)
    if comma is None:
        return None
    found = nominal.right(items, comma + 1, lang, end)
    return (
        found
        if found is not None and found.end == end and items[found.head].low not in grammar(lang, "moments")
        else None
    )


def _strip(items: Items, end: int, bound: int, lang: str) -> int:
    """The place left of a verb group's clitics, adverbs and asides."""
    skip = words(lang, "clitics") | words(lang, "reflexive") | (words(lang, "between") - {"lui", "elle", "eux"})
    while end > bound:
        item = items[end - 1]
        if item.low in skip and item.low not in {"de", "à"}:
            end -= 1
        elif item.low in {"lui", "elle", "eux"} and end - 2 >= bound and items[end - 2].low == ",":
            end -= 2
        elif item.low == ")" and any(items[k].low == "(" for k in range(max(bound, end - 8), end - 1)):
            end = max(k for k in range(max(bound, end - 8), end - 1) if items[k].low == "(")
        elif item.low == "," or (item.pos == "ADV" and item.low not in words(lang, "pronouns")):
            end -= 1
        else:
            break
    return end


def _by_parse(items: Items, cue: Cue, bound: int, lang: str) -> Speaker | None:
    verb = items[cue.verb].token
    token = verb
    if verb is None:
        return None
    place = {item.token.i: i for i, item in enumerate(items) if item.token is not None}
    seen = 0
    while token is not None and seen < 3:
        for child in token.children:
            at = place.get(child.i)
            if child.dep_.startswith("nsubj") and at is not None and bound <= at < cue.start:
                return _around(items, at, bound, cue.start, lang)
        if token.dep_ not in {"conj", "aux", "cop", "aux:tense", "aux:pass"} or token.head.i >= verb.i + 3:
            return None
        token, seen = token.head, seen + 1
    return None


def _around(items: Items, at: int, bound: int, limit: int, lang: str) -> Speaker | None:
    if items[at].low in words(lang, "relative"):
        return _antecedent(items, at, bound, lang)
    if items[at].low in {"que", "qu'", "dont", "où", "ce", "cela", "that", "which", "ça"}:
        return None
    best: Nominal | None = None
    for start in range(at, max(bound, at - 8) - 1, -1):
        found = nominal.right(items, start, lang, limit)
        if found is None or not found.start <= at < found.end:
            continue
        preposition = start > 0 and items[start - 1].pos == "ADP" and best is not None
        joined = best is not None and found.end == best.end and any(i.low in {"et", "and"} for i in items[start:at])
        if joined and not (start > 0 and items[start - 1].pos == "ADP"):
            best = found
            continue
        if found.head == at or best is None or (found.head >= at and not preposition):
            best = found
    return make(items, best, lang) if best else None


def _ending_at(items: Items, end: int, bound: int, lang: str) -> Nominal | None:
    """The longest noun phrase that reaches the verb; an apposition gives way to the name before it."""
    for start in range(bound, end):
        found = nominal.right(items, start, lang, end)
        if found is None or found.end != end:
            continue
        if start > bound and items[start - 1].low == ",":
            name = _ending_at(items, start - 1, bound, lang)
            if name is not None and name.pronoun is None and (name.start == bound or items[name.start - 1].is_punct):
                return name
        if start > bound and items[start - 1].pos == "ADP":
            opening = nominal.right(items, bound, lang, end)
            return opening if opening is not None else found
        return found
    if items[bound].low in {"à", "a", "en", "dans", "sur", "in", "on", "at"}:
        return None
    opening = nominal.right(items, bound, lang, end)
    return opening if (opening is not None and opening.pronoun is None) or (opening and opening.end == end) else None


def _antecedent(items: Items, at: int, bound: int, lang: str) -> Speaker | None:
    """The noun phrase a relative pronoun at `at` stands for."""
    end = at - 1 if at > 0 and items[at - 1].low == "," else at
    for start in range(bound, end):
        found = nominal.right(items, start, lang, end)
        if found is not None and found.end == end:
            return make(items, found, lang)
    return None


def rightward(items: Items, at: int, lang: str) -> Speaker | None:
    """The subject that follows an inverted verb, past adverbs and places said in between."""
    i = at
    for _ in range(10):
        if i >= len(items) or (items[i].quote is not None and i == at):
            break
        found = nominal.right(items, i, lang)
        aside = (
            i > 0
            and items[i - 1].low == ","
            and i + 1 < len(items)
            and items[i + 1].low == ","
            and not nominal.is_capital(items[i])
        )
        if found is not None and not _timely(items, i, lang) and not aside:
            if found.pronoun in words(lang, "first_person") and lang == "fr":
                return None
            return make(items, found, lang)
        if found is not None and not aside:
            i = found.end
            continue
        nxt = _past_adjunct(items, i, lang)
        if nxt is None:
            return None
        i = nxt
    return None


def _timely(items: Items, at: int, lang: str) -> bool:
    found = nominal.right(items, at, lang)
    moment = found is not None and items[found.head].low in grammar(lang, "moments")
    return moment or items[at].low in grammar(lang, "stops")


def _past_adjunct(items: Items, at: int, lang: str) -> int | None:
    """The item after an adverb or a prepositional phrase that may stand between the verb and its subject."""
    item = items[at]
    if (
        item.pos == "ADV"
        or (item.pos != "ADP" and item.low in words(lang, "between"))
        or (item.low in grammar(lang, "stops") and item.pos in {"NOUN", "ADV", "PROPN"})
    ):
        return at + 1
    if item.low == ",":
        aside = at + 2 < len(items) and items[at + 2].low == ","
        return at + 1 if aside or (at + 1 < len(items) and items[at + 1].pos in {"ADV", "ADJ", "ADP"}) else None
    if item.pos == "ADP" or item.low in {"à", "au", "aux", "sur", "dans", "devant", "lors", "dès", "en"}:
        place = at + 1
        while place < len(items) and items[place].low in {"la", "le", "les", "l'", "des", "the"}:
            place += 1
        if place < len(items) and items[place].low in source_words(lang, "listeners"):
            return place + 1
        outlet = nominal.medium(items, at + 1, lang)
        if outlet is not None:
            return outlet[1]
        found = nominal.right(items, at + 1, lang, appose=False)
        return found.end if found is not None else None
    if at and items[at - 1].low == "," and at + 1 < len(items) and items[at + 1].low == ",":
        return at + 2
    return None


def voice(speaker: Speaker | None) -> Voice:
    """The voice of a speaker without its anchor; an implicit one is a named voice still unknown."""
    if speaker is None:
        return Voice("named")
    return Voice(speaker.kind, gender=speaker.gender, number=speaker.number, count=speaker.count)
