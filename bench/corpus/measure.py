"""Measures a corpus of recombined articles with planted stories: time, memory, and how well the stories are found.

usage: python bench/corpus/measure.py NTREX.jsonl [--sizes 1000,10000] [--workers 2] [--stretch 7] [--repeat 1]
       [--keep FOLDER]

NTREX.jsonl has a document a line: {"id", "en": [sentences], "fr": [sentences]}. Every figure comes from a process of
its own. Prints for each size the processor seconds of analysing (all workers) and of grouping, the peak memory of a
worker, of the process that hands out work and of grouping, and B-cubed precision, recall and F1 of the stories; then
the exponents between sizes, and how much faster two workers are than one. Fails when F1 or an exponent misses its
floor. A folder kept is gone on with, so that the analysis of a larger size is done once.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from recombine import STRETCH, articles, documents

from recoupe.engine import build
from recoupe.engine.catalogue import catalogue
from recoupe.engine.folder import Folder
from recoupe.engine.local import Local
from recoupe.read import ReadOptions

F1 = 0.9
ANALYSING = 1.10
GROUPING = 1.15
Figures = dict[str, Any]


def bcubed(gold: Mapping[str, object], found: Mapping[str, object]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 (Bagga and Baldwin 1998) of a grouping of the same items."""
    sides = []
    for one, other in ((found, gold), (gold, found)):
        groups: dict[object, list[str]] = defaultdict(list)
        for item, group in one.items():
            groups[group].append(item)
        total = 0.0
        for members in groups.values():
            counts: dict[object, int] = defaultdict(int)
            for item in members:
                counts[other[item]] += 1
            total += sum(n * n for n in counts.values()) / len(members)
        sides.append(total / len(one))
    precision, recall = sides
    return precision, recall, 2 * precision * recall / (precision + recall)


def analyse(lines: Path, out: Path, workers: int) -> Figures:
    """Build the corpus here, without grouping, and say what it took."""
    build.catalogue = lambda folder, run: 0
    started = time.perf_counter()
    made = build.build(Folder(out), build.Job([lines], ReadOptions(), Local(workers), size=50))
    wall = time.perf_counter() - started
    own, workers_own = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "wall": wall,
        "resumed": made.resumed,
        "cpu": own.ru_utime + own.ru_stime + workers_own.ru_utime + workers_own.ru_stime,
        "worker_mb": workers_own.ru_maxrss / 1024,
        "driver_mb": own.ru_maxrss / 1024,
    }


def group(out: Path) -> Figures:
    """Group the corpus here and say what it took."""
    started, before = time.process_time(), peak_kb()
    stories = catalogue(Folder(out), 1)
    peak = peak_kb()
    return {
        "cpu": time.process_time() - started,
        "mb": peak / 1024,
        "grown_mb": (peak - before) / 1024,
        "stories": stories,
    }


def peak_kb() -> int:
    """The most memory this process has held; `ru_maxrss` begins with what its parent held."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split("VmHWM:")[1].split()[0])


def score(out: Path, gold: Mapping[str, int]) -> Figures:
    """B-cubed of the stories found against those planted."""
    found = {row["document"]: row["story"] for row in Folder(out).rows("member")}
    precision, recall, f1 = bcubed(gold, found)
    return {"precision": precision, "recall": recall, "f1": f1}


def alone(*args: object) -> Figures:
    """What this file measures in a process of its own."""
    done = subprocess.run([sys.executable, __file__, *map(str, args)], check=True, capture_output=True, text=True)
    answer: Figures = json.loads(done.stdout.splitlines()[-1])
    return answer


def exponent(small: Figures, large: Figures, key: str) -> float:
    """The power of the number of articles that a figure grows with."""
    return math.log(large[key] / small[key]) / math.log(large["articles"] / small["articles"])


def at(size: int, pool: list[Any], folder: Path, workers: int, stretch: int) -> Figures:
    """Every figure at one size."""
    place = folder / str(size)
    place.mkdir(parents=True, exist_ok=True)
    made = list(articles(pool, size, stretch=stretch))
    (place / "press.jsonl").write_text("".join(one.line() for one in made), "utf-8")
    taken = alone("--analyse", place / "press.jsonl", place / "corpus", workers)
    stored = place / "analysed.json"
    if taken["resumed"] and stored.exists():
        taken = json.loads(stored.read_text("ascii"))
    stored.write_text(json.dumps(taken), "ascii")
    grouped = alone("--group", place / "corpus")
    found = score(place / "corpus", {one.id: one.story for one in made})
    bytes_ = sum(p.stat().st_size for p in (place / "corpus").rglob("*.parquet"))
    row = {
        "articles": size, "words": sum(len(one.text.split()) for one in made) / size, "kb": bytes_ / size / 1024,
        **taken, "group_cpu": grouped["cpu"], "group_mb": grouped["grown_mb"],
        "planted": len({one.story for one in made}), "stories": grouped["stories"], **found,
    }  # fmt: skip
    print("  ".join(f"{name} {value:.4g}" for name, value in row.items()), flush=True)
    return row


def both(lines: Path, folder: Path, repeat: int) -> None:
    """How much faster two workers are than one: the best of so many rounds, as other programs take from any of them."""
    best: dict[int, Figures] = {}
    for again in range(repeat):
        for workers in (1, 2):
            busy = machine()
            taken = alone("--analyse", lines, folder / f"with{workers}-{again}", workers)
            taken["others"] = machine() - busy - taken["cpu"]
            best[workers] = min(taken, best.get(workers, taken), key=lambda figures: figures["wall"])
    for workers, taken in best.items():
        others = max(0.0, taken["others"]) / taken["wall"]
        print(
            f"workers {workers}: {taken['wall']:.1f} s, {taken['cpu']:.1f} processor s; others took {others:.2f} cores"
        )
    print(f"two workers are {best[1]['wall'] / best[2]['wall']:.2f} times as fast as one")


def machine() -> float:
    """Processor seconds that all programs of this machine have taken since it started."""
    user, nice, system = Path("/proc/stat").read_text("ascii").split()[1:4]
    return (int(user) + int(nice) + int(system)) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Measure, print, fail on a missed floor."""
    if sys.argv[1] == "--analyse":
        print(json.dumps(analyse(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))))
        return
    if sys.argv[1] == "--group":
        print(json.dumps(group(Path(sys.argv[2]))))
        return
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sizes", default="1000,10000")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--stretch", type=int, default=STRETCH)
    parser.add_argument("--repeat", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    pool = documents(given.corpus)
    missed = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        rows = [at(int(size), pool, folder, given.workers, given.stretch) for size in given.sizes.split(",")]
        missed += [f"B-cubed F1 {row['f1']:.3f} at {row['articles']}" for row in rows if row["f1"] < F1]
        for small, large in pairwise(rows):
            for key, floor in (("cpu", ANALYSING), ("group_cpu", GROUPING), ("group_mb", GROUPING)):
                power = exponent(small, large, key)
                print(f"{small['articles']} to {large['articles']}: {key} grows as N^{power:.3f} (at most {floor})")
                missed += [f"{key} grows as N^{power:.3f}"] if power > floor else []
        lines = folder / given.sizes.split(",")[0] / "press.jsonl"
        both(lines, Path(temporary), given.repeat)
    if missed:
        sys.exit("; ".join(missed))


if __name__ == "__main__":
    main()
