"""Sets our English quotations beside others' on PolNeAR's dev part, all on our own parses.

usage: python bench/attribution/peers.py SHARED

Writes docs/attribution.md. `textacy` is its `direct_quotations` (skipped, and said so, where it is not installed); an
article it refuses for an unpaired mark counts as one where it found nothing. `regular expressions` is the floor: marks
and one of a few verbs beside a capital.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polnear
import regex
from polnear import Article, Attributed, Span

from recoupe.annotate.annotate import annotate
from recoupe.annotate.annotated import Annotated
from recoupe.types import Document

ROOT = Path(__file__).resolve().parents[2]
SAID = "(?:said|says|added|wrote|told|asked|explained|tweeted|replied|argued)"
WHO = r"((?:(?:the|a|an)\s)?(?:\p{Lu}[\w.'’-]+(?:\s\p{Lu}[\w.'’-]+){0,4}|he|she|they))"
MARKED = r"[\"“]([^\"“”\n]{4,}?)[\"”]"
PATTERNS = (regex.compile(rf"{MARKED},?\s+{WHO}\s+{SAID}\b"), regex.compile(rf"{MARKED},?\s+{SAID}\s+{WHO}"))
HEAD = """# Attribution, measured

Made by `python bench/attribution/peers.py SHARED`; change the code, then run it again. English political news: the dev
part of PolNeAR (Newell, Margolin and Ruths 2018); its texts and words are not in this repository. Its articles served
to see which classes of constructions were missing, each then written with examples of its own: these figures flatter.
Every system reads the same parses, made by the shipped model.

A content is right when it shares half or more of the characters that it and an annotated content cover together, one to
one; a source is right when its words touch the annotated source's. PolNeAR marks every attribution, so also what a
source wants, believes, backs or does with words (*endorsed her*): recall near one is neither reached nor wished for.
"""
TAIL = """
On the test part, scored the same way, the rules of the Gender Gap Tracker were measured at a content F1 of 0.47 with
CoreNLP's parses and 0.43 with a self-trained model, and textacy at 0.23. On one article in 25 of its
training part (`polnear.py SHARED --train --every 25`) recoupe's content F1 is 0.66 and its quoted recall 0.93.

## What is left

- What a source does with words that report nothing (*backed*, *attacked*, *endorsed*) is left out on purpose.
- What is said to seem, or to be expected by nobody named, is left out: a quotation has a source.
- Nouns that carry a content (*her claim that*, *concerns about*) are read only where a verb takes them up.
"""

Reader = Callable[[Annotated], list[Attributed]]


def by_patterns(annotated: Annotated) -> list[Attributed]:
    """The floor: quoted words beside a verb and a capital or a pronoun."""
    found: dict[Span, Attributed] = {}
    for pattern in PATTERNS:
        for match in pattern.finditer(annotated.document.text):
            found.setdefault(match.span(1), Attributed((match.span(1),), (match.span(2),), "pattern"))
    return [found[span] for span in sorted(found)]


def textacy_reader() -> Reader | None:
    """The reader of textacy; None where it is not installed."""
    try:
        from textacy.extract.triples import direct_quotations  # noqa: PLC0415  # a peer, not a dependency
    except ImportError:
        return None

    def read(annotated: Annotated) -> list[Attributed]:
        try:
            triples: list[Any] = list(direct_quotations(annotated.doc))
        except ValueError:
            return []
        return [
            Attributed(
                ((t.content.start_char, t.content.end_char),),
                ((t.speaker[0].idx, t.speaker[-1].idx + len(t.speaker[-1])),),
                "textacy",
            )
            for t in triples
        ]

    return read


def measure(articles: list[Article], readers: dict[str, Reader]) -> tuple[dict[str, Counter[str]], dict[str, float]]:
    """The counts and the seconds of each reader."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in readers}
    taken = dict.fromkeys(readers, 0.0)
    for article in articles:
        annotated = annotate(Document(article.name, article.text, "en"))
        for name, read in readers.items():
            started = time.process_time()
            found = read(annotated)
            taken[name] += time.process_time() - started
            counts[name] += polnear.tally(article, found)
    return counts, taken


def main() -> None:
    """Writes the table."""
    readers: dict[str, Reader] = {"recoupe": polnear.extract}
    other = textacy_reader()
    if other is not None:
        readers["textacy"] = other
    readers["regular expressions"] = by_patterns
    counts, taken = measure(polnear.articles(Path(sys.argv[1]), "dev"), readers)
    names = list(polnear.figures(counts["recoupe"]))
    rows = ["| system | found | " + " | ".join(names) + " |", "|---" * (len(names) + 2) + "|"]
    for name, count in counts.items():
        figures = polnear.figures(count)
        rows.append(f"| {name} | {count['found']} | " + " | ".join(f"{value:.3f}" for value in figures.values()) + " |")
    missing = "" if other is not None else "\ntextacy was not installed when this was made.\n"
    gold = counts["recoupe"]
    marked = f"{gold['quoted']} of them with a content that opens with marks"
    size = f"\n{gold['gold']} attributions are annotated, {marked}.\n"
    (ROOT / "docs" / "attribution.md").write_text(HEAD + size + "\n" + "\n".join(rows) + "\n" + missing + TAIL, "utf-8")
    print(*rows, *(f"{name}: {seconds:.1f} s" for name, seconds in taken.items()), sep="\n")


if __name__ == "__main__":
    main()
