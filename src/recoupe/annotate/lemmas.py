"""Looking a word up in a table of lemmas when its tagged lemma may be wrong."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

import simplemma
from spacy.attrs import LEMMA, LOWER
from spacy.tokens import Doc, Token

from recoupe.annotate.conjugation import read
from recoupe.annotate.memo import per_parse
from recoupe.annotate.verbgroup import MOST_WORDS, language, low

_FR_ENDINGS = (
    "issaient", "issait", "issent", "aient", "èrent", "irent", "ées", "ons", "ent", "ait", "ais", "ant", "és", "ée",
    "es", "is", "it", "ie", "ues", "us", "ue", "é", "e", "a", "i", "t", "s", "u",
)  # fmt: skip
# Presents of the third group, whose endings say little: « promet », « prévoient », « obtient ».
_FR_PRESENTS = (
    ("met", "mettre"), ("mettent", "mettre"), ("voit", "voir"), ("voient", "voir"), ("tient", "tenir"),
    ("tiennent", "tenir"), ("vient", "venir"), ("viennent", "venir"), ("prend", "prendre"), ("prennent", "prendre"),
    ("çoit", "cevoir"), ("çoivent", "cevoir"), ("crit", "crire"), ("crivent", "crire"), ("duit", "duire"),
    ("duisent", "duire"), ("clut", "clure"), ("cluent", "clure"), ("ment", "mentir"), ("battent", "battre"),
    ("tend", "tendre"), ("tendent", "tendre"),
)  # fmt: skip
_PARTICIPLE = frozenset({"é", "és", "ée", "ées"})  # « nié », « lié »
_EN_ENDINGS = ("ing", "ies", "ied", "es", "ed", "s", "d")


@lru_cache(maxsize=16384)
def _dictionary(word: str, lang: str) -> str:
    return simplemma.lemmatize(word, lang=lang).lower()


@lru_cache(maxsize=16384)
def _stems(word: str, lang: str) -> tuple[str, ...]:
    """Every verb a regular form may come from; most are no words, so they are only of use against a table."""
    found: list[str] = []
    for ending in _FR_ENDINGS if lang == "fr" else _EN_ENDINGS:
        shortest = 2 if ending in _PARTICIPLE else 3
        if not word.endswith(ending) or len(word) - len(ending) < shortest:
            continue
        stem = word[: -len(ending)]
        if lang == "fr":
            stems = [stem, stem[:-1] + "c" if stem.endswith("ç") else stem, stem[:-1] if stem.endswith("ge") else stem]
            if stem[-2:-1] == "è":
                stems += [stem[:-2] + "e" + stem[-1], stem[:-2] + "é" + stem[-1]]
            found += [s + tail for s in stems for tail in ("er", "ir", "re")]
        else:
            found += [stem, stem + "e", stem + "y"]
            if stem[-1] == stem[-2]:
                found.append(stem[:-1])
    if lang == "fr":
        found += [word[: -len(end)] + verb for end, verb in _FR_PRESENTS if word.endswith(end) and word != end]
    return tuple(dict.fromkeys(found))


# By the numbers spaCy has for the tagged lemma and the word.
_TRIED: dict[tuple[int, int, str, bool], tuple[str, ...]] = {}


def _candidates(tagged: str, word: str, lang: str, verb: bool) -> tuple[str, ...]:
    """What a table is asked for, in order."""
    tagged = tagged.lower().replace("’", "'")
    form = read(word) if lang == "fr" and verb else None
    if form is not None:
        return tagged, form[1]
    rest = _stems(word, lang) if verb else (word,)
    return tuple(dict.fromkeys((tagged, _dictionary(word, lang), *rest)))


def lemma_in(token: Token, table: Container[str], verb: bool = True) -> str | None:
    """The lemma of the word that the table holds, or None.

    Tried in order: the tagger's lemma, the infinitive of a French future or conditional, a dictionary of forms and,
    when `verb`, the infinitives the ending allows.
    """
    lang = language(token)
    key = token.lemma, token.lower, lang, verb
    tried = _TRIED.get(key)
    if tried is None:
        if len(_TRIED) >= MOST_WORDS:
            _TRIED.clear()
        tried = _TRIED[key] = _candidates(token.lemma_, low(token), lang, verb)
    for lemma in tried:
        if lemma in table:
            return lemma
    return None


Tables = tuple[tuple[frozenset[str], bool], ...]
# By the tables: one bit for each that holds a word, by the numbers spaCy has for the tagged lemma and the word.
_HELD: dict[tuple[Tables, str], dict[tuple[int, int], int]] = {}


def bits_in(doc: Doc, tables: Tables) -> list[int]:
    """For each word of a text the tables for which `lemma_in` finds something, the first as the lowest bit.

    A table comes with whether it is one of verbs.
    """
    if not len(doc):
        return []
    known = _HELD.setdefault((tables, language(doc[0])), {})
    if len(known) >= MOST_WORDS:
        known.clear()
    found = [known.get(key) for key in _keys(doc)]
    return [_bits(doc[place], tables, known) if bits is None else bits for place, bits in enumerate(found)]


def _bits(token: Token, tables: Tables, known: dict[tuple[int, int], int]) -> int:
    held = (lemma_in(token, table, verb) is not None for table, verb in tables)
    bits = known[token.lemma, token.lower] = sum(1 << at for at, holds in enumerate(held) if holds)
    return bits


@per_parse
def _keys(doc: Doc) -> list[tuple[int, int]]:
    return list(zip(doc.to_array(LEMMA).tolist(), doc.to_array(LOWER).tolist(), strict=True))
