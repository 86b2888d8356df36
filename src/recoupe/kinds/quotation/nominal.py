"""Noun phrases read from the words, so that a wrong parse costs little: where one ends to the right, where the subject
of a verb stands to its left.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from recoupe.kinds.quotation.frame import Item
from recoupe.kinds.quotation.lexicon import grammar, media, nouns, source_words, words

SHORT_QUOTE = 40
# « l'accusé », « les blessés »: a participle after a determiner is a noun.
_PARTICIPLE = ("é", "ée", "és", "ées", "u", "us")
# Participles that say who quoted or asked the source, after which its words end.
_ASKED = frozenset(
    stem + end for stem in ("cité", "interrogé", "contacté", "sollicité", "joint", "rencontré")
    for end in ("", "e", "s", "es")
) | {"quoted", "cited", "contacted", "reached", "interviewed"}  # fmt: skip
# Offices held beside someone: *Ambassador to France*.
_TO_ONE = frozenset(
    {"ambassador", "envoy", "adviser", "advisor", "aide", "assistant", "counsel", "delegate", "emissary", "heir",
     "representative", "secretary"}
)  # fmt: skip
_OF_THEM = frozenset({"d'", "of"})
_NOUNY = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X", "SYM"})


class Nominal(NamedTuple):
    """A noun phrase by item offsets; `head` is its head item; `pronoun` is set when it is one."""

    start: int
    end: int
    head: int
    pronoun: str | None = None


@cache
def _pronouns(lang: str) -> frozenset[str]:
    return words(lang, "pronouns") | ({"certains", "certaines", "d'autres", "beaucoup"} if lang == "fr" else set())


def is_capital(item: Item) -> bool:
    """A word with a capital letter."""
    return item.capital


def _nouny(item: Item) -> bool:
    if item.quote is not None:
        return item.end - item.start <= SHORT_QUOTE
    if item.is_punct:
        return item.low == "%"
    return item.pos in _NOUNY or (is_capital(item) and item.pos not in {"VERB", "AUX", "DET", "PRON", "ADP"})


def right(items: tuple[Item, ...], at: int, lang: str, limit: int | None = None, appose: bool = True) -> Nominal | None:
    """The noun phrase that starts at item `at`, with its complements and a name put beside it."""
    stop = len(items) if limit is None else limit
    if at >= stop:
        return None
    partitive = _one_of_them(items, at, stop)
    if partitive is not None:
        return partitive
    if items[at].low in _pronouns(lang):
        determines = items[at].low in grammar(lang, "determiners") and at + 1 < stop and _nouny(items[at + 1])
        if not determines:
            plain = items[at].low in words(lang, "pronouns")
            return Nominal(at, at + 1, at, items[at].low if plain else None)
    others = lang == "fr" and items[at].low == "d'" and at + 1 < stop and items[at + 1].low == "autres"
    if others and (at + 2 >= stop or not _nouny(items[at + 2])):
        return Nominal(at, at + 2, at + 1)
    if items[at].low in words(lang, "alone") and (at + 1 >= stop or items[at + 1].pos in {"VERB", "AUX"}):
        # *Another questioned…*, « Certains assurent que… »: a determiner without its noun.
        return Nominal(at, at + 1, at)
    if items[at].pos == "SCONJ" or (lang == "en" and items[at].low == "that"):
        return None
    if lang == "en" and items[at].quote is not None and at + 1 < stop and _nouny(items[at + 1]):
        # *"a shambles," prosecutors said*: the words in marks are no part of who says them.
        return None
    i = _before_head(items, at, stop, lang)
    odd = (
        i > at
        and i < stop
        and items[i - 1].pos == "DET"
        and (items[i].pos == "PRON" or (lang == "fr" and items[i].pos == "VERB" and items[i].low.endswith(_PARTICIPLE)))
    )
    if i >= stop or not (_nouny(items[i]) or odd) or items[i].low in grammar(lang, "stops"):
        return None
    if odd:
        return Nominal(at, i + 1, i)
    i, head = _nucleus(items, i, stop, lang)
    i = _past_bracket(items, i, stop, lang)
    i = _complements(items, i, head, stop, lang)
    i = _coordinated(items, i, stop, lang)
    if i < stop and i > head + 1 and is_capital(items[i]) and items[i - 1].low == ")":
        # « la sénatrice (LR) Anne Bell »
        i, _ = _nucleus(items, i, stop, lang)
    if appose:
        i = _apposed(items, i, head, stop, lang)
    return Nominal(at, i, head)


def _past_bracket(items: tuple[Item, ...], i: int, stop: int, lang: str) -> int:
    """The item after the party or place in brackets that parts a noun from its rest: « le maire (PS) de Brévannes »."""
    if i + 3 >= stop or items[i].low != "(":
        return i
    close = next((k for k in range(i + 2, min(stop - 1, i + 5)) if items[k].low == ")"), None)
    if close is None:
        return i
    after = items[close + 1]
    name = is_capital(after) and after.pos == "PROPN" and not is_capital(items[i - 1])
    apposed = after.low == "," and close + 2 < stop and is_capital(items[close + 2]) and not is_capital(items[i - 1])
    return close + 1 if name or apposed or after.low in grammar(lang, "links") else i


def _one_of_them(items: tuple[Item, ...], at: int, stop: int) -> Nominal | None:
    """« l'un d'eux », « deux d'entre elles », *one of them*: someone of a group, not the group."""
    if at + 2 >= stop or (items[at + 1].low not in _OF_THEM and items[at + 2].low not in _OF_THEM):
        return None
    low = [item.low for item in items[at : min(stop, at + 5)]]
    for link, width in ((["d'", "entre"], 2), (["d'"], 1), (["of"], 1)):
        for head in (1, 2):
            if low[head : head + width] == link and low[head + width : head + width + 1] in (
                ["eux"], ["elles"], ["nous"], ["them"],
            ) and low[head - 1] not in {"de", "près", "loin"}:  # fmt: skip
                return Nominal(at, at + head + width + 1, at + head - 1)
    return None


def _before_head(items: tuple[Item, ...], i: int, stop: int, lang: str) -> int:
    if lang == "fr" and i + 1 < stop and items[i].low in {"l'un", "l'une"} and items[i + 1].low in {"des", "de"}:
        i += 1
    while i < stop and (
        items[i].low in grammar(lang, "determiners")
        or items[i].pos in {"DET", "NUM"}
        or items[i].low in {"même", "mêmes"}
    ):
        if is_capital(items[i]) and items[i].pos == "PROPN":
            break
        i += 1
    if lang == "en" and i and i + 1 < stop and items[i].low == "of" and items[i - 1].pos in {"NUM", "DET"}:
        # *two of its employees*
        return _before_head(items, i + 1, stop, lang)
    if lang == "en":
        i = _past_age(items, i, stop)
        participle = i + 1 < stop and i > 0 and items[i].pos == "VERB" and items[i - 1].pos == "DET"
        if participle and items[i].low.endswith(("ing", "ed")) and items[i + 1].pos in {"NOUN", "PROPN", "ADJ"}:
            # *the struggling airline*
            i += 1
    if (
        i + 1 < stop
        and i > 0
        and items[i].low in {"plus", "très", "most", "more", "very"}
        and items[i + 1].pos == "ADJ"
    ):
        i += 1
    return i


def _past_age(items: tuple[Item, ...], i: int, stop: int) -> int:
    """*35-year-old nurse Ida Moss*, *retired baker Joe Moss*: the head is after the age or the state of life."""
    if i > 0 and items[i - 1].pos == "NUM" and [item.low for item in items[i : i + 4]] == ["-", "year", "-", "old"]:
        after = i + 4
        return after if after < stop and _nouny(items[after]) and items[after].pos != "ADJ" else i + 3
    if items[i : i + 1] and i + 1 < stop and items[i].low in grammar("en", "states_of_life"):
        return i + 1 if items[i + 1].pos in {"NOUN", "PROPN", "ADJ"} else i
    return i


def _nucleus(items: tuple[Item, ...], i: int, stop: int, lang: str) -> tuple[int, int]:
    """The run of nouns, names and adjectives; in French its first noun is the head, in English its last."""
    first, head = i, i
    while (
        i < stop
        and (_nouny(items[i]) or _joins(items, i, stop, lang) or _family_name(items, i))
        and items[i].low not in grammar(lang, "stops")
    ):
        headless = head == first and items[head].pos not in {"NOUN", "PROPN"}
        if items[i].pos in {"NOUN", "PROPN"} and (lang == "en" or headless):
            head = i
        i += 1
    return i, head


def _family_name(items: tuple[Item, ...], i: int) -> bool:
    """A capital right after a name is its rest, whatever the tagger takes it for: « Nadia Férant »."""
    return i > 0 and is_capital(items[i]) and is_capital(items[i - 1]) and items[i - 1].pos == "PROPN"


def _joins(items: tuple[Item, ...], i: int, stop: int, lang: str) -> bool:
    """Marks inside a name or a possessive: « 's », a dot, a particle between two capitals."""
    if items[i].low == "-" and items[i - 1].end < items[i].start:
        return False
    if items[i].low in {"'s", "'", "’s", "-", "&"}:
        return i + 1 < stop and (_nouny(items[i + 1]) or items[i].low == "'" or items[i].pos == "PART")
    if lang == "en" and i and items[i].pos == "VERB" and items[i - 1].pos == "PART":
        # *the mayor's aides*, whatever the tagger takes the noun for.
        return items[i - 1].low in {"'s", "’s"}
    if items[i].low in {"le", "la", "les", "l'", "the"} and is_capital(items[i]):
        if items[i - 1].low in grammar(lang, "moments"):
            return False
        return i > 0 and items[i - 1].pos in {"NOUN", "ADJ"} and i + 1 < stop and is_capital(items[i + 1])
    if items[i].low in {"de", "du", "von", "van", "al", "el", "ben", "bin", "la", "le", "der", "da", "di", "dos"}:
        return i > 0 and is_capital(items[i - 1]) and i + 1 < stop and is_capital(items[i + 1])
    if lang == "fr" and items[i].low in {"et"} and items[i - 1].pos == "ADJ" and i + 1 < stop:
        return items[i + 1].pos == "ADJ"
    if items[i].low in _ASKED:
        return False
    if lang == "fr" and items[i].pos == "VERB" and i + 1 < stop and items[i].low.endswith(("é", "ée", "és", "ées")):
        return items[i - 1].pos in {"NOUN", "ADJ"} and items[i + 1].low not in {"que", "qu'"}
    return bool(lang == "en" and items[i].low in {"briefed", "familiar", "close", "involved"})


def _complements(items: tuple[Item, ...], i: int, head: int, stop: int, lang: str) -> int:
    for _ in range(5):
        if i + 1 >= stop or items[i].is_punct:
            return i
        word = items[i].low
        person = is_capital(items[i - 1]) and items[i - 1].pos == "PROPN" and lang == "fr"
        told = lang == "en" and word == "to" and is_capital(items[i - 1]) and items[i - 1].low not in _TO_ONE
        link = word in grammar(lang, "links") and not told
        loose = word in grammar(lang, "loose_links") and not person and not _addressee(items, i + 1, stop, lang)
        special = (
            lang == "fr" and word in {"avec", "pour"} and nouns("fr").get(items[head].low) in {"document", "unnamed"}
        )
        special = special or (lang == "fr" and word == "avec" and items[i - 1].pos == "ADJ")
        if not (link or loose or special):
            return i
        if lang == "fr" and loose and _adjunct(items, i + 1, stop):
            return i
        if lang == "en" and word in {"in", "on", "to", "at"} and _addressee(items, i + 1, stop, lang):
            return i
        j = _before_head(items, i + 1, stop, lang)
        if j >= stop or not _nouny(items[j]) or items[j].low in grammar(lang, "stops"):
            return i
        i, _ = _nucleus(items, j, stop, lang)
    return i


def _adjunct(items: tuple[Item, ...], at: int, stop: int) -> bool:
    """« à l'issue de », « au cours de »: a time or an occasion, not part of the noun before it."""
    j = at
    while j < stop and items[j].low in grammar("fr", "determiners"):
        j += 1
    return j < stop and items[j].low in grammar("fr", "adjuncts")


def _addressee(items: tuple[Item, ...], at: int, stop: int, lang: str) -> bool:
    """What follows is a medium or the press: a listener, not part of the speaker."""
    j = at
    while j < stop and items[j].low in grammar(lang, "determiners"):
        j += 1
    if j >= stop:
        return False
    listeners = source_words(lang, "listeners") + source_words(lang, "carriers")
    if items[j].low in listeners:
        return True
    return medium(items, at, lang) is not None


def medium(items: tuple[Item, ...], at: int, lang: str) -> tuple[int, int] | None:
    """The outlet or network whose name stands at item `at`, its article aside: the items of the name."""
    for start in (at, at + 1):
        if start > at and items[at].low not in grammar(lang, "determiners"):
            break
        if start >= len(items) or not is_capital(items[start]):
            continue
        for width in range(5, 0, -1):
            run = items[start : start + width]
            if len(run) < width or any(item.token is None for item in run):
                continue
            name = _spelled(run)
            name = name[0] if len(name) == 2 and name.endswith(".") else name
            if name in _outlets(lang):
                return start, start + width
    return None


@cache
def _outlets(lang: str) -> frozenset[str]:
    """The names of outlets and networks, also without the article they open with."""
    articles = ("Le ", "La ", "L'", "Les ", "The ")
    return media(lang) | {name.removeprefix(a) for name in media(lang) for a in articles if name.startswith(a)}


def _spelled(run: tuple[Item, ...]) -> str:
    """The words of a name with the spaces they have in the text."""
    out = ""
    for i, item in enumerate(run):
        assert item.token is not None
        gap = " " if i and item.start > run[i - 1].end else ""
        out += gap + item.token.text.replace("’", "'")
    return out


def _coordinated(items: tuple[Item, ...], i: int, stop: int, lang: str) -> int:
    if i + 1 < stop and items[i].low in {"et", "and", "ou", "or", "&"}:
        other = right(items, i + 1, lang, stop, appose=False)
        if other is not None and other.pronoun is None:
            return other.end
    return i


def _apposed(items: tuple[Item, ...], i: int, head: int, stop: int, lang: str) -> int:
    """« le ministre, Jean Roy » takes the name in; « Jean Roy, le ministre » does not need to."""
    titled = _titled(items, i, head, stop, lang)
    if titled is not None:
        return titled
    if (
        i + 1 < stop
        and items[i].low == ","
        and is_capital(items[i + 1])
        and items[i + 1].pos in {"PROPN", "NOUN", "X", "ADJ"}
    ):
        if is_capital(items[head]) and items[head].pos == "PROPN":
            return i
        j = i + 1
        while j < stop and (is_capital(items[j]) or _joins(items, j, stop, lang) or items[j].pos == "PROPN"):
            j += 1
        closing = j >= len(items) or items[j].is_punct or j >= stop or items[j].low in {"qui", "who"}
        if 1 <= j - i - 1 <= 6 and closing:
            return j
    return i


def _titled(items: tuple[Item, ...], i: int, head: int, stop: int, lang: str) -> int | None:
    """« la porte-parole du port, la capitaine Inès Barral »: a second description that ends with the name."""
    if i + 2 >= stop or items[i].low != "," or is_capital(items[head]):
        return None
    if is_capital(items[i + 1]) or items[i + 1].low not in grammar(lang, "determiners"):
        return None
    found = right(items, i + 1, lang, stop, appose=False)
    if (
        found is None
        or found.end - found.start < 3
        or not all(is_capital(item) for item in items[found.end - 2 : found.end])
    ):
        return None
    closing = found.end >= len(items) or found.end >= stop or items[found.end].is_punct
    return found.end if closing and items[found.end - 3].low not in {"de", "du", "d'", "of", "for"} else None
