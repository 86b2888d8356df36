"""One matter told in French and in English: python bench/crosslang/measure.py [NTREX.jsonl] [--errors].

Each folder here holds a story told twice, line by line alike; NTREX gives documents whose French is a translation of
the English, each taken as two accounts. Where a line has a figure, a quotation or a commitment in both languages, is
one of the French ones linked with one of the English ones? The same again with the English lines in another order, so
that place tells nothing. What is wrong: links between two lines that are not one another's, and links between an
account and one of another story. Exits with 1 when a floor is missed.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from recoupe.pipeline import run
from recoupe.types import Document, Dossier, Link, Statement

HERE = Path(__file__).parent
KINDS = ("figure", "quotation", "commitment")
PUBLISHED = dt.date(2031, 4, 24)
TAKEN = 12


@dataclass(frozen=True)
class Story:
    """One story told twice; `order` says which line each of the English ones translates."""

    lines: dict[str, Sequence[str]]
    order: Sequence[int]

    def shuffled(self) -> Story:
        """The same, the English lines in another order."""
        order = sorted(self.order, key=lambda n: crc32(self.lines["en"][n].encode()))
        return Story({"fr": self.lines["fr"], "en": [self.lines["en"][n] for n in order]}, order)

    def beside(self, other: Story) -> Story:
        """The French of this one and the English of another."""
        return Story({"fr": self.lines["fr"], "en": other.lines["en"]}, [-1] * len(other.lines["en"]))

    def told(self) -> Dossier:
        """The two accounts set beside each other."""
        return run([Document(lang, "\n\n".join(self.lines[lang]), lang, published=PUBLISHED) for lang in ("fr", "en")])

    def line(self, statement: Statement) -> int:
        """The line of the story a statement stands in."""
        lang, end = statement.anchor.document, 0
        for number, line in enumerate(self.lines[lang]):
            end += len(line) + 2
            if statement.anchor.start < end:
                return number if lang == "fr" else self.order[number]
        return -1


def between(dossier: Dossier) -> list[tuple[Link, Statement, Statement]]:
    """The links from one account to the other, the French statement first."""
    by_id = {s.id: s for s in dossier.statements}
    pairs = [(link, *sorted((by_id[link.left], by_id[link.right]), key=_lang)) for link in dossier.links]
    return [(link, one, other) for link, one, other in pairs if one.anchor.document != other.anchor.document]


def _lang(statement: Statement) -> bool:
    return statement.anchor.document == "en"


def aligned(story: Story, dossier: Dossier) -> Iterator[tuple[str, bool, str]]:
    """For each line and kind that both languages have: the kind, whether they are linked, and the line."""
    places: dict[tuple[str, int, str], list[Statement]] = {}
    for s in dossier.statements:
        if s.kind in KINDS:
            places.setdefault((s.anchor.document, story.line(s), s.kind), []).append(s)
    spans = [(one.anchor, other.anchor) for _, one, other in between(dossier)]
    for (lang, number, kind), mine in sorted(places.items()):
        theirs = places.get(("en", number, kind), [])
        if lang == "fr" and theirs:
            pairs = [(one.anchor, other.anchor) for one in mine for other in theirs]
            hit = any(a.overlaps(left) and b.overlaps(right) for a, b in pairs for left, right in spans)
            yield kind, hit, story.lines["fr"][number]


def measure(stories: Sequence[Story], errors: bool) -> dict[str, float]:
    """The share linked of each kind and of all, in per cent, and of the links that settle something those astray."""
    whole: Counter[str] = Counter()
    linked: Counter[str] = Counter()
    made = astray = 0
    for story in stories:
        dossier = story.told()
        for kind, hit, line in aligned(story, dossier):
            for name in (kind, "all"):
                whole[name] += 1
                linked[name] += hit
            if errors and not hit:
                print(f"{kind}: {line}")
        for link, one, other in between(dossier):
            made += link.relation != "unsure"
            away = story.line(one) != story.line(other) and link.relation != "unsure"
            astray += away
            if errors and away:
                print(f"astray, {link.relation}: {one.anchor.exact} | {other.anchor.exact}")
    print("  ".join(f"{kind} {linked[kind]}/{whole[kind]}" for kind in (*KINDS, "all")), f" astray {astray}/{made}")
    shares = {kind: round(100 * linked[kind] / whole[kind], 1) for kind in whole}
    return {**shares, "astray": round(100 * astray / max(1, made), 1), "made": made}


def main() -> int:
    """Print the measures and hold them to their floors."""
    errors = "--errors" in sys.argv
    paths = [arg for arg in sys.argv[1:] if not arg.startswith("--")]
    folders = sorted(path for path in HERE.iterdir() if path.is_dir() and not path.name.startswith("_"))
    told = [{lang: (at / f"{lang}.txt").read_text("utf-8").splitlines() for lang in ("fr", "en")} for at in folders]
    own = [Story(lines, range(len(lines["en"]))) for lines in told]
    found = {"own": measure(own, errors), "own, another order": measure([s.shuffled() for s in own], errors)}
    if paths:
        rows = [json.loads(line) for line in Path(paths[0]).read_text("utf-8").splitlines()][:TAKEN]
        stories = [Story({lang: row[lang] for lang in ("fr", "en")}, range(len(row["en"]))) for row in rows]
        found["ntrex"] = measure(stories, errors)
        found["ntrex, another order"] = measure([story.shuffled() for story in stories], errors)
        others = zip(stories, [*stories[1:], stories[0]], strict=True)
        apart = [between(story.beside(other).told()) for story, other in others]
        settled = sum(link.relation != "unsure" for links in apart for link, _, _ in links)
        print(f"between stories that have nothing to do with each other: {settled} links in {len(apart)} pairs")
    print(json.dumps(found, indent=1))
    floors = json.loads((HERE / "floors.json").read_text("ascii"))
    low = [name for name, floor in floors["linked"].items() if name in found and found[name]["all"] < floor]
    low += [
        f"{name}: astray" for name, most in floors["astray"].items() if name in found and found[name]["astray"] > most
    ]
    print(*(f"below its floor: {name}" for name in low), sep="\n", file=sys.stderr)
    return int(bool(low))


if __name__ == "__main__":
    raise SystemExit(main())
