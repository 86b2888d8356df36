"""Verbs that bind their subject, and verbs that announce a measure."""

from __future__ import annotations

from functools import partial

from spacy.tokens import Token

from recoupe.annotate.arguments import arguments
from recoupe.annotate.clauses import is_clause_head
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.verbgroup import VERBAL, VerbGroup, group, is_verb, language, low, relation
from recoupe.kinds.commitment.candidate import Candidate, Surroundings, Tied
from recoupe.kinds.commitment.doers import (
    agentive,
    gerund,
    has,
    infinitive,
    is_infinitive,
    is_state,
    is_thing,
)
from recoupe.kinds.commitment.future import future
from recoupe.kinds.commitment.lexicon import Lexicon

_ON = frozenset({"sur", "à", "on", "to"})


def binding(token: Token, verbs: VerbGroup, tied: Tied, words: Lexicon, around: Surroundings) -> Candidate | None:
    """« a promis de… », « prévoit de… », *intends to…*, *vowed that…*."""
    lemma = lemma_in(token, words.verbs)
    if (
        lemma is None
        or verbs.passive
        or verbs.finite is None
        or not (not tied().actors or agentive(tied().actors, words, around))
    ):
        return None
    if lemma in words.infinitive_only and (_imperfect(verbs) or tied().patients):
        return None
    if lemma in words.present_only and verbs.tense == "past":
        return None
    done = infinitive(token) or (gerund(token) if lemma in words.gerund else None)
    if done is None and lemma not in words.infinitive_only:
        done = next((t for t in token.children if relation(t) == "ccomp" and is_clause_head(t) and _ahead(t)), None)
    told = done is not None and relation(done) == "ccomp" and not is_infinitive(done)
    if told and done is not None and future(done, group(done), partial(arguments, done), words, around) is not None:
        return None
    if done is None or (is_state(done, words) and not around.has_due(token) and lemma not in words.promises):
        return None
    return Candidate(token, token, done, words.verbs[lemma], tied().actors, due_after_action=verbs.tense == "past")


def _imperfect(verbs: VerbGroup) -> bool:
    """« s'apprêtait à », « comptait »: a plan of the past, whose outcome the account tells."""
    if language(verbs.head) == "en" or verbs.finite is not verbs.head or verbs.mood == "conditional":
        return False
    return low(verbs.finite).endswith(("ait", "aient"))


def _ahead(token: Token) -> bool:
    verbs = group(token)
    return verbs.tense == "future" or verbs.mood == "conditional" or has(verbs, {"would", "will", "'ll"})


def announced(token: Token, verbs: VerbGroup, tied: Tied, words: Lexicon, around: Surroundings) -> Candidate | None:
    """« a annoncé la suspension de… », *approved the closure of…*, active or passive."""
    lemma = lemma_in(token, words.announcing) or lemma_in(token, words.promises)
    if lemma is None or not is_verb(token) or verbs.finite is None:
        return None
    dated = around.has_due(token)
    if token.pos_ not in VERBAL and not agentive(tied().actors, words, around):
        return None  # « la soirée promet une surprise »
    promised = tied().patients[0] if lemma in words.promises and tied().patients else None
    if promised is not None and promised.pos_ == "NOUN" and promised.i > token.i:
        return Candidate(token, token, promised, "firm", tied().actors)
    measure = next(
        (t for t in tied().patients if lemma_in(t, words.measures, verb=False) or (dated and is_thing(t, words))), None
    )
    if measure is None and lemma in words.promises:
        measure = next((t for case, t in tied().others if case in _ON and is_thing(t, words)), None)
    if measure is None or (relation(token).startswith("acl") and measure is token.head):
        return None
    if not verbs.passive and not agentive(tied().actors, words, around):
        return None
    firmness = words.announcing.get(lemma, "firm") if verbs.tense == "past" else "planned"
    return Candidate(token, token, measure, firmness, tied().actors, due_after_action=verbs.tense == "past")


def excluded(token: Token, verbs: VerbGroup, tied: Tied, words: Lexicon, around: Surroundings) -> Candidate | None:
    """*Ruled out closing the pool*, *ruled out an extension*: one who can act will not do it."""
    out = token.i + 1 < len(token.doc) and low(token.doc[token.i + 1]) == "out"
    if not out or lemma_in(token, words.exclude) is None or not agentive(tied().actors, words, around):
        return None
    done = gerund(token) or next((t for t in tied().patients if is_thing(t, words)), None)
    return Candidate(token, token, done, "firm", tied().actors) if done is not None else None
