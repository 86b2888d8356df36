"""Which press database wrote a file, told by what only its exports hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from recoupe.read.draft import Draft, Found, Source
from recoupe.read.press import europresse, factiva, nexis


def from_lines(lines: Sequence[str], source: Source) -> list[Found]:
    """The articles of an export that became lines (Word, rich text, PDF, plain text); none when it is no export."""
    return _first(database.from_lines(lines, source) for database in (nexis, factiva, europresse))


def from_page(page: Any, source: Source) -> list[Found]:
    """The articles of an export saved as a page; none when it is no export."""
    return _first(database.from_page(page, source) for database in (europresse, factiva, nexis))


def _first(tries: Iterable[Iterable[Found]]) -> list[Found]:
    """What the first database finds an article in; a closing line alone proves nothing."""
    for found in tries:
        articles = list(found)
        if any(isinstance(one, Draft) for one in articles):
            return articles
    return []
