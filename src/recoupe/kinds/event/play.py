"""Sport borrows the words of war and of the street: *a strike*, *a clash*, « une attaque », « un tir » of a match."""

from __future__ import annotations

from spacy.tokens import Token

from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.verbgroup import language, sentence
from recoupe.kinds.event.lexicon import lexicon

_AROUND = 40  # words before and after: about two sentences


def played(token: Token) -> bool:
    """The word is one that sport borrows, words of a match stand near, and nobody is hurt, arrested or on strike there.

    One word that only sport has is enough in the sentence; of words that others have too (*goal*), two must stand near.
    """
    words = lexicon(language(token))
    if lemma_in(token, words.borrowed) is None and lemma_in(token, words.borrowed, verb=False) is None:
        return False
    near = sentence(token)
    if any(lemma_in(t, words.in_earnest, verb=False) for t in near):
        return False
    if any(lemma_in(t, words.sport, verb=False) for t in near):
        return True
    around = token.doc[max(0, token.i - _AROUND) : token.i + _AROUND]
    either = words.sport | words.sportive
    return len({lemma_in(t, either, verb=False) for t in around} - {None}) > 1
