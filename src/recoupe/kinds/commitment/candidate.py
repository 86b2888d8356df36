"""What a rule finds: the head of a commitment, and what the extractor knows of its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from recoupe.kinds.commitment.body import Firmness

IsNamed = Callable[[Token], bool]
HasDue = Callable[[Token], bool]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the extractor knows of a word's place: whether it is part of a name, whether a due date hangs on it."""

    is_named: IsNamed
    has_due: HasDue


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
