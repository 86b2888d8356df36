"""What grouping holds of each article: Arrow columns turned into few objects, equal ones held once.

Read row by row a term would be a dictionary of its own, 50 kB for an article of 225 words; this is 3 kB.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, TypeVar

from recoupe.engine.folder import Folder
from recoupe.engine.stories import Article, Term

T = TypeVar("T")
ABOUT = ("document", "lang", "outlet", "title", "day", "names")


class Held:
    """The table `feature`: the columns that the catalogue shows, as rows, and each row's article."""

    def __init__(self, folder: Folder) -> None:
        self._same: dict[Any, Any] = {}
        self.rows: list[dict[str, Any]] = []
        self.articles: list[Article] = []
        for batch in folder.batches("feature"):
            terms = self._terms(batch.column("terms"))
            signatures = batch.column("signature").to_pylist()
            for row, signature, found in zip(batch.select(ABOUT).to_pylist(), signatures, terms, strict=True):
                row["names"] = [self._once(name) for name in row["names"]]
                held = {name: self._once(value) if isinstance(value, str) else value for name, value in row.items()}
                self.rows.append(held)
                self.articles.append(Article(held["document"], held["lang"], ordinal(held["day"]), signature, found))
        self._same.clear()

    def _once(self, value: T) -> T:
        kept: T = self._same.setdefault(value, value)
        return kept

    def _terms(self, column: Any) -> Iterator[tuple[Term, ...]]:
        """The terms of each row of a column."""
        flat = column.flatten()
        names = flat.field("term").dictionary_encode()
        known = [self._once(name) for name in names.dictionary.to_pylist()]
        numbers, weights = names.indices.to_pylist(), flat.field("weight").to_pylist()
        pairs = [self._once((known[n], weight)) for n, weight in zip(numbers, weights, strict=True)]
        ends, start = column.value_lengths().to_pylist(), 0
        for length in ends:
            yield tuple(pairs[start : start + (length or 0)])
            start += length or 0


def ordinal(day: str | None) -> int | None:
    """The number of an ISO date's day."""
    return dt.date.fromisoformat(day).toordinal() if day else None
