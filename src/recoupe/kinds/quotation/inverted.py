"""The subject that follows an inverted verb."""

from __future__ import annotations

from recoupe.kinds.quotation import nominal
from recoupe.kinds.quotation.frame import Item
from recoupe.kinds.quotation.lexicon import grammar, source_words, words
from recoupe.kinds.quotation.speaker import Speaker, make

Items = tuple[Item, ...]
_TOGETHER = (
    ["de", "concert"],
    ["en", "chœur"],
    ["en", "choeur"],
    ["à", "l'unisson"],
    ["de", "conserve"],
    ["en", "substance"],
)


def rightward(items: Items, at: int, lang: str) -> Speaker | None:
    """The subject that follows an inverted verb, past adverbs and places said in between."""
    i = at
    for _ in range(10):
        if i >= len(items) or (items[i].quote is not None and i == at):
            break
        if i > at + 1 and items[at].low == "," and items[i].low == ",":
            # The comma that closes « , mercredi au micro de RTL, ».
            i += 1
            continue
        if [item.low for item in items[i : i + 2]] in _TOGETHER:
            i += 2
            continue
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
            of = place + 1 < len(items) and items[place + 1].low in {"de", "du", "des", "d'"}
            whose = nominal.right(items, place + 2, lang, appose=False) if of else None
            return whose.end if whose is not None else place + 1
        outlet = nominal.medium(items, at + 1, lang)
        if outlet is not None:
            return outlet[1]
        if _acronym(items, place):
            # « a déclaré à l'ALP Hugo Valnac »: the acronym and the name are two.
            return place + 1
        found = nominal.right(items, at + 1, lang, appose=False)
        return found.end if found is not None else None
    if at and items[at - 1].low == "," and at + 1 < len(items) and items[at + 1].low == ",":
        return at + 2
    return None


def _acronym(items: Items, at: int) -> bool:
    """Capitals only, before a name in small letters."""
    here, after = (items[i].token if i < len(items) else None for i in (at, at + 1))
    if here is None or after is None or len(here.text) < 2 or not here.text.isupper():
        return False
    return after.text[:1].isupper() and not after.text.isupper()
