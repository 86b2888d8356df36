"""Measure the links on this project's own stories: three accounts and hand-made relations in each folder here.

usage: measure.py [--errors] [--raise]. Prints, per story, how many relations are linked at all and with their
relation; exits with 1 when a floor is missed. A statement finds a passage when it covers 30 % of it or lies for 60 %
inside, as in the annotated stories.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from recoupe.pipeline import run
from recoupe.read import ReadOptions, read_all
from recoupe.types import Anchor, Dossier, Link

HERE = Path(__file__).parent
Passage = tuple[str, int, int]


def dossier(folder: Path) -> Dossier:
    """The story as `recoupe run FOLDER/*.txt --manifest FOLDER/meta.json` gives it."""
    reading = read_all(sorted(folder.glob("*.txt")), ReadOptions((), folder / "meta.json"))
    return run(list(reading.documents.values()), reading.issues)


def touches(anchor: Anchor, passage: Passage, shift: dict[str, tuple[str, int]]) -> bool:
    """A statement finds the passage."""
    name, moved = shift[anchor.document]
    start, end = anchor.start + moved, anchor.end + moved
    common = min(end, passage[2]) - max(start, passage[1])
    return name == passage[0] and (common >= 0.3 * (passage[2] - passage[1]) or common >= 0.6 * (end - start))


def measure(folder: Path, errors: bool) -> dict[str, float]:
    """How many relations of one story are linked at all, how many with their relation, in per cent."""
    gold: list[dict[str, Any]] = json.loads((folder / "gold.json").read_text("utf8"))["relations"]
    found = dossier(folder)
    texts = {path.stem: path.read_text("utf8") for path in folder.glob("*.txt")}
    names = {d.id: Path(d.path).stem for d in found.documents}
    shift = {d.id: (names[d.id], texts[names[d.id]].find(d.text.strip())) for d in found.documents}

    def passage(side: dict[str, str]) -> Passage:
        start = texts[side["doc"]].index(side["text"])
        return side["doc"], start, start + len(side["text"])

    def finds(link: Link, one: Passage, other: Passage) -> bool:
        a, b = (found.statement(ident).anchor for ident in (link.left, link.right))
        return (touches(a, one, shift) and touches(b, other, shift)) or (
            touches(a, other, shift) and touches(b, one, shift)
        )

    linked = right = 0
    for row in gold:
        kinds = {link.relation for link in found.links if finds(link, passage(row["left"]), passage(row["right"]))}
        linked += bool(kinds)
        right += row["relation"] in kinds
        if errors and row["relation"] not in kinds:
            print(f"{folder.name}: {row['relation']}, found {sorted(kinds)}: {row['why']}")
    return {"linked": round(100 * linked / len(gold), 1), "right": round(100 * right / len(gold), 1)}


def main() -> int:
    """Measure every story and compare with the floors."""
    floors: dict[str, dict[str, float]] = json.loads((HERE / "floors.json").read_text("utf8"))
    measured = {p.parent.name: measure(p.parent, "--errors" in sys.argv) for p in sorted(HERE.glob("*/gold.json"))}
    print(json.dumps(measured, indent=1))
    if "--raise" in sys.argv:
        kept = {n: {k: max(v, floors.get(n, {}).get(k, 0)) for k, v in m.items()} for n, m in measured.items()}
        (HERE / "floors.json").write_text(json.dumps(kept, indent=1) + "\n", "utf8")
    low = [f"{n}, {k}" for n, kept in floors.items() for k, v in kept.items() if measured[n][k] < v]
    for each in low:
        print(f"below its floor: {each}", file=sys.stderr)
    return bool(low)


if __name__ == "__main__":
    raise SystemExit(main())
