"""What a quotation's score means: how often one found the same way is right in annotated accounts.

A score is the product of two shares: that the words are the ones said, by the construction that found them, and that
the speaker is the right one, by the way the passage gives the speaker. Both are counted on annotated accounts
(`lang/shared/confidence.toml`, written by `bench/attribution/calibrate.py`) and drawn towards what was set by hand, the
more so the fewer cases there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from recoupe.lang import table

_OF_A_PLACE = frozenset({"de", "du", "des", "d", "of", "in", "at", "à", "from"})
Way = Literal["name", "description", "pronoun", "goes-on", "implicit"]
WAYS: tuple[Way, ...] = ("name", "description", "pronoun", "goes-on", "implicit")


@dataclass(frozen=True, slots=True)
class Share:
    """How many cases were counted, and how many of them were right."""

    found: int
    right: int

    def value(self, prior: float) -> float:
        """The share right, from 0 to 1, as if some more cases had been seen that were right as often as `prior`."""
        weight = float(table("shared", "confidence")["weight"])
        return (self.right + weight * prior) / (self.found + weight)


def way(mention: str | None, pronoun: str | None) -> Way:
    """How the passage gives its speaker: `goes-on` is a quotation after another of the same speaker."""
    if pronoun == "same":
        return "goes-on"
    if pronoun:
        return "pronoun"
    if mention is None:
        return "implicit"
    words = mention.replace("’", " ").replace("'", " ").split()
    names = [
        word for before, word in pairwise(words) if word[0].isupper() and before.lower() not in _OF_A_PLACE
    ]  # fmt: skip
    alone = len(words) == 1 and mention[0].isupper()
    return "name" if names or alone else "description"


def passages(construction: str) -> Share:
    """How often the words found by a construction are the words said; no cases for one never counted."""
    return Share(*table("shared", "confidence")["passage"].get(construction, (0, 0)))


def speakers(given: Way) -> Share:
    """How often a speaker given that way is the right one, where the words are right."""
    return Share(*table("shared", "confidence")["speaker"].get(given, (0, 0)))


def score(construction: str, prior: float, given: Way) -> float:
    """The share of quotations found this way that have the right words and the right speaker, 0 to 1."""
    by_hand = float(table("shared", "confidence")["prior"][given])
    return round(passages(construction).value(prior) * speakers(given).value(by_hand), 3)
