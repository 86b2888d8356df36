"""Scores the accounts written for this repository, the open half and the closed half apart, French and English apart.

usage: python bench/attribution/own.py [--errors] [--raise]

--errors lists what is missed and made up in the open half only; --raise lifts the floors to what was measured.
A measure of HELD below its floor fails; speaker and cue are not held, as they are counted on what was matched, which
grows.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from score import Account, Quote, Tally, compare, load, pair

from recoupe.kinds.quotation import confidence
from recoupe.pipeline import run
from recoupe.types import Document

HERE = Path(__file__).parent
FLOORS = HERE / "own-floors.json"
HALVES = ("open", "closed")
SHOWN = ("content, overlap 0.3", "content, overlap 0.8", "speaker", "cue", "via")
HELD = ("content, overlap 0.3", "content, overlap 0.8", "found with its speaker", "via")


def find(story: Sequence[Account]) -> list[list[Quote]]:
    """The quotations of each account of a story as the whole pipeline finds them."""
    documents = [
        Document(a.name, a.text, a.lang, outlet=a.outlet, published=dt.date.fromisoformat(a.published)) for a in story
    ]
    quotes: dict[str, list[Quote]] = {account.name: [] for account in story}
    for statement in run(documents).statements:
        if statement.kind == "quotation":
            body: Any = statement.body
            row: Any = body.row(statement)
            spans = tuple((c["start"], c["end"]) for c in row["contents"])
            cue = row["cue"]["text"] if row["cue"] else None
            way = confidence.way(row["speaker"]["text"] if row["speaker"] else None, body.pronoun)
            quotes[statement.anchor.document].append(
                Quote(spans, row["form"], cue, row["named"], row["via"], statement.score, body.construction, way)
            )
    return list(quotes.values())


def accounts(half: str) -> list[Account]:
    """The accounts of one half, in the order of their registers' names."""
    return [account for path in sorted((HERE / "accounts" / half).glob("*/gold.json")) for account in load(path.parent)]


def errors(account: Account, found: list[Quote]) -> list[str]:
    """What a reader of the open half is shown."""
    pairs = pair(found, account.quotes, 0.5)
    hit, met = {i for i, _ in pairs}, {j for _, j in pairs}

    def words(quote: Quote) -> str:
        return " … ".join(account.text[start:end] for start, end in quote.spans)[:100]

    lines = [f"  missed   {q.form:8s} {words(q)}" for j, q in enumerate(account.quotes) if j not in met]
    lines += [f"  made up  {q.construction} {words(q)}" for i, q in enumerate(found) if i not in hit]
    for i, j in sorted(pairs):
        wanted = account.quotes[j]
        row = Tally()
        row.merge(compare([found[i]], [wanted]))
        for name, got, gold in (("speaker", found[i].named, wanted.named), ("cue", found[i].cue, wanted.cue)):
            if gold and row.f1(name) < 100:
                lines.append(f"  {name}  {got!r} for {gold!r}: {words(wanted)[:50]}")
    return lines


def table(title: str, tally: Tally) -> str:
    """One block of the printed report."""
    lines = [title]
    for measure, (hit, found, gold) in tally.counts.items():
        lines.append(f"  {measure:24s} {tally.f1(measure):5.1f}   ({hit} of {found} found, {gold} annotated)")
    return "\n".join(lines)


def main() -> None:
    """Prints the tables and compares with the floors."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    parts: dict[str, Tally] = {}
    registers = []
    for half in HALVES:
        for account in accounts(half):
            (found,) = find([account])
            tally = compare(found, account.quotes)
            for part in (half, f"{half} {account.lang}"):
                parts.setdefault(part, Tally()).merge(tally)
            scores = " ".join(f"{tally.f1(measure):6.1f}" for measure in SHOWN)
            registers.append(f"{half:7s}{account.lang} {account.name:18s}{scores}")
            if half == "open" and "--errors" in sys.argv:
                print(account.name, *errors(account, found), sep="\n")
    print("register" + " " * 21 + " ".join(f"{name:>6s}" for name in ("c0.3", "c0.8", "spk", "cue", "via")))
    print(*registers, sep="\n")
    print(*(table(part, tally) for part, tally in parts.items()), sep="\n")
    measured = {part: {measure: tally.f1(measure) for measure in tally.counts} for part, tally in parts.items()}
    below = [
        f"{part}: {measure} is {measured[part].get(measure, 0)}, floor {floor}"
        for part, held in floors.items()
        for measure, floor in held.items()
        if measured.get(part, {}).get(measure, 0) < floor
    ]
    if "--raise" in sys.argv:
        for part, scores in measured.items():
            held = floors.setdefault(part, {})
            held.update({name: max(scores[name], held.get(name, 0)) for name in HELD})
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")
    if below:
        sys.exit("\n".join(below))


if __name__ == "__main__":
    main()
