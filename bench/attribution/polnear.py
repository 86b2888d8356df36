"""Scores English quotations on PolNeAR, a corpus of political news that marks every attribution.

usage: python bench/attribution/polnear.py SHARED [--train] [--every N] [--misses] [--raise]

A content found is paired with the content annotated it shares most characters with, one to one, the best first, from an
intersection over union of 0.5. The source is right when its words touch the annotated source's, or when both are
unstated. PolNeAR also marks what a source believes, wants, feels or does with words, which is more than an account
quotes, so recall stays under one by design. Its texts stay outside the repository; --train reads the part rules may be
written from, and only --train shows misses.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recoupe.annotate.annotate import annotate
from recoupe.annotate.annotated import Annotated
from recoupe.kinds.registry import kinds
from recoupe.types import Document, Statement

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
READERS = ("4b22", "4e07", "5fec", "6b86", "d473", "ef2d")
MARKS = "\"“”‘’'«»"
Span = tuple[int, int]


@dataclass(frozen=True)
class Attributed:
    """An attribution, found or annotated: where its content and its source stand, and what named it."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    about: str = ""


@dataclass(frozen=True)
class Article:
    """One article with its attributions."""

    name: str
    text: str
    gold: tuple[Attributed, ...]


def articles(shared: Path, part: str, every: int = 1) -> list[Article]:
    """The articles of `dev` or `train` by name, one of `every`; one annotated twice is read by its first annotator."""
    folder = shared / "corpora" / "evaluation-only" / "polnear" / part
    texts = sorted((folder / "text").glob("*.txt"))[::every]
    return [_article(path, folder / "attributions") for path in texts]


def _article(path: Path, attributions: Path) -> Article:
    notes = next(note for reader in READERS if (note := attributions / f"{path.stem}_{reader}.ann").exists())
    spans: dict[str, tuple[Span, ...]] = {}
    gold = []
    rows = [line.split("\t") for line in notes.read_text("utf-8").split("\n") if re.match(r"[TE]\d+\t", line)]
    for row in rows:
        if row[0].startswith("T"):
            ranges = row[1].split(" ", 1)[1].split(";")
            spans[row[0]] = tuple((int(a), int(b)) for a, b in (pair.split() for pair in ranges))
    for row in rows:
        if row[0].startswith("E"):
            parts: dict[str, list[Span]] = {"Content": [], "Source": [], "Cue": []}
            for role, ident in (item.split(":") for item in row[1].split()):
                parts.setdefault(role.rstrip("0123456789"), []).extend(spans[ident])
            if parts["Content"]:
                gold.append((tuple(parts["Content"]), tuple(parts["Source"]), tuple(parts["Cue"])))
    text = path.read_text("utf-8")
    named = (Attributed(c, s, " ".join(text[a:b] for a, b in cue)) for c, s, cue in gold)
    return Article(path.stem, text, tuple(named))


def extract(annotated: Annotated) -> list[Attributed]:
    """The quotations of one account by our own extractor."""
    found: list[Statement] = []
    for kind in kinds():
        if kind.name in {"fault", "quotation"}:
            found += kind.extract()(annotated, found)
    return [_read(statement) for statement in found if statement.kind == "quotation"]


def _read(statement: Statement) -> Attributed:
    body: Any = statement.body
    voice = statement.attribution.voice if statement.attribution else None
    mention = voice.mention if voice else None
    source = ((mention.start, mention.end),) if mention else ()
    return Attributed(tuple((c.start, c.end) for c in body.contents), source, body.construction)


def _size(spans: Sequence[Span]) -> int:
    return sum(end - start for start, end in spans)


def shared_size(left: Sequence[Span], right: Sequence[Span]) -> int:
    """How many characters two sets of spans share."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)


def match(found: Sequence[Attributed], gold: Sequence[Attributed], floor: float = 0.5) -> list[tuple[int, int]]:
    """One-to-one pairs (found, gold), the best overlap first."""
    scored = []
    for i, one in enumerate(found):
        for j, other in enumerate(gold):
            both = shared_size(one.content, other.content)
            if both and (score := both / (_size(one.content) + _size(other.content) - both)) >= floor:
                scored.append((-score, i, j))
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for _, i, j in sorted(scored):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs


def tally(article: Article, found: Sequence[Attributed]) -> Counter[str]:
    """The counts of one article."""
    pairs = match(found, article.gold)
    right = [(i, j) for i, j in pairs if _same_source(found[i], article.gold[j])]
    quoted = {j for j, gold in enumerate(article.gold) if article.text[gold.content[0][0]] in MARKS}
    return Counter(
        found=len(found), gold=len(article.gold), content=len(pairs), both=len(right), quoted=len(quoted),
        quoted_found=sum(j in quoted for _, j in pairs),
    )  # fmt: skip


def _same_source(found: Attributed, gold: Attributed) -> bool:
    return shared_size(found.source, gold.source) > 0 if gold.source else not found.source


def figures(counts: Counter[str]) -> dict[str, float]:
    """Every measure between 0 and 1."""

    def ratio(hit: int, whole: int) -> float:
        return round(hit / whole, 3) if whole else 0.0

    size = counts["found"] + counts["gold"]
    return {
        "content P": ratio(counts["content"], counts["found"]),
        "content R": ratio(counts["content"], counts["gold"]),
        "content F1": ratio(2 * counts["content"], size),
        "source right": ratio(counts["both"], counts["content"]),
        "both right F1": ratio(2 * counts["both"], size),
        "quoted R": ratio(counts["quoted_found"], counts["quoted"]),
    }


def misses(article: Article, found: Sequence[Attributed]) -> list[str]:
    """What a reader of the train part is shown."""

    def said(spans: Sequence[Span]) -> str:
        return " … ".join(article.text[a:b] for a, b in spans)[:110].replace("\n", " ")

    pairs = match(found, article.gold)
    hit, met = {i for i, _ in pairs}, {j for _, j in pairs}
    lines = [
        f"missed\t{g.about}\t{said(g.source)}\t{said(g.content)}" for j, g in enumerate(article.gold) if j not in met
    ]
    lines += [f"made up\t{f.about}\t{said(f.source)}\t{said(f.content)}" for i, f in enumerate(found) if i not in hit]
    return lines


def main() -> None:
    """Prints the figures; on `dev`, fails under a floor."""
    shared, train = Path(sys.argv[1]), "--train" in sys.argv
    every = int(sys.argv[sys.argv.index("--every") + 1]) if "--every" in sys.argv else 10 if train else 1
    counts: Counter[str] = Counter()
    for article in articles(shared, "train" if train else "dev", every):
        found = extract(annotate(Document(article.name, article.text, "en")))
        counts += tally(article, found)
        if train and "--misses" in sys.argv:
            print(article.name, *misses(article, found), sep="\n")
    measured = figures(counts)
    print(f"PolNeAR {'train' if train else 'dev'}: {counts['gold']} annotated, {counts['found']} found")
    print(*(f"  {name:14s} {value:.3f}" for name, value in measured.items()), sep="\n")
    if train or every > 1:
        return
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    held = floors.setdefault("polnear dev", {})
    if "--raise" in sys.argv:
        held.update({name: max(value, held.get(name, 0)) for name, value in measured.items() if not name.endswith("P")})
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")
    below = [f"{name} is {measured[name]}, floor {floor}" for name, floor in held.items() if measured[name] < floor]
    if below:
        sys.exit("\n".join(below))


if __name__ == "__main__":
    main()
