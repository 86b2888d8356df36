"""Main text and date of publication of pages of many kinds of site: recoupe beside other extractors.

    python bench/intake/pages.py [--write FOLDER]

Text: F1 of the words of the page's paragraphs (multiset, mean over pages). Date: the day is the page's own, or none
where the page gives none; wrong and silent: another day with no note that says it was guessed or is disputed. The pages
are made by `templates.py` around the articles of `texts.py`; extractors that are not installed are left out.
"""

# ruff: noqa: PLC0415
from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from templates import TEMPLATES, Page, Site
from texts import article

HERE = Path(__file__).parent
SAID = {"date-guessed", "date-conflict"}
Answer = tuple[str, str | None, bool]


def pages() -> Iterator[Page]:
    """Every template around four articles, two of each language."""
    number = 0
    for template in TEMPLATES:
        for lang in ("fr", "en", "fr", "en"):
            number += 1
            text = article(number, lang)
            day = None if template.__name__ in {"undated", "updated"} else text.day
            yield Page(f"{template.__name__}-{lang}-{number}", template(Site(text)), text, day)


def ours(markup: str) -> Answer:
    """What recoupe reads: text, day, and whether it says that the day is unsure."""
    from recoupe.read.draft import Draft, Source
    from recoupe.read.formats.html import read
    from recoupe.read.options import ReadOptions
    from recoupe.read.read import Reading, finish
    from recoupe.read.walk import Input

    reading = Reading()
    item = Input(Path("page.html"), "page.html")
    codes = set()
    for found in read(Source("page.html", markup.encode("utf-8"))):
        if isinstance(found, Draft):
            finish(found, item, ReadOptions(), None, reading)
        else:
            codes.add(getattr(found, "code", ""))
    codes |= {issue.code for issue in reading.issues}
    [document] = reading.documents.values()
    return document.text, document.day.isoformat() if document.day else None, bool(codes & SAID)


def trafilatura(markup: str) -> Answer:
    """trafilatura's text and its own date (htmldate's extensive search)."""
    import trafilatura as library

    found = library.bare_extraction(markup, with_metadata=True, include_comments=False)
    text, date = (found.text, found.date) if found is not None else ("", None)
    return text or "", date, False


def resiliparse(markup: str) -> Answer:
    """Resiliparse's main content; it reads no date."""
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(markup, main_content=True), None, False


def readability(markup: str) -> Answer:
    """readability-lxml's main content; it reads no date."""
    from lxml import html
    from readability import Document

    return html.fromstring(Document(markup).summary()).text_content(), None, False


EXTRACTORS: dict[str, Callable[[str], Answer]] = {
    "recoupe": ours, "trafilatura": trafilatura, "resiliparse": resiliparse, "readability": readability,
}  # fmt: skip


def f1(found: str, gold: str) -> float:
    """The harmonic mean of the shares of words found that are right and of right words found."""
    one, other = (Counter(re.findall(r"\w+", text.casefold())) for text in (found, gold))
    both = sum((one & other).values())
    return 2 * both / (sum(one.values()) + sum(other.values())) if both else 0.0


def measure(name: str, extract: Callable[[str], Answer]) -> dict[str, object]:
    """The figures of one extractor over all pages."""
    scores: list[float] = []
    right = silent = 0
    worst: list[tuple[float, str]] = []
    wrong: list[str] = []
    every = list(pages())
    for page in every:
        text, day, said = extract(page.markup)
        # The title stands before the text for some extractors; it is the article's own either way.
        gold = "\n".join(page.article.paragraphs)
        score = max(f1(text, gold), f1(text, f"{page.article.title}\n{gold}"))
        scores.append(score)
        worst.append((round(score, 3), page.name))
        wanted = page.published.isoformat() if page.published else None
        right += day == wanted
        silent += day != wanted and day is not None and not said
        if day != wanted:
            wrong.append(f"{page.name}: {day} for {wanted}")
    return {
        "extractor": name, "pages": len(every), "text_f1": round(sum(scores) / len(scores), 4),
        "text_f1_worst": sorted(worst)[:4], "date_exact": round(right / len(every), 4), "wrong_and_silent": silent,
        "wrong_dates": wrong[:8] if name in {"recoupe", "trafilatura"} else [],
    }  # fmt: skip


def main() -> int:
    """Print one line for each extractor; fail when ours is under its floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", help="write the pages to this folder too", type=Path)
    asked = parser.parse_args()
    if asked.write:
        asked.write.mkdir(exist_ok=True)
        for page in pages():
            (asked.write / f"{page.name}.html").write_text(page.markup, "utf-8")
    rows = {}
    for name, extract in EXTRACTORS.items():
        try:
            rows[name] = measure(name, extract)
        except ImportError:
            print(f"{name}: not installed", file=sys.stderr)
            continue
        print(json.dumps(rows[name], ensure_ascii=False))
    floors = json.loads((HERE / "floors.json").read_text("utf-8"))
    mine = rows["recoupe"]
    below = [key for key in ("text_f1", "date_exact") if float(str(mine[key])) < floors[key]]
    if int(str(mine["wrong_and_silent"])) > floors["wrong_and_silent"]:
        below.append("wrong_and_silent")
    print("\n".join(f"below its floor: {key}" for key in below), end="\n" if below else "")
    return int(bool(below))


if __name__ == "__main__":
    sys.exit(main())
