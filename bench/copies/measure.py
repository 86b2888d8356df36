"""Copies made of this project's own accounts, and whether they are found: python bench/copies/measure.py.

Each account is cut, merged with another, re-punctuated, put in another order and reworded: every n-th word replaced.
Two accounts that were written apart are no copies of one another. Exits with 1 when a floor is missed.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

from recoupe.compare.names import Names
from recoupe.compare.origins import origins
from recoupe.types import Document

HERE = Path(__file__).parent
FOLDERS = ("../attribution/accounts", "../../examples")
LONG = 60
WRITTEN_AS_COPIES = {"2-gazette.txt"}  # prints the dispatch of 1-courrier.txt
FLOORED = ("cut to half", "merged", "re-punctuated", "reordered", "one word in 20", "one word in 12")


def accounts() -> list[str]:
    """The texts written for this project that are long enough to be an article."""
    paths = (path for folder in FOLDERS for path in sorted((HERE / folder).rglob("*.txt")))
    texts = (path.read_text("utf8") for path in paths if path.name not in WRITTEN_AS_COPIES)
    return [text for text in dict.fromkeys(texts) if len(text.split()) >= LONG]


def reworded(every: int) -> Callable[[str, str], str]:
    """An edit that puts another word in the place of every n-th."""

    def edit(text: str, _: str) -> str:
        words = text.split(" ")
        return " ".join("autrement" if at % every == every - 1 else word for at, word in enumerate(words))

    return edit


def _halved(text: str, _: str) -> str:
    words = text.split(" ")
    return " ".join(words[len(words) // 4 : len(words) // 4 + len(words) // 2])


def _reordered(text: str, _: str) -> str:
    return " ".join(reversed(re.split(r"(?<=[.!?])\s+", text)))


EDITS: dict[str, Callable[[str, str], str]] = {
    "cut to half": _halved,
    "merged": lambda text, other: f"{other}\n\n{text}",
    "re-punctuated": lambda text, _: re.sub(r"[^\w\s]", " ", text).upper(),
    "reordered": _reordered,
    **{f"one word in {n}": reworded(n) for n in (20, 12, 8, 5)},
}


def copied(left: str, right: str) -> bool:
    """The two are told to share wording."""
    documents = [Document("a", left, "fr"), Document("b", right, "fr")]
    return any(reason.code.startswith("copied") for o in origins(documents, [], Names([])) for reason in o.reasons)


def main() -> int:
    """Print how many copies of each sort are found and how many accounts written apart are taken for copies."""
    texts = accounts()
    found = {
        name: round(100 * sum(copied(t, edit(t, texts[n - 1])) for n, t in enumerate(texts)) / len(texts), 1)
        for name, edit in EDITS.items()
    }
    apart = list(combinations(texts, 2))
    wrong = sum(copied(left, right) for left, right in apart)
    right = sum(round(found[name] * len(texts) / 100) for name in FLOORED)
    whole = {"recall": round(100 * right / (len(FLOORED) * len(texts)), 1)}
    whole["precision"] = round(100 * right / max(1, right + wrong), 1)
    print(json.dumps({"accounts": len(texts), "apart": len(apart), "wrong": wrong, "found": found, **whole}, indent=1))
    floors = json.loads((HERE / "floors.json").read_text("utf8"))
    low = [name for name, least in floors.items() if whole[name] < least]
    print(*(f"below its floor: {name}" for name in low), sep="\n", file=sys.stderr)
    return bool(low)


if __name__ == "__main__":
    raise SystemExit(main())
