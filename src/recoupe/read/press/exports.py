"""Which press database wrote a file, told by what only its exports hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from recoupe.read.draft import Found, Source
from recoupe.read.press import europresse, factiva, nexis


def from_lines(lines: Sequence[str], source: Source) -> list[Found]:
    """The articles of an export that became lines (Word, rich text, PDF, plain text); none when it is no export."""
    for database in (nexis, factiva):
        articles = list(database.from_lines(lines, source))
        if articles:
            return articles
    return []


def from_page(page: Any, source: Source) -> list[Found]:
    """The articles of an export saved as a page; none when it is no export."""
    for database in (europresse, factiva):
        articles = list(database.from_page(page, source))
        if articles:
            return articles
    return []
