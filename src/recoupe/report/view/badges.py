"""How sure a statement is, as short labels a reader can trust without their colour."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.report.words import Words
from recoupe.types import Statement


@dataclass(frozen=True, slots=True)
class Badge:
    """A short label with its explanation; `code` names its look."""

    code: str
    label: str
    help: str


def badges(statement: Statement, words: Words) -> tuple[Badge, ...]:
    """Denial, press conditional and doubt; a plain positive, certain statement has none."""
    codes: list[str] = []
    if statement.polarity == "negative":
        codes.append("negative")
    if statement.conditional:
        codes.append("conditional")
    if statement.certainty != "certain":
        codes.append(statement.certainty)
    return tuple(Badge(code, words.label("badge", code), words.label("badge_help", code)) for code in codes)
