"""What a page states about itself: JSON-LD first, then meta elements, then links and the title."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

DATES = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@property='og:article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='date' or @name='pubdate' or @name='DC.date.issued' or @name='dcterms.created']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
)
TITLES = ("//meta[@property='og:title']/@content", "//h1[1]//text()", "//title/text()")
OUTLETS = ("//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content")
URLS = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
LANGS = ("//html/@lang", "//html/@*[local-name()='lang']", "//meta[@property='og:locale']/@content")
DEPTH = 20


@dataclass(frozen=True, slots=True)
class Page:
    """The page's own title, site name, publication date as written, canonical address and language."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    lang: str | None = None

    @staticmethod
    def of(markup: str) -> Page:
        """What the markup states; an empty Page when it cannot be parsed."""
        from lxml import etree, html  # noqa: PLC0415  # only pages need it

        try:
            tree = html.fromstring(markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
        except (etree.LxmlError, ValueError, AssertionError, RecursionError):
            return Page()
        article = _article(tree)
        publisher = article.get("publisher")
        named = publisher.get("name") if isinstance(publisher, dict) else None
        lang = _first(tree, LANGS)
        return Page(
            title=_text(article.get("headline")) or _first(tree, TITLES),
            outlet=_first(tree, OUTLETS) or _text(named),
            published=_text(article.get("datePublished")) or _first(tree, DATES),
            url=_web(_first(tree, URLS)) or _web(_text(article.get("url"))),
            lang=lang[:2].lower() if lang else None,
        )


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
        return list(_walk(json.loads(block.text or "", strict=False), DEPTH))
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
