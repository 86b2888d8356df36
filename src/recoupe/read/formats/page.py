"""What a page states about itself: JSON-LD first, then meta elements, then links, the address and visible words."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

from recoupe.lang import LANGUAGES
from recoupe.read import prose_dates
from recoupe.read.byline import named as names
from recoupe.read.byline import of_page
from recoupe.read.dates import published
from recoupe.read.markup import alone, lines
from recoupe.types import Evidence

META_DATES = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@property='og:article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='date' or @name='pubdate' or @name='publish-date' or @name='article.published']/@content",
    "//meta[@name='parsely-pub-date' or @name='sailthru.date' or @name='cXenseParse:recs:publishtime']/@content",
    "//meta[@name='DC.date.issued' or @name='DC.date' or @name='dcterms.created' or @name='dcterms.date']/@content",
)
META_UPDATES = (
    "//meta[@property='article:modified_time' or @property='og:updated_time' or @itemprop='dateModified']/@content",
)
TIME_DATES = (
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
    "//article//header//time/@datetime",
    "//header//time/@datetime",
    "//article//time/@datetime",
    "//main//time/@datetime",
)
TITLES = ("//meta[@property='og:title']/@content", "//h1[1]//text()", "//title/text()")
OUTLETS = ("//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content")
URLS = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
LANGS = ("//html/@lang", "//html/@*[local-name()='lang']", "//meta[@property='og:locale']/@content")
IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")
# Old programs hide scripts from older browsers between these.
WRAPPED = re.compile(r"^\s*(?://|/\*)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*/)?|(?://|/\*)?\s*(?:\]\]>|-->)\s*(?:\*/)?\s*$")
DEPTH = 20
# ISO 8601 in its basic form, and RFC 5322.
DIGITS = re.compile(r"(?:19|20)\d{6}(?:T\d{4}(?:\d\d)?(?:Z|[+-]\d{2}:?\d{2})?)?")
MAILED = re.compile(r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{1,2}:\d\d")
NEAR_TITLE = 1500
BYLINE = 200
TOP = 12


@dataclass(frozen=True, slots=True)
class Page:
    """The page's own title, site name, canonical address, language, and every date it gives with its place."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    lang: str | None = None
    author: str | None = None
    byline: tuple[str, ...] = ()
    dates: tuple[Evidence, ...] = ()

    @staticmethod
    def of(tree: Any, url: str | None = None) -> Page:
        """What the parsed page states; an empty Page when there is none. `url` is where it was found, if known."""
        if tree is None:
            return Page()
        article = _article(tree)
        publisher = article.get("publisher")
        named = publisher.get("name") if isinstance(publisher, dict) else None
        lang = _first(tree, LANGS)
        where = _web(_first(tree, URLS)) or _web(_text(article.get("url"))) or _web(url)
        title = _text(article.get("headline")) or _first(tree, TITLES)
        code = lang[:2].lower() if lang else None
        own = alone(tree)
        top = _top(own)
        return Page(
            title=title,
            outlet=_first(tree, OUTLETS) or _text(named),
            url=where,
            lang=code,
            author=names(article.get("author")) or of_page(tree, top),
            byline=tuple(top),
            dates=tuple(_dates(tree, own, article, where, code)),
        )


def _dates(tree: Any, own: Any, article: dict[str, Any], url: str | None, lang: str | None) -> Iterator[Evidence]:
    for key, updated in (("datePublished", False), ("dateModified", True)):
        if words := _text(article.get(key)):
            yield Evidence("json-ld", words, _machine(words), updated)
    for root, paths, place, updated in (
        (tree, META_DATES, "meta", False),
        (tree, META_UPDATES, "meta", True),
        (own, TIME_DATES, "time-element", False),
    ):
        if words := _first(root, paths):
            yield Evidence(place, words, _machine(words), updated)
    if url and (match := IN_ADDRESS.search(url)):
        yield Evidence("address", match[0].strip("/"), "-".join(match.groups()))
    yield from _visible(own, lang)


def _machine(words: str) -> str | None:
    """ISO 8601 as written, digits alone or a date as in mail made ISO, else a date in words, which some pages use."""
    if published(words) is not None:
        return words
    try:
        if DIGITS.fullmatch(words):
            return (
                dt.datetime.fromisoformat(words).isoformat()
                if "T" in words
                else dt.date.fromisoformat(words).isoformat()
            )
        if MAILED.match(words):
            return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError):
        return None
    return prose_dates.first(words)


def _top(own: Any) -> list[str]:
    """The short lines around the title, among which the byline stands."""
    bodies = own.xpath("//article[.//p][1]") or own.xpath("//main[1]") or own.xpath("//body[1]")
    return [line for line in lines(bodies[0])[:TOP] if len(line) < BYLINE] if bodies else []


def _visible(tree: Any, lang: str | None) -> Iterator[Evidence]:
    """Dates in words near the top of the article: announced ones anywhere there, others only in a short line."""
    bodies = tree.xpath("//article[.//p][1]") or tree.xpath("//main[1]") or tree.xpath("//body[1]")
    languages = (lang,) if lang in LANGUAGES else LANGUAGES
    seen = 0
    shown = lines(bodies[0]) if bodies else []
    for line in shown:
        if len(line) < BYLINE:
            for language in languages:
                for dated in prose_dates.found(line, language):
                    if dated.announced or seen < NEAR_TITLE:
                        yield Evidence("visible-text", dated.words, dated.value, dated.updated)
        seen += len(line)
        if seen > 2 * NEAR_TITLE:
            return


def _first(tree: Any, paths: tuple[str, ...]) -> str | None:
    for path in paths:
        for value in tree.xpath(path):
            if text := _text(str(value)):
                return text
    return None


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _web(value: str | None) -> str | None:
    return value if value and value.startswith(("http://", "https://")) else None


def _article(tree: Any) -> dict[str, Any]:
    """The JSON-LD object that speaks of the article: an Article with a date, else any object with a date."""
    objects = [found for block in tree.xpath("//script[@type='application/ld+json']") for found in _objects(block)]
    dated = [found for found in objects if isinstance(found.get("datePublished"), str)]
    articles = [
        found for found in dated if "Article" in str(found.get("@type")) or "Posting" in str(found.get("@type"))
    ]
    return (articles or dated or [{}])[0]


def _objects(block: Any) -> list[dict[str, Any]]:
    try:
        return list(_walk(json.loads(WRAPPED.sub("", block.text or ""), strict=False), DEPTH))
    except (ValueError, RecursionError):
        return []


def _walk(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(value, dict):
        yield value
        yield from _walk(value.get("@graph"), depth - 1)
        yield from _walk(value.get("mainEntity"), depth - 1)
    elif depth and isinstance(value, list):
        for item in value:
            yield from _walk(item, depth - 1)
