"""One matter told in French and in English: python bench/crosslang/measure.py [NTREX.jsonl] [--errors].

Each folder here holds a story told twice, line by line alike; NTREX gives documents whose French is a translation of
the English, each taken as two accounts. Where a line has a figure, a quotation or a commitment in both languages, is
one of the French ones linked with one of the English ones? Exits with 1 when a floor is missed.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from recoupe.pipeline import run
from recoupe.types import Document, Dossier, Statement

HERE = Path(__file__).parent
KINDS = ("figure", "quotation", "commitment")
PUBLISHED = dt.date(2031, 4, 24)
TAKEN = 12


def told(lines: dict[str, Sequence[str]]) -> Dossier:
    """The two accounts set beside each other."""
    return run([Document(lang, "\n\n".join(lines[lang]), lang, published=PUBLISHED) for lang in ("fr", "en")])


def in_lines(dossier: Dossier, lines: dict[str, Sequence[str]]) -> dict[tuple[str, int, str], list[Statement]]:
    """The statements by language, line and kind."""
    found: dict[tuple[str, int, str], list[Statement]] = {}
    for lang in ("fr", "en"):
        start = 0
        for number, line in enumerate(lines[lang]):
            end = start + len(line)
            for s in dossier.statements:
                if s.anchor.document == lang and start <= s.anchor.start < end and s.kind in KINDS:
                    found.setdefault((lang, number, s.kind), []).append(s)
            start = end + 2
    return found


def aligned(lines: dict[str, Sequence[str]]) -> Iterator[tuple[str, bool, str]]:
    """For each line and kind that both languages have: the kind, whether they are linked, and the line."""
    dossier = told(lines)
    places = in_lines(dossier, lines)
    links = {frozenset((link.left, link.right)) for link in dossier.links}
    by_id = {s.id: s for s in dossier.statements}
    spans = [tuple(by_id[ident].anchor for ident in sorted(link)) for link in links if len(link) == 2]
    for (lang, number, kind), mine in sorted(places.items()):
        theirs = places.get(("en", number, kind), [])
        if lang != "fr" or not theirs:
            continue
        pairs = [(one.anchor, other.anchor) for one in mine for other in theirs]
        hit = any(
            (a.overlaps(left) and b.overlaps(right)) or (a.overlaps(right) and b.overlaps(left))
            for a, b in pairs for left, right in spans
        )  # fmt: skip
        yield kind, hit, lines["fr"][number]


def measure(stories: Sequence[dict[str, Sequence[str]]], errors: bool) -> dict[str, float]:
    """The share linked of each kind and of all, in per cent."""
    whole: Counter[str] = Counter()
    linked: Counter[str] = Counter()
    for lines in stories:
        for kind, hit, line in aligned(lines):
            for name in (kind, "all"):
                whole[name] += 1
                linked[name] += hit
            if errors and not hit:
                print(f"{kind}: {line}")
    print("  ".join(f"{kind} {linked[kind]}/{whole[kind]}" for kind in (*KINDS, "all")))
    return {kind: round(100 * linked[kind] / whole[kind], 1) for kind in whole}


def main() -> int:
    """Print both measures and hold them to their floors."""
    errors = "--errors" in sys.argv
    paths = [arg for arg in sys.argv[1:] if not arg.startswith("--")]
    own = [
        {lang: (folder / f"{lang}.txt").read_text("utf-8").splitlines() for lang in ("fr", "en")}
        for folder in sorted(path for path in HERE.iterdir() if path.is_dir())
    ]
    found = {"own": measure(own, errors)}
    if paths:
        rows = [json.loads(line) for line in Path(paths[0]).read_text("utf-8").splitlines()]
        found["ntrex"] = measure([{lang: row[lang] for lang in ("fr", "en")} for row in rows[:TAKEN]], errors)
    print(json.dumps(found, indent=1))
    floors = json.loads((HERE / "floors.json").read_text("ascii"))
    low = [name for name in found if found[name]["all"] < floors[name]]
    print(*(f"below its floor: {name}" for name in low), sep="\n", file=sys.stderr)
    return int(bool(low))


if __name__ == "__main__":
    raise SystemExit(main())
