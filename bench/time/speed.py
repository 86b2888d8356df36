"""What times and figures add to the parse, in per cent, on parallel text.

usage: python bench/time/speed.py SHARED

Wall time of one warm pass over forty documents a language; run it on a quiet machine.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from pathlib import Path

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.mentions import find
from recoupe.annotate.pipeline import load
from recoupe.annotate.whitespace import parse
from recoupe.kinds.figure.extract import extract as figures
from recoupe.kinds.timing.extract import extract as times
from recoupe.types import Document

DAY = dt.date(2018, 10, 3)
DOCUMENTS = 40


def passed(texts: list[str], lang: str) -> tuple[float, float, float]:
    """The seconds spent on parsing, on times and on figures."""
    spent = [0.0, 0.0, 0.0]
    for text in texts:
        document = Document("d", text, lang, published=DAY)
        start = time.perf_counter()
        doc = parse(load(lang), text)
        spent[0] += time.perf_counter() - start
        account = Annotated(document, doc, find(document, doc))
        start = time.perf_counter()
        found = list(times(account, ()))
        spent[1] += time.perf_counter() - start
        start = time.perf_counter()
        list(figures(account, found))
        spent[2] += time.perf_counter() - start
    return spent[0], spent[1], spent[2]


def main(shared: Path) -> None:
    """Print one line a language."""
    rows = (shared / "corpora/parallel/ntrex-half-a.jsonl").read_text("utf8").splitlines()[:DOCUMENTS]
    for lang in ("fr", "en"):
        texts = ["\n".join(json.loads(row)[lang]) for row in rows]
        passed(texts[:2], lang)
        parsing, timing, counting = passed(texts, lang)
        words = sum(len(text.split()) for text in texts)
        print(
            f"{lang}: {words} words; times {100 * timing / parsing:.1f} % of the parse, "
            f"figures {100 * counting / parsing:.1f} %; {words / (timing + counting):,.0f} words a second for both"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
