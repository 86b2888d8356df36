"""Phrases that name by description: offices (« ministre des Transports ») and bodies (« parquet de Brévannes »)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from recoupe.lang import entries, table
from recoupe.types import Gender

MAX_COMPLEMENTS = 2
MAX_COMPLEMENT_TOKENS = 7
MAX_LEFT = 6
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "X"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A descriptive phrase by token offsets, without its determiner; `definite` when one makes it unique."""

    start: int
    end: int
    head: int
    definite: bool
    plural: bool
    gender: Gender | None = None


@cache
def role_heads(lang: str) -> dict[str, Gender | None]:
    """Every noun that names a person by office, lower-cased, with its gender where the word says it."""
    return {head.lower(): (gender or None) for row in entries(lang, "roles") for head, gender in row["heads"].items()}


@cache
def body_heads(lang: str) -> frozenset[str]:
    """Every noun that names a body by what it is, lower-cased."""
    return frozenset(head for row in entries(lang, "bodies") for head in row["heads"])


@cache
def _words(lang: str) -> dict[str, frozenset[str]]:
    data: dict[str, Any] = table(lang, "roles")
    keys = ("before", "indefinite", "definite", "prepositions", "prepositions_before_name", "articles")
    return {key: frozenset(data[key]) for key in keys}


def _determiner(doc: Doc, start: int, words: dict[str, frozenset[str]]) -> str:
    before = doc[start - 1].lower_ if start else ""
    if before in words["indefinite"]:
        return "indefinite"
    if before in words["definite"] or before in {"du", "au", "des", "aux"}:
        return "definite"
    return ""


def _complement_fr(doc: Doc, at: int, words: dict[str, frozenset[str]]) -> int:
    """The end of a « de … » complement that starts at token `at`, or `at` when there is none."""
    n, i = len(doc), at
    if i >= n:
        return at
    joins = doc[i].lower_ in words["prepositions"]
    joins_name = doc[i].lower_ in words["prepositions_before_name"] and _capital_follows(doc, i + 1, words)
    if not (joins or joins_name):
        return at
    i += 1
    if i < n and doc[i].lower_ in words["articles"]:
        i += 1
    first = i
    while i < n and i - first < MAX_COMPLEMENT_TOKENS and (_nominal(doc[i]) or _joins_adjectives(doc, i, first)):
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


def _french(doc: Doc, i: int, words: dict[str, frozenset[str]]) -> tuple[int, int]:
    start = i
    while start and doc[start - 1].lower_ in words["before"]:
        start -= 1
    end = i + 1
    while end < len(doc) and _adjectival(doc[end]):
        end += 1
    for _ in range(MAX_COMPLEMENTS):
        after = _complement_fr(doc, end, words)
        if after == end:
            break
        end = after
    return start, end


def _adjectival(token: Token) -> bool:
    return token.pos_ == "ADJ" and token.text[:1].islower() and not token.is_punct


def _english(doc: Doc, i: int, words: dict[str, frozenset[str]]) -> tuple[int, int]:
    start, sentence = i, doc[i].sent.start
    while start > max(sentence, i - MAX_LEFT):
        token = doc[start - 1]
        possessive = token.lower_ in POSSESSIVE
        if not (possessive or (token.pos_ in NOMINAL and token.is_alpha) or token.text in {"U.S.", "-"}):
            break
        start -= 1
    while start < i and (doc[start].lower_ in POSSESSIVE or doc[start].text == "-"):
        start += 1
    end = i + 1
    if end < len(doc) and doc[end].lower_ in words["prepositions"]:
        j = end + 1
        while j < len(doc) and (doc[j].lower_ in words["articles"] or doc[j].pos_ in NOMINAL) and j - end < 8:
            j += 1
        if j > end + 1 and doc[j - 1].pos_ in NOMINAL:
            end = j
    return start, end


def _after_article(doc: Doc, i: int, words: dict[str, frozenset[str]]) -> bool:
    """A determiner or a comma before it makes a noun of what the tagger took for a verb (« , économiste chez… »)."""
    return i > 0 and (doc[i - 1].lower_ in words["definite"] | words["indefinite"] or doc[i - 1].text == ",")


def phrases(doc: Doc, lang: str, heads: frozenset[str]) -> list[Phrase]:
    """Every phrase whose head noun is one of `heads`, longest first where two share a start, none overlapping."""
    words = _words(lang)
    genders = role_heads(lang)
    found: list[Phrase] = []
    for token in doc:
        key = token.lower_ if token.lower_ in heads else token.lemma_.lower()
        if key not in heads or not (token.pos_ in {"NOUN", "PROPN", "ADJ"} or _after_article(doc, token.i, words)):
            continue
        start, end = (_french if lang == "fr" else _english)(doc, token.i, words)
        if found and start < found[-1].end:
            continue
        determiner = _determiner(doc, start, words)
        plural = "Plur" in token.morph.get("Number", [])
        owned = any(t.lower_ in POSSESSIVE for t in doc[start : token.i])
        definite = determiner == "definite" or owned or (determiner == "" and token.text[:1].isupper())
        found.append(Phrase(start, end, token.i, definite, plural, genders.get(token.lower_)))
    return found
