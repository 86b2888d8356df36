"""Accounts for measuring the report: the paragraphs of the stories written for this project, dealt out again.

`python bench/report/make.py 300 > accounts.jsonl` writes that many accounts; the same number gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARAGRAPHS = 8
OUTLETS = ("Courrier", "Gazette", "Echo", "Ledger", "Chronicle", "Observer", "Tribune", "Dispatch")


def paragraphs() -> dict[str, list[str]]:
    """The paragraphs of the stories written for this project by language, in the order of their files."""
    found: dict[str, list[str]] = {"fr": [], "en": []}
    for path in [*sorted((ROOT / "examples").glob("*/*.txt")), *sorted((ROOT / "bench").glob("*/**/*.txt"))]:
        text = path.read_text("utf-8")
        lang = "fr" if text.count(" la ") + text.count(" le ") > text.count(" the ") else "en"
        found[lang] += [part for part in text.split("\n\n") if len(part) > 60]
    return found


def accounts(number: int) -> list[dict[str, str]]:
    """`number` accounts, every third in English, a day apart, each some paragraphs in an order of its own."""
    known, draw = paragraphs(), random.Random(6)
    rows = []
    for n in range(number):
        lang = "en" if n % 3 == 2 else "fr"
        parts = draw.sample(known[lang], min(PARAGRAPHS, len(known[lang])))
        day = dt.date(2031, 1, 1) + dt.timedelta(days=n)
        outlet = f"{OUTLETS[n % len(OUTLETS)]} {n // len(OUTLETS) + 1}"
        title = parts[0].split(".")[0][:90]
        text = "\n\n".join(parts)
        rows.append(
            {"id": f"a{n}", "lang": lang, "outlet": outlet, "title": title, "published": str(day), "text": text}
        )
    return rows


if __name__ == "__main__":
    for row in accounts(int(sys.argv[1]) if len(sys.argv) > 1 else 300):
        print(json.dumps(row, ensure_ascii=False))
