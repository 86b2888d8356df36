"""A short phrase as terms, without a parse: what a figure counts, and where."""

from __future__ import annotations

from functools import lru_cache

import regex
import simplemma
from anyascii import anyascii

from recoupe.lang.concepts import lexicon, plain

_WORD = regex.compile(r"\w+(?:-\w+)*|\w+['’]")
_SHORT = 3


@lru_cache(maxsize=4096)
def phrase_terms(text: str, lang: str) -> frozenset[str]:
    """The concepts of the phrase's words and set phrases, the bare lemma of a word that has none."""
    book = lexicon(lang)
    words = [(w.lower().replace("’", "'"), simplemma.lemmatize(w, lang=lang).lower()) for w in _WORD.findall(text)]
    forms = [frozenset({plain(word), plain(lemma)}) for word, lemma in words]
    found: set[str] = set()
    inside = 0
    for at, (word, lemma) in enumerate(words):
        hit = book.phrase_at(forms, at) if at >= inside else None
        if hit is not None:
            inside = at + hit[0]
            found |= {"c:" + hit[1]} if hit[1] else set()
        concept = book.words.get(lemma) or book.words.get(word)
        if word in book.stop or lemma in book.stop:
            continue
        if lemma in book.demonyms:
            found.add("n:territory:" + book.demonyms[lemma])
        elif concept is not None:
            found.add("c:" + concept)
        elif at >= inside and len(lemma) >= _SHORT:
            found.add("w:" + anyascii(lemma).lower())
    return frozenset(found)
