"""Score the time expressions against TimeML (`*.tml`) or MEANTIME (`*.xml`) files, as TempEval-3 counts them.

usage: python bench/time/score.py FOLDER

Prints strict and relaxed span F1 and value F1 (relaxed span with the same value), in per cent; `same value` counts two
spellings of one value as the same (notation.py).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from corpora import Sample, Span, samples
from notation import same

from recoupe.annotate.annotate import annotate
from recoupe.kinds.timing.extract import extract
from recoupe.types import Document

MEASURES = ("strict", "relaxed", "value", "same value")


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


def scores(rows: Iterable[tuple[list[Span], list[Span]]]) -> dict[str, float]:
    """The F1 of each measure over what was found and the gold, account by account."""
    counts, total = dict.fromkeys(MEASURES, 0), 0
    for found, gold in rows:
        matched = pairs(found, gold)
        counts["relaxed"] += len(matched)
        counts["strict"] += sum(a[:2] == b[:2] for a, b in matched)
        counts["value"] += sum(a[2] == b[2] for a, b in matched)
        counts["same value"] += sum(same(a[2]) == same(b[2]) for a, b in matched)
        total += len(found) + len(gold)
    return {name: 200 * right / total for name, right in counts.items()}


def ours(sample: Sample) -> list[Span]:
    """What recoupe finds in a sample."""
    account = annotate(Document("d", sample.text, sample.lang, published=sample.day))
    return [(s.anchor.start, s.anchor.end, s.body.timex.value) for s in extract(account, ())]


def main(folder: str, find: Callable[[Sample], list[Span]] = ours) -> None:
    """Score every file and print the measures."""
    for name, score in scores((find(sample), sample.gold) for sample in samples(Path(folder))).items():
        print(f"{name:10s} F1 {score:5.1f}")


if __name__ == "__main__":
    main(sys.argv[1])
