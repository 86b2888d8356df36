"""One thing an account says, with its exact words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from recoupe.types.anchor import Anchor
from recoupe.types.claim import Certainty, Claim, Polarity
from recoupe.types.ids import content_id
from recoupe.types.value import Timex, Value
from recoupe.types.voice import Attribution

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
StatementKind = Literal["quotation", "figure", "time", "event", "commitment", "assertion", "wording", "fault"]


class Body(Protocol):
    """What is special to one kind: a frozen, slotted dataclass of plain values in `kinds/<kind>/body.py`."""

    def row(self, statement: Statement) -> dict[str, Json]:
        """The contract's fields of this kind, beyond `type, id, document, start, end`."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A passage of one account read as one kind of statement.

    `attribution` is None when the account says it in its own voice. `holds_at` is the moment it speaks of.
    `value` is the Timex of a time and the Quantity of a figure. `by` is `extractor/version`; `score` is 0 to 1.
    `claims` are the clauses inside it, which is what accounts are compared on.
    """

    id: str
    kind: StatementKind
    anchor: Anchor
    body: Body
    attribution: Attribution | None = None
    holds_at: Timex | None = None
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    conditional: bool = False
    reported: bool = False
    about: tuple[str, ...] = ()
    by: str = ""
    score: float = 1.0
    value: Value | None = None
    claims: tuple[Claim, ...] = ()

    @staticmethod
    def make_id(kind: str, anchor: Anchor) -> str:
        """The id hashes the document, the span and the kind, so a better extractor keeps a person's decisions."""
        return content_id(kind[0], kind, anchor.document, anchor.start, anchor.end)
