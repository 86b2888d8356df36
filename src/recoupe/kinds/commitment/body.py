"""What is special to a commitment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.types import Anchor, Json, Statement, Timex

Firmness = Literal["firm", "planned", "conditional"]
Status = Literal["open", "due", "overdue", "unknown"]


@dataclass(frozen=True, slots=True)
class CommitmentBody:
    """A commitment: who it binds, what is to be done, by when, on which condition, and the words that show it.

    `told`: the words say themselves that the one bound spoke (« a promis », *announced*). `status` is against the day
    the dossier is read on, and `open` when none was given.
    """

    trigger: Anchor
    firmness: Firmness
    action: Anchor
    who: Anchor | None = None
    due: Timex | None = None
    due_anchor: Anchor | None = None
    condition: Anchor | None = None
    told: bool = False
    status: Status = "open"

    def row(self, statement: Statement) -> dict[str, Json]:
        """The contract's fields: `text, who, due, mod, certainty, status, attributed_to`."""
        source = statement.attribution.voice.named if statement.attribution else None
        if source is None and self.told and self.who is not None:
            source = self.who.exact
        return {
            "text": statement.anchor.exact,
            "who": self.who.exact if self.who else None,
            "due": self.due.value if self.due else None,
            "mod": self.due.mod if self.due else None,
            "certainty": self.firmness,
            "status": self.status,
            "attributed_to": source,
        }
