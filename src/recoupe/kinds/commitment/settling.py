"""Settled things and duties with their date: « est prévue », *is due*, « doit être discuté le 17 »."""

from __future__ import annotations

from spacy.tokens import Token

from recoupe.annotate.arguments import arguments
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.verbgroup import VERBAL, VerbGroup, language, low, relation
from recoupe.kinds.commitment.candidate import Candidate, Surroundings, Tied
from recoupe.kinds.commitment.doers import (
    agentive,
    can_commit,
    has,
    infinitive,
    is_state,
    is_thing,
    takes_place,
)
from recoupe.kinds.commitment.lexicon import Lexicon


def settled(token: Token, verbs: VerbGroup, tied: Tied, words: Lexicon, around: Surroundings) -> Candidate | None:
    """« est prévue », « sont attendus », *is scheduled for*, *are due Friday*, *is expected to*."""
    word = next((t for t in _predicate_words(token) if low(t) in words.settled), None)
    reduced = relation(token).startswith("acl") and verbs.finite is None
    if word is None or reduced or verbs.tense == "past":
        return None
    if word is token and token.pos_ in VERBAL and not verbs.passive:
        return None
    subjects = (*tied().actors, *tied().patients)
    done = infinitive(word) or infinitive(token)
    thing = any(is_thing(t, words) for t in subjects)
    doer = agentive(subjects, words, around)
    if (done is not None and (doer or thing or lemma_in(done, words.acts))) or (
        done is None and (thing or doer) and around.has_due(token)
    ):
        return Candidate(token, word, done or token, words.settled[low(word)], tied().actors or tied().patients)
    impersonal = any(relation(t).startswith("expl") and low(t) == "il" for t in token.children)
    if impersonal and done is not None and not is_state(done, words):
        return Candidate(token, word, done, words.settled[low(word)], ())
    on_time = done is not None and around.has_due(done) and not lemma_in(done, words.change | words.states)
    if on_time and not any(lemma_in(t, words.nature, verb=False) for t in subjects):
        return Candidate(token, word, done or token, words.settled[low(word)], ())
    forced = any(lemma_in(t, words.nature, verb=False) for t in subjects)
    if done is None and around.has_due(token) and subjects and not forced:
        return Candidate(token, word, token, words.settled[low(word)], ())
    return None


def _said_of_oneself(token: Token, words: Lexicon) -> bool:
    """« se dit prêt à », *said he was ready to*."""
    said = [token, *(t for t in token.children if relation(t) == "dep")]
    return any(lemma_in(t, words.saying) for t in said)


def ready(token: Token, verbs: VerbGroup, tied: Tied, words: Lexicon, around: Surroundings) -> Candidate | None:
    """« se dit prêt à… », *is about to…*, *stands ready to…*: one who can act, and the infinitive."""
    word = next((t for t in (*_predicate_words(token), *token.children) if low(t) in words.ready), None)
    if word is None or low(word.nbor(-1)) in words.no or (verbs.tense == "past" and low(word) == "about"):
        return None
    done = infinitive(word) or infinitive(token)
    subjects = (*tied().actors, *tied().patients)
    if done is None or is_state(done, words) or not agentive(subjects, words, around):
        return None
    near = low(word) in {"about", "poised"}
    # Ready is a state (« les habitants sont prêts à fuir »), unless someone says so of themselves.
    if not near and not any(low(t) in words.first for t in subjects) and not _said_of_oneself(token, words):
        return None
    head = word if relation(word) == "ccomp" else token
    return Candidate(head, word, done, "planned", subjects[:1])


def _predicate_words(token: Token) -> list[Token]:
    """The predicate and what stands between its copula and it, where a small parser hangs *due* (*are due 5 March*)."""
    copula = next((t.i for t in token.children if relation(t) == "cop" and t.i < token.i), token.i)
    return [token, *token.doc[copula + 1 : token.i]]


def duty(token: Token, verbs: VerbGroup, tied: Tied, words: Lexicon, around: Surroundings) -> Candidate | None:
    """« doit être discuté le 17 », *must be returned by Friday*: a duty with its date; « devrait annoncer »."""
    modal = next((t for t in verbs.words if lemma_in(t, words.duties)), None)
    done = infinitive(token) if modal is token else token
    if modal is None or done is None or verbs.tense == "past":
        return None
    if language(token) == "en" and low(modal) != "must" and not (low(modal) == "have" and has(verbs, words.auxiliary)):
        return None
    conditional = low(modal) in {"devrait", "devraient"}
    dated = around.has_due(token) or around.has_due(done)
    done_act = lemma_in(done, words.acts) or lemma_in(done, words.announcing)
    if not conditional and not dated:
        return None
    subjects = (*tied().actors, *tied().patients)
    thing = any(is_thing(t, words) for t in subjects)
    bound = thing or can_commit(done, arguments(done), words, around, subjects)
    if conditional and not dated and not (done_act or thing):
        # « les élus devraient voir », said in advice, is no plan; an act or a date makes it one.
        return None
    if (is_state(done, words) and not takes_place(done, words)) or not bound:
        return None
    return Candidate(token, modal, done, words.duties[lemma_in(modal, words.duties) or ""], tied().actors)


def decided(token: Token, verbs: VerbGroup, tied: Tied, words: Lexicon, around: Surroundings) -> Candidate | None:
    """« étaient annulées pour l'année 2019 », « annulée en mars »: a measure taken for a time to come."""
    thing = any(is_thing(t, words) for t in tied().patients) or verbs.tense == "present"
    if not tied().patients or not thing or not around.has_due(token):
        return None
    if not (verbs.passive or verbs.finite is None) or lemma_in(token, words.acts) is None:
        return None
    return Candidate(token, token, token, "firm", tied().actors, due_after_action=True)
