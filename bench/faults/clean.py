"""Faults found in sound text: python bench/faults/clean.py SHARED [--show].

The press of NTREX in both languages, encyclopaedia, debates and medicine of Sequoia, news, interviews, biographies and
travel of GUM, and the annotated stories were edited before they were published, so nearly every fault found in
them is either a slip of theirs or ours. `--show` prints each hit to read. Prints hits by code for 100,000 words, and
fails when there are more than `ceilings.json` allows (these may only fall). Lines of the page (credits, furniture)
are counted apart: there they are meant to be found.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import spacy

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.fault.extract import flaws
from recoupe.types import Document

CEILINGS = Path(__file__).with_name("ceilings.json")
TREEBANKS = {
    "sequoia": ("fr", "corpora/syntax/fr/sequoia-train.conllu"),
    "gum": ("en", "corpora/syntax/en/gum-ccby.conllu"),
}
LINES = ("credit-line", "page-furniture")
AROUND = 40
Account = tuple[str, str, str]


def treebank(path: Path) -> Iterator[str]:
    """The texts of a CoNLL-U file, one sentence a line."""
    sentences: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# newdoc") and sentences:
            yield "\n".join(sentences)
            sentences = []
        elif line.startswith("# text ="):
            sentences.append(line[8:].strip())
    yield "\n".join(sentences)


def accounts(shared: Path) -> Iterator[Account]:
    """The corpus, the language and the text of every account."""
    for line in (shared / "corpora/parallel/ntrex-half-a.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        for lang in ("en", "fr"):
            yield f"ntrex-{lang}", lang, "\n".join(row[lang])
    for name, (lang, path) in TREEBANKS.items():
        for text in treebank(shared / path):
            yield name, lang, text
    for folder, lang in (("stories", "fr"), ("gold-fr", "fr"), ("gold-en", "en")):
        for path in sorted((shared / folder).glob("*/*.txt")):
            yield folder, lang, path.read_text("utf-8")


def main() -> None:
    """Counts, prints, and compares with the ceilings."""
    words: Counter[str] = Counter()
    hits: dict[str, Counter[str]] = {}
    for corpus, lang, text in accounts(Path(sys.argv[1])):
        words[corpus] += len(text.split())
        for flaw in flaws(Annotated(Document(corpus, text, lang), spacy.blank(lang).make_doc(text))):
            hits.setdefault(flaw.code, Counter())[corpus] += 1
            if "--show" in sys.argv:
                before, after = text[max(0, flaw.start - AROUND) : flaw.start], text[flaw.end : flaw.end + AROUND]
                print(corpus, flaw.code, repr(f"{before}[{text[flaw.start : flaw.end]}]{after}"))
    whole = sum(words.values())
    print(f"{whole} words")
    measured = {}
    for code in sorted(hits):
        found = hits[code].total()
        measured[code] = round(100_000 * found / whole, 1)
        where = ", ".join(f"{corpus} {count}" for corpus, count in sorted(hits[code].items()))
        print(f"{code:20} {measured[code]:6} for 100,000 words ({where})")
    ceilings = json.loads(CEILINGS.read_text("utf-8"))
    above = {code: rate for code, rate in measured.items() if code not in LINES and rate > ceilings.get(code, 0)}
    if above:
        sys.exit(f"more faults in sound text than before: {above}")


if __name__ == "__main__":
    main()
