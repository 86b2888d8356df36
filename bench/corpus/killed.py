"""Kills a worker of each engine on the way through a corpus and compares what it wrote with an undisturbed run.

usage: python bench/corpus/killed.py NTREX.jsonl [--articles 400] [--stretch 7] [--engines local,ray] [--workers 2]

The worker that dies holds the shard in the middle and has just finished it. Prints for each engine the seconds taken
and whether every Parquet file has the same bytes; fails when one differs.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import time
from pathlib import Path

from recombine import STRETCH, articles, documents

from recoupe.engine.analyse import analyse
from recoupe.engine.build import WORK, Job, build
from recoupe.engine.engines import engine
from recoupe.engine.folder import Folder
from recoupe.read import ReadOptions

MARK = "RECOUPE_BENCH_MARK"
DIES_OF = "RECOUPE_BENCH_DIES_OF"
SIZE = 50


def dies_once(data: bytes) -> bytes:
    """The real work, but the first worker that has done the shard with one article is killed before it answers."""
    done = analyse(data)
    mark = Path(os.environ[MARK])
    if f'"{os.environ[DIES_OF]}"'.encode() in data and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return done


def made(lines: Path, out: Path, name: str, workers: int, work: str) -> tuple[dict[str, bytes], float]:
    """The corpus's files and the seconds it took."""
    started = time.perf_counter()
    build(Folder(out), Job([lines], ReadOptions(), engine(name, workers), size=SIZE, work=work))
    taken = time.perf_counter() - started
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*.parquet"))}, taken


def main() -> None:
    """Run undisturbed with one worker, then kill one of several on each engine."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--stretch", type=int, default=STRETCH)
    parser.add_argument("--engines", default="local,ray")
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    here = str(Path(__file__).parent)
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))
    os.environ[DIES_OF] = f"a{given.articles // 2:06d}"
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        lines = folder / "press.jsonl"
        collection = articles(documents(given.corpus), given.articles, stretch=given.stretch)
        lines.write_text("".join(one.line() for one in collection), "utf-8")
        expected, taken = made(lines, folder / "undisturbed", "local", 1, WORK)
        print(f"local, one worker, undisturbed: {taken:.1f} s, {len(expected)} files", flush=True)
        different = []
        for name in given.engines.split(","):
            os.environ[MARK] = str(folder / f"killed-{name}")
            found, taken = made(lines, folder / name, name, given.workers, "killed:dies_once")
            same = found == expected and Path(os.environ[MARK]).exists()
            print(
                f"{name}, {given.workers} workers, one killed: {taken:.1f} s, {'same' if same else 'OTHER'} bytes",
                flush=True,
            )
            different += [] if same else [name]
    if different:
        sys.exit(f"other bytes: {', '.join(different)}")


if __name__ == "__main__":
    main()
