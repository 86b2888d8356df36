"""Subjects that an aside parts from their verb: « Nadia Férant, ingénieure au port, assure », « X, qui…, dit »."""

from __future__ import annotations

from recoupe.kinds.quotation import nominal
from recoupe.kinds.quotation.frame import Item, tensed
from recoupe.kinds.quotation.lexicon import grammar, words
from recoupe.kinds.quotation.nominal import Nominal
from recoupe.kinds.quotation.voices import speaking_nouns

Items = tuple[Item, ...]
LONGEST = 12
_GIVEN_NAME = frozenset({"named", "called", "identified", "known"}) | frozenset(
    stem + end for stem in ("nommé", "prénommé", "surnommé", "appelé", "identifié") for end in ("", "e", "s", "es")
)


def host(items: Items, end: int, bound: int, lang: str, inside: bool = False) -> Nominal | None:
    """The noun phrase before the aside that ends at the comma at `end`; None when no aside does.

    `inside` lets the phrase stand after a verb (« souffle Maryvonne, abonnée depuis dix ans, qui promet »). A name put
    beside a description is part of it: « l'un des visages du cortège, Inès Barral, a dû ».
    """
    opening = _full_name(items, bound, end, lang)
    if opening is not None:
        return opening
    for comma in range(end - 1, bound, -1):
        if items[comma].low != "," or items[comma + 1].is_punct:
            continue
        found = _phrase(items, comma, bound, lang, inside)
        if found is None:
            continue
        if not is_aside(items, comma + 1, end, lang):
            return None
        name = nominal.right(items, comma + 1, lang, end, appose=False)
        if name is not None and name.end == end and _ends_named(items, name):
            both = _is_name(items, found) and _is_name(items, name)
            return found if _is_name(items, found) and not both else None if both else _joined(found, end)
        return found
    return None


def _full_name(items: Items, bound: int, end: int, lang: str) -> Nominal | None:
    """*Chris Eastley, head of the study, and chairman of the board, says*: the name that two descriptions follow."""
    found = nominal.right(items, bound, lang, end, appose=False)
    if found is None or found.end + 1 >= end or items[found.end].low != "," or not _is_name(items, found):
        return None
    after = items[found.end + 1]
    plain = not nominal.is_capital(after) and (after.pos in {"NOUN", "ADJ", "VERB"} or after.low in {"a", "the"})
    described = plain or after.low in speaking_nouns(lang)
    several = any(item.low == "," for item in items[found.end + 1 : end])
    full = found.end - found.start > 1 and items[found.start].pos in {"PROPN", "NOUN"} and lang == "en"
    return found if full and described and several and is_aside(items, found.end + 1, end, lang) else None


def _phrase(items: Items, comma: int, bound: int, lang: str, inside: bool) -> Nominal | None:
    """The noun phrase of someone who can speak that ends at a comma and opens its clause."""
    for start in range(max(bound, comma - LONGEST), comma):
        if not (start == bound or inside or _opens(items, start, lang)) or items[start].pos == "ADP":
            continue
        found = nominal.right(items, start, lang, comma, appose=False)
        found = so_named(items, found, comma)
        if found is None or found.end != comma or found.pronoun or _rest_of_place(items, found):
            continue
        head = items[found.head]
        span = items[found.start : found.end]
        if nominal.is_capital(head) and head.pos in {"PROPN", "NOUN", "X"} and found.start != found.head:
            capital = True
        else:
            capital = _is_name(items, found) and any(item.pos == "PROPN" for item in span)
        if capital or any(item.low in speaking_nouns(lang) for item in span):
            return found
    return None


def before_participle(items: Items, end: int, bound: int, lang: str) -> Nominal | None:
    """*The firm building the pier said*, « L'équipe assurant la défense dit »: who a present participle tells of."""
    ending = "ant" if lang == "fr" else "ing"
    for at in range(end - 1, bound, -1):
        item = items[at]
        if item.is_punct or item.quote is not None or item.low in words(lang, "relative") | words(lang, "that"):
            return None
        if item.pos in {"VERB", "AUX"} and not item.low.endswith(ending) and tensed(item):
            return None
        if item.pos != "VERB" or not item.low.endswith(ending):
            continue
        for start in range(max(bound, at - LONGEST), at):
            if start != bound and not _opens(items, start, lang):
                continue
            found = nominal.right(items, start, lang, at, appose=False)
            if found is not None and found.end == at and found.pronoun is None:
                return found if items[found.head].pos in {"NOUN", "PROPN"} else None
        return None
    return None


def so_named(items: Items, found: Nominal | None, comma: int) -> Nominal | None:
    """*a man identified by the police as Dale Hurst, 41, said*: the name that a participle gives a noun."""
    if found is None or found.end >= comma or items[found.end].low not in _GIVEN_NAME:
        return found
    if not nominal.is_capital(items[comma - 1]) or any(item.is_punct for item in items[found.end : comma]):
        return found
    return Nominal(found.start, comma, found.head)


def _rest_of_place(items: Items, found: Nominal) -> bool:
    """*in Aurora, Colorado,*: the second of two places side by side."""
    placed = all(item.token is not None and item.token.ent_type_ == "LOC" for item in items[found.start : found.end])
    return placed and found.start > 1 and items[found.start - 1].low == "," and items[found.start - 2].pos == "PROPN"


def _opens(items: Items, start: int, lang: str) -> bool:
    before = items[start - 1]
    small = before.pos in {"CCONJ", "SCONJ"} or before.low in words(lang, "that") | grammar(lang, "subordinators")
    return before.is_punct or before.quote is not None or small


def _is_name(items: Items, found: Nominal) -> bool:
    return nominal.is_capital(items[found.start]) and all(
        nominal.is_capital(item) or item.low in {"de", "du", "von", "van", "al", "el", "la", "le", "-"}
        for item in items[found.start : found.end]
    )


def _ends_named(items: Items, found: Nominal) -> bool:
    """« le capitaine Julien Faure », « Julien Faure »: a name ends the phrase."""
    last = items[found.end - 1]
    after_link = found.end - found.start > 1 and items[found.end - 2].low in {"de", "du", "d'", "of", "des", "à"}
    twice = found.end - found.start > 1 and nominal.is_capital(items[found.end - 2])
    return nominal.is_capital(last) and (last.pos == "PROPN" or twice) and not after_link


def _joined(found: Nominal, end: int) -> Nominal:
    return Nominal(found.start, end, found.head)


def is_aside(items: Items, start: int, end: int, lang: str) -> bool:
    """An apposition, a participle or a relative clause: no finite verb but under a relative or a subordinator."""
    if lang == "en" and items[start].low in words("en", "prompted"):
        # *Tom Wells, asked whether he would go, replied*
        return True
    under = words(lang, "relative") | words(lang, "that") | grammar(lang, "subordinators") | {"dont", "où", "whose"}
    for item in items[start:end]:
        if item.low in under:
            return True
        if item.quote is None and item.pos in {"VERB", "AUX"} and tensed(item):
            return False
    return start < end
