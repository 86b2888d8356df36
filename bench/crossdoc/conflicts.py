"""The conflicts between public accounts of one event: python bench/crossdoc/conflicts.py ECBPLUS [TOPICS].

The texts of ECB+ (Cybulska and Vossen 2014) carry no days, so that two are made up here and given by turns: what is
then shown as *changed* says nothing, but a *contradicts* must stand without them. Each half of a topic, which tells one
event, is one dossier. Nothing is scored: every *contradicts* is printed with both passages, to be read, and all links
are counted by relation and by what stands at their ends.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections import Counter
from pathlib import Path

from measure import read

from recoupe.pipeline import run
from recoupe.types import Document, Dossier, Statement

DAYS = (dt.date(2020, 3, 10), dt.date(2020, 3, 12))
HALVES = ("ecb", "ecbplus")
# The corpus sets a space around every mark: « didn ’ t » would be read as no denial.
SPACED = (
    (re.compile(r" ?n ?([’']) ?t\b"), r"n\1t"),
    (re.compile(r" ([’'](?:s|re|ve|ll|d|m)\b)|(?<=\w) ([,;:.?!)])"), r"\1\2"),
    (re.compile(r" ([’']) (s|re|ve|ll|d|m)\b"), r"\1\2"),
    (re.compile(r"(?:``|'')"), '"'),
    (re.compile(r"([($]) "), r"\1"),
    (re.compile(r"(?<=\d)([.:]) (?=\d)|(?<=\d)(,) (?=\d{3}\b)|(?<=\w) (-) (?=\w)"), r"\1\2\3"),
)


def joined(text: str) -> str:
    """The text with its marks where a printed account has them."""
    for pattern, put in SPACED:
        text = pattern.sub(put, text)
    return text


def accounts(folder: Path, half: str) -> list[Document]:
    """The accounts of one event in the order of their numbers, the two days given by turns."""
    paths = [
        path
        for path in folder.glob("*.xml")
        if path.stem.rstrip("0123456789").split("_")[1].lstrip("0123456789") == half
    ]
    texts = [
        (path.stem, joined(read(path, set())[0]))
        for path in sorted(paths, key=lambda path: (len(path.stem), path.stem))
    ]
    return [Document(name, text, "en", published=DAYS[n % 2]) for n, (name, text) in enumerate(texts)]


def around(dossier: Dossier, end: Statement) -> str:
    """The passage in brackets, in the line it stands in."""
    text, anchor = dossier.document(end.anchor.document).text, end.anchor
    first, last = text.rfind("\n", 0, anchor.start) + 1, text.find("\n", anchor.end)
    line = f"{text[first : anchor.start]}[{anchor.exact}]{text[anchor.end : last if last > 0 else len(text)]}"
    return line.replace("\n", " ")


def main() -> None:
    """Read each half of each topic as one dossier, print its conflicts, then the counts."""
    folder = Path(sys.argv[1])
    topics = (
        sys.argv[2].split(",")
        if len(sys.argv) > 2
        else sorted((p.name for p in folder.iterdir() if p.name.isdigit()), key=int)
    )
    counts: Counter[tuple[str, str]] = Counter()
    for topic in topics:
        for half in HALVES:
            dossier = run(accounts(folder / topic, half))
            for link in dossier.links:
                ends = [dossier.statement(ident) for ident in (link.left, link.right)]
                sort = "figures" if all(end.kind == "figure" for end in ends) else "clauses"
                counts[link.relation, sort] += 1
                if link.relation == "contradicts":
                    print(f"{topic} {half} {sort}", *(f"  {around(dossier, end)}" for end in ends), sep="\n")
    for (relation, sort), n in sorted(counts.items()):
        print(f"{relation:12s} {sort:8s} {n}")


if __name__ == "__main__":
    main()
