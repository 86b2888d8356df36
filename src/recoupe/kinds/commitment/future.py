"""Futures of those who can act, and futures told in the past."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from recoupe.annotate.conjugation import read
from recoupe.annotate.hypothesis import told_in_past
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.verbgroup import VERBAL, VerbGroup, language, low, relation, sentence
from recoupe.kinds.commitment.body import Firmness
from recoupe.kinds.commitment.candidate import Candidate, Surroundings, Tied
from recoupe.kinds.commitment.doers import (
    agentive,
    can_commit,
    has,
    infinitive,
    is_gathering,
    takes_place,
)
from recoupe.kinds.commitment.lexicon import Lexicon


def future(token: Token, verbs: VerbGroup, tied: Tied, words: Lexicon, around: Surroundings) -> Candidate | None:
    """« annonceront », « va annoncer », « tiendraient » told in the past, *will announce*, *would hold*."""
    trigger, done = _future_words(token, verbs, words)
    if trigger is None or done is None or _accomplished(verbs):
        return None
    if low(token.left_edge) in words.asking or (relation(token) == "advcl" and _is_time_clause(token)):
        return None
    told = tied()
    told = replace(told, actors=tuple(t for t in told.actors if _agrees(t, verbs)))
    subjects = (*told.actors, *told.patients) if done is not token or verbs.passive else told.actors
    subjects = tuple(t for t in subjects if _agrees(t, verbs))
    if relation(token).startswith("acl") and low(token.head) in words.everybody:
        return None
    copula = any(relation(t) == "cop" for t in token.children) and token.pos_ not in VERBAL
    if copula:
        standing = low(token) in words.standing_for
        if verbs.tense == "none" or not (standing or any(is_gathering(t, words) for t in (*subjects, token))):
            return None
        return Candidate(token, trigger, token, _mood(verbs, token), told.actors)
    carried = infinitive(done)
    stative = lemma_in(done, words.states) or (carried is not None and lemma_in(carried, words.states))
    if stative and not takes_place(done, words):
        return None
    if verbs.passive and done is token:
        agents = told.actors
        if not (lemma_in(token, words.acts) or agentive(agents, words, around)):
            return None
    elif not can_commit(done, told, words, around, subjects):
        return None
    return Candidate(token, trigger, done, _mood(verbs, token), told.actors)


def _accomplished(verbs: VerbGroup) -> bool:
    """« aura entendu », « auraient signalé », *will have left*: what is over by then is no commitment."""
    if language(verbs.head) == "en":
        return has(verbs, {"have"})
    form = read(low(verbs.finite)) if verbs.finite is not None else None
    return form is not None and form[1] == "avoir" and verbs.finite is not verbs.head


def _agrees(subject: Token, verbs: VerbGroup) -> bool:
    """« nous » is the subject of a form in -ons, and else an object the parse took for one."""
    if language(subject) == "en" or low(subject) not in {"nous", "vous"} or verbs.finite is None:
        return True
    return low(verbs.finite).endswith(("ons", "ez"))


def _first_name(token: Token) -> bool:
    """*Will* Wade, said inside a sentence."""
    return token.text[:1].isupper() and token.i > sentence(token).start and token.pos_ == "PROPN"


def _mood(verbs: VerbGroup, token: Token) -> Firmness:
    if verbs.mood == "conditional" and (not told_in_past(token) or verbs.head.pos_ not in VERBAL):
        return "conditional"
    return "planned"


def _future_words(token: Token, verbs: VerbGroup, words: Lexicon) -> tuple[Token | None, Token | None]:
    """The word that shows the future and the word that says what is to be done."""
    if language(token) == "en":
        auxiliaries = (t for t in verbs.words if t is not token and not _first_name(t))
        trigger = next((t for t in auxiliaries if low(t) in words.auxiliary), None)
        if trigger is None and has(verbs, {"would"}) and told_in_past(token) and not has(verbs, {"have"}):
            trigger = next(t for t in verbs.words if low(t) == "would")
        if trigger is None and low(token) == "going" and has(verbs, {"is", "are", "'s", "'re", "am", "'m"}):
            done = infinitive(token)
            return (token, done) if done is not None else (None, None)
        return trigger, token
    if verbs.finite is None:
        return None, None
    if low(verbs.finite) in words.auxiliary:
        done = token if verbs.finite is not token else infinitive(token)
        if done is not None and done.morph.get("VerbForm", []) == ["Inf"]:
            return verbs.finite, done
        return None, None
    if verbs.mood == "conditional":
        past = told_in_past(token)
        state = token.pos_ not in VERBAL and any(relation(t) == "cop" for t in token.children)
        return (verbs.finite, token) if past or state else (None, None)
    return (verbs.finite, token) if verbs.tense == "future" else (None, None)


def _is_time_clause(token: Token) -> bool:
    """« quand il partira », « dès que », « tant que »: a moment, not a promise."""
    opener = next((t for t in token.children if relation(t) in {"mark", "advmod"} and t.i < token.i), None)
    return opener is not None and low(opener) in {
        "quand", "lorsque", "lorsqu'", "dès", "tant", "si", "s'", "jusqu'",
        "when", "once", "until", "if", "as", "after",
    }  # fmt: skip
