"""Compares the quotations found in an account with those annotated by hand.

Passages are sets of characters: two overlap by their shared characters over the longer of the two, and pairs are made
one to one, the best first. What counts as a quotation is in `accounts/README.md`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Span = tuple[int, int]
SMALL = frozenset(
    re.findall(
        "[a-z]+", "le la les l de du des d un une et en au aux a m mme mm monsieur madame the of an and mr mrs ms"
    )
)
FORMS = ("direct", "indirect", "mixed")


@dataclass(frozen=True)
class Quote:
    """A quotation, found or annotated; `sure`, `construction` and `way` are the extractor's, None in the gold."""

    spans: tuple[Span, ...]
    form: str
    cue: str | None = None
    named: str | None = None
    via: str | None = None
    sure: float | None = None
    construction: str | None = None
    way: str | None = None


@dataclass(frozen=True)
class Account:
    """One annotated account."""

    name: str
    lang: str
    outlet: str
    published: str
    text: str
    quotes: tuple[Quote, ...]


@dataclass
class Tally:
    """Hits, found and expected of each measure; tallies add up."""

    counts: dict[str, list[int]] = field(default_factory=dict)

    def add(self, measure: str, hit: int, found: int, gold: int) -> None:
        """Adds counts to one measure."""
        row = self.counts.setdefault(measure, [0, 0, 0])
        for place, value in enumerate((hit, found, gold)):
            row[place] += value

    def merge(self, other: Tally) -> None:
        """Adds every count of another tally."""
        for measure, row in other.counts.items():
            self.add(measure, *row)

    def f1(self, measure: str) -> float:
        """F1 in per cent; recall where found and expected are the same number; 0 for a measure never counted."""
        hit, found, gold = self.counts.get(measure, [0, 0, 0])
        return round(200 * hit / (found + gold), 1) if found + gold else 0.0


def words(name: str | None) -> set[str]:
    """The telling words of a name, without accents, case or articles."""
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    return set(re.findall(r"[a-z0-9]+", plain)) - SMALL


def same_name(found: str | None, gold: str | None) -> bool:
    """The telling words of one are all in the other, or the two share half of theirs."""
    left, right = words(found), words(gold)
    if not left or not right:
        return False
    return left <= right or right <= left or 2 * len(left & right) / (len(left) + len(right)) >= 0.5


def overlap(left: Iterable[Span], right: Iterable[Span]) -> float:
    """Shared characters over the longer of two sets of spans; 0 when both are empty."""
    a = {i for start, end in left for i in range(start, end)}
    b = {i for start, end in right for i in range(start, end)}
    return len(a & b) / max(len(a), len(b), 1)


def pair(found: Sequence[Quote], gold: Sequence[Quote], floor: float) -> list[tuple[int, int]]:
    """One-to-one pairs (found, gold) that overlap by at least `floor`, the best first."""
    scored = [(overlap(p.spans, g.spans), i, j) for i, p in enumerate(found) for j, g in enumerate(gold)]
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for score, i, j in sorted(scored, key=lambda row: (-row[0], row[1], row[2])):
        if score >= floor and i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs


def compare(found: Sequence[Quote], gold: Sequence[Quote]) -> Tally:
    """Content at two overlaps, recall of each form, and speaker, cue and medium of the matched quotations."""
    tally = Tally()
    for floor in (0.3, 0.8):
        tally.add(f"content, overlap {floor}", len(pair(found, gold, floor)), len(found), len(gold))
    matched = pair(found, gold, 0.5)
    for form in FORMS:
        count = sum(quote.form == form for quote in gold)
        tally.add(f"recall of {form}", sum(gold[j].form == form for _, j in matched), count, count)
    checks: tuple[tuple[str, Callable[[Quote], str | None]], ...] = (
        ("speaker", lambda quote: quote.named),
        ("cue", lambda quote: quote.cue),
    )
    for name, read in checks:
        asked = [(i, j) for i, j in matched if read(gold[j])]
        tally.add(name, sum(same_name(read(found[i]), read(gold[j])) for i, j in asked), len(asked), len(asked))
    whole = sum(quote.named is not None for quote in gold)
    tally.add("found with its speaker", sum(same_name(found[i].named, gold[j].named) for i, j in matched), whole, whole)
    right = sum(same_name(found[i].via, gold[j].via) for i, j in matched if gold[j].via)
    tally.add("via", right, sum(found[i].via is not None for i, _ in matched), sum(g.via is not None for g in gold))
    return tally


def load(folder: Path, lang: str = "fr") -> list[Account]:
    """The accounts of a folder holding `meta.json`, `gold.json` and one text an account; `lang` when it says none."""
    meta: dict[str, dict[str, str]] = json.loads((folder / "meta.json").read_text("utf-8"))
    gold: dict[str, Any] = json.loads((folder / "gold.json").read_text("utf-8"))["annotations"]
    accounts = []
    for name, about in meta.items():
        text = (folder / f"{name}.txt").read_text("utf-8")
        quotes = tuple(_gold(text, row) for row in gold[name]["quotations"])
        accounts.append(Account(name, about.get("lang", lang), about["outlet"], about["published"], text, quotes))
    return accounts


def _gold(text: str, row: dict[str, Any]) -> Quote:
    spans = [tuple(span) for span in row.get("spans", ())]
    for content in () if spans else row["contents"]:
        start = text.index(content, row.get("start", 0))
        spans.append((start, start + len(content)))
    return Quote(tuple(spans), row["form"], row["cue"], row["named"], row["via"])
