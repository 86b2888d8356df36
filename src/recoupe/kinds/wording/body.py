"""What is special to a piece of wording: why it was noticed."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.types import Json, Statement


@dataclass(frozen=True, slots=True)
class WordingBody:
    """`code` is the category of the language's table (`insinuation`), `label` its name in the account's language."""

    code: str
    label: str

    def row(self, statement: Statement) -> dict[str, Json]:
        """The contract's fields of a piece of wording."""
        return {"text": statement.anchor.exact, "why": f"{self.code}: {self.label}"}
