"""What a time statement holds."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.types import Json, Statement, Timex


@dataclass(frozen=True, slots=True)
class TimeBody:
    """One time expression; `rule` is the name of the language table's rule that found it."""

    timex: Timex
    rule: str = ""

    def row(self, statement: Statement) -> dict[str, Json]:
        """`text, timex_type, value|null, mod|null`."""
        return {
            "text": statement.anchor.exact,
            "timex_type": self.timex.type,
            "value": self.timex.value,
            "mod": self.timex.mod,
        }
