"""The hedge and negation tables of a language, arranged for looking words up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from recoupe.lang import entries, table
from recoupe.types import Certainty

RANK: Mapping[Certainty, int] = MappingProxyType({"certain": 0, "probable": 1, "possible": 2, "unknown": 3})


def weaker(one: Certainty, other: Certainty) -> Certainty:
    """The less certain of two degrees."""
    return one if RANK[one] >= RANK[other] else other


@dataclass(frozen=True, slots=True)
class Hedge:
    """What one hedging word does to a clause."""

    certainty: Certainty
    report: bool = False


@dataclass(frozen=True, slots=True)
class Hedges:
    """The hedges of a language: phrases by their first word, the others by lemma or form."""

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Hedge], ...]]
    modals: Mapping[str, Hedge]
    governors: Mapping[str, Hedge]
    adjectives: Mapping[str, Hedge]
    question: frozenset[str]
    hypothesis: frozenset[str]
    hypothesis_phrases: tuple[str, ...]
    polite: frozenset[str]
    asking: frozenset[str]
    purpose: frozenset[str]
    implying: frozenset[str]
    aim: frozenset[str]
    moving: frozenset[str]
    reached: frozenset[str]
    opening: frozenset[str]
    hearsay: frozenset[str]
    afterwards: tuple[str, ...]
    perfect: frozenset[str]
    evidence: frozenset[str]


@dataclass(frozen=True, slots=True)
class Negations:
    """The negating words of a language."""

    clitic: frozenset[str]
    second: frozenset[str]
    restrictive: frozenset[str]
    alone: frozenset[str]
    not_negating: frozenset[str]
    preposition: frozenset[str]
    nominal: frozenset[str]
    spoken: frozenset[str]
    absence: frozenset[str]
    complement: frozenset[str]
    between: frozenset[str]
    leading: tuple[tuple[str, ...], ...]
    almost: frozenset[str]
    by_degrees: frozenset[str]
    undone: frozenset[str]
    held: frozenset[str]


@cache
def hedges(lang: str) -> Hedges:
    """The hedges of `lang`; raises SetupError for a language without them."""
    by_kind: dict[str, dict[str, Hedge]] = {}
    for row in entries(lang, "hedges"):
        hedge = Hedge(row["certainty"], row.get("report", row["kind"] == "report"))
        kind = "phrase" if row["kind"] in {"adverb", "report"} else row["kind"]
        for words in row["words"]:
            by_kind.setdefault(kind, {}).setdefault(words.lower().replace("’", "'"), hedge)
    phrases: dict[str, list[tuple[tuple[str, ...], Hedge]]] = {}
    for words, hedge in sorted(by_kind.get("phrase", {}).items()):
        parts = tuple(words.replace("'", "' ").split())
        phrases.setdefault(parts[0], []).append((parts, hedge))
    head = table(lang, "hedges")
    return Hedges(
        MappingProxyType({first: tuple(rows) for first, rows in phrases.items()}),
        MappingProxyType(by_kind.get("modal", {})),
        MappingProxyType(by_kind.get("governor", {})),
        MappingProxyType(by_kind.get("adjective", {})),
        frozenset(head["question"]),
        frozenset(word.replace("’", "'") for word in head["hypothesis"]),
        tuple(words.replace("’", "'") for words in head["hypothesis_phrase"]),
        frozenset(head["polite"]),
        frozenset(head["asking"]),
        frozenset(word.replace("’", "'") for word in head["purpose"]),
        frozenset(head["implying"]),
        frozenset(head["aim"]),
        frozenset(head["moving"]),
        frozenset(head["reached"]),
        frozenset(head["opening"]),
        frozenset(head["hearsay"]),
        tuple(head["afterwards"]),
        frozenset(head["perfect"]),
        frozenset(head["evidence"]),
    )


@cache
def negations(lang: str) -> Negations:
    """The negating words of `lang`; raises SetupError for a language without them."""
    head = table(lang, "negation")
    kinds: dict[str, list[str]] = {}
    for row in entries(lang, "negation"):
        kinds.setdefault(row["kind"], []).extend(word.replace("’", "'") for word in row["words"])

    def words(name: str) -> frozenset[str]:
        return frozenset(word.replace("’", "'") for word in head[name])

    return Negations(
        words("clitic"),
        frozenset(kinds["second"]),
        words("restrictive"),
        words("alone"),
        words("not_negating"),
        words("preposition"),
        words("nominal"),
        words("spoken"),
        words("absence"),
        frozenset(kinds["complement"]),
        frozenset(table(lang, "auxiliaries").get("clitics", ())),
        tuple(tuple(phrase.replace("'", "' ").split()) for phrase in head["leading"]),
        words("almost"),
        words("by_degrees"),
        words("undone"),
        words("held"),
    )
