"""Markup to lines: one line a block, as a browser would show it."""

from __future__ import annotations

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
