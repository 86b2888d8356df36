"""Runs the annotated stories, writes docs/scores.md, and holds each measure to its floor."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
FOLDERS = ("stories", "gold-fr", "gold-en")
MEASURE = re.compile(r"^\s*(.+?)\s+P\s+([\d.]+)\s+R\s+([\d.]+)\s+F1\s+([\d.]+)")
RELATION = re.compile(r"^relation (\w+)\s+linked at all (\d+)/(\d+), with this relation (\d+)/\d+; (\d+) such")
HEAD = """# Scores on annotated stories

Made by `python bench/stories/measure.py SHARED`; change the code, then run it again. One table a story, each line as
`score.py` prints it: what was found, how much of it is right (P), how much of the gold is found (R).

These stories were read while the rules were written, so the figures flatter: expect less on a story nobody looked at.
An approximate figure (« environ 2 500 ») is an interval of ±10 % here, as in the French gold; the seed story's gold has
a point, so its two approximate figures count as wrong.
"""


def recoupe(*args: str) -> None:
    """Runs the command; an exit code other than done or done with issues stops."""
    done = subprocess.run([str(Path(sys.executable).parent / "recoupe"), *args], check=False, capture_output=True)
    if done.returncode not in {0, 3}:
        sys.exit(done.stderr.decode())


def score(story: Path, shared: Path) -> str:
    """The table of one story."""
    with tempfile.TemporaryDirectory() as folder:
        db, export = f"{folder}/s.db", f"{folder}/s.jsonl"
        texts = sorted(str(path) for path in story.glob("*.txt"))
        recoupe("run", *texts, "--manifest", str(story / "meta.json"), "-o", db, "--quiet")
        recoupe("export", db, "--format", "jsonl", "-o", export)
        command = [sys.executable, str(shared / "tools" / "score.py"), str(story), export]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def figures(table: str) -> dict[str, float]:
    """F1 of each measure, and the share of gold relations found with their relation."""
    found: dict[str, float] = {}
    relations = []
    for line in table.splitlines():
        if match := MEASURE.match(line):
            found[match.group(1)] = float(match.group(4))
        elif match := RELATION.match(line):
            relations.append((int(match.group(4)), int(match.group(3))))
    whole = sum(gold for _, gold in relations)
    found["relations"] = round(100 * sum(hit for hit, _ in relations) / whole, 1) if whole else 0.0
    return found


def main() -> None:
    """Measures every story; `--raise` lifts the floors to what was measured."""
    shared = Path(sys.argv[1])
    floors: dict[str, dict[str, float]] = json.loads((HERE / "floors.json").read_text("utf-8"))
    parts, below = [HEAD], []
    for folder in FOLDERS:
        for story in sorted(path.parent for path in (shared / folder).glob("*/gold.json")):
            table = score(story, shared)
            parts.append(f"## {story.name}\n\n```\n{table.rstrip()}\n```\n")
            measured = figures(table)
            held = floors.setdefault(story.name, {})
            below += [
                f"{story.name}: {k} is {measured.get(k, 0)}, floor {v}"
                for k, v in held.items()
                if measured.get(k, 0) < v
            ]
            if "--raise" in sys.argv:
                held.update({k: max(v, held.get(k, 0)) for k, v in measured.items()})
    (ROOT / "docs" / "scores.md").write_text("\n".join(parts), "utf-8")
    if "--raise" in sys.argv:
        (HERE / "floors.json").write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")
    if below:
        sys.exit("\n".join(below))


if __name__ == "__main__":
    main()
