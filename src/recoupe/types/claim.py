"""A clause of an account, reduced to what can be compared without its words being parsed again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.types.anchor import Anchor

Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
Tense = Literal["past", "present", "future", "none"]


@dataclass(frozen=True, slots=True)
class Factuality:
    """How the text commits to a clause (FactBank's polarity and certainty, Saurí & Pustejovsky 2009).

    `conditional` is the French press conditional of unconfirmed report (« serait »), not a hypothesis and not the
    future in the past; `modal` marks ability, duty or plan (« peut », « devrait », *may*).
    """

    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    conditional: bool = False
    modal: bool = False
    tense: Tense = "none"
    cues: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One clause: its passage, its head word, and its terms.

    `terms` are language-neutral keys, sorted: `c:withdraw` for a concept of the shared lexicon, `fr:calendrier` for
    a word no concept covers, so that a French and an English clause meet where the lexicon knows both words.
    `subject` and `object` hold the terms of those parts; `head` the term of the predicate.
    """

    anchor: Anchor
    head: str
    terms: tuple[str, ...]
    factuality: Factuality
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
