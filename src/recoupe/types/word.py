"""One word of a text as the judge of pairs needs it, so that it need not know how the text was parsed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place, its lemma, the terms it stands for and the word it hangs on.

    `relation` is its Universal Dependencies label and `governor` the index of the word above it (its own for a root).
    `clausal` marks the head of a clause; `denied` that its own clause or phrase is negated right there (« n'a pas
    fermé », « aucune preuve », *without a ticket*), whatever stands above it. `content` tells a word that says
    something from one that only binds.
    """

    start: int
    end: int
    form: str
    lemma: str
    terms: tuple[str, ...]
    pos: str
    relation: str
    governor: int
    clausal: bool = False
    denied: bool = False
    content: bool = False
    sentence: int = 0
