"""What is special to a fault: its code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.types import Json, Statement

Code = Literal[
    "calque",
    "credit-line",
    "doubled-determiner",
    "garbled",
    "mismatched-marks",
    "missing-space",
    "mojibake",
    "page-furniture",
    "repeated",
    "stray-words",
    "untranslated",
]


@dataclass(frozen=True, slots=True)
class FaultBody:
    """What is wrong with a passage.

    Credit lines, page furniture, stray words and repeated passages never become other statements.
    """

    code: Code

    def row(self, statement: Statement) -> dict[str, Json]:
        """The contract's fields of a fault."""
        return {"text": statement.anchor.exact, "code": self.code}
