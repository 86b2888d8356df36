"""Times the extraction of quotations against spaCy's parse of the same accounts, in the same run.

The parse is spaCy's own, by the shipped models as any spaCy program loads them; recoupe's own is faster.

usage: python bench/attribution/speed.py [--profile]

Prints each language's parse and extraction in milliseconds for a thousand words, and the extraction as a share of the
parse. The share should be under TARGET; above LIMIT the command fails, as a busy machine shows a share too high.
--profile lists where the extraction spends its time.
"""

from __future__ import annotations

import cProfile
import datetime as dt
import pstats
import sys
import time
from pathlib import Path

import spacy
from score import Account, load

from recoupe.annotate.annotate import annotate
from recoupe.annotate.annotated import Annotated
from recoupe.annotate.pipeline import SHIPPED
from recoupe.kinds.registry import kinds
from recoupe.types import Document, Statement

HERE = Path(__file__).parent
ROUNDS = 5
TARGET = 10.0
LIMIT = 16.0


def accounts(lang: str) -> list[Account]:
    """Every account of one language, of both halves."""
    paths = sorted((HERE / "accounts").glob("*/*/gold.json"))
    return [account for path in paths for account in load(path.parent) if account.lang == lang]


def before(annotated: Annotated) -> list[Statement]:
    """What the quotations' extractor is given: the statements of the kinds it comes after."""
    found: list[Statement] = []
    wanted = next(kind for kind in kinds() if kind.name == "quotation")
    for kind in kinds():
        if kind.name == "quotation":
            break
        found += kind.extract()(annotated, [statement for statement in found if statement.kind in kind.after])
    return [statement for statement in found if statement.kind in wanted.after]


def measure(lang: str, profile: cProfile.Profile) -> tuple[float, float, int]:
    """Seconds of processor time of the parse and of the extraction, the least of some rounds, and the words."""
    extract = next(kind for kind in kinds() if kind.name == "quotation").extract()
    nlp = spacy.load(Path(str(SHIPPED.joinpath(lang))))
    parse = taken = 0.0
    words = 0
    for account in accounts(lang):
        document = Document(account.name, account.text, lang, published=dt.date.fromisoformat(account.published))
        words += len(account.text.split())
        parses, takes = [], []
        for number in range(ROUNDS):
            started = time.process_time()
            nlp(account.text)
            parses.append(time.process_time() - started)
            annotated = annotate(document)
            given = before(annotated)
            if number == ROUNDS - 1:
                profile.enable()
            started = time.process_time()
            list(extract(annotated, given))
            takes.append(time.process_time() - started)
            profile.disable()
        parse += min(parses)
        taken += min(takes)
    return parse, taken, words


def main() -> None:
    """Prints the shares and fails above the limit."""
    profile = cProfile.Profile()
    above = []
    for lang in ("fr", "en"):
        parse, taken, words = measure(lang, profile)
        share = 100 * taken / parse
        each = 1_000_000 / words
        print(f"{lang}: parse {parse * each:.0f} ms, quotations {taken * each:.0f} ms a thousand words: {share:.1f} %")
        if share > LIMIT:
            above.append(f"{lang}: {share:.1f} % of the parse, limit {LIMIT} %")
    if "--profile" in sys.argv:
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)
    print(f"target: {TARGET} %")
    if above:
        sys.exit("\n".join(above))


if __name__ == "__main__":
    main()
