"""Measures and gatherings named by a noun: « la hausse prévue en janvier », « la manifestation de samedi »."""

from __future__ import annotations

from spacy.tokens import Token

from recoupe.annotate.arguments import arguments, case_of
from recoupe.annotate.clauses import clause_words
from recoupe.annotate.hypothesis import told_in_past
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.negation import negators
from recoupe.annotate.verbgroup import VERBAL, group, low, relation
from recoupe.kinds.commitment.candidate import Candidate, Surroundings
from recoupe.kinds.commitment.doers import (
    agentive,
    definite,
    gerund,
    infinitive,
    is_infinitive,
    is_state,
    next_infinitive,
)
from recoupe.kinds.commitment.lexicon import Lexicon

REACH = 20
_COMPLETING = frozenset({"acl", "xcomp", "advcl", "nmod", "ccomp"})
_IS = frozenset({"est", "sera", "reste"})


def nominal(token: Token, words: Lexicon, around: Surroundings) -> Candidate | None:
    """« la hausse prévue en janvier », « la suspension décidée mardi », « la manifestation de samedi »."""
    measure = lemma_in(token, words.measures, verb=False)
    gathering = lemma_in(token, words.gatherings, verb=False)
    if measure is None and gathering is None:
        return None
    if lemma_in(token.head, words.forecasts) and token.head.i < token.i:
        return None
    child = _settling(token, words)
    if child is not None and (measure is not None or around.has_due(token) or around.has_due(child)):
        return Candidate(token, child, token, words.settled[low(child)], arguments(child).actors, nominal=True)
    if measure is not None:
        before = next((t for t in token.children if t.i < token.i and low(t) in words.attributive), None)
        if before is not None and measure not in words.standing:
            return Candidate(token, before, token, words.settled.get(low(before), "planned"), (), nominal=True)
        for child in token.children:
            deciding = infinitive(child) or child
            lemma = lemma_in(deciding, words.announcing)
            if relation(child) == "acl:relcl" and lemma and agentive(arguments(child).actors, words, around):
                return Candidate(token, deciding, token, words.announcing[lemma], arguments(child).actors, nominal=True)
    notice = lemma_in(token.head, words.notices, verb=False) is not None and token.head.i < token.i
    if gathering is not None and measure is None and around.has_due(token) and (definite(token) or notice):
        return None if case_of(token) in words.before else Candidate(token, token, token, "planned", (), nominal=True)
    if measure is None or measure in words.standing:
        return None
    scheduled = any(lemma_in(t, words.calendar, verb=False) for t in _rest_of_clause(token))
    if scheduled or _dated(token, around) or _announcement(token, words) or _answered(token, words, around):
        return Candidate(token, token, token, "planned", (), nominal=True)
    return None


def intention(token: Token, words: Lexicon, around: Surroundings) -> Candidate | None:
    """« sa promesse de rouvrir la piscine », *a plan to build a bridge*: a noun that binds, with its infinitive."""
    lemma = lemma_in(token, words.intentions, verb=False)
    if lemma is None or lemma in words.aims:
        return None if lemma is None else _aimed(token, words)
    done = next((t for t in token.children if relation(t) in _COMPLETING and is_infinitive(t) and t.i > token.i), None)
    done = done or next_infinitive(token) or gerund(token)
    purpose = token.i and low(token.doc[token.i - 1]) == "in" and low(token) == "order"
    if done is None or is_state(done, words) or purpose:
        return None
    if _is_denied(token, words):
        # « n'a pas l'intention de démissionner »: what one rules out; the passage says so whole.
        over = token.head if token.head.pos_ in VERBAL and token.head.i < token.i else token
        if group(over).tense == "past" and not told_in_past(over):
            return None
        who = arguments(over).actors[:1] if over is not token else ()
        who = who if agentive(who, words, around) else ()
        return Candidate(over, token, done, words.intentions[lemma], who, whole=True)
    owners = tuple(t for t in token.children if relation(t) == "nmod:poss")
    return Candidate(token, token, done, words.intentions[lemma], owners, nominal=True)


def _aimed(token: Token, words: Lexicon) -> Candidate | None:
    """« l'objectif est de rouvrir trente magasins »: the aim is what the sentence says, not what a thing is for."""
    done = token.head
    beings = [t for t in done.children if relation(t) == "cop" and low(t) in _IS]
    marked = any(relation(t) == "mark" and beings and t.i == beings[0].i + 1 for t in done.children)
    named = relation(token).startswith("nsubj") and beings and marked and token.i < beings[0].i
    if not named or done.morph.get("VerbForm", []) != ["Inf"] or lemma_in(done, words.states):
        return None
    return Candidate(token, token, done, "planned", (), nominal=True)


def _answered(token: Token, words: Lexicon, around: Surroundings) -> bool:
    """« a salué la suppression de la taxe »: someone answers to a measure as to a thing decided."""
    verb = next((t for t in token.ancestors if t.pos_ in VERBAL), token)
    near = token.i - REACH < verb.i < token.i and not case_of(token) and not relation(token).startswith("nsubj")
    if not near or not definite(token) or lemma_in(verb, words.answers) is None:
        return False
    of_something = any(relation(t) == "nmod" and case_of(t) in {"de", "of", "on"} for t in token.children)
    return of_something and agentive(arguments(verb).actors, words, around)


def _is_denied(token: Token, words: Lexicon) -> bool:
    """« aucune intention », « n'ont pas l'intention »: nothing is intended, and no refusal is promised either."""
    if any(low(t) in words.no for t in token.children):
        return True
    over = token.head
    return over.pos_ in VERBAL and bool(negators(group(over), clause_words(over)))


def _dated(token: Token, around: Surroundings) -> bool:
    """« une hausse de 2 % en avril », *a ban from 2035*: a day to come stands in the phrase, before any verb."""
    rest = _rest_of_clause(token)
    return bool(rest) and around.ahead(token.idx, rest[-1].idx + len(rest[-1].text))


def _announcement(token: Token, words: Lexicon) -> bool:
    """« l'annonce d'une pause », *the announcement of a ban*, with its announcer between the two or not."""
    if case_of(token) not in {"de", "of"}:
        return False
    over = token.head
    if over.pos_ in {"NOUN", "PROPN"} and lemma_in(over, words.announcements, verb=False):
        return True
    above = over.head
    return relation(over) == "nmod" and lemma_in(above, words.announcements, verb=False) is not None


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
