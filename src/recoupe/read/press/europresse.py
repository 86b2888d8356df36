"""Europresse: a page of `article` elements whose classes name the source, the header line, the title and the body.

In Word or rich text the same parts are lines, and the number of the document (`news·20260311·VIG·4711`) closes each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from recoupe.errors import InputError
from recoupe.read.blocks import joined
from recoupe.read.byline import of_lines, sound
from recoupe.read.draft import Draft, Found, Source, clean, issue, sha256
from recoupe.read.markup import lines
from recoupe.read.prose_dates import first
from recoupe.types import Evidence

NUMBERED = re.compile(r"\u00b7((?:19|20)\d{2})(\d{2})(\d{2})\u00b7")
CLOSED = re.compile(r"^(?:[\w ]{1,40}:\s*)?\w{2,12}\u00b7((?:19|20)\d{2})(\d{2})(\d{2})\u00b7\w+\u00b7\S+$")
HEADED = re.compile(
    r"\b\d[\d\s\u00a0\u202f]{0,6}\s?(?:mots|words)\b|\bp\.\s?\w{1,6}|\b(?:lun|mar|mercre|jeu|vendre|same)di\b|"
    r"\bdimanche\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)
FOOT = re.compile(r"^(?:©|\(c\)|copyright\b|tous droits|all rights|le présent document|this document)", re.IGNORECASE)
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
            outlet=_outlet(name), author=sound(_of(article, "docAuthors") or _of(article, "rdp__author")),
            published=next((found.value for found in dates if found.value), None),
        )  # fmt: skip


def from_lines(lines: Sequence[str], source: Source) -> Iterator[Found]:
    """Each article of an export read as lines; nothing when no line numbers a document."""
    current: list[str] = []
    number = 0
    for line in (line.strip() for line in lines):
        closing = CLOSED.match(line)
        if not closing:
            current += [line] if line else []
            continue
        number += 1
        yield _article(current, "-".join(closing.groups()), f"{source.path}#{number}")
        current = []


def _article(lines: list[str], stamp: str, where: str) -> Found:
    head = next((n for n, line in enumerate(lines) if HEADED.search(line) and first(line)), None)
    if head is None or head + 1 >= len(lines):
        return issue(InputError("no-article", "this document has no header in the export.", "Export it again."), where)
    rest = lines[head + 1 :]
    while rest and FOOT.match(rest[-1]):
        rest.pop()
    title = rest.pop(0) if rest else None
    author = of_lines(rest[:2])
    rest = [line for line in rest[:2] if not (author and author in line)] + rest[2:] if author else rest
    dates = (Evidence("header", lines[head], first(lines[head])), Evidence("field", stamp, stamp))
    try:
        text = clean(joined(rest))
    except InputError:
        return issue(InputError("empty-file", "this article has no text in the export.", "Export it in full."), where)
    return Draft(
        text=text, sha256=sha256(text.encode("utf-8")), path=where, dates=dates, title=title, author=author,
        outlet=_outlet(lines[max(0, head - 1)]) if head else None,
        published=next((found.value for found in dates if found.value), None),
    )  # fmt: skip


def _outlet(name: str) -> str:
    """The name without its number and edition: « La Vigie, no. 1234 », « Le Quotidien (site web) »."""
    return re.split(r",\s+no\.|\s{4,}|\s*\(", name)[0].strip(" ,")


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
