"""What is special to an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.types import Anchor, Json, Statement

PloverClass = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "RETREAT",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventBody:
    """An event of one PLOVER class; `trigger` is the word that names it, `form` whether it is a verb or a noun.

    `ahead`: it is told as still to come.
    """

    trigger: Anchor
    plover: PloverClass
    actors: tuple[Anchor, ...] = ()
    recipients: tuple[Anchor, ...] = ()
    form: Literal["verb", "noun"] = "verb"
    cues: tuple[Anchor, ...] = ()
    ahead: bool = False

    def row(self, statement: Statement) -> dict[str, Json]:
        """The contract's fields: `trigger, class, actors, recipients, holds_at, polarity, certainty, attributed_to`."""
        source = statement.attribution.voice.named if statement.attribution else None
        return {
            "trigger": _span(self.trigger),
            "class": self.plover,
            "actors": [_span(anchor) for anchor in self.actors],
            "recipients": [_span(anchor) for anchor in self.recipients],
            "holds_at": statement.holds_at.value if statement.holds_at else None,
            "polarity": statement.polarity,
            "certainty": statement.certainty,
            "attributed_to": source,
        }


def _span(anchor: Anchor) -> dict[str, Json]:
    return {"start": anchor.start, "end": anchor.end, "text": anchor.exact}
