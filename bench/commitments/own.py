"""Scores the commitments of the accounts written for this repository, open and closed, French and English apart.

usage: python bench/commitments/own.py [--errors] [--raise]

--errors lists what is missed and made up in the open half only; --raise lifts the floors to what was measured.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recoupe.pipeline import run
from recoupe.types import Document, Statement

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
HELD = ("found", "span")
STOP = frozenset(["le", "la", "les", "l", "un", "une", "the", "a", "an", "son", "sa", "its", "his", "her"])


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated commitment."""

    start: int
    end: int
    who: str
    due: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Account:
    """An account with the brackets taken out of its text."""

    name: str
    half: str
    lang: str
    published: dt.date
    text: str
    gold: tuple[Gold, ...]


def load(path: Path) -> Account:
    """Reads one account; raises ValueError when brackets and annotations don't go together."""
    data = tomllib.loads(path.read_text("utf-8"))
    text, spans, opened = "", [], 0
    for part in re.split(r"([\[\]])", data["text"].strip()):
        if part == "[":
            opened = len(text)
        elif part == "]":
            spans.append((opened, len(text)))
        else:
            text += part
    gold = tuple(Gold(*span, *row) for span, row in zip(spans, data["commitments"], strict=True))
    day = dt.date.fromisoformat(data["published"])
    return Account(path.stem, path.parent.name, data["lang"], day, text, gold)


def accounts() -> list[Account]:
    """All accounts, the open half first."""
    return [
        load(path)
        for half in ("open", "closed", "unseen", "fresh")
        for path in sorted((HERE / "accounts" / half).glob("*.toml"))
    ]


def commitments(account: Account) -> list[Statement]:
    """The commitments found by the whole pipeline, in text order."""
    document = Document(account.name, account.text, account.lang, published=account.published)
    return [s for s in run([document]).statements if s.kind == "commitment"]


def pairs(found: list[Statement], gold: tuple[Gold, ...]) -> list[tuple[int, int]]:
    """One-to-one, in text order, by the rule of the annotated stories."""
    used: set[int] = set()
    met = []
    for j, g in enumerate(gold):
        for i, s in enumerate(found):
            shared = min(s.anchor.end, g.end) - max(s.anchor.start, g.start)
            near = shared >= 0.3 * (g.end - g.start) or shared >= 0.6 * (s.anchor.end - s.anchor.start)
            if i not in used and shared > 0 and near:
                used.add(i)
                met.append((i, j))
                break
    return met


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - STOP


def judge(account: Account, tally: dict[str, Counter[str]], errors: list[str]) -> None:
    """Adds one account to the tallies of its half and its half's language."""
    found = commitments(account)
    met = pairs(found, account.gold)
    row: Counter[str] = Counter({"found": len(met), "n_found": len(found), "n_gold": len(account.gold)})
    for i, j in met:
        body: Any = found[i].body
        got, gold = body.row(found[i]), account.gold[j]
        start, end = found[i].anchor.start, found[i].anchor.end
        shared = min(end, gold.end) - max(start, gold.start)
        checks = {
            "span": shared >= 0.7 * max(end - start, gold.end - gold.start),
            "who": bool(_words(got["who"] or "") & _words(gold.who)) or not (got["who"] or gold.who),
            "due": (got["due"] or "") == gold.due,
            "certainty": got["certainty"] == gold.certainty,
        }
        row.update({name: int(ok) for name, ok in checks.items()})
        bad = [name for name, ok in checks.items() if not ok]
        if bad:
            has = (found[i].anchor.exact, got["who"], got["due"], got["certainty"])
            errors.append(f"{account.name} {','.join(bad)}: {has} for {account.text[gold.start : gold.end]} {gold}")
    hit, had = {j for _, j in met}, {i for i, _ in met}
    missed = [g for j, g in enumerate(account.gold) if j not in hit]
    errors += [f"{account.name} missed: {account.text[g.start : g.end]}" for g in missed]
    errors += [f"{account.name} made up: {s.anchor.exact}" for i, s in enumerate(found) if i not in had]
    for part in (account.half, f"{account.half} {account.lang}"):
        tally.setdefault(part, Counter()).update(row)


def scores(row: Counter[str]) -> dict[str, float]:
    """F1 of found and span, shares of those found for the rest, in per cent."""

    def f1(name: str) -> float:
        return 200 * row[name] / (row["n_found"] + row["n_gold"] or 1)

    shares = {name: 100 * row[name] / (row["found"] or 1) for name in ("who", "due", "certainty")}
    whole = {"found": f1("found"), "span": f1("span")}
    rates = {"precision": 100 * row["found"] / (row["n_found"] or 1), "recall": 100 * row["found"] / row["n_gold"]}
    return {name: round(value, 1) for name, value in {**whole, **rates, **shares}.items()}


def main() -> None:
    """Prints the table and compares with the floors."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    tally: dict[str, Counter[str]] = {}
    errors: list[str] = []
    for account in accounts():
        judge(account, tally, errors if account.half == "open" else [])
    if "--errors" in sys.argv:
        print(*errors, sep="\n")
    measured = {part: scores(row) for part, row in tally.items()}
    for part, row in measured.items():
        print(f"{part:10s}", *(f"{name} {value:5.1f} " for name, value in row.items()))
    below = [
        f"{part}: {name} is {measured[part][name]}, floor {floor}"
        for part, held in floors.items()
        for name, floor in held.items()
        if measured[part][name] < floor
    ]
    if "--raise" in sys.argv:
        raised = {
            part: {name: max(row[name], floors.get(part, {}).get(name, 0)) for name in HELD}
            for part, row in measured.items()
        }
        FLOORS.write_text(json.dumps(raised, indent=1, sort_keys=True) + "\n", "utf-8")
    if below:
        sys.exit("\n".join(below))


if __name__ == "__main__":
    main()
