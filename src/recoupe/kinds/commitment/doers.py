"""Who can commit to what: subjects that act, things that are done, gatherings that take place."""

from __future__ import annotations

from spacy.tokens import Token

from recoupe.annotate.arguments import Arguments, case_of
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.verbgroup import VERBAL, VerbGroup, group, low, relation
from recoupe.kinds.commitment.candidate import Surroundings
from recoupe.kinds.commitment.lexicon import Lexicon

_SHARES = frozenset({"nombre", "partie", "majorité", "number", "majority"})


def infinitive(token: Token) -> Token | None:
    """The infinitive that completes a verb."""
    for child in token.children:
        if relation(child) in {"xcomp", "ccomp", "obj", "acl", "obl"} and is_infinitive(child) and child.i > token.i:
            return child
    following = token.doc[token.i + 1 : token.i + 3]
    if len(following) == 2 and low(following[0]) in {"de", "d'", "à", "to"} and is_infinitive(following[1]):
        return following[1]
    return None


def is_infinitive(token: Token) -> bool:
    if token.morph.get("VerbForm", []) == ["Inf"] or token.pos_ in VERBAL:
        verbs = group(token)
        return verbs.tense == "none" and verbs.words[0].morph.get("VerbForm", []) == ["Inf"]
    return False


def has(verbs: VerbGroup, forms: set[str]) -> bool:
    return any(low(t) in forms for t in verbs.words if t is not verbs.head)


def agentive(heads: tuple[Token, ...], words: Lexicon, around: Surroundings) -> bool:
    """One of the subjects can act: a name, a noun for people or a body, or a personal pronoun that is no dummy."""
    for head in heads:
        dummy = relation(head).startswith("expl") and head.pos_ == "PRON"
        if dummy or low(head) in words.things:
            continue
        if around.is_named(head) or head.pos_ == "PROPN" or low(head) in words.pronouns:
            return True
        if lemma_in(head, words.participants, verb=False):
            return True
        partitive = [t for t in head.children if relation(t) == "nmod" and case_of(t) in {"de", "of", "d'entre"}]
        if lemma_in(head, _SHARES, verb=False) and partitive and not definite(head):
            return agentive(tuple(partitive), words, around)
    return False


def definite(token: Token) -> bool:
    return any(relation(t) == "det" and low(t) in {"le", "la", "l'", "les", "the"} for t in token.children)


def is_thing(token: Token, words: Lexicon) -> bool:
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
    return any(is_gathering(t, words) for t in subjects) and takes_place(done, words)


def is_gathering(token: Token, words: Lexicon) -> bool:
    if lemma_in(token, words.gatherings, verb=False):
        return True
    return any(
        relation(t) == "nmod" and lemma_in(t, words.gatherings, verb=False) and case_of(t) in {"de", "of"}
        for t in token.children
    )


def takes_place(done: Token, words: Lexicon) -> bool:
    if lemma_in(done, words.held):
        return True
    return any(
        relation(t).startswith(("obj", "fixed", "compound")) and low(t) in {"lieu", "place"} for t in done.children
    )
