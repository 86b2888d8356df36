"""Measures and gatherings named by a noun: « la hausse prévue en janvier », « la manifestation de samedi »."""

from __future__ import annotations

from spacy.tokens import Token

from recoupe.annotate.arguments import arguments
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.verbgroup import VERBAL, group, low, relation
from recoupe.kinds.commitment.candidate import Candidate, Surroundings
from recoupe.kinds.commitment.doers import (
    agentive,
    definite,
    infinitive,
)
from recoupe.kinds.commitment.lexicon import Lexicon

REACH = 20


def nominal(token: Token, words: Lexicon, around: Surroundings) -> Candidate | None:
    """« la hausse prévue en janvier », « la suspension décidée mardi », « la manifestation de samedi »."""
    measure = lemma_in(token, words.measures, verb=False)
    gathering = lemma_in(token, words.gatherings, verb=False)
    if measure is None and gathering is None:
        return None
    child = _settling(token, words)
    if child is not None and (measure is not None or around.has_due(token) or around.has_due(child)):
        return Candidate(token, child, token, words.settled[low(child)], arguments(child).actors, nominal=True)
    if measure is not None:
        for child in token.children:
            deciding = infinitive(child) or child
            lemma = lemma_in(deciding, words.announcing)
            if relation(child) == "acl:relcl" and lemma and agentive(arguments(child).actors, words, around):
                return Candidate(token, deciding, token, words.announcing[lemma], arguments(child).actors, nominal=True)
    if gathering is not None and measure is None and around.has_due(token) and definite(token):
        return Candidate(token, token, token, "planned", (), nominal=True)
    if measure is not None and any(lemma_in(t, words.calendar, verb=False) for t in _rest_of_clause(token)):
        return Candidate(token, token, token, "planned", (), nominal=True)
    return None


def _settling(token: Token, words: Lexicon) -> Token | None:
    """The participle that says the thing is settled, tied by the parse to the noun or to a noun inside its phrase."""
    for other in token.doc[token.i + 1 : token.i + REACH]:
        if other.text in {".", ";", "»", "”"} or (other.pos_ == "VERB" and group(other).finite is other):
            break
        if low(other) not in words.settled:
            continue
        if other.i == token.i + 1 and relation(other) in {"xcomp", "advcl", "dep", "nmod"}:
            return other
        if relation(other).startswith(("acl", "amod", "conj", "advcl")):
            above = [other, *other.ancestors]
            compared = low(other.nbor(-1)) in {"que", "qu'", "than", "as"}
            if token in above and not compared and other.head.pos_ in {"NOUN", "PROPN", "NUM", "SYM", "ADJ"}:
                return other
    return None


def _rest_of_clause(token: Token) -> list[Token]:
    """The words after a noun up to the next finite verb or the end of the sentence."""
    found: list[Token] = []
    for other in token.doc[token.i + 1 : min(token.sent.end, token.i + REACH)]:
        if group(other).finite is other and other.pos_ in VERBAL:
            break
        found.append(other)
    return found
