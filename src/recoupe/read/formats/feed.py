"""Feeds (RSS, Atom), by feedparser: each entry whose text the feed carries is an account; OPML lists are refused."""

from __future__ import annotations

import calendar
import contextlib
import datetime as dt
import re
from collections.abc import Iterable
from email.utils import parsedate_to_datetime
from typing import Any

from recoupe.errors import InputError
from recoupe.read.byline import sound
from recoupe.read.dates import published
from recoupe.read.draft import Found, Source, issue, note
from recoupe.read.prose_dates import first

TOO_SHORT = 200


def read(source: Source) -> Iterable[Found]:
    """The entries in the feed's order; entries of a few words are counted in one note."""
    import feedparser  # noqa: PLC0415  # few inputs are feeds

    if re.search(rb"<opml[\s>]", source.data[:2000], re.IGNORECASE):
        remedy = "Fetch its feeds with --fetch, or give the articles."
        raise InputError("no-article", "it lists feeds and holds no article.", remedy)
    feed = feedparser.parse(source.data, sanitize_html=True, resolve_relative_uris=False)
    if not feed.entries:
        raise InputError("no-article", "there is no entry in this feed.", "Give the articles themselves.")
    outlet = _plain(feed.feed.get("title"))
    short = 0
    for number, entry in enumerate(feed.entries, 1):
        markup = max(
            [*(part.get("value") or "" for part in entry.get("content", [])), entry.get("summary") or ""], key=len
        )
        if len(re.sub(r"<[^>]+>", "", markup)) < TOO_SHORT:
            short += 1
            continue
        title = _plain(entry.get("title"))
        body = f"<html><body><article><h1>{title or ''}</h1>{_paragraphs(markup)}</article></body></html>"
        yield source.member(
            f"{number}.html", body.encode("utf-8", "replace"), title=title, outlet=outlet, url=entry.get("link"),
            published=_date(entry, "published"), updated=_date(entry, "updated"), charset="utf-8", whole="yes",
            author=sound(_plain(entry.get("author"))),
        )  # fmt: skip
    if short:
        yield note("summary-only", f"{short} entries hold only a summary and were left out.", source.path)
    if short == len(feed.entries):
        nothing = InputError("no-article", "its entries hold only summaries.", "Give the articles themselves.")
        yield issue(nothing, source.path)


def _paragraphs(markup: str) -> str:
    return markup if "<p" in markup else "".join(f"<p>{line}</p>" for line in markup.split("\n") if line.strip())


def _plain(value: Any) -> str | None:
    return " ".join(re.sub(r"<[^>]+>", "", value).split()) or None if isinstance(value, str) else None


def _date(entry: Any, key: str) -> str | None:
    """A date of the entry with the zone it is written in; else feedparser's reading, else ours of words (« mer., 07
    avr. 2021 »)."""
    written = " ".join(str(entry.get(key) or "").split())
    if not written:
        return None
    if published(written) is not None:
        return written
    with contextlib.suppress(ValueError, TypeError, IndexError):
        # RFC 5322; « -0000 » states no zone, and then neither do we.
        return parsedate_to_datetime(written).isoformat()
    parsed = entry.get(f"{key}_parsed")
    if parsed is None:
        return first(written)
    moment = dt.datetime.fromtimestamp(calendar.timegm(parsed), dt.UTC)
    return moment.isoformat() if re.search(r"\d:\d\d", written) else moment.date().isoformat()
