"""Words as language-neutral terms: a concept where the shared lexicon knows the word, else the bare word."""

from __future__ import annotations

from functools import cache

from anyascii import anyascii
from spacy.tokens import Token

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.lemmas import lemma_in
from recoupe.lang import table

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM", "ADV"})
# A longer phrase names by description, and its words say more than the whole.
LONGEST_NAME = 3
_EMPTY = frozenset({"être", "avoir", "faire", "pouvoir", "devoir", "aller", "be", "have", "do", "will", "would"})


@cache
def concepts(lang: str) -> dict[str, str]:
    """Each lemma of the language's lexicon with its concept; the first concept a lemma stands under counts."""
    found: dict[str, str] = {}
    for concept, lemmas in table(lang, "concepts")["concepts"].items():
        for lemma in lemmas:
            found.setdefault(lemma, concept)
    return found


def names(annotated: Annotated) -> dict[int, str]:
    """For each character inside a name, the term of that name."""
    found: dict[int, str] = {}
    for mention in sorted(annotated.mentions, key=lambda m: m.known_as is None):
        if mention.form == "role" or (mention.known_as is None and len(mention.anchor.exact.split()) > LONGEST_NAME):
            continue
        last = anyascii(mention.anchor.exact).lower().split()[-1].strip(".,'\"")
        term = "n:" + (mention.known_as or last)
        for at in range(mention.anchor.start, mention.anchor.end):
            found.setdefault(at, term)
    return found


def term(token: Token, lang: str, named: dict[int, str]) -> str | None:
    """The term of a word, or None for a word that tells nothing.

    A word no concept covers is `w:` and its lemma in plain letters, without its language: a cognate (« transition »,
    *transition*) then meets its twin.
    """
    if token.idx in named:
        return named[token.idx]
    if token.pos_ not in CONTENT or token.is_punct or token.like_num:
        return None
    lemma = token.lemma_.lower()
    if lemma in _EMPTY:
        return None
    lexicon = concepts(lang)
    known = lemma_in(token, lexicon, verb=token.pos_ in {"VERB", "AUX", "ADJ"})
    if known is not None:
        return "c:" + lexicon[known]
    if token.pos_ == "ADV" or len(lemma) < 3:
        return None
    return "w:" + anyascii(lemma).lower()
