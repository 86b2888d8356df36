"""Europresse: a page of `article` elements whose classes name the source, the header line, the title and the body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from recoupe.errors import InputError
from recoupe.read.blocks import joined
from recoupe.read.draft import Draft, Evidence, Found, Source, clean, issue, sha256
from recoupe.read.markup import lines
from recoupe.read.prose_dates import first

NUMBERED = re.compile(r"\u00b7((?:19|20)\d{2})(\d{2})(\d{2})\u00b7")
BODIES = ("docOcurrContainer", "DocText", "docOccurContainer")


def from_page(page: Any, source: Source) -> Iterator[Found]:
    """Each article with its outlet, date and title; one without a body is an issue."""
    for number, article in enumerate(page.iter("article"), 1):
        name = _of(article, "DocPublicationName")
        if not name:
            continue
        body = [line for cls in BODIES for node in _nodes(article, cls) for line in lines(node)]
        where = f"{source.path}#{number}"
        try:
            text = clean(joined(body))
        except InputError:
            nothing = InputError("empty-file", "this article has no text in the export.", "Export it in full text.")
            yield issue(nothing, where)
            continue
        dates = tuple(_dates(article))
        yield Draft(
            text=text, sha256=sha256(text.encode("utf-8")), path=where, dates=dates,
            title=_of(article, "titreArticle") or _of(article, "rdp__articletitle"),
            outlet=re.split(r",\s+no\.|\s{4,}|\s*\(", name)[0].strip(" ,"),
            published=next((found.value for found in dates if found.value), None),
        )  # fmt: skip


def _nodes(article: Any, cls: str) -> list[Any]:
    return list(article.xpath(".//*[contains(concat(' ', normalize-space(@class), ' '), $cls)]", cls=f" {cls} "))


def _of(article: Any, cls: str) -> str | None:
    return next((" ".join(lines(node)) for node in _nodes(article, cls) if lines(node)), None)


def _dates(article: Any) -> Iterator[Evidence]:
    header = _of(article, "DocHeader")
    if header:
        yield Evidence("header", header, first(header))
    number = NUMBERED.search(" ".join(lines(article)))
    if number:
        yield Evidence("field", number[0].strip("\u00b7"), "-".join(number.groups()))
