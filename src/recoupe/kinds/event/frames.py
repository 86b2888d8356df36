"""Which words of a text are events: a lemma of the lexicon whose frame holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from recoupe.annotate.arguments import Arguments, arguments, case_of, coordinated
from recoupe.annotate.clauses import is_clause_head
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.verbgroup import group, is_verb, language, low, relation, sentence
from recoupe.kinds.event.lexicon import Frame, Lexicon, lexicon

IsNamed = Callable[[Token], bool]


@dataclass(frozen=True, slots=True)
class Match:
    """A trigger with its frame, its token extent with auxiliaries, and its arguments (nouns have none yet)."""

    token: Token
    frame: Frame
    verbal: bool
    start: int
    end: int
    arguments: Arguments
    is_named: IsNamed


def match(token: Token, is_named: IsNamed) -> Match | None:
    """The event the word names, or None; a verb is tried as a set phrase first, then by its frames in file order."""
    words = lexicon(language(token))
    copula = any(relation(t) == "cop" for t in token.children)
    if is_clause_head(token) and (is_verb(token) or not copula):
        return _verb(token, words, is_named)
    if token.pos_ == "NOUN":
        return _noun(token, words, is_named)
    return None


def _verb(token: Token, words: Lexicon, is_named: IsNamed) -> Match | None:
    lemma = lemma_in(token, words.verbs)
    opener = lemma_in(token, words.phrases)
    if lemma is None and opener is None:
        return None
    verbs = group(token)
    for parts, frame in words.phrases.get(opener or "", ()):
        last = _follows(token, parts)
        if last is not None:
            return Match(token, frame, True, verbs.start, max(verbs.end, last + 1), arguments(token), is_named)
    tied = arguments(token)
    reflexive = any(low(child) in {"se", "s'"} and child.i < token.i for child in token.children)
    for frame in words.verbs.get(lemma or "", ()):
        if _verb_frame(token, frame, tied, reflexive, words, is_named):
            return Match(token, frame, True, verbs.start, verbs.end, tied, is_named)
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


def _verb_frame(
    token: Token, frame: Frame, tied: Arguments, reflexive: bool, words: Lexicon, is_named: IsNamed
) -> bool:
    if frame.reflexive != reflexive and (frame.reflexive or language(token) == "fr"):
        return False
    if frame.object and not any(lemma_in(t, frame.object, verb=False) for t in tied.patients):
        return False
    if frame.person_object:
        return any(is_person(t, words, is_named) for t in tied.patients)
    if frame.with_person:
        heads = (*tied.actors, *tied.patients, *(t for case, t in tied.others if case))
        return any(is_person(t, words, is_named) for t in heads)
    return True


def is_person(token: Token, words: Lexicon, is_named: IsNamed) -> bool:
    """The noun names a person, a body or a place: by name, or by a noun that can only mean one."""
    if is_named(token) or token.pos_ == "PROPN":
        return True
    if token.pos_ == "NOUN" and token.text[:1].isupper() and token.i > sentence(token).start:
        return True
    if any(relation(t) in {"compound", "nmod:poss"} and (t.pos_ == "PROPN" or is_named(t)) for t in token.children):
        return True
    return lemma_in(token, words.participants, verb=False) is not None


def _noun(token: Token, words: Lexicon, is_named: IsNamed) -> Match | None:
    frames = words.nouns.get(lemma_in(token, words.nouns, verb=False) or "")
    if not frames or is_named(token) or _modifier(token):
        return None
    tied = noun_arguments(token)
    near = (*tied.actors, *(t for _, t in tied.others))
    for frame in frames:
        if frame.object and not any(lemma_in(t, frame.object, verb=False) for t in near):
            continue
        if frame.with_person and not any(is_person(t, words, is_named) for t in near):
            continue
        shared = any(case in {"entre", "between", "avec", "with"} for case, _ in tied.others)
        if frame.light and not shared and not any(is_person(t, words, is_named) for t in tied.actors):
            continue
        return Match(token, frame, False, token.i, token.i + 1, tied, is_named)
    return None


def _modifier(token: Token) -> bool:
    """« troupes de combat », *protest movement*: the noun says of what sort another is, and names no event."""
    if relation(token) == "compound":
        return True
    bare = not any(relation(child).startswith(("det", "nmod:poss", "amod")) for child in token.children)
    singular = token.morph.get("Number", []) != ["Plur"]
    return relation(token).startswith("nmod") and bare and singular


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
