"""What kind of voice a noun phrase names, how many people an unnamed one is, and the name that stands in it."""

from __future__ import annotations

from functools import cache

from recoupe.kinds.quotation import nominal
from recoupe.kinds.quotation.frame import Item
from recoupe.kinds.quotation.lexicon import grammar, low, media, nouns, source_words
from recoupe.lang import entries, table
from recoupe.types import VoiceKind

Items = tuple[Item, ...]


@cache
def officers(lang: str) -> frozenset[str]:
    """Nouns that name one person by an office or a trade."""
    return frozenset(head.lower() for row in entries(lang, "roles") for head in row["heads"])


@cache
def speaking_nouns(lang: str) -> frozenset[str]:
    """Nouns of people, bodies and papers that can say something."""
    heads = {h.lower() for name in ("roles", "bodies") for row in entries(lang, name) for h in row["heads"]}
    return frozenset(heads | set(nouns(lang)) | set(source_words(lang, "people")))


@cache
def _one_of(lang: str) -> tuple[str, ...]:
    """How a phrase opens that means one of several: « l'un des »."""
    return tuple(source_words(lang, "one_of"))


def kind_of(span: Items, head: Item, lang: str) -> VoiceKind:
    """What kind of voice a noun phrase names, by its head noun and its determiner."""
    text = low(" ".join(item.low for item in span))
    table = nouns(lang)
    heads = [head.low] + [item.low for item in span if item.low in table and not nominal.is_capital(item)]
    named = _person_name(span, lang)
    indefinite = span[0].low in source_words(lang, "indefinite") or text.startswith(_one_of(lang))
    if not named and any(table.get(word) == "unnamed" for word in heads[:2]):
        return "unnamed"
    if indefinite and not named and any(item.low in source_words(lang, "people") for item in span):
        return "unnamed"
    first = table.get(heads[0]) or (table.get(heads[1]) if len(heads) > 1 and head.low == span[0].low else None)
    if first in {"document", "outlet"}:
        return first  # type: ignore[return-value]
    name = " ".join(item.token.text for item in span if item.token is not None)
    if name in media(lang) or (nominal.is_capital(head) and head.token is not None and head.token.text in media(lang)):
        return "outlet"
    if nominal.is_capital(head) and _named_outlet(span, lang):
        return "outlet"
    if named:
        return "named"
    if first == "collective" or any(item.quote is not None for item in span):
        return "collective"
    return "named"


def _named_outlet(span: Items, lang: str) -> bool:
    """Nothing but capitals, one of them a word outlets are named by: *The Harbour Herald*."""
    told = [item.token.text for item in span if item.token is not None and item.low not in grammar(lang, "determiners")]
    small = {"de", "du", "des", "d'", "la", "le", "of", "the"}
    capitals = all(text[:1].isupper() or text.lower() in small for text in told)
    return len(told) > 1 and capitals and bool(set(told) & set(table(lang, "media")["name_words"]))


def name_in(span: Items, lang: str) -> tuple[int, int] | None:
    """The last run of capitals beside the description: « le ministre, Jean Roy »."""
    if any(item.low in {"et", "and"} for item in span):
        return None
    opens = next((i for i, item in enumerate(span) if not nominal.is_capital(item)), len(span))
    titled = any(item.low in officers(lang) or "." in item.low for item in span[:opens])
    if (
        1 < opens < len(span)
        and not titled
        and span[0].pos == "PROPN"
        and span[opens].low in {"of", "from", "de", "du", "des", "d'"}
    ):
        # *Maria Bell of the group Clean Air*: who speaks stands first.
        return span[0].start, span[opens - 1].end
    end = len(span)
    start = end
    while start > 0 and (
        nominal.is_capital(span[start - 1])
        or span[start - 1].low in {"de", "du", "von", "van", "al", "-", "d'", "le", "la"}
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
    agency = any(nouns(lang).get(item.low) == "outlet" for item in span[:start])
    if before.low != "," and end - start < 2 and before.pos != "NOUN" and not agency:
        return None
    return span[start].start, span[end - 1].end


def _person_name(span: Items, lang: str) -> bool:
    """A name stands in the phrase itself, not in a complement of it."""
    for i, item in enumerate(span):
        if item.pos == "PROPN" and nominal.is_capital(item):
            before = span[i - 1].low if i else ""
            if before not in {"de", "d'", "du", "des", "of", "à", "au", "for", "with", "from", "in", "to", "chez"}:
                return True
            break
    return name_in(span, lang) is not None


def count_of(span: Items, lang: str) -> int | None:
    """How many people an unnamed source is said to be; None when it is not said."""
    numbers: dict[str, int] = source_words(lang, "numbers")
    total = sum(numbers.get(item.low, 0) for item in span)
    if low(" ".join(item.low for item in span)).startswith(_one_of(lang)):
        return 1
    if span[0].low in {"l'un", "l'une"}:
        return 1
    return total or None
