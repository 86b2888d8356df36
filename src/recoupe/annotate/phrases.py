"""Phrases that name by description: offices (« ministre des Transports ») and bodies (« parquet de Brévannes »)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from spacy.tokens import Doc, Token

from recoupe.lang import entries, table
from recoupe.types import Gender

MAX_COMPLEMENTS = 2
MAX_COMPLEMENT_TOKENS = 7
MAX_LEFT = 6
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "X"})
TITLES = frozenset({"Mr.", "Mrs.", "Ms.", "Dr.", "Mr", "Mrs", "Ms", "Dr", "Gov.", "Sen.", "Rep.", "Sir"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


Determiner = Literal["definite", "indefinite", ""]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A descriptive phrase by token offsets, without its determiner, whose first token is `lead` (`start` if none).

    `definite` when a determiner, a possessor or a capital makes it unique; `bare` when it has no determiner.
    """

    start: int
    end: int
    head: int
    lead: int
    determiner: Determiner
    definite: bool
    plural: bool
    gender: Gender | None = None

    @property
    def alone(self) -> bool:
        """The head stands without complement or adjective."""
        return self.end - self.start == 1


@dataclass(frozen=True, slots=True)
class Span:
    """A proper name already found, by token offsets."""

    start: int
    end: int
    person: bool


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


def _determiner(doc: Doc, start: int, words: dict[str, frozenset[str]]) -> tuple[Determiner, int]:
    """The kind of determiner before the phrase and the token it starts at."""
    before = doc[start - 1].lower_.replace("’", "'") if start else ""
    if before in words["indefinite"] or doc[start - 1 : start].text.isdigit():
        pair = doc[start - 2].lower_ if start > 1 else ""
        return "indefinite", start - 2 if before == "des" and pair in {"l'un", "l'une", "un", "une"} else start - 1
    if before in words["definite"] or before in {"du", "au", "aux"}:
        return "definite", start - 1
    return "", start


def _complement_fr(doc: Doc, at: int, words: dict[str, frozenset[str]], names: Mapping[int, Span]) -> int:
    """The end of a « de … » complement that starts at token `at`, or `at` when there is none."""
    n, i = len(doc), at
    if i >= n:
        return at
    joins = doc[i].lower_ in words["prepositions"]
    joins_name = doc[i].lower_ in words["prepositions_before_name"] and _capital_follows(doc, i + 1, words)
    if not (joins or joins_name):
        return at
    i += 1
    if i < n and doc[i].lower_ in words["articles"] and i not in names:
        i += 1
    first = i
    while i < n and i - first < MAX_COMPLEMENT_TOKENS:
        if i in names:
            if names[i].person and i > first:
                break
            return names[i].end
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


def _french(doc: Doc, i: int, words: dict[str, frozenset[str]], names: Mapping[int, Span]) -> tuple[int, int]:
    start = i
    while start and (doc[start - 1].lower_ in words["before"] or (_adjectival(doc[start - 1]) and start > i - 2)):
        start -= 1
    end = i + 1
    while end < len(doc) and _adjectival(doc[end]):
        end += 1
    if end in names and not names[end].person:
        end = names[end].end
    for _ in range(MAX_COMPLEMENTS):
        after = _complement_fr(doc, end, words, names)
        if after == end:
            break
        end = after
    return start, end


def _adjectival(token: Token) -> bool:
    return token.pos_ == "ADJ" and token.text[:1].islower() and not token.is_punct


def _english(doc: Doc, i: int, words: dict[str, frozenset[str]], names: Mapping[int, Span]) -> tuple[int, int]:
    start, sentence = i, doc[i].sent.start
    inside = {t: span.start for span in names.values() for t in range(span.start, span.end)}
    while start > max(sentence, i - MAX_LEFT):
        token = doc[start - 1]
        if start - 1 in inside:
            start = inside[start - 1]
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


def _complement_en(doc: Doc, at: int, words: dict[str, frozenset[str]], names: Mapping[int, Span]) -> int:
    """The end of an *of …*, *for …* complement that starts at token `at`, or `at` when there is none."""
    if at >= len(doc):
        return at
    before_name = doc[at].lower_ in words["prepositions_before_name"]
    if doc[at].lower_ not in words["prepositions"] and not before_name:
        return at
    i = at + 1
    while i < len(doc) and (doc[i].lower_ in words["definite"] or doc[i].text in TITLES) and i not in names:
        i += 1
    first = i
    while i < len(doc) and i - at < MAX_COMPLEMENT_TOKENS:
        if i in names:
            i = names[i].end
            if i in names or (
                i < len(doc) and (doc[i].lower_ in POSSESSIVE or doc[i].pos_ == "NOUN" or doc[i].text in TITLES)
            ):
                i += 0 if i in names else 1
                continue
            break
        if before_name or not (doc[i].pos_ in NOMINAL and (doc[i].is_alpha or doc[i].text == "-")):
            break
        i += 1
    return i if i > first and doc[i - 1].lower_ not in POSSESSIVE else at


def extent(doc: Doc, i: int, lang: str) -> tuple[int, int]:
    """The first token and the end of the phrase whose head is token `i`."""
    return (_french if lang == "fr" else _english)(doc, i, _words(lang), {})


def _after_article(doc: Doc, i: int, words: dict[str, frozenset[str]]) -> bool:
    """A determiner or a comma before it makes a noun of what the tagger took for a verb (« , économiste chez… »)."""
    return i > 0 and (doc[i - 1].lower_ in words["definite"] | words["indefinite"] or doc[i - 1].text == ",")


def phrases(doc: Doc, lang: str, heads: frozenset[str], names: Mapping[int, Span] | None = None) -> list[Phrase]:
    """Every phrase whose head noun is one of `heads`; one may lie inside the complement of another.

    `names` are the proper names already found, by their first token: a complement takes one whole, and a person's
    name ends what comes before it.
    """
    words, genders = _words(lang), role_heads(lang)
    found: list[Phrase] = []
    spans = names or {}
    for token in doc:
        key = token.lower_ if token.lower_ in heads else token.lemma_.lower()
        if key not in heads or not (token.pos_ in {"NOUN", "PROPN", "ADJ"} or _after_article(doc, token.i, words)):
            continue
        if lang == "en" and _modifies(doc, token.i, heads):
            continue
        start, end = (_french if lang == "fr" else _english)(doc, token.i, words, spans)
        determiner, lead = _determiner(doc, start, words)
        owned = any(t.lower_ in POSSESSIVE for t in doc[start : token.i])
        if found and start < found[-1].end and not owned and (determiner == "" or start <= found[-1].start):
            continue
        plural = "Plur" in token.morph.get("Number", [])
        definite = determiner == "definite" or owned or (determiner == "" and token.text[:1].isupper())
        gender = genders.get(token.lower_)
        found.append(Phrase(start, end, token.i, lead, determiner, definite, plural, gender))
    return found


def _modifies(doc: Doc, i: int, heads: frozenset[str]) -> bool:
    """An English noun before another head is its modifier (*lieutenant governor*)."""
    if i + 1 >= len(doc) or doc[i + 1].sent.start != doc[i].sent.start:
        return False
    after = doc[i + 1]
    return after.lower_ in heads and after.pos_ in {"NOUN", "PROPN"}
