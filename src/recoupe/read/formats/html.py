"""Web pages: trafilatura finds the article's text; what the page says about itself is read by us.

trafilatura and htmldate drop the time of day and the zone of publication, on which « mercredi » depends, so
`datePublished` and `article:published_time` are read first (measured on the pages of the tests).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable

from recoupe.errors import InputError
from recoupe.read.draft import Draft, Source, clean, note, sha256
from recoupe.read.encoding import decode
from recoupe.read.formats.page import Page
from recoupe.types import Issue

CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{2,40})""", re.IGNORECASE
)


def read(source: Source) -> Iterable[Draft | Issue]:
    """The page's article as one account; its offsets count characters of the extracted text."""
    stated = CHARSET.search(source.data[:4096])
    markup, guess = decode(source.data, stated[1].decode("ascii") if stated else None)
    clean(markup)
    text = _main_text(markup)
    page = Page.of(markup)
    date = page.published
    if guess:
        yield note("encoding-guessed", guess, source.path)
    if date is None and (date := _guessed_date(markup)):
        yield note(
            "date-guessed",
            f"the page does not state its date by machine; {date} was read in it. Give --published to be sure.",
            source.path,
        )
    yield Draft(
        text=text,
        sha256=sha256(source.data),
        title=page.title,
        outlet=page.outlet,
        published=date,
        url=page.url,
        likely_lang=page.lang,
    )


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


def _guessed_date(markup: str) -> str | None:
    from htmldate import find_date  # noqa: PLC0415  # comes with trafilatura

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = find_date(markup, extensive_search=False, original_date=True)
    except Exception:  # the page decides what breaks inside the extractor
        return None
    # A day htmldate could not read becomes 1 January: better no date than that one.
    return None if not found or str(found).endswith("-01-01") else str(found)
