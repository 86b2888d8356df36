"""How far a phrase goes from its head noun: its determiner, its adjectives, its complements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from spacy.tokens import Doc, Token

from recoupe.lang import table

MAX_COMPLEMENTS = 2
MAX_COMPLEMENT_TOKENS = 7
MAX_LEFT = 6
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "X"})
TITLES = frozenset({"Mr.", "Mrs.", "Ms.", "Dr.", "Mr", "Mrs", "Ms", "Dr", "Gov.", "Sen.", "Rep.", "Sir"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})

Determiner = Literal["definite", "indefinite", ""]


@dataclass(frozen=True, slots=True)
class Span:
    """A proper name already found, by token offsets."""

    start: int
    end: int
    person: bool


@dataclass(frozen=True, slots=True)
class Names:
    """The proper names of an account by their first token, and for each token inside one where that starts."""

    at: Mapping[int, Span]
    inside: Mapping[int, int]

    @staticmethod
    def of(spans: Mapping[int, Span]) -> Names:
        """The two ways to look them up."""
        return Names(spans, {t: span.start for span in spans.values() for t in range(span.start, span.end)})


NONE = Names({}, {})


@cache
def small_words(lang: str) -> dict[str, frozenset[str]]:
    """The determiners, prepositions and words before an office's noun."""
    data: dict[str, Any] = table(lang, "roles")
    keys = ("before", "indefinite", "definite", "prepositions", "prepositions_before_name", "articles")
    return {key: frozenset(data[key]) for key in keys}


def determiner_of(doc: Doc, start: int, words: dict[str, frozenset[str]]) -> tuple[Determiner, int]:
    """The kind of determiner before the phrase and the token it starts at."""
    before = doc[start - 1].lower_.replace("’", "'") if start else ""
    if before in words["indefinite"] or doc[start - 1 : start].text.isdigit():
        pair = doc[start - 2].lower_ if start > 1 else ""
        if before == "des" and pair in {"l'un", "l'une", "un", "une"}:
            apart = start > 2 and doc[start - 3].lower_ in {"l'", "l’"}
            return "indefinite", start - 3 if apart else start - 2
        return "indefinite", start - 1
    if before in words["definite"] or before in {"du", "au", "aux"}:
        return "definite", start - 1
    return "", start


def _complement_fr(doc: Doc, at: int, words: dict[str, frozenset[str]], names: Names) -> int:
    """The end of a « de … » complement that starts at token `at`, or `at` when there is none."""
    n, i = len(doc), at
    if i >= n:
        return at
    joins = doc[i].lower_ in words["prepositions"]
    joins_name = doc[i].lower_ in words["prepositions_before_name"] and _capital_follows(doc, i + 1, words)
    if not (joins or joins_name):
        return at
    i += 1
    if i < n and doc[i].lower_ in words["articles"] and i not in names.at:
        i += 1
    first = i
    while i < n and i - first < MAX_COMPLEMENT_TOKENS:
        if i in names.at:
            if names.at[i].person and i > first:
                break
            return names.at[i].end
        if not (_nominal(doc[i]) or _joins_adjectives(doc, i, first)):
            break
        i += 1
    return i if i > first else at


def _nominal(token: Token) -> bool:
    capital = token.text[:1].isupper() and token.i > token.sent.start
    return (token.pos_ in NOMINAL or capital) and any(c.isalnum() for c in token.text)


def _joins_adjectives(doc: Doc, i: int, first: int) -> bool:
    """« la Transition écologique et solidaire »: an « et » between two adjectives stays inside."""
    between = first < i < len(doc) - 1 and doc[i].lower_ == "et"
    return between and doc[i - 1].pos_ == "ADJ" and doc[i + 1].pos_ == "ADJ"


def _capital_follows(doc: Doc, at: int, words: dict[str, frozenset[str]]) -> bool:
    if at < len(doc) and doc[at].lower_ in words["articles"]:
        at += 1
    return at < len(doc) and doc[at].text[:1].isupper()


def _french(doc: Doc, i: int, words: dict[str, frozenset[str]], names: Names) -> tuple[int, int]:
    start = i
    while start and (doc[start - 1].lower_ in words["before"] or (_adjectival(doc[start - 1]) and start > i - 2)):
        start -= 1
    end = i + 1
    while end < len(doc) and _adjectival(doc[end]):
        end += 1
    if end in names.at and not names.at[end].person:
        end = names.at[end].end
    for _ in range(MAX_COMPLEMENTS):
        after = _complement_fr(doc, end, words, names)
        if after == end:
            break
        end = after
    return start, end


def _adjectival(token: Token) -> bool:
    return token.pos_ == "ADJ" and token.text[:1].islower() and not token.is_punct


def _english(doc: Doc, i: int, words: dict[str, frozenset[str]], names: Names) -> tuple[int, int]:
    start, sentence = i, doc[i].sent.start
    while start > max(sentence, i - MAX_LEFT):
        token = doc[start - 1]
        if start - 1 in names.inside:
            start = names.inside[start - 1]
            continue
        possessive = token.lower_ in POSSESSIVE
        small = token.lower_ in words["definite"] or token.lower_ in words["indefinite"]
        many = "Plur" in token.morph.get("Number", []) and token.pos_ == "NOUN" and doc[start].lower_ not in POSSESSIVE
        if (
            small
            or many
            or not (possessive or (token.pos_ in NOMINAL and token.is_alpha) or token.text in {"U.S.", "-"})
        ):
            break
        start -= 1
    while start < i and (doc[start].lower_ in POSSESSIVE or doc[start].text == "-"):
        start += 1
    end = i + 1
    for _ in range(MAX_COMPLEMENTS):
        after = _complement_en(doc, end, words, names)
        if after == end:
            break
        end = after
    return start, end


def _complement_en(doc: Doc, at: int, words: dict[str, frozenset[str]], names: Names) -> int:
    """The end of an *of …*, *for …* complement that starts at token `at`, or `at` when there is none."""
    if at >= len(doc):
        return at
    before_name = doc[at].lower_ in words["prepositions_before_name"]
    if doc[at].lower_ not in words["prepositions"] and not before_name:
        return at
    i = at + 1
    while i < len(doc) and (doc[i].lower_ in words["definite"] or doc[i].text in TITLES) and i not in names.at:
        i += 1
    first = i
    while i < len(doc) and i - at < MAX_COMPLEMENT_TOKENS:
        if i in names.at:
            i = names.at[i].end
            if i in names.at or (
                i < len(doc) and (doc[i].lower_ in POSSESSIVE or doc[i].pos_ == "NOUN" or doc[i].text in TITLES)
            ):
                i += 0 if i in names.at else 1
                continue
            break
        owned = doc[i - 1].lower_ in POSSESSIVE
        if (before_name and not owned) or not (doc[i].pos_ in NOMINAL and (doc[i].is_alpha or doc[i].text == "-")):
            break
        i += 1
    return i if i > first and doc[i - 1].lower_ not in POSSESSIVE else at


def extent(doc: Doc, i: int, lang: str, names: Names = NONE) -> tuple[int, int]:
    """The first token and the end of the phrase whose head is token `i`."""
    return (_french if lang == "fr" else _english)(doc, i, small_words(lang), names)
