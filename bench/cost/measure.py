"""Pairs compared and processor seconds of one dossier of 10, 100, 1,000 and 5,000 accounts.

usage: python bench/cost/measure.py NTREX.jsonl [--sizes 10,100,1000,5000] [--keep FOLDER]

The accounts are recombined from a parallel corpus (`bench/corpus/recombine.py`), French and English, and all of a size
are set beside each other as one story. Each account is analysed once; what is measured is what comes after it: names
resolved, candidates found, pairs judged, origins. Fails when pairs or seconds grow faster than N^1.15 from the first
size to the last. A folder kept holds what was found in each account, so that a second run only compares.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import math
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).resolve().parents[1] / "corpus"))
from recombine import articles, documents

from recoupe import pipeline
from recoupe.store.journal import Journal, Part
from recoupe.types import Document

MOST = 1.15
JUDGES = (("compare", "judge"), ("figures", "judge"), ("sentences", "_judge"))
Row = dict[str, float]


def accounts(path: Path, count: int) -> list[Document]:
    """So many recombined accounts, the first of them the same whatever the count."""
    made = articles(documents(path), count)
    return [
        Document(one.id, one.text, one.lang, outlet=one.outlet, published=dt.date.fromisoformat(one.published))
        for one in made
    ]


def analysed(told: Sequence[Document], journal: Journal) -> dict[str, Part]:
    """What each account says by itself, from the journal or now."""
    found: dict[str, Part] = {}
    for document in told:
        part = journal.get(document)
        if part is None:
            part = pipeline.analyse(document)
            journal.put(document, part)
        found[document.id] = part
    return found


class Counter:
    """How often a function is called."""

    def __init__(self, module: Any, name: str) -> None:
        self.calls = 0
        inner: Callable[..., Any] = getattr(module, name)

        def counted(*args: Any) -> Any:
            self.calls += 1
            return inner(*args)

        setattr(module, name, counted)


def measure(told: Sequence[Document], parts: dict[str, Part], judged: Sequence[Counter]) -> Row:
    """Pairs judged and processor seconds of everything between accounts."""
    for counter in judged:
        counter.calls = 0
    statements = [s for document in told for s in parts[document.id].statements]
    mentions = {ident: part.mentions for ident, part in parts.items() if part.mentions is not None}
    held = {document.id: mentions[document.id] for document in told if document.id in mentions}
    started = time.process_time()
    with pipeline._uncollected():
        dossier = pipeline._across(told, statements, held, ())
    return {
        "accounts": len(told),
        "statements": len(statements),
        "pairs": sum(counter.calls for counter in judged),
        "links": len(dossier.links),
        "seconds": time.process_time() - started,
    }


def exponent(small: Row, large: Row, key: str) -> float:
    """The power of the number of accounts that a figure grows with."""
    return math.log(large[key] / small[key]) / math.log(large["accounts"] / small["accounts"])


def main() -> None:
    """Measure, print a table, fail when something grows too fast."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sizes", default="10,100,1000,5000")
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    sizes = [int(size) for size in given.sizes.split(",")]
    judged = [Counter(import_module(f"recoupe.compare.{name}"), function) for name, function in JUDGES]
    with tempfile.TemporaryDirectory() as temporary:
        journal = Journal((given.keep or Path(temporary)) / "cost.db")
        told = accounts(given.corpus, sizes[-1])
        parts = analysed(told, journal)
        journal.close()
        rows = []
        for size in sizes:
            rows.append(measure(told[:size], parts, judged))
            print(json.dumps(rows[-1]), flush=True)
    missed = []
    for key in ("pairs", "seconds"):
        power = exponent(rows[0], rows[-1], key)
        print(f"{key} grow as N^{power:.2f} (at most {MOST})")
        missed += [key] if power > MOST else []
    if missed:
        sys.exit(f"too fast: {', '.join(missed)}")


if __name__ == "__main__":
    main()
