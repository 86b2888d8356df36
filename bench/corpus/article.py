"""Measures one article at a time: every stage of the pipeline beside the bare spaCy parse of the same text.

usage: python bench/corpus/article.py NTREX.jsonl [--articles 200] [--times 1]

Texts are whole documents of a parallel corpus (`{"id", "en": [sentences], "fr": [sentences]}` a line) and articles
recombined from them, half French and half English, each read once after a few to warm up: the bare parse, then the
pipeline in one piece, then its stages one by one. `bare` is `spacy.load(the shipped model)(text)` with nothing of ours.
With textacy installed, its direct quotations are timed on the bare parse of the English texts. Prints processor
seconds as shares of the bare parse; fails when the whole is above the floor.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import importlib.util
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

import spacy
from recombine import articles, documents
from spacy.language import Language

from recoupe import pipeline
from recoupe.annotate.annotated import Annotated
from recoupe.annotate.memo import forget
from recoupe.annotate.mentions import find
from recoupe.annotate.pipeline import SHIPPED, load
from recoupe.annotate.whitespace import parse
from recoupe.kinds.registry import kinds
from recoupe.types import Document, Statement

WHOLE = 1.35
LANGS = ("fr", "en")
Clock = defaultdict[str, float]


@cache
def bare(lang: str) -> Language:
    """The shipped model as spaCy loads it."""
    return spacy.load(str(SHIPPED.joinpath(lang)))


def texts(corpus: Path, count: int) -> list[Document]:
    """A quarter each: French and English documents, French and English recombined articles."""
    pool, share = documents(corpus), count // 4
    out = [
        Document(f"{lang}{n}", "\n".join(pair[lang] for pair in pairs), lang, published=dt.date(2031, 3, 1))
        for lang in LANGS
        for n, pairs in enumerate(pool[:share])
    ]
    left = dict.fromkeys(LANGS, share)
    for made in articles(pool, 4 * count):
        if left[made.lang]:
            left[made.lang] -= 1
            out.append(Document(made.id, made.text, made.lang, published=dt.date.fromisoformat(made.published)))
    return out


@contextmanager
def timed(clock: Clock, name: str) -> Iterator[None]:
    """Adds the processor seconds of what is done inside."""
    started = time.process_time()
    yield
    clock[name] += time.process_time() - started


def stages(document: Document, clock: Clock) -> None:
    """The stages one by one, as the pipeline takes them."""
    with timed(clock, "our parse"):
        doc = parse(load(document.lang), document.text)
    with timed(clock, "names"):
        annotated = Annotated(document, doc, find(document, doc))
    found: list[Statement] = []
    for kind in kinds():
        with timed(clock, kind.name):
            found += kind.extract()(annotated, [s for s in found if s.kind in kind.after])
    forget(doc)


def peer(document: Document, clock: Clock) -> None:
    """textacy's direct quotations, on a parse that is not counted."""
    from textacy.extract import direct_quotations  # noqa: PLC0415  # not a dependency

    doc = bare(document.lang)(document.text)
    # It refuses a text with an odd number of quotation marks.
    with timed(clock, "textacy, direct quotations"), suppress(ValueError):
        list(direct_quotations(doc))


def main() -> None:
    """Measure, print, fail above the floor."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--times", type=int, default=1)
    given = parser.parse_args()
    chosen = texts(given.corpus, given.articles)
    with_peer = importlib.util.find_spec("textacy") is not None
    clock: Clock = defaultdict(float)
    for document in [*chosen[:3], *chosen[-3:]]:
        bare(document.lang)(document.text)
        stages(document, defaultdict(float))
        pipeline.run([document])
    gc.collect()
    gc.freeze()
    for document in chosen * given.times:
        with timed(clock, "bare"):
            bare(document.lang)(document.text)
        with timed(clock, "whole"):
            pipeline.run([document])
        stages(document, clock)
        if with_peer and document.lang == "en":
            with timed(clock, "bare, English"):
                bare("en")(document.text)
            peer(document, clock)
    report(clock, len(chosen) * given.times, sum(len(d.text.split()) for d in chosen) * given.times)


def report(clock: Clock, count: int, words: int) -> None:
    """Prints every share, and stops when the whole is too slow."""
    whole, parsed = clock.pop("whole"), clock.pop("bare")
    english = clock.pop("bare, English", 0.0)
    print(f"{count} articles of {words / count:.0f} words; bare parse {words / parsed:.0f} words a second")
    for name, seconds in clock.items():
        share = seconds / (english if name.startswith("textacy") else parsed)
        print(f"{name}: {100 * share:.1f} % of the bare parse")
    print(f"whole: {whole / parsed:.3f} times the bare parse, {count / whole:.1f} articles a second and core")
    if whole / parsed > WHOLE:
        sys.exit(f"the whole pipeline takes {whole / parsed:.3f} times the bare parse, at most {WHOLE}")


if __name__ == "__main__":
    main()
