"""Figures beside the open tools: the sets, what recoupe finds in them, and the measures."""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from recoupe.annotate.annotate import annotate
from recoupe.kinds.figure.extract import extract as figures
from recoupe.kinds.timing.extract import extract as times
from recoupe.types import Document

Figure = tuple[int, int, float | None, float | None]
MEASURES = ("found", "number", "interval")
MARKED = re.compile(r"\[([^\]|]+)\|([^\]|]+)\|([^\]|]+)(?:\|[^\]|]+)?\]")
OWN = Path(__file__).resolve().parents[2] / "tests" / "kinds" / "figure"
CLOSE = 1e-4


class Counted(NamedTuple):
    """One account: its text, its day, and where its figures are with their two bounds."""

    text: str
    day: dt.date
    gold: list[Figure]
    lang: str


def own(lang: str) -> list[Counted]:
    """The press sentences of our own tests, one account each."""
    data = tomllib.loads((OWN / f"press_{lang}.toml").read_text("utf8"))
    return [_own(sentence, lang) for case in data["case"] for sentence in case["sentences"]]


def _own(sentence: str, lang: str) -> Counted:
    text, gold, at = "", [], 0
    for mark in MARKED.finditer(sentence):
        text += sentence[at : mark.start()]
        low, high = (None if bound == "-" else float(bound) for bound in mark.groups()[1:3])
        gold.append((len(text), len(text) + len(mark[1]), low, high))
        text += mark[1]
        at = mark.end()
    return Counted(text + sentence[at:], dt.date(2022, 6, 15), gold, lang)


def stories(shared: Path, folders: Iterable[str], lang: str) -> Iterator[Counted]:
    """The annotated stories of a language."""
    for folder in sorted(path for pattern in folders for path in shared.glob(pattern)):
        meta = json.loads((folder / "meta.json").read_text("utf8"))
        gold = json.loads((folder / "gold.json").read_text("utf8"))["annotations"]
        for name in meta:
            text = (folder / f"{name}.txt").read_text("utf8")
            day = dt.date.fromisoformat(meta[name]["published"][:10])
            yield Counted(text, day, list(_located(text, gold[name]["figures"])), lang)


def _located(text: str, rows: list[dict[str, str]]) -> Iterator[Figure]:
    at = 0
    for row in rows:
        found = re.compile(rf"(?<!\w){re.escape(row['text'])}(?!\w)").search(text, at)
        start = int(row.get("start", found.start() if found else text.find(row["text"], at)))
        at = start + len(row["text"])
        low, high = (None if row[end] is None else float(row[end]) for end in ("low", "high"))
        yield start, at, low, high


def ours(account: Counted) -> list[Figure]:
    """What recoupe finds in an account."""
    read = annotate(Document("d", account.text, account.lang, published=account.day))
    found = list(times(read, ()))
    return [
        (s.anchor.start, s.anchor.end, *(None if b is None else float(b) for b in (s.value.low, s.value.high)))
        for s in figures(read, found)
    ]


def _same(left: float | None, right: float | None) -> bool:
    if left is None or right is None:
        return left is right
    return abs(left - right) <= CLOSE * max(1.0, abs(left), abs(right))


def _tells(mine: Figure, gold: Figure) -> bool:
    """The number told is a bound of the gold, or lies between its bounds: what a tool without intervals can tell."""
    if _same(mine[2], gold[2]) and _same(mine[3], gold[3]):
        return True
    number = mine[2] if mine[2] is not None else mine[3]
    low, high = (bound if bound is not None else gold[5 - place] for place, bound in ((2, gold[2]), (3, gold[3])))
    return number is not None and low is not None and high is not None and low - CLOSE <= number <= high + CLOSE


def scores(rows: Iterable[tuple[list[Figure], list[Figure]]]) -> dict[str, float]:
    """F1 of each measure: found (any overlap), the number told, both bounds told."""
    hits, total = dict.fromkeys(MEASURES, 0), 0
    for found, gold in rows:
        free = list(gold)
        for mine in found:
            other = next((g for g in free if mine[0] < g[1] and g[0] < mine[1]), None)
            if other is None:
                continue
            free.remove(other)
            hits["found"] += 1
            hits["number"] += _tells(mine, other)
            hits["interval"] += _same(mine[2], other[2]) and _same(mine[3], other[3])
        total += len(found) + len(gold)
    return {name: 200 * right / total if total else 0.0 for name, right in hits.items()}
