"""Measure the judge of pairs on public French pairs: DACCORD half a, RTE3-FR dev and GQNLI-FR.

usage: measure.py SHARED [--errors] — SHARED holds corpora/inference/fr. Exits with 1 when a floor is missed.
DACCORD is split by page: what is tuned is tuned on one part (`tune`), the other (`report`) is only measured.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from recoupe.engine.pairs import judge

HERE = Path(__file__).parent
FILES = {
    "daccord": "daccord-half-a.tsv",
    "rte3-fr": "RTE3-FR-dev-set-3class.tsv",
    "gqnli-fr": "gqnli.test.fr.tsv",
}
LABELS = {"entailment": "agrees", "neutral": "unsure", "contradiction": "contradicts", "compatibles": "compatible"}
Counts = Counter[tuple[str, str]]


def part(name: str, row: dict[str, str]) -> str:
    """The set a pair counts in: DACCORD pairs go by their page."""
    if name != "daccord":
        return name
    even = int(hashlib.sha256(row["url"].encode()).hexdigest(), 16) % 2 == 0
    return "daccord, tune" if even else "daccord, report"


def rows(folder: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Each pair of each file with the set it counts in."""
    for name, file in FILES.items():
        with (folder / file).open(encoding="utf8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t"):
                yield part(name, row), row


def figures(counts: Counts) -> dict[str, float]:
    """Accuracy, precision and recall of contradiction; three-class accuracy where there are three classes."""
    whole = sum(counts.values())
    gold = sum(n for (label, _), n in counts.items() if label == "contradicts")
    made = sum(n for (_, found), n in counts.items() if found == "contradicts")
    right = counts["contradicts", "contradicts"]
    out = {
        "contradiction accuracy": 100 * (whole - gold - made + 2 * right) / whole,
        "contradiction precision": 100 * right / max(1, made),
        "contradiction recall": 100 * right / max(1, gold),
    }
    if not any(label == "compatible" for label, _ in counts):
        out["three-class accuracy"] = 100 * sum(n for (label, found), n in counts.items() if label == found) / whole
    return {key: round(value, 1) for key, value in out.items()}


def main() -> int:
    """Judge every pair, print the figures and compare them with the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    counts: dict[str, Counts] = {}
    for name, row in rows(args.shared / "corpora/inference/fr"):
        label = LABELS.get(row["label_text"], "contradicts" if row["label"] == "1" else "compatible")
        found = judge({"premise": row["premise"], "hypothesis": row["hypothesis"], "lang": "fr"})
        counts.setdefault(name, Counter())[label, found.relation] += 1
        wrong = (label == "contradicts") != (found.relation == "contradicts")
        if args.errors and wrong and name != "daccord, report":
            print(f"{name}: {label}, found {found.relation} {[reason.code for reason in found.reasons]}")
            print(f"  {row['premise'].strip()}\n  {row['hypothesis'].strip()}")
    measured = {name: figures(found) for name, found in counts.items()}
    print(json.dumps(measured, indent=1, ensure_ascii=False))
    floors = json.loads((HERE / "floors.json").read_text("utf8"))
    low = [f"{n}, {k}" for n, kept in floors.items() for k, v in kept.items() if measured[n][k] < v]
    for each in low:
        print(f"below its floor: {each}", file=sys.stderr)
    return bool(low)


if __name__ == "__main__":
    raise SystemExit(main())
