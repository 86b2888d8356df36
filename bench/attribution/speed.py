"""Times the extraction of quotations against spaCy's parse of the same texts, in the same run.

The parse is spaCy's own, by the shipped models as any spaCy program loads them; recoupe's own is faster.

usage: python bench/attribution/speed.py [SHARED] [--profile]

The texts are the news of the parallel corpus in the folder SHARED (`../shared` unless given), where it is, and the
accounts of this folder, which hold two to three times as many quotations as news does. Prints the parse and the
extraction in milliseconds for a thousand words, and the extraction as a share of the parse. The share should be under
TARGET on news; above LIMIT on it the command fails, as a busy machine shows a share too high. --profile lists
where the extraction spends its time.
"""

from __future__ import annotations

import cProfile
import datetime as dt
import gc
import json
import pstats
import sys
import time
from pathlib import Path

import spacy
from score import load

from recoupe.annotate.annotate import annotate
from recoupe.annotate.annotated import Annotated
from recoupe.annotate.pipeline import SHIPPED
from recoupe.kinds.registry import kinds
from recoupe.types import Document, Statement

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
PARALLEL = Path("corpora/parallel/ntrex-half-a.jsonl")
ARTICLES = 25
DAY = dt.date(2019, 5, 1)
ROUNDS = 8
TARGET = 10.0
LIMIT = 16.0


def accounts(lang: str) -> list[str]:
    """The text of every account of one language, of both halves."""
    paths = sorted((HERE / "accounts").glob("*/*/gold.json"))
    return [account.text for path in paths for account in load(path.parent) if account.lang == lang]


def news(shared: Path, lang: str) -> list[str]:
    """The first articles of the parallel corpus in one language; none where the folder is missing."""
    path = shared / PARALLEL
    if not path.is_file():
        return []
    articles: dict[str, list[str]] = {}
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        articles.setdefault(row["id"], []).extend(row[lang])
    return ["\n".join(articles[name]) for name in sorted(articles)[:ARTICLES]]


def before(annotated: Annotated) -> list[Statement]:
    """What the quotations' extractor is given: the statements of the kinds it comes after."""
    found: list[Statement] = []
    wanted = next(kind for kind in kinds() if kind.name == "quotation")
    for kind in kinds():
        if kind.name == "quotation":
            break
        found += kind.extract()(annotated, [statement for statement in found if statement.kind in kind.after])
    return [statement for statement in found if statement.kind in wanted.after]


def measure(texts: list[str], lang: str, profile: cProfile.Profile) -> tuple[float, float, int, int]:
    """Seconds of processor time of the parse and of the extraction, the least of some rounds; words; quotations."""
    extract = next(kind for kind in kinds() if kind.name == "quotation").extract()
    nlp = spacy.load(Path(str(SHIPPED.joinpath(lang))))
    parse = taken = 0.0
    words = count = 0
    for text in texts:
        document = Document("timed", text, lang, published=DAY)
        words += len(text.split())
        parses, takes = [], []
        found: list[Statement] = []
        for number in range(ROUNDS):
            started = time.process_time()
            nlp(text)
            parses.append(time.process_time() - started)
            annotated = annotate(document)
            given = before(annotated)
            if number == ROUNDS - 1:
                profile.enable()
            started = time.process_time()
            found = list(extract(annotated, given))
            takes.append(time.process_time() - started)
            profile.disable()
        count += len(found)
        parse += min(parses)
        taken += min(takes)
        gc.collect()
    return parse, taken, words, count


def main() -> None:
    """Prints the shares and fails above the limit."""
    shared = next((Path(word) for word in sys.argv[1:] if not word.startswith("-")), SHARED)
    profile = cProfile.Profile()
    above = []
    gc.disable()  # as recoupe does while it reads an account
    for lang in ("fr", "en"):
        for name, texts in (("news", news(shared, lang)), ("own", accounts(lang))):
            if not texts:
                print(f"{lang} {name}: left out, as {shared / PARALLEL} is not there")
                continue
            parse, taken, words, count = measure(texts, lang, profile)
            share = 100 * taken / parse
            each = 1_000_000 / words
            print(
                f"{lang} {name}: parse {parse * each:.0f} ms, quotations {taken * each:.0f} ms a thousand words "
                f"({1000 * count / words:.0f} quotations in them): {share:.1f} %"
            )
            if name == "news" and share > LIMIT:
                above.append(f"{lang} {name}: {share:.1f} % of the parse, limit {LIMIT} %")
    if "--profile" in sys.argv:
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)
    print(f"target: {TARGET} % of the parse on news")
    if above:
        sys.exit("\n".join(above))


if __name__ == "__main__":
    main()
