"""Web pages: trafilatura finds the article's text; what the page says about itself is read by us.

trafilatura and htmldate drop the time of day and the zone of publication, on which « mercredi » depends, so
`datePublished` and `article:published_time` are read first (measured on the pages of the tests).
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterable, Iterator

from recoupe.errors import InputError
from recoupe.read import chosen_date
from recoupe.read.blocks import joined
from recoupe.read.draft import Draft, Found, Source, clean, note, sha256, traced
from recoupe.read.encoding import decode
from recoupe.read.formats.page import Page
from recoupe.read.markup import alone, lines, tree
from recoupe.read.offsets import led
from recoupe.read.press import exports
from recoupe.read.shown import markup as shown
from recoupe.types import Evidence

CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{2,40})""", re.IGNORECASE
)
GUESSED = {
    "address": "the page does not state its date by machine; {value} was read in its address",
    "visible-text": "the page does not state its date by machine; {value} was read in « {words} »",
    "guess": "the page does not state its date by machine; {value} was read in it",
}

CAPTIONS = (
    "//figcaption",
    "//*[contains(concat(' ', translate(@class, '-_', '  '), ' '), ' caption ')]",
    "//*[contains(concat(' ', translate(@class, '-_', '  '), ' '), ' credit ')]",
    "//*[contains(concat(' ', translate(@class, '-_', '  '), ' '), ' legende ')]",
)
CHANGED = "{} of its letters were composed (Unicode NFC) and {} characters that show nothing were left out of its text."


def read(source: Source) -> Iterable[Found]:
    """The page's article as one account, or each article of a press database's export.

    Offsets count characters of the extracted text; those of the draft lead back to the page's markup.
    """
    told = dict(source.stated)
    stated = CHARSET.search(source.data[:4096])
    markup, guess = decode(source.data, told.get("charset") or (stated[1].decode("ascii") if stated else None))
    clean(markup)
    parsed = tree(markup)
    if guess:
        yield note("encoding-guessed", guess, source.path)
    articles = exports.from_page(parsed, source) if parsed is not None else []
    if articles:
        yield from traced(articles, shown(markup))
        return
    whole = led(_whole(parsed) if told.get("whole") else _main_text(markup), shown(markup), blanks=True)
    if whole.composed or whole.unseen:
        yield note("characters-changed", CHANGED.format(whole.composed, whole.unseen), source.path)
    page = Page.of(parsed, told.get("url"))
    days = ((told.get("published"), False), (told.get("updated"), True))
    dates = (*(Evidence("field", day, day, later) for day, later in days if day), *page.dates)
    best = chosen_date.choose(dates)
    guessed = Evidence("visible-text", day, day) if best is None and (day := _guessed_date(parsed)) else None
    # htmldate takes an update for want of a publication.
    if guessed and not any(date.updated and chosen_date.near(date, guessed) for date in dates):
        best = guessed
        yield note(
            "date-guessed", f"{GUESSED['guess'].format(value=best.value)}. Give --published to be sure.", source.path
        )
        dates = (*dates, best)
    elif best is not None and not chosen_date.by_machine(dates, best):
        said = GUESSED[best.place].format(value=best.value, words=best.words)
        yield note("date-guessed", f"{said}. Give --published to be sure.", source.path)
    yield Draft(
        text=whole.text,
        sha256=sha256(source.data),
        offsets=whole.pairs,
        author=told.get("author") or page.author,
        byline=page.byline,
        title=told.get("title") or page.title,
        outlet=told.get("outlet") or page.outlet,
        published=best.value if best else None,
        url=page.url,
        likely_lang=page.lang,
        dates=dates,
        cut=tuple(_cut(parsed, whole.text)),
        captions=tuple(_captions(parsed)),
    )


def _cut(parsed: object, text: str) -> Iterator[str]:
    """The lines of the page whose words do not stand in the text."""
    kept = " ".join(text.split())
    for line in lines(parsed) if parsed is not None else []:
        if unicodedata.normalize("NFC", " ".join(line.split())) not in kept:
            yield line


def _captions(parsed: object) -> Iterator[str]:
    """The lines under the page's pictures: captions and credits."""
    for path in CAPTIONS if parsed is not None else ():
        for node in parsed.xpath(path):  # type: ignore[attr-defined]
            yield from lines(node)


def _whole(parsed: object) -> str:
    return clean(joined(lines(parsed) if parsed is not None else []))


def _main_text(markup: str) -> str:
    from trafilatura import extract  # noqa: PLC0415  # costs a fifth of a second, and most inputs are text

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        text = extract(markup, include_comments=False, include_tables=True, output_format="txt")
    except Exception as err:  # the page decides what breaks inside the extractor
        raise InputError("html-not-readable", "this page could not be read.", "Save the article as .txt.") from err
    if not text or not text.strip():
        raise InputError("no-article", "no article was found in this page.", "Save the article as .txt.")
    return clean(str(text))


def _guessed_date(parsed: object) -> str | None:
    if parsed is None:
        return None
    from htmldate import find_date  # noqa: PLC0415  # comes with trafilatura

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = find_date(alone(parsed), extensive_search=False, original_date=True)
    except Exception:  # the page decides what breaks inside the extractor
        return None
    # A day htmldate could not read becomes 1 January: better no date than that one.
    return None if not found or str(found).endswith("-01-01") else str(found)
