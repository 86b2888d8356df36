"""Which words of a text commit someone: verbs that promise or plan, futures of people and bodies, settled measures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from recoupe.annotate.arguments import Arguments, arguments, case_of
from recoupe.annotate.clauses import is_clause_head
from recoupe.annotate.conjugation import read
from recoupe.annotate.hypothesis import told_in_past
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.verbgroup import VERBAL, VerbGroup, group, language, low, relation
from recoupe.kinds.commitment.body import Firmness
from recoupe.kinds.commitment.lexicon import Lexicon, lexicon

REACH = 20
_SHARES = frozenset({"nombre", "partie", "majorité", "number", "majority"})
IsNamed = Callable[[Token], bool]
HasDue = Callable[[Token], bool]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the extractor knows of a word's place: whether it is part of a name, whether a due date hangs on it."""

    is_named: IsNamed
    has_due: HasDue


@dataclass(frozen=True, slots=True)
class Candidate:
    """A commitment's head word, the word that shows it, what is to be done, who does it, and how firm the words are."""

    head: Token
    trigger: Token
    action: Token
    firmness: Firmness
    who: tuple[Token, ...] = ()
    nominal: bool = False
    due_after_action: bool = False


def find(token: Token, around: Surroundings) -> Candidate | None:
    """The commitment a word heads, or None."""
    words = lexicon(language(token))
    if is_clause_head(token):
        tied = arguments(token)
        verbs = group(token)
        for rule in (_binding, _announced, _settled, _duty, _future, _decided):
            found = rule(token, verbs, tied, words, around)
            if found is not None:
                return found
        return None
    if token.pos_ == "NOUN":
        return _nominal(token, words, around)
    return None


def infinitive(token: Token) -> Token | None:
    """The infinitive that completes a verb."""
    for child in token.children:
        if relation(child) in {"xcomp", "ccomp", "obj", "acl", "obl"} and _is_infinitive(child) and child.i > token.i:
            return child
    following = token.doc[token.i + 1 : token.i + 3]
    if len(following) == 2 and low(following[0]) in {"de", "d'", "à", "to"} and _is_infinitive(following[1]):
        return following[1]
    return None


def _is_infinitive(token: Token) -> bool:
    if token.morph.get("VerbForm", []) == ["Inf"] or token.pos_ in VERBAL:
        verbs = group(token)
        return verbs.tense == "none" and verbs.words[0].morph.get("VerbForm", []) == ["Inf"]
    return False


def _agentive(heads: tuple[Token, ...], words: Lexicon, around: Surroundings) -> bool:
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
        if lemma_in(head, _SHARES, verb=False) and partitive and not _definite(head):
            return _agentive(tuple(partitive), words, around)
    return False


def _binding(token: Token, verbs: VerbGroup, tied: Arguments, words: Lexicon, around: Surroundings) -> Candidate | None:
    """« a promis de… », « prévoit de… », *intends to…*, *vowed that…*."""
    lemma = lemma_in(token, words.verbs)
    if (
        lemma is None
        or verbs.passive
        or verbs.finite is None
        or not (not tied.actors or _agentive(tied.actors, words, around))
    ):
        return None
    if lemma in words.infinitive_only and (_imperfect(verbs) or tied.patients):
        return None
    done = infinitive(token)
    if done is None and lemma not in words.infinitive_only:
        done = next((t for t in token.children if relation(t) == "ccomp" and is_clause_head(t) and _ahead(t)), None)
    told = done is not None and relation(done) == "ccomp" and not _is_infinitive(done)
    if told and done is not None and _future(done, group(done), arguments(done), words, around) is not None:
        return None
    if done is None or (lemma_in(done, words.states) and not around.has_due(token) and lemma not in _PROMISES):
        return None
    return Candidate(token, token, done, words.verbs[lemma], tied.actors, due_after_action=verbs.tense == "past")


def _imperfect(verbs: VerbGroup) -> bool:
    """« s'apprêtait à », « comptait »: a plan of the past, whose outcome the account tells."""
    if language(verbs.head) == "en" or verbs.finite is not verbs.head or verbs.mood == "conditional":
        return False
    return low(verbs.finite).endswith(("ait", "aient"))


_PROMISES = frozenset({"promettre", "engager", "jurer", "promise", "pledge", "vow", "commit", "swear", "undertake"})


def _ahead(token: Token) -> bool:
    verbs = group(token)
    return verbs.tense == "future" or verbs.mood == "conditional" or _has(verbs, {"would", "will", "'ll"})


def _has(verbs: VerbGroup, forms: set[str]) -> bool:
    return any(low(t) in forms for t in verbs.words if t is not verbs.head)


def _announced(
    token: Token, verbs: VerbGroup, tied: Arguments, words: Lexicon, around: Surroundings
) -> Candidate | None:
    """« a annoncé la suspension de… », *approved the closure of…*, active or passive."""
    lemma = lemma_in(token, words.announcing)
    if lemma is None or token.pos_ not in VERBAL or verbs.finite is None:
        return None
    measure = next((t for t in tied.patients if lemma_in(t, words.measures, verb=False)), None)
    if measure is None or (relation(token).startswith("acl") and measure is token.head):
        return None
    if not verbs.passive and not _agentive(tied.actors, words, around):
        return None
    firmness = words.announcing[lemma] if verbs.tense == "past" else "planned"
    return Candidate(token, token, measure, firmness, tied.actors, due_after_action=verbs.tense == "past")


def _settled(token: Token, verbs: VerbGroup, tied: Arguments, words: Lexicon, around: Surroundings) -> Candidate | None:
    """« est prévue », « sont attendus », *is scheduled for*, *are due Friday*, *is expected to*."""
    word = next((t for t in _predicate_words(token) if low(t) in words.settled), None)
    if word is None or relation(token).startswith("acl") or verbs.tense == "past":
        return None
    if word is token and token.pos_ in VERBAL and not verbs.passive:
        return None
    subjects = (*tied.actors, *tied.patients)
    done = infinitive(word) or infinitive(token)
    thing = any(_is_thing(t, words) for t in subjects)
    doer = _agentive(subjects, words, around)
    if (done is not None and (doer or thing or lemma_in(done, words.acts))) or (
        done is None and (thing or doer) and around.has_due(token)
    ):
        return Candidate(token, word, done or token, words.settled[low(word)], tied.actors or tied.patients)
    if done is None and around.has_due(token) and low(word) in {"due", "scheduled", "prévu", "prévue"} and subjects:
        return Candidate(token, word, token, words.settled[low(word)], ())
    return None


def _predicate_words(token: Token) -> list[Token]:
    """The predicate and what stands between its copula and it, where a small parser hangs *due* (*are due 5 March*)."""
    before = (t for t in token.children if t.i < token.i)
    return [token, *(t for t in before if relation(t) in {"amod", "case", "acl", "advmod"})]


def _is_thing(token: Token, words: Lexicon) -> bool:
    return lemma_in(token, words.measures | words.gatherings, verb=False) is not None


def _duty(token: Token, verbs: VerbGroup, tied: Arguments, words: Lexicon, around: Surroundings) -> Candidate | None:
    """« doit être discuté le 17 », *must be returned by Friday*: a duty with its date; « devrait annoncer »."""
    modal = next((t for t in verbs.words if lemma_in(t, words.duties)), None)
    done = infinitive(token) if modal is token else token
    if modal is None or done is None or verbs.tense == "past":
        return None
    if language(token) == "en" and low(modal) not in {"must"}:
        return None
    conditional = low(modal) in {"devrait", "devraient"}
    if not conditional and not (around.has_due(token) or around.has_due(done)):
        return None
    subjects = (*tied.actors, *tied.patients)
    thing = any(_is_thing(t, words) for t in subjects)
    bound = thing or _can_commit(done, arguments(done), words, around, subjects)
    if lemma_in(done, words.states) or not bound:
        return None
    return Candidate(token, modal, done, words.duties[lemma_in(modal, words.duties) or ""], tied.actors)


def _decided(token: Token, verbs: VerbGroup, tied: Arguments, words: Lexicon, around: Surroundings) -> Candidate | None:
    """« étaient annulées pour l'année 2019 », « annulée en mars »: a measure taken for a time to come."""
    if not tied.patients or not any(_is_thing(t, words) for t in tied.patients) or not around.has_due(token):
        return None
    if not (verbs.passive or verbs.finite is None) or lemma_in(token, words.acts) is None:
        return None
    return Candidate(token, token, token, "firm", tied.actors, due_after_action=True)


def _can_commit(
    done: Token, tied: Arguments, words: Lexicon, around: Surroundings, extra: tuple[Token, ...] = ()
) -> bool:
    """Someone acts, or an act is done by someone unsaid, or a gathering takes place."""
    subjects = (*tied.actors, *extra)
    if _agentive(subjects, words, around):
        return True
    if group(done).passive and lemma_in(done, words.acts):
        return True
    return any(_is_gathering(t, words) for t in subjects) and _takes_place(done, words)


def _is_gathering(token: Token, words: Lexicon) -> bool:
    if lemma_in(token, words.gatherings, verb=False):
        return True
    return any(
        relation(t) == "nmod" and lemma_in(t, words.gatherings, verb=False) and case_of(t) in {"de", "of"}
        for t in token.children
    )


def _takes_place(done: Token, words: Lexicon) -> bool:
    if lemma_in(done, words.held):
        return True
    return any(
        relation(t).startswith(("obj", "fixed", "compound")) and low(t) in {"lieu", "place"} for t in done.children
    )


def _future(token: Token, verbs: VerbGroup, tied: Arguments, words: Lexicon, around: Surroundings) -> Candidate | None:
    """« annonceront », « va annoncer », « tiendraient » told in the past, *will announce*, *would hold*."""
    trigger, done = _future_words(token, verbs, words)
    if trigger is None or done is None or _accomplished(verbs):
        return None
    if relation(token) == "advcl" and _is_time_clause(token):
        return None
    subjects = (*tied.actors, *tied.patients) if done is not token or verbs.passive else tied.actors
    subjects = tuple(t for t in subjects if _agrees(t, verbs))
    copula = any(relation(t) == "cop" for t in token.children) and token.pos_ not in VERBAL
    if copula:
        if not any(_is_gathering(t, words) for t in (*subjects, token)) or verbs.tense == "none":
            return None
        return Candidate(token, trigger, token, _mood(verbs, token), tied.actors)
    carried = infinitive(done)
    stative = lemma_in(done, words.states) or (carried is not None and lemma_in(carried, words.states))
    if stative and not _takes_place(done, words):
        return None
    if verbs.passive and done is token:
        agents = tied.actors
        if not (lemma_in(token, words.acts) or _agentive(agents, words, around)):
            return None
    elif not _can_commit(done, tied, words, around, subjects):
        return None
    return Candidate(token, trigger, done, _mood(verbs, token), tied.actors)


def _accomplished(verbs: VerbGroup) -> bool:
    """« aura entendu », « auraient signalé », *will have left*: what is over by then is no commitment."""
    if language(verbs.head) == "en":
        return _has(verbs, {"have"})
    form = read(low(verbs.finite)) if verbs.finite is not None else None
    return form is not None and form[1] == "avoir" and verbs.finite is not verbs.head


def _agrees(subject: Token, verbs: VerbGroup) -> bool:
    """« nous » is the subject of a form in -ons, and else an object the parse took for one."""
    if language(subject) == "en" or low(subject) not in {"nous", "vous"} or verbs.finite is None:
        return True
    return low(verbs.finite).endswith(("ons", "ez"))


def _mood(verbs: VerbGroup, token: Token) -> Firmness:
    if verbs.mood == "conditional" and (not told_in_past(token) or verbs.head.pos_ not in VERBAL):
        return "conditional"
    return "planned"


def _future_words(token: Token, verbs: VerbGroup, words: Lexicon) -> tuple[Token | None, Token | None]:
    """The word that shows the future and the word that says what is to be done."""
    if language(token) == "en":
        trigger = next((t for t in verbs.words if t is not token and low(t) in words.auxiliary), None)
        if trigger is None and _has(verbs, {"would"}) and told_in_past(token) and not _has(verbs, {"have"}):
            trigger = next(t for t in verbs.words if low(t) == "would")
        if trigger is None and low(token) == "going" and _has(verbs, {"is", "are", "'s", "'re", "am", "'m"}):
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


def _nominal(token: Token, words: Lexicon, around: Surroundings) -> Candidate | None:
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
            if relation(child) == "acl:relcl" and lemma and _agentive(arguments(child).actors, words, around):
                return Candidate(token, deciding, token, words.announcing[lemma], arguments(child).actors, nominal=True)
    if gathering is not None and measure is None and around.has_due(token) and _definite(token):
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


def _definite(token: Token) -> bool:
    return any(relation(t) == "det" and low(t) in {"le", "la", "l'", "les", "the"} for t in token.children)
