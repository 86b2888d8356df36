"""What is special to a figure: its interval, its unit, and what it counts, where."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from recoupe.types import Anchor, Json, Quantity, Statement


def number(value: Decimal | None) -> int | float | None:
    """A decimal as a JSON number: an integer when it is one."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


@dataclass(frozen=True, slots=True)
class FigureBody:
    """A number with the noun phrase it counts.

    `counted` is that phrase, `head` its noun in lower case (the lemma where the parse gives one), `group` the words
    that narrow it (« américains » in « soldats américains »), `place` where it is counted. `inherited` says that
    `counted` was taken from the figure before (« 300 élus à Lyon et 40 à Nice »).
    """

    quantity: Quantity
    counted: Anchor | None = None
    head: str | None = None
    group: Anchor | None = None
    place: Anchor | None = None
    inherited: bool = False

    def row(self, statement: Statement) -> dict[str, Json]:
        """The contract's fields of a figure; bounds are integers when they can be."""
        voice = statement.attribution.voice if statement.attribution else None
        return {
            "text": statement.anchor.exact,
            "low": number(self.quantity.low),
            "high": number(self.quantity.high),
            "unit": self.quantity.unit,
            "counted": self.counted.exact if self.counted else None,
            "approx": self.quantity.approx,
            "holds_at": statement.holds_at.value if statement.holds_at else None,
            "attributed_to": voice.named if voice else None,
        }
