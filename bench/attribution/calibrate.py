"""Counts how often a quotation found a given way is right, and how far the scores made of it can be believed.

usage: python bench/attribution/calibrate.py [--write]

The counts are of the closed half, whose texts no rule was written from: on text that rules were written from, more is
right than elsewhere. Each closed account is scored with the counts of the others, and the scores are held against what
is right: the expected calibration error, and a line for each bin. --write writes the counts of the whole closed half
(numbers only) to lang/shared/confidence.toml.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from own import accounts, find
from score import Account, Quote, pair, same_name

from recoupe.kinds.quotation.confidence import WAYS
from recoupe.lang import table

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "src" / "recoupe" / "lang" / "shared" / "confidence.toml"
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
HEAD = """# How often a quotation found a given way is right, counted by `bench/attribution/calibrate.py --write` on
# annotated accounts from which few rules were written.
# `passage`: by the construction that found it, how many were found and how many had the right words.
# `speaker`: by how the passage gives its speaker, how many had the right words and how many the right speaker.
# `prior`: what was thought of a way before counting; it weighs as much as `weight` cases.
"""
Judged = tuple[Quote, bool, bool]
Counts = dict[str, dict[str, list[int]]]


def judged(account: Account) -> Iterator[Judged]:
    """Each quotation found in an account, whether its words are right, and whether its speaker is too."""
    (found,) = find([account])
    matched = dict(pair(found, account.quotes, 0.5))
    for place, quote in enumerate(found):
        right = place in matched
        yield quote, right, right and same_name(quote.named, account.quotes[matched[place]].named)


def counted(rows: Iterable[Judged]) -> Counts:
    """Found and right, by construction for the words and by way for the speaker."""
    passage: dict[str, list[int]] = {}
    speaker: dict[str, list[int]] = {way: [0, 0] for way in WAYS}
    for quote, words, whole in rows:
        row = passage.setdefault(str(quote.construction), [0, 0])
        row[0] += 1
        row[1] += words
        if words:
            speaker[str(quote.way)][0] += 1
            speaker[str(quote.way)][1] += whole
    return {"passage": dict(sorted(passage.items())), "speaker": speaker}


def write(counts: Counts) -> None:
    """Writes the table, keeping its weight and priors."""
    old = tomllib.loads(TABLE.read_text("utf-8"))
    lines = [HEAD + f"weight = {old['weight']}", "", "[prior]", *(f"{k} = {v}" for k, v in old["prior"].items())]
    for name, rows in counts.items():
        lines += ["", f"[{name}]", *(f"{key} = {value}" for key, value in rows.items())]
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")


def scored(account: Account, counts: Counts) -> list[tuple[float, bool]]:
    """An account's scores made of other counts than the table's, and whether each quotation is right."""
    table("shared", "confidence").update(counts)
    return [(float(quote.sure or 0), whole) for quote, _, whole in judged(account)]


def reliability(rows: list[tuple[float, bool]]) -> tuple[float, list[tuple[float, float, int, float, float]]]:
    """The expected calibration error in points, and a row for each bin: its edges, cases, mean score, share right."""
    bins = []
    for low, high in pairwise(EDGES):
        inside = [(score, right) for score, right in rows if low <= score < high]
        if inside:
            mean = sum(score for score, _ in inside) / len(inside)
            bins.append((low, high, len(inside), mean, sum(right for _, right in inside) / len(inside)))
    error = sum(size * abs(mean - share) for _, _, size, mean, share in bins) / max(1, len(rows))
    return round(100 * error, 1), bins


def report(title: str, rows: list[tuple[float, bool]]) -> None:
    """Prints how scores hold."""
    error, bins = reliability(rows)
    print(f"{title}: {len(rows)} found, {sum(right for _, right in rows)} right in words and speaker")
    print(f"  expected calibration error {error} points")
    for low, high, size, mean, share in bins:
        print(f"  score {low:.1f} to {min(high, 1):.1f}: {size:3d} found, mean score {mean:.2f}, right {share:.2f}")


def main() -> None:
    """Counts, reports and, when asked, writes."""
    closed = {account.name: account for account in accounts("closed")}
    rows = {name: list(judged(account)) for name, account in closed.items()}
    everything = counted(row for found in rows.values() for row in found)
    others = {name: counted(row for at, found in rows.items() if at != name for row in found) for name in closed}
    read = counted(row for account in accounts("open") for row in judged(account))
    report("closed half, counts of the open one", [r for a in closed.values() for r in scored(a, read)])
    report("closed half, counts of its other accounts", [r for n, a in closed.items() for r in scored(a, others[n])])
    if "--write" in sys.argv:
        write(everything)


if __name__ == "__main__":
    main()
