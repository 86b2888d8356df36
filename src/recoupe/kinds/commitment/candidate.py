"""What a rule finds: the head of a commitment, and what the extractor knows of its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from recoupe.annotate.arguments import Arguments
from recoupe.kinds.commitment.body import Firmness

IsNamed = Callable[[Token], bool]
HasDue = Callable[[Token], bool]
# Who does what in the clause, read only when a rule gets so far as to ask.
Tied = Callable[[], Arguments]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the extractor knows of a word's place.

    `is_named`: it is part of a name; `is_time`: of a time expression; `has_due`: a due date stands in its clause;
    `ahead`: a date that begins after publication stands between two character offsets.
    """

    is_named: IsNamed
    is_time: IsNamed
    has_due: HasDue
    ahead: Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A commitment's head word, the word that shows it, what is to be done, who does it, and how firm the words are."""

    head: Token
    trigger: Token
    action: Token
    firmness: Firmness
    who: tuple[Token, ...] = ()
    nominal: bool = False
    due_after_action: bool = False
    whole: bool = False
