"""What is special to an assertion."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.types import Anchor, Json, Statement


@dataclass(frozen=True, slots=True)
class AssertionBody:
    """A clause of the account's own voice; `head` is the word it is built on, `cues` the words that hedge it."""

    head: Anchor
    cues: tuple[Anchor, ...] = ()

    def row(self, statement: Statement) -> dict[str, Json]:
        """The contract's fields of an assertion."""
        return {
            "text": statement.anchor.exact,
            "head": {"start": self.head.start, "end": self.head.end, "text": self.head.exact},
            "holds_at": statement.holds_at.value if statement.holds_at else None,
            "polarity": statement.polarity,
            "certainty": statement.certainty,
            "attributed_to": statement.attribution.voice.named if statement.attribution else None,
        }
