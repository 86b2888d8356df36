"""Lengths of time given to someone to act: « donne dix jours à la mairie pour… », *gave the council two weeks to…*."""

from __future__ import annotations

from spacy.tokens import Span, Token

from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.verbgroup import VERBAL, VerbGroup, language, low, sentence
from recoupe.kinds.commitment.candidate import Candidate, Surroundings, Tied
from recoupe.kinds.commitment.doers import agentive, is_state
from recoupe.kinds.commitment.lexicon import Lexicon

NEAR = 14
_AIM = frozenset({"pour", "to"})
_OF = frozenset({"de", "d'", "of"})
_TO_WHOM = frozenset({"à", "au", "aux"})
_CLITICS = frozenset({"leur", "lui", "nous", "vous", "me", "m'"})
_HAD = frozenset({"had", "avait", "avaient", "avions"})


def given(token: Token, verbs: VerbGroup, tied: Tied, words: Lexicon, around: Surroundings) -> Candidate | None:
    """Someone who can act gives someone a length of time and says what for; what had been given, or not, is none."""
    if token.pos_ not in VERBAL or verbs.passive or lemma_in(token, words.giving) is None:
        return None
    before = token.doc[max(sentence(token).start, token.i - 4) : token.i]
    if any(low(t) in _HAD or low(t) in words.no for t in before) or verbs.mood == "conditional":
        return None
    after = token.doc[token.i + 1 : min(sentence(token).end, token.i + NEAR)]
    count = next((t for t in after if t.pos_ == "NUM" and around.is_time(t)), None)
    aim = next((t for t in after if low(t) in _AIM), None)
    if count is None or aim is None or not count.i + 1 < aim.i < token.doc[-1].i:
        return None
    done = token.doc[aim.i + 1]
    unit = token.doc[count.i + 1]
    if done.pos_ not in VERBAL or is_state(done, words):
        return None
    if not around.is_time(unit) or low(token.doc[unit.i + 1]) in _OF:
        return None
    if not _to_someone(after, before, count, aim) or not agentive(tied().actors, words, around):
        return None
    return Candidate(token, token, done, "conditional", tied().actors)


def _to_someone(after: Span, before: Span, count: Token, aim: Token) -> bool:
    if language(count) == "en":
        return after[0].i < count.i
    return any(low(t) in _CLITICS for t in before) or any(low(t) in _TO_WHOM for t in after if t.i < aim.i)
