"""Which words of a text are events: a lemma of the lexicon whose frame holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from recoupe.annotate.arguments import Arguments, arguments, case_of, coordinated
from recoupe.annotate.clauses import clause_heads, is_clause_head
from recoupe.annotate.lemmas import Tables, bits_in, lemma_in
from recoupe.annotate.verbgroup import group, is_verb, language, low, relation, sentence
from recoupe.kinds.event.demands import demanded
from recoupe.kinds.event.lexicon import Frame, Lexicon, lexicon
from recoupe.kinds.event.play import played
from recoupe.types import EntityType

_NAMING = frozenset({"ADJ", "NOUN"})
_CARRIED = frozenset({"obj", "obl", "obl:arg", "obl:mod", "xcomp", "nsubj:pass"})
_CARRYING = frozenset({"xcomp", "ccomp", "advcl", "acl"})
_ASKING = frozenset({"asked", "demandé"})
_WONDERING = frozenset(
    {"if", "whether", "why", "how", "what", "when", "who", "si", "s'", "pourquoi", "comment", "quand"}
)
_NEAR = 12


@dataclass(frozen=True, slots=True)
class Known:
    """What the account's names and times say of a word: for each character the type of a name, or that it is a time."""

    types: Mapping[int, EntityType]
    timed: frozenset[int]

    def is_named(self, token: Token) -> bool:
        """The word is part of a name or a role."""
        return token.idx in self.types

    def is_time(self, token: Token) -> bool:
        """The word is part of a time expression, so it takes part in nothing (*on Monday*)."""
        return token.idx in self.timed


@dataclass(frozen=True, slots=True)
class Match:
    """A trigger with its frame, its token extent with auxiliaries, and its arguments (nouns have none yet)."""

    token: Token
    frame: Frame
    verbal: bool
    start: int
    end: int
    arguments: Arguments
    known: Known


def match(token: Token, known: Known) -> Match | None:
    """The event the word names, or None: none where a match is told, or where a question is asked."""
    found = _match(token, known)
    return None if found is None or played(token) or _question(token) else found


def places(doc: Doc) -> list[int]:
    """The places of the words `match` can find something for: those of the lexicon, and clauses under another."""
    if not len(doc):
        return []
    bits = bits_in(doc, _tables(language(doc[0])))
    heads = clause_heads(doc)
    return [i for i, held in enumerate(bits) if held or (i in heads and relation(doc[i]) == "ccomp")]


@cache
def _tables(lang: str) -> Tables:
    words = lexicon(lang)
    return (frozenset(words.verbs.keys() | words.phrases.keys()), True), (frozenset(words.nouns), False)


def _question(token: Token) -> bool:
    """*Why? she asked*, « j'ai demandé s'il venait »: asking to know is no request."""
    if low(token) not in _ASKING and lemma_in(token, {"ask", "demander"}) is None:
        return False
    start, end = max(0, token.i - _NEAR), min(len(token.doc), token.i + _NEAR)
    if any(t.text == "?" for t in token.doc[start:end]):
        return True
    return any(low(t) in _WONDERING for t in token.doc[token.i + 1 : token.i + 4])


def _match(token: Token, known: Known) -> Match | None:
    """A verb is tried as a set phrase first, then by its frames in file order."""
    carries = is_clause_head(token)
    if known.is_time(token) or not (carries or token.pos_ in _NAMING):
        return None
    words = lexicon(language(token))
    copula = any(relation(t) == "cop" for t in token.children)
    if copula and token.pos_ == "ADJ":
        return _verb(token, words, known)
    if carries and (is_verb(token) or not copula):
        return _verb(token, words, known)
    if token.pos_ == "NOUN":
        return _noun(token, words, known)
    return None


def _verb(token: Token, words: Lexicon, known: Known) -> Match | None:
    hit = _named_verb(token, words, known)
    if relation(token) != "ccomp":
        return hit
    tied = hit.arguments if hit is not None else arguments(token)
    if demanded(token, tied):
        verbs = group(token)
        if any(is_person(t, words, known) for t in tied.actors):
            return Match(token, Frame("REQUEST"), True, verbs.start, verbs.end, tied, known)
    return hit


def _named_verb(token: Token, words: Lexicon, known: Known) -> Match | None:
    if low(token) in words.misleading:
        return None
    lemma = lemma_in(token, words.verbs)
    opener = lemma_in(token, words.phrases)
    if lemma is None and opener is None:
        return None
    verbs = group(token)
    for parts, frame in words.phrases.get(opener or "", ()):
        last = _follows(token, parts)
        if last is not None:
            return Match(token, frame, True, verbs.start, max(verbs.end, last + 1), arguments(token), known)
    tied = arguments(token)
    reflexive = any(low(child) in {"se", "s'"} and child.i < token.i for child in token.children)
    for frame in words.verbs.get(lemma or "", ()):
        if _verb_frame(token, frame, tied, reflexive, words, known):
            return Match(token, frame, True, verbs.start, verbs.end, tied, known)
    return None


def _follows(token: Token, parts: tuple[str, ...]) -> int | None:
    """The last word of a set phrase that begins with the token, articles and adverbs between its words let through."""
    at, bound = token.i, min(sentence(token).end, token.i + 10)
    for part in parts:
        at += 1
        while at < bound and not _is_word(token.doc[at], part):
            other = token.doc[at]
            if other.pos_ not in {"DET", "ADV", "ADJ", "NUM", "PRON"} and relation(other) != "compound":
                return None
            at += 1
        if at >= bound:
            return None
    return at


def _is_word(token: Token, word: str) -> bool:
    return low(token) == word or lemma_in(token, {word}, verb=False) is not None


def _verb_frame(token: Token, frame: Frame, tied: Arguments, reflexive: bool, words: Lexicon, known: Known) -> bool:
    if frame.reflexive != reflexive and (frame.reflexive or language(token) == "fr"):
        return False
    if frame.object and not any(_names(t, frame.object) for t in tied.patients):
        return False
    if frame.other_than and any(_names(t, frame.other_than) for t in tied.patients):
        return False
    if frame.unless and any(_names(t, frame.unless) for t in sentence(token)):
        return False
    if frame.infinitive and not any(relation(t) in _CARRYING and is_verb(t) and t.i > token.i for t in token.children):
        return False
    if frame.agent and tied.actors and not any(_acts(t, words, known) for t in tied.actors):
        return False
    if frame.alone and (tied.patients or any(relation(t) == "ccomp" for t in token.children)):
        return False
    if frame.person_object:
        return any(_someone(t, words, known) for t in tied.patients)
    if frame.with_person:
        heads = (*tied.actors, *tied.patients, *(t for case, t in tied.others if case))
        return any(is_person(t, words, known) or low(t) in words.pronouns for t in heads)
    return True


def _names(token: Token, nouns: frozenset[str]) -> bool:
    """The noun, or the noun of an amount it stands for (« dix tonnes de vivres »), is one of these."""
    if lemma_in(token, nouns, verb=False):
        return True
    return any(relation(t) == "nmod" and lemma_in(t, nouns, verb=False) for t in token.children)


def _someone(token: Token, words: Lexicon, known: Known) -> bool:
    """A person as an object: also a bare count (*killing one*) and an adjective for people (*the wounded*)."""
    if is_person(token, words, known) or low(token) in words.pronouns:
        return True
    if token.pos_ == "ADJ" and any(relation(t) == "det" for t in token.children):
        return True
    if token.pos_ == "NUM":
        return not any(relation(t) in {"nmod", "case"} for t in token.children)
    return any(relation(t) == "nmod" and is_person(t, words, known) for t in token.children if token.pos_ != "VERB")


def _acts(token: Token, words: Lexicon, known: Known) -> bool:
    """A person or a body, or a pronoun that may stand for one: no drought, no works."""
    return token.pos_ == "PRON" or is_person(token, words, known) or _someone(token, words, known)


def is_person(token: Token, words: Lexicon, known: Known) -> bool:
    """The noun names a person, a body or a place: by name, or by a noun that can only mean one."""
    if known.is_time(token):
        return False
    if known.is_named(token) or token.pos_ == "PROPN":
        return True
    if token.pos_ == "NOUN" and token.text[:1].isupper() and token.i > sentence(token).start:
        return True
    if any(relation(t) == "compound" and (t.pos_ == "PROPN" or known.is_named(t)) for t in token.children):
        return True
    return lemma_in(token, words.participants, verb=False) is not None


def _noun(token: Token, words: Lexicon, known: Known) -> Match | None:
    frames = words.nouns.get(lemma_in(token, words.nouns, verb=False) or "")
    if not frames or known.is_named(token) or _modifier(token):
        return None
    tied = noun_arguments(token)
    carrier = arguments(token.head) if relation(token) in _CARRIED and is_verb(token.head) else Arguments()
    beside = tuple(t for t in (*carrier.actors, *(t for _, t in carrier.others)) if t is not token)
    near = (*tied.actors, *(t for _, t in tied.others))
    for frame in frames:
        if frame.object and not any(lemma_in(t, frame.object, verb=False) for t in near):
            continue
        if frame.with_person and not any(is_person(t, words, known) for t in (*near, *beside)):
            continue
        if frame.unless and any(_names(t, frame.unless) for t in sentence(token)):
            continue
        if frame.plain and any(low(t) in frame.plain for t in token.children):
            continue
        shared = any(case in {"entre", "between", "avec", "with"} for case, _ in tied.others)
        if frame.light and not shared and not any(is_person(t, words, known) for t in tied.actors):
            continue
        return Match(token, frame, False, token.i, token.i + 1, tied, known)
    return None


def _modifier(token: Token) -> bool:
    """« troupes de combat », *protest movement*: the noun says of what sort another is, and names no event."""
    if relation(token) == "compound":
        return True
    bare = not any(relation(child).startswith(("det", "nmod:poss", "amod")) for child in token.children)
    singular = token.morph.get("Number", []) != ["Plur"]
    return relation(token).startswith(("nmod", "obl:arg")) and bare and singular


def noun_arguments(token: Token) -> Arguments:
    """What hangs on a noun: possessor and « de » phrases as actors for now, every other phrase with its preposition."""
    actors: list[Token] = []
    others: list[tuple[str, Token]] = []
    for child in token.children:
        name = relation(child)
        if not name.startswith(("nmod", "compound", "obl")):
            continue
        case = case_of(child)
        heads = coordinated(child)
        if name in {"nmod:poss", "compound"} or case in {"de", "of", "'s", ""}:
            actors += heads
        else:
            others += [(case, head) for head in heads]
    return Arguments(tuple(actors), (), tuple(others))
