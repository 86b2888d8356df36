"""Counts how often a quotation found a given way is right, and how far the scores made of it can be believed.

usage: python bench/attribution/calibrate.py SHARED [--write]

--write counts the open half of the accounts and the annotated stories under SHARED, and writes the numbers (no words of
any text) to lang/shared/confidence.toml. Without it, the scores of the closed half are held against what is right: the
expected calibration error, and a line for each bin of scores.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from own import accounts, find
from score import Account, Quote, load, pair, same_name

from recoupe.kinds.quotation.confidence import WAYS

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "src" / "recoupe" / "lang" / "shared" / "confidence.toml"
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
HEAD = """# How often a quotation found a given way is right, counted by `bench/attribution/calibrate.py --write`.
# `passage`: by the construction that found it, how many were found and how many had the right words.
# `speaker`: by how the passage gives its speaker, how many had the right words and how many the right speaker.
# `prior`: what was thought of a way before counting; it weighs as much as `weight` cases.
"""


def judged(found: list[Quote], gold: tuple[Quote, ...]) -> Iterator[tuple[Quote, bool, bool]]:
    """Each quotation found, whether its words are right, and whether its speaker is too."""
    matched = dict(pair(found, gold, 0.5))
    for place, quote in enumerate(found):
        right = place in matched
        yield quote, right, right and same_name(quote.named, gold[matched[place]].named)


def counted(stories: list[list[Account]]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Found and right, by construction for the words and by way for the speaker."""
    passage: dict[str, list[int]] = {}
    speaker: dict[str, list[int]] = {way: [0, 0] for way in WAYS}
    for story in stories:
        for account, found in zip(story, find(story), strict=True):
            for quote, words, whole in judged(found, account.quotes):
                row = passage.setdefault(str(quote.construction), [0, 0])
                row[0] += 1
                row[1] += words
                if words:
                    speaker[str(quote.way)][0] += 1
                    speaker[str(quote.way)][1] += whole
    return dict(sorted(passage.items())), speaker


def write(shared: Path) -> None:
    """Counts and writes the table, keeping its weight and priors."""
    folders = [path.parent for part in ("gold-fr", "gold-en") for path in sorted((shared / part).glob("*/gold.json"))]
    english = {folder for folder in folders if folder.parent.name == "gold-en"}
    stories = [load(folder, "en" if folder in english else "fr") for folder in folders]
    stories += [[account] for account in accounts("open")]
    passage, speaker = counted(stories)
    old = tomllib.loads(TABLE.read_text("utf-8"))
    lines = [HEAD + f"weight = {old['weight']}", "", "[prior]", *(f"{k} = {v}" for k, v in old["prior"].items())]
    for name, rows in (("passage", passage), ("speaker", speaker)):
        lines += ["", f"[{name}]", *(f"{key} = {value}" for key, value in rows.items())]
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")


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


def report(half: str) -> None:
    """Prints how the scores of one half hold."""
    rows: list[tuple[float, bool]] = []
    words: Counter[bool] = Counter()
    for account in accounts(half):
        (found,) = find([account])
        for quote, right, whole in judged(found, account.quotes):
            rows.append((float(quote.sure or 0), whole))
            words[right] += 1
    error, bins = reliability(rows)
    print(f"{half}: {len(rows)} found, words right {words[True]}, words and speaker right {sum(r for _, r in rows)}")
    print(f"  expected calibration error {error} points")
    for low, high, size, mean, share in bins:
        print(f"  score {low:.1f} to {min(high, 1):.1f}: {size:3d} found, mean score {mean:.2f}, right {share:.2f}")


def main() -> None:
    """Writes the table or reports on both halves."""
    if "--write" in sys.argv:
        write(Path(sys.argv[1]))
    for half in ("open", "closed"):
        report(half)


if __name__ == "__main__":
    main()
