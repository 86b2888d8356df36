"""What is set on a day to come: calls to gather, presents that point ahead, deadlines, *is to meet*, « a jusqu'à »."""

from __future__ import annotations

from spacy.tokens import Token

from recoupe.annotate.arguments import clause_span
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.verbgroup import VERBAL, VerbGroup, language, low, relation, sentence
from recoupe.kinds.commitment.candidate import Candidate, Surroundings, Tied
from recoupe.kinds.commitment.doers import agentive, has, infinitive, is_gathering, is_thing
from recoupe.kinds.commitment.lexicon import Lexicon

NEAR = 7
BE = frozenset({"is", "are", "am"})
_FOR = frozenset({"à", "for", "de"})
_UNTIL = frozenset({"jusqu'", "jusque", "until", "till"})


def called(token: Token, verbs: VerbGroup, tied: Tied, words: Lexicon, around: Surroundings) -> Candidate | None:
    """« appellent à manifester samedi », *called for a strike on Friday*, *convened a meeting for 5 March*."""
    if lemma_in(token, words.calls) is None:
        return None
    rest = token.doc[token.i : clause_span(token).end]
    if not any(around.is_time(t) for t in rest):
        return None
    done = infinitive(token)
    if done is None:
        near = token.doc[token.i + 1 : token.i + NEAR]
        done = next((t for t in near if low(t.nbor(-1)) in {"to", "à"} and t.pos_ in VERBAL), None)
    things = (*tied().patients, *(t for case, t in tied().others if case in _FOR))
    things += tuple(t for t in token.children if relation(t) == "xcomp" and t.pos_ == "NOUN")
    gathering = next((t for t in things if is_gathering(t, words)), None)
    if done is not None and lemma_in(done, words.calls | words.gathering_verbs):
        gathering = done
    if gathering is None or not (verbs.passive or agentive(tied().actors, words, around)):
        return None
    return Candidate(token, token, gathering, "planned", tied().actors)


def coming(token: Token, verbs: VerbGroup, tied: Tied, words: Lexicon, around: Surroundings) -> Candidate | None:
    """« se réunit lundi prochain », « entre en vigueur le 1er avril », *takes effect on 1 April*."""
    if verbs.tense != "present" or verbs.mood == "conditional" or verbs.finite is not token:
        return None
    if lemma_in(token, words.coming) is None or not _ahead(token, around) or not _calendar(token, around):
        return None
    subjects = (*tied().actors, *tied().patients)
    if not (agentive(subjects, words, around) or any(is_thing(t, words) for t in subjects)):
        return None
    return Candidate(token, token, token, "planned", tied().actors)


def bound_to(token: Token, verbs: VerbGroup, tied: Tied, words: Lexicon, around: Surroundings) -> Candidate | None:
    """*The two leaders are to meet*, *has until Friday to answer*, « a jusqu'à vendredi pour répondre »."""
    # « avaient jusqu'à dimanche », reported: a day still ahead shows that the term runs.
    if verbs.tense == "past" and lemma_in(token, {"avoir", "have"}) is None:
        return None
    marks = [t for t in token.children if relation(t) == "mark" and low(t) == "to"]
    after_be = any(low(token.doc[t.i - 1]) in BE for t in marks if t.i)
    if language(token) == "en" and after_be and has(verbs, BE) and not lemma_in(token, words.states):
        subjects = (*tied().actors, *tied().patients)
        aims = any(lemma_in(t, words.intentions, verb=False) for t in subjects)
        if aims or agentive(subjects, words, around) or any(is_thing(t, words) for t in subjects):
            return Candidate(token, marks[-1], token, "planned", tied().actors)
    if lemma_in(token, {"avoir", "have"}) and verbs.tense in {"present", "past"} and _ahead(token, around):
        until = next((t for t in token.doc[token.i + 1 : token.i + 3] if low(t) in _UNTIL), None)
        if until is not None and agentive(tied().actors, words, around):
            return Candidate(token, until, token, "firm", tied().actors)
    return None


def deadline(token: Token, verbs: VerbGroup, tied: Tied, words: Lexicon, around: Surroundings) -> Candidate | None:
    """*The deadline is 5 March*, « l'échéance est fixée au 5 mars »."""
    named = [t for t in (*tied().actors, *tied().patients) if lemma_in(t, words.deadlines, verb=False)]
    copula = any(relation(t) == "cop" for t in token.children)
    if not named or verbs.tense == "past" or not (copula or verbs.passive or token.pos_ in VERBAL):
        return None
    return Candidate(token, named[0], token, "firm", ()) if _ahead(token, around) else None


def _ahead(token: Token, around: Surroundings) -> bool:
    span = clause_span(token)
    return around.ahead(span.start_char, span.end_char)


def _calendar(token: Token, around: Surroundings) -> bool:
    """A date with its figures or its day stands in the clause, not only « prochainement »."""
    return any(around.is_time(t) and t.pos_ not in {"ADV", "ADP", "DET"} for t in clause_span(token))


def headlined(token: Token, verbs: VerbGroup, tied: Tied, words: Lexicon, around: Surroundings) -> Candidate | None:
    """*Government to raise fuel tax*: a headline's future, with no other verb in its sentence."""
    to = next((t for t in token.children if relation(t) == "mark" and low(t) == "to"), None)
    if to is None or language(token) != "en" or to.i == sentence(token).start or lemma_in(token, words.states):
        return None
    if any(t.pos_ in VERBAL and "Fin" in t.morph.get("VerbForm", []) for t in sentence(token)):
        return None
    subject = next((t for t in token.children if relation(t).startswith("nsubj")), token.head)
    near = subject.i < to.i and to.i - subject.i <= 2 and sentence(token).start <= subject.i
    if not near or not agentive((subject,), words, around):
        return None
    return Candidate(token, to, token, "planned", (subject,))
