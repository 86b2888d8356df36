"""What two statements are to each other, and which accounts rest on one source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.types.anchor import Anchor
from recoupe.types.ids import content_id

Relation = Literal["agrees", "contradicts", "changed", "scope", "unsure"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason a reader can check: a message code with its arguments, and the passages it speaks of.

    The sentence is made from the gettext catalogue `reasons` by `recoupe.lang.say`, in French or English.
    """

    code: str
    args: tuple[tuple[str, str], ...] = ()
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two statements with its reasons; withdrawn by a new row, never deleted."""

    id: str
    left: str
    right: str
    relation: Relation
    reasons: tuple[Reason, ...]
    by: str
    score: float = 1.0
    matter: str | None = None

    @staticmethod
    def make_id(left: str, right: str) -> str:
        """The id hashes the two ends, whatever the relation, so that a judgement on the pair stays."""
        return content_id("l", left, right)


@dataclass(frozen=True, slots=True)
class Origin:
    """Accounts or statements that rest on one source; `named` is that source as the accounts name it."""

    id: str
    named: str
    members: tuple[str, ...]
    why: str
    reasons: tuple[Reason, ...] = ()
