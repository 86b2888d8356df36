"""Who can commit to what: subjects that act, things that are done, gatherings that take place."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from spacy.tokens import Token

from recoupe.annotate.arguments import Arguments, case_of
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.verbgroup import VERBAL, VerbGroup, group, language, low, relation, sentence
from recoupe.kinds.commitment.candidate import Surroundings
from recoupe.kinds.commitment.lexicon import Lexicon

REACH = 10
_SHARES = frozenset({"nombre", "partie", "majorité", "number", "majority"})


def infinitive(token: Token) -> Token | None:
    """The infinitive that completes a verb."""
    for child in token.children:
        if relation(child) in {"xcomp", "ccomp", "obj", "acl", "obl"} and is_infinitive(child) and child.i > token.i:
            return child
    if language(token) == "en":
        # A complement between the two makes a small parser take the infinitive for an adverbial clause.
        for child in token.children:
            near = relation(child) == "advcl" and 0 < child.i - token.i < REACH
            if near and any(low(t) == "to" for t in child.children) and is_infinitive(child):
                return child
    return next_infinitive(token)


def gerund(token: Token) -> Token | None:
    """*Committed to investing*, *ruled out closing*: the gerund that completes an English verb."""
    following = token.doc[token.i + 1 : token.i + 4]
    if language(token) != "en":
        return None
    found = next((t for t in following if low(t).endswith("ing") and t.pos_ in {"VERB", "AUX", "NOUN"}), None)
    between = token.doc[token.i + 1 : found.i] if found is not None else ()
    return found if all(low(t) in {"to", "out", "of", "on", "publicly"} for t in between) else None


def next_infinitive(token: Token) -> Token | None:
    """The infinitive that stands right after the word and its preposition."""
    following = token.doc[token.i + 1 : token.i + 3]
    if len(following) == 2 and low(following[0]) in {"de", "d'", "à", "to"} and is_infinitive(following[1]):
        return following[1]
    return None


def is_infinitive(token: Token) -> bool:
    """The word is an infinitive, alone or with its auxiliary."""
    if token.morph.get("VerbForm", []) == ["Inf"] or token.pos_ in VERBAL:
        verbs = group(token)
        return verbs.tense == "none" and verbs.words[0].morph.get("VerbForm", []) == ["Inf"]
    return False


def has(verbs: VerbGroup, forms: AbstractSet[str]) -> bool:
    """One of the auxiliaries of a verb group has one of these forms."""
    return any(low(t) in forms for t in verbs.words if t is not verbs.head)


def agentive(heads: tuple[Token, ...], words: Lexicon, around: Surroundings) -> bool:
    """One of the subjects can act: a name, a noun for people or a body, or a personal pronoun that is no dummy."""
    for head in heads:
        dummy = relation(head).startswith("expl") and head.pos_ == "PRON"
        if dummy or low(head) in words.things or around.is_time(head):
            continue
        if lemma_in(head, words.nature, verb=False):
            continue
        if lemma_in(head, words.people, verb=False):
            return True
        if around.is_named(head) or head.pos_ == "PROPN" or low(head) in words.pronouns:
            return True
        if lemma_in(head, words.participants, verb=False) or lemma_in(head, words.bodies, verb=False):
            return True
        if head.pos_ == "NOUN" and head.text[:1].isupper() and head.i > sentence(head).start:
            return True
        partitive = [t for t in head.children if relation(t) == "nmod" and case_of(t) in {"de", "of", "d'entre"}]
        if lemma_in(head, _SHARES, verb=False) and partitive and not definite(head):
            return agentive(tuple(partitive), words, around)
    return False


def is_state(done: Token, words: Lexicon) -> bool:
    """The verb never commits, or is a copula with its attribute (« être sûr »)."""
    copula = any(relation(t) == "cop" for t in done.children) and not group(done).passive
    return copula or lemma_in(done, words.states) is not None


def definite(token: Token) -> bool:
    """The noun has a definite article."""
    return any(relation(t) == "det" and low(t) in {"le", "la", "l'", "les", "the"} for t in token.children)


def is_thing(token: Token, words: Lexicon) -> bool:
    """The noun names something that is done or held."""
    return lemma_in(token, words.measures | words.gatherings, verb=False) is not None


def can_commit(
    done: Token, tied: Arguments, words: Lexicon, around: Surroundings, extra: tuple[Token, ...] = ()
) -> bool:
    """Someone acts, or an act is done by someone unsaid, or a gathering takes place."""
    subjects = (*tied.actors, *extra)
    if agentive(subjects, words, around):
        return True
    if group(done).passive and lemma_in(done, words.acts):
        return True
    if _forced(subjects, words) or any(around.is_time(t) for t in subjects):
        return False
    if around.has_due(done) and subjects and _scheduled(done, words):
        return True
    return any(is_gathering(t, words) for t in subjects) and takes_place(done, words)


def _scheduled(done: Token, words: Lexicon) -> bool:
    """With its date, what opens or is done to something is on a timetable, whatever its subject (« les travaux »)."""
    if lemma_in(done, words.change):
        return False
    return takes_place(done, words) or lemma_in(done, words.acts) is not None


def _forced(subjects: tuple[Token, ...], words: Lexicon) -> bool:
    """The subject is weather, a price, an illness: what happens to it is a forecast."""
    return any(lemma_in(t, words.nature, verb=False) for t in subjects)


def is_gathering(token: Token, words: Lexicon) -> bool:
    """The noun names a gathering, or a moment of one (« le procès », « la fin du procès »)."""
    if lemma_in(token, words.gatherings, verb=False):
        return True
    return any(
        relation(t) == "nmod" and lemma_in(t, words.gatherings, verb=False) and case_of(t) in {"de", "of"}
        for t in token.children
    )


def takes_place(done: Token, words: Lexicon) -> bool:
    """The verb says that a gathering is held."""
    if lemma_in(done, words.held):
        return True
    return any(
        relation(t).startswith(("obj", "fixed", "compound")) and low(t) in {"lieu", "place"} for t in done.children
    )
