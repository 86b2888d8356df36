"""Markup to lines: one line a block, as a browser would show it."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
    "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
UNSEEN = frozenset({
    "head", "noscript", "script", "style", "template", "title", "svg", "iframe", "object", "button", "select",
})  # fmt: skip


def tree(markup: str) -> Any:
    """The parsed page, or None when nothing can be made of it."""
    from lxml import etree, html  # noqa: PLC0415  # only pages need it

    try:
        return html.fromstring(markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError, AssertionError, RecursionError):
        return None


# What stands beside an article and has dates of its own, by whole parts of a class or an id.
BESIDE = re.compile(
    r"(?:^|[\s_-])(?:related|read-?more|recommend\w*|comment\w*|sidebar|widget\w*|newsletter\w*|teasers?|cards?|"
    r"most-?(?:read|popular)|lire-?aussi|a-?lire|commentaires?|suggestions?)(?:$|[\s_-])",
    re.IGNORECASE,
)
WHOLE = frozenset({"html", "body", "main"})


def alone(page: Any) -> Any:
    """A copy of the page without what stands beside the article: asides, footers, menus, related articles, comments.

    Where several elements call themselves articles, the one with the most words in paragraphs is the page's own, and
    the others are left out unless it stands in them.
    """
    page = copy.deepcopy(page)
    articles = page.xpath("//article")
    own = max(articles, key=lambda one: len("".join(one.xpath(".//p//text()"))), default=None)
    # The elements are held, because lxml makes another object for one that nothing holds.
    kept = [own, *own.iterancestors()] if own is not None else []
    held = {id(one) for one in kept}
    others = {id(one) for one in articles} - held
    for element in list(page.iter()):
        if id(element) in held or not isinstance(element.tag, str) or element.getparent() is None:
            continue
        if id(element) in others or _beside(element):
            element.drop_tree()
    return page


def _beside(element: Any) -> bool:
    if element.tag in {"aside", "footer", "nav"}:
        return True
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag not in WHOLE and BESIDE.search(named) is not None


def lines(node: Any) -> list[str]:
    """The text of the element, a line for each block, blanks folded, empty lines left out."""
    found: list[list[str]] = [[]]
    for piece in _pieces(node):
        if piece is None:
            found.append([])
        else:
            found[-1].append(piece)
    folded = (" ".join("".join(words).split(" ")).strip() for words in found)
    return [line for line in (" ".join(text.split()) if "\xa0" not in text else _fold(text) for text in folded) if line]


def _fold(text: str) -> str:
    """Blanks folded without touching no-break spaces, which French typography means."""
    kept = text.replace("\t", " ").replace("\r", " ").replace("\n", " ")
    return " ".join(part for part in kept.split(" ") if part)


def _pieces(node: Any) -> Iterator[str | None]:
    """Words and, as None, the ends of blocks; without recursion, because pages nest as deep as they like."""
    stack: list[tuple[Any, bool]] = [(node, False)]
    while stack:
        element, done = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if done:
            yield None if tag in BLOCKS else ""
            if element is not node:
                yield element.tail or ""
            continue
        if tag and tag not in UNSEEN:
            if tag in BLOCKS:
                yield None
            stack.append((element, True))
            yield element.text or ""
            stack += [(child, False) for child in reversed(element)]
        elif element is not node:
            yield element.tail or ""
