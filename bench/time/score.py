"""Score the English time expressions against a folder of TimeML files (`*.tml`), the way TempEval-3 counts them.

usage: python bench/time/score.py FOLDER

Prints strict and relaxed span F1 and value F1 (relaxed span with the same value), in per cent.
"""

from __future__ import annotations

import datetime as dt
import html
import re
import sys
from pathlib import Path

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.pipeline import load
from recoupe.kinds.timing.extract import extract
from recoupe.types import Document

Span = tuple[int, int, str | None]
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


def read(path: Path) -> tuple[str, dt.date, list[Span]] | None:
    """The text of a TimeML file, its day, and the gold expressions; None when the file bears no day."""
    raw = path.read_text("utf8")
    day = re.search(r'<DCT>.*?value="(\d{4}-\d\d-\d\d)', raw, re.S)
    body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.S)
    if day is None or body is None:
        return None
    text, gold, opened = "", [], None
    for piece in re.split(r"(<[^>]*>)", body[1]):
        if piece.startswith("<TIMEX3"):
            opened = (len(text), dict(ATTRIBUTE.findall(piece)).get("value"))
        elif piece == "</TIMEX3>" and opened:
            gold.append((opened[0], len(text), opened[1]))
            opened = None
        elif not piece.startswith("<"):
            text += html.unescape(piece)
    return text, dt.date.fromisoformat(day[1]), gold


def pairs(found: list[Span], gold: list[Span]) -> list[tuple[Span, Span]]:
    """One-to-one pairs of overlapping expressions, the closest first."""

    def shared(a: Span, b: Span) -> float:
        return (min(a[1], b[1]) - max(a[0], b[0])) / (max(a[1], b[1]) - min(a[0], b[0]))

    ranked = sorted(((-shared(a, b), a[0], b[0], a, b) for a in found for b in gold), key=lambda row: row[:3])
    taken: list[tuple[Span, Span]] = []
    for score, _, _, a, b in ranked:
        if score < 0 and all(a is not left and b is not right for left, right in taken):
            taken.append((a, b))
    return taken


def main(folder: str) -> None:
    """Score every file and print the three measures."""
    nlp, counts, total = load("en"), {"strict": 0, "relaxed": 0, "value": 0}, 0
    for path in sorted(Path(folder).rglob("*.tml")):
        sample = read(path)
        if sample is None:
            continue
        text, day, gold = sample
        account = Annotated(Document("d", text, "en", published=day), nlp(text))
        found = [(s.anchor.start, s.anchor.end, s.body.timex.value) for s in extract(account, ())]
        matched = pairs(found, gold)
        counts["relaxed"] += len(matched)
        counts["strict"] += sum(a[:2] == b[:2] for a, b in matched)
        counts["value"] += sum(a[2] == b[2] for a, b in matched)
        total += len(found) + len(gold)
    for name, right in counts.items():
        print(f"{name:8s} F1 {200 * right / total:5.1f}")


if __name__ == "__main__":
    main(sys.argv[1])
