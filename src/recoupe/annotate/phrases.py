"""Phrases that name by description: offices (« ministre des Transports ») and bodies (« parquet de Brévannes »)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from recoupe.annotate.extents import NONE, POSSESSIVE, Determiner, Names, determiner_of, extent, small_words
from recoupe.lang import entries
from recoupe.types import Gender

NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})


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


@cache
def role_heads(lang: str) -> dict[str, Gender | None]:
    """Every noun that names a person by office, lower-cased, with its gender where the word says it."""
    return {head.lower(): (gender or None) for row in entries(lang, "roles") for head, gender in row["heads"].items()}


@cache
def body_heads(lang: str) -> frozenset[str]:
    """Every noun that names a body by what it is, lower-cased."""
    return frozenset(head for row in entries(lang, "bodies") for head in row["heads"])


def _after_article(doc: Doc, i: int, words: dict[str, frozenset[str]]) -> bool:
    """A determiner or a comma before it makes a noun of what the tagger took for a verb (« , économiste chez… »)."""
    return i > 0 and (doc[i - 1].lower_ in words["definite"] | words["indefinite"] or doc[i - 1].text == ",")


Index = Mapping[str, Sequence[int]]


def index(doc: Doc) -> Index:
    """Where each word and each lemma stands, in small letters."""
    places: dict[str, list[int]] = defaultdict(list)
    for token in doc:
        places[token.lower_].append(token.i)
        lemma = token.lemma_.lower()
        if lemma != token.lower_:
            places[lemma].append(token.i)
    return places


def phrases(doc: Doc, lang: str, heads: frozenset[str], where: Index, names: Names = NONE) -> list[Phrase]:
    """Every phrase whose head noun is one of `heads`; one may lie inside the complement of another.

    `where` is the account's `index`; `names` are the proper names already found: a complement takes one whole, and a
    person's name ends what comes before it.
    """
    words, genders = small_words(lang), role_heads(lang)
    found: list[Phrase] = []
    for i in sorted({i for key in where.keys() & heads for i in where[key]}):
        token = doc[i]
        if token.pos_ not in NOUNS and not _after_article(doc, i, words):
            continue
        if lang == "en" and _modifies(doc, i, heads):
            continue
        start, end = extent(doc, i, lang, names)
        determiner, lead = determiner_of(doc, start, words)
        owned = any(t.lower_ in POSSESSIVE for t in doc[start:i])
        if lang == "en" and found and not owned and start <= found[-1].start and found[-1].head < i < end:
            found.pop()  # the last noun of an English compound is its head
        if found and start < found[-1].end and not owned and (determiner == "" or start <= found[-1].start):
            continue
        plural = "Plur" in token.morph.get("Number", [])
        definite = determiner == "definite" or owned or (determiner == "" and token.text[:1].isupper())
        gender = genders.get(token.lower_)
        found.append(Phrase(start, end, token.i, lead, determiner, definite, plural, gender))
    return found


def _modifies(doc: Doc, i: int, heads: frozenset[str]) -> bool:
    """An English noun before another head is its modifier (*lieutenant governor*)."""
    if i + 1 >= len(doc) or doc[i + 1].is_sent_start:
        return False
    after = doc[i + 1]
    return after.lower_ in heads and after.pos_ in {"NOUN", "PROPN"}
