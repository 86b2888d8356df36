"""Names of one article taken for one, on GUM: python bench/names/measure.py GUM.conllu [--errors].

GUM (Zeldes 2017) marks every mention with its entity. Of the persons, organisations and places whose mention has a
capital and five words at most, which do we find, and are those taken for one that are one (B-cubed, by article)? The
kinds of text are scored apart: news and interviews were read while rules were written, lives and guides were not.
Exits with 1 when a floor is missed.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from recoupe.pipeline import run
from recoupe.types import Document

HERE = Path(__file__).parent
KINDS = ("news", "interview", "bio", "voyage")
TYPES = {"person", "organization", "place"}
WORDS = 5
OVERLAP = 0.5
_MARK = re.compile(r"\([^()]*\)?|[^()]*\)")
Span = tuple[int, int]


@dataclass
class Article:
    """One article with its mentions, each with the entity it is of."""

    name: str
    text: str = ""
    mentions: list[tuple[str, Span]] = field(default_factory=list)
    _open: list[tuple[str, str, int]] = field(default_factory=list)

    def word(self, form: str, glued: bool) -> Span:
        """Adds a word; its place."""
        start = len(self.text)
        self.text += form + ("" if glued else " ")
        return start, start + len(form)

    def mark(self, marks: str, at: Span) -> None:
        """Opens and closes mentions at a word."""
        for mark in _MARK.findall(marks):
            ident = mark.strip("()").split("-")[0]
            if mark.startswith("("):
                self._open.append((ident, mark.strip("()").split("-")[1], at[0]))
            if mark.endswith(")"):
                n = max((n for n, row in enumerate(self._open) if row[0] == ident), default=None)
                if n is not None:
                    _, kind, start = self._open.pop(n)
                    self._add(ident, kind, (start, at[1]))

    def _add(self, ident: str, kind: str, span: Span) -> None:
        text = self.text[slice(*span)]
        if kind in TYPES and len(text.split()) <= WORDS and re.search(r"[A-Z]", re.sub(r"^(?:The|A) ", "", text)):
            self.mentions.append((ident, span))


def articles(path: Path) -> Iterator[Article]:
    """Every article of the file, its words set as written, an empty line between paragraphs."""
    article, whole, last = Article(""), (0, 0), 0
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# newdoc id"):
            if article.text:
                yield article
            article = Article(line.partition("=")[2].strip())
        elif line.startswith("# newpar"):
            article.text = article.text.rstrip() + ("\n\n" if article.text else "")
        elif line[:1].isdigit():
            number, form, *rest = line.split("\t")
            if "." in number:
                continue
            glued = "SpaceAfter=No" in rest[-1]
            if "-" in number:
                whole, last = article.word(form, glued), int(number.split("-")[1])
                continue
            at = whole if int(number) <= last else article.word(form, glued)
            last = 0 if int(number) >= last else last
            marks = re.search(r"Entity=([^|]*)", rest[-1])
            article.mark(marks.group(1) if marks else "", at)
    yield article


def score(article: Article, errors: bool) -> tuple[int, float, float]:
    """How many mentions are found, and the sums of their precision and recall."""
    dossier = run([Document("d", article.text.rstrip(), "en")])
    ours = [((m.anchor.start, m.anchor.end), entity.id) for entity in dossier.entities for m in entity.names]
    pairs: list[tuple[str, str, str]] = []
    for ident, span in article.mentions:
        best = max(ours, key=lambda row: _overlap(row[0], span), default=None)
        if best is not None and _overlap(best[0], span) >= OVERLAP:
            pairs.append((ident, best[1], article.text[slice(*span)]))
    gold, found, both = defaultdict(list), defaultdict(list), defaultdict(list)
    for one, other, text in pairs:
        gold[one].append(text)
        found[other].append(text)
        both[one, other].append(text)
    for entity, names in found.items() if errors else ():
        if len({one for one, other in both if other == entity}) > 1:
            print(f"{article.name}: taken for one: {sorted(set(names))}")
    precise = sum(len(both[one, other]) / len(found[other]) for one, other, _ in pairs)
    recalled = sum(len(both[one, other]) / len(gold[one]) for one, other, _ in pairs)
    return len(pairs), precise, recalled


def _overlap(one: Span, other: Span) -> float:
    return (min(one[1], other[1]) - max(one[0], other[0])) / max(one[1] - one[0], other[1] - other[0], 1)


def main() -> int:
    """Print the figures of each kind of text and hold them to their floors."""
    floors = json.loads((HERE / "floors.json").read_text("ascii"))
    low = []
    read = list(articles(Path(sys.argv[1])))
    for kind in KINDS:
        mine = [article for article in read if f"_{kind}_" in article.name]
        rows = [score(article, "--errors" in sys.argv) for article in mine]
        whole, count = sum(len(article.mentions) for article in mine), sum(row[0] for row in rows)
        precision, recall = (100 * sum(row[at] for row in rows) / max(1, count) for at in (1, 2))
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        found = f"{100 * count / max(1, whole):.1f} % of {whole}"
        print(f"{kind}: {len(mine)} articles, found {found}, P {precision:.1f} R {recall:.1f} F1 {f1:.1f}")
        low += [kind] if f1 < floors[kind] else []
    print(*(f"below its floor: {kind}" for kind in low), sep="\n", file=sys.stderr)
    return int(bool(low))


if __name__ == "__main__":
    raise SystemExit(main())
