"""What is special to a commitment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.types import Anchor, Json, Statement, Timex

Firmness = Literal["firm", "planned", "conditional"]
Status = Literal["open", "due", "overdue", "unknown"]


@dataclass(frozen=True, slots=True)
class CommitmentBody:
    """A commitment: who it binds, what is to be done, by when, on which condition, and the words that show it."""

    trigger: Anchor
    firmness: Firmness
    action: Anchor
    who: Anchor | None = None
    due: Timex | None = None
    due_anchor: Anchor | None = None
    condition: Anchor | None = None

    def row(self, statement: Statement) -> dict[str, Json]:
        """The contract's fields: `text, who, due, mod, certainty, status, attributed_to`."""
        source = statement.attribution.voice.named if statement.attribution else None
        return {
            "text": statement.anchor.exact,
            "who": self.who.exact if self.who else None,
            "due": self.due.value if self.due else None,
            "mod": self.due.mod if self.due else None,
            "certainty": self.firmness,
            "status": "open",
            "attributed_to": source,
        }
