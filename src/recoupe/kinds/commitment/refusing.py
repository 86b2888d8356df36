"""Refusals to commit: « il n'est pas question de… », *no date has been set*, « aucun calendrier n'a été donné »."""

from __future__ import annotations

from spacy.tokens import Token

from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.verbgroup import VerbGroup, low, relation
from recoupe.kinds.commitment.candidate import Candidate, Surroundings, Tied
from recoupe.kinds.commitment.lexicon import Lexicon

_OF = frozenset({"of", "de", "d'", "que", "qu'"})


def refused(token: Token, verbs: VerbGroup, tied: Tied, words: Lexicon, around: Surroundings) -> Candidate | None:
    """« hors de question de vendre », *out of the question*; no date or timetable set, given or promised."""
    if lemma_in(token, words.refusals, verb=False) and _refusing(token, words):
        return Candidate(token, token, token, "firm", (), whole=True)
    dates = [t for t in (*tied().patients, *tied().actors) if lemma_in(t, words.calendar, verb=False)]
    denied = next((t for t in dates if any(low(child) in words.no for child in t.children)), None)
    if denied is None or lemma_in(token, words.setting) is None:
        return None
    return Candidate(token, denied, denied, "firm", tuple(t for t in tied().actors if t is not denied))


def out_of_question(token: Token, words: Lexicon) -> Candidate | None:
    """*There is no question of closing*: the noun after the verb, with what is ruled out behind it."""
    after = low(token.doc[token.i + 1]) if token.i + 1 < len(token.doc) else ""
    if after not in _OF or not token.i or low(token.doc[token.i - 1]) not in words.no:
        return None
    if lemma_in(token, words.refusals, verb=False) is None:
        return None
    return Candidate(token, token, token, "firm", (), whole=True)


def _refusing(token: Token, words: Lexicon) -> bool:
    """« n'est pas question », « hors de question »: the word denied, or led in by a preposition that excludes."""
    before = token.doc[max(0, token.i - 4) : token.i]
    if any(low(t) in words.outside for t in before):
        return True
    stated = any(relation(t) == "cop" for t in token.children) or low(token.doc[token.i - 1]) in words.no
    return stated and any(low(t) in words.no for t in before)
