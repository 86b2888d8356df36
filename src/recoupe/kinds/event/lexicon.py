"""The event words of a language, arranged for looking lemmas up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from recoupe.kinds.event.body import PloverClass
from recoupe.lang import entries, table

_SLIGHT = frozenset({"se", "s'", "un", "une", "des", "le", "la", "les", "son", "sa", "ses", "a", "an", "the"})
Of = Literal["actor", "recipient", "object"]


@dataclass(frozen=True, slots=True)
class Frame:
    """What must stand round a word for it to name an event of the class.

    `agent`: a subject, if there is one, is a person or a body; `received`: the subject is who it is done to; `plain`:
    none of these adjectives stands by the noun.
    """

    plover: PloverClass
    object: frozenset[str] = frozenset()
    reflexive: bool = False
    with_person: bool = False
    person_object: bool = False
    light: bool = False
    other_than: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    infinitive: bool = False
    alone: bool = False
    of: Of = "actor"
    agent: bool = False
    received: bool = False
    plain: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Verbs and nouns by lemma, verbs of set phrases with the words that follow, and nouns of people and bodies."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Frame], ...]]
    participants: frozenset[str]
    pronouns: frozenset[str]
    misleading: frozenset[str]
    sport: frozenset[str]
    sportive: frozenset[str]
    borrowed: frozenset[str]
    in_earnest: frozenset[str]


@cache
def lexicon(lang: str) -> Lexicon:
    """The event words of `lang`; raises SetupError for a language without them."""
    default_of: dict[str, Of] = {row["class"]: row["of"] for row in entries("shared", "plover")}
    head = table(lang, "events")
    verbs: dict[str, list[Frame]] = {}
    nouns: dict[str, list[Frame]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
    for row in entries(lang, "events"):
        frame = Frame(
            plover=row["class"],
            object=frozenset(row.get("object", ())),
            reflexive=row.get("reflexive", False),
            with_person=row.get("with_person", False),
            person_object=row.get("person_object", False),
            light=row.get("light", False),
            other_than=frozenset(row.get("other_than", ())),
            unless=frozenset((*row.get("unless", ()), *(head["accidents"] if row.get("no_accident") else ()))),
            alone=row.get("alone", False),
            infinitive=row.get("infinitive", False),
            of=row.get("of", default_of[row["class"]]),
            agent=row.get("agent", False),
            received=row.get("received", False),
            plain=frozenset(row.get("plain", ())),
        )
        for word in row.get("verbs", ()):
            verbs.setdefault(word, []).append(frame)
        for word in row.get("nouns", ()):
            nouns.setdefault(word, []).append(frame)
        for words in row.get("phrases", ()):
            parts = tuple(part for part in words.replace("'", "' ").split() if part not in _SLIGHT)
            phrases.setdefault(parts[0], []).append(
                (parts[1:], Frame(frame.plover, of=frame.of, agent=frame.agent, received=frame.received))
            )
    return Lexicon(
        MappingProxyType({word: tuple(frames) for word, frames in verbs.items()}),
        MappingProxyType({word: tuple(frames) for word, frames in nouns.items()}),
        MappingProxyType({word: tuple(rows) for word, rows in phrases.items()}),
        frozenset(head["participants"]),
        frozenset(head["pronouns"]),
        frozenset(head["misleading"]),
        frozenset(head["sport"]),
        frozenset(head["sportive"]),
        frozenset(head["borrowed"]),
        frozenset(head["in_earnest"]),
    )
