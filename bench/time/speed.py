"""What the kinds beside quotations add to spaCy's parse of the same texts, in the same run.

usage: python bench/time/speed.py SHARED

The parse is spaCy's own, by the shipped models as any spaCy program loads them; recoupe's own is faster. The texts are
the first articles of the parallel corpus in SHARED, in French and in English. Every text is parsed and read some
rounds, and the least processor time of each counts. Kinds run in the pipeline's order, so that what two of them ask of
one word counts with the first; quotations, names and assertions (every other clause, for comparing) are printed too,
but not added. Fails above LIMIT, as a busy machine shows shares too high.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import sys
import time
from collections import defaultdict
from pathlib import Path

import spacy

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.memo import forget
from recoupe.annotate.mentions import find
from recoupe.annotate.pipeline import SHIPPED, load
from recoupe.annotate.whitespace import parse
from recoupe.kinds.registry import kinds
from recoupe.types import Document, Statement

DAY = dt.date(2019, 5, 1)
ARTICLES = 25
ROUNDS = 6
TARGET = 15.0
LIMIT = 22.0
APART = ("quotation", "names", "assertion")
Seconds = dict[str, float]


def news(shared: Path) -> dict[str, list[str]]:
    """The first articles of the parallel corpus by language."""
    path = shared / "corpora" / "parallel" / "ntrex-half-a.jsonl"
    articles: dict[str, dict[str, list[str]]] = defaultdict(lambda: {"fr": [], "en": []})
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        for lang in ("fr", "en"):
            articles[row["id"]][lang] += row[lang]
    chosen = [articles[name] for name in sorted(articles)[:ARTICLES]]
    return {lang: ["\n".join(article[lang]) for article in chosen] for lang in ("fr", "en")}


def read(document: Document, spent: Seconds) -> None:
    """One reading of a parsed text, each kind's seconds put down."""
    doc = parse(load(document.lang), document.text)
    begun = time.process_time()
    account = Annotated(document, doc, find(document, doc))
    spent["names"] = time.process_time() - begun
    found: list[Statement] = []
    for kind in kinds():
        before = [statement for statement in found if statement.kind in kind.after]
        extract = kind.extract()
        begun = time.process_time()
        found += extract(account, before)
        spent[kind.name] = time.process_time() - begun
    forget(doc)


def measure(texts: list[str], lang: str) -> Seconds:
    """The least seconds of the parse and of each kind, over all texts."""
    bare = spacy.load(Path(str(SHIPPED.joinpath(lang))))
    least: Seconds = defaultdict(float)
    for text in texts:
        document = Document("timed", text, lang, published=DAY)
        rounds: list[Seconds] = []
        for _ in range(ROUNDS):
            spent: Seconds = {}
            begun = time.process_time()
            bare(text)
            spent["parse"] = time.process_time() - begun
            read(document, spent)
            rounds.append(spent)
        gc.collect()
        for name in rounds[0]:
            least[name] += min(spent[name] for spent in rounds)
    return least


def main() -> None:
    """Prints a line for each language; fails above LIMIT."""
    worst = 0.0
    gc.disable()
    for lang, texts in news(Path(sys.argv[1])).items():
        spent = measure(texts, lang)
        share = {name: 100 * spent[name] / spent["parse"] for name in spent if name != "parse"}
        rest = sum(value for name, value in share.items() if name not in APART)
        worst = max(worst, rest)
        words = sum(len(text.split()) for text in texts)
        told = ", ".join(f"{name} {value:.1f}" for name, value in share.items())
        speed = words / (spent["time"] + spent["figure"])
        print(f"{lang}: {rest:.1f} % of the parse ({told})")
        print(f"    parse {1e6 * spent['parse'] / words:.0f} ms a thousand words")
        print(f"    times and figures {speed:,.0f} words a second")
    print(f"target: {TARGET} %")
    if worst > LIMIT:
        sys.exit(f"{worst:.1f} % of the parse, at most {LIMIT}")


if __name__ == "__main__":
    main()
