"""What a time expression or a figure means."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A TIMEX3 value at its own precision (ISO-TimeML 1.2.1); `value` is None while unresolved.

    `earliest` and `latest` are the first and last calendar day the value can mean (None: unbounded or unknown);
    `why` says on what the value rests (`absolute`, `published`, `tense`, `anaphor`…) or, when unresolved, what is
    missing.
    """

    type: TimexType
    value: str | None
    mod: str | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as an interval with its unit; « une dizaine » is 9 to 11, « plus de 50 » is 50 to None.

    `unit` is `count` for things counted, `percent`, an ISO 4217 code for money, or a CLDR unit name for measures.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str = "count"
    approx: bool = False
    comparator: str | None = None

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError("a quantity needs at least one bound")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("a quantity's low bound is above its high bound")

    def overlaps(self, other: Quantity) -> bool:
        """The two intervals share a number and the two units are the same."""
        if self.unit != other.unit:
            return False
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and self.low > other.high
        return not (below or above)


Value = Timex | Quantity
