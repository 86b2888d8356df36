"""Polarity, certainty and press conditional of invented clauses: python bench/certainty/own.py [--errors].

For each language the share of clauses whose polarity, whose certainty and whose conditional are as annotated, and of
those where all three are. Fails when one is below its floor in `own/floors.json`.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path

from recoupe.annotate.annotate import annotate
from recoupe.annotate.factuality import assess
from recoupe.types import Document

HERE = Path(__file__).parent
MEASURES = ("polarity", "certainty", "conditional", "all three")


def shares(lang: str) -> dict[str, float]:
    """The percentage of clauses each layer is right on."""
    cases = tomllib.loads((HERE / "own" / f"{lang}.toml").read_text("utf-8"))["cases"]
    right = dict.fromkeys(MEASURES, 0)
    for starred, *gold in cases:
        start, end = starred.index("*"), starred.rindex("*") - 1
        facts = assess(annotate(Document("own", starred.replace("*", ""), lang)), start, end)
        ours = [facts.polarity, facts.certainty, facts.conditional]
        for name, one, other in zip(MEASURES, gold, ours, strict=False):
            right[name] += one == other
        right["all three"] += gold == ours
        if "--errors" in sys.argv and gold != ours:
            print(lang, starred, gold, ours, sep=" | ")
    return {name: round(100 * count / len(cases), 1) for name, count in right.items()}


def main() -> None:
    """Prints the shares and compares them with the floors."""
    floors = json.loads((HERE / "own" / "floors.json").read_text("utf-8"))
    low = []
    for lang in ("fr", "en"):
        for name, share in shares(lang).items():
            print(f"{lang} {name:12} {share} %")
            if share < floors.get(lang, {}).get(name, 0):
                low.append(f"{lang} {name}")
    if low:
        sys.exit(f"below their floor: {', '.join(low)}")


if __name__ == "__main__":
    main()
