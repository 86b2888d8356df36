"""The characters a source shows, each with its offset in the source: what markup and rich text hide is left out.

Only for leading offsets back: nothing here decides what an article's text is.
"""

from __future__ import annotations

import html
import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

HIDDEN = ("script", "style", "template", "svg")
ENTITY = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9:-]*)|<[!?/]")
RICH = re.compile(r"\\'([0-9a-fA-F]{2})|\\u(-?\d{1,6}) ?\??|\\([\\{}~_-])|\\[A-Za-z]+-?\d* ?|[{}\r\n]|\\.", re.DOTALL)
RICH_SIGNS = {"~": "\xa0", "_": "\u2011", "-": "\xad"}
CODE_PAGE = re.compile(r"\\ansicpg(\d{3,5})")


@dataclass(frozen=True, slots=True)
class Shown:
    """Characters, and the offset in the source at which each is written."""

    text: str
    at: array[int]


Piece = tuple[str, int, bool]


def _gathered(pieces: Iterator[Piece]) -> Shown:
    """Pieces of text with their offsets; a verbatim piece has as many characters in the source as it shows."""
    texts: list[str] = []
    at = array("L")
    for text, start, verbatim in pieces:
        texts.append(text)
        at.extend(range(start, start + len(text)) if verbatim else [start] * len(text))
    return Shown("".join(texts), at)


def plain(text: str) -> Shown:
    """A source that shows what it holds."""
    return Shown(text, array("L", range(len(text))))


def markup(source: str) -> Shown:
    """HTML or XML without tags, comments, scripts and styles, its entities as the characters they stand for."""
    return _gathered(_markup(source))


def _markup(source: str) -> Iterator[Piece]:
    place, size = 0, len(source)
    while place < size:
        start = source.find("<", place)
        start = size if start < 0 else start
        yield from _unescaped(source, place, start)
        if start == size:
            return
        tag = TAG.match(source, start)
        place = _after(source, start, tag) if tag else start + 1
        if not tag:
            yield "<", start, True


def _after(source: str, start: int, tag: re.Match[str]) -> int:
    """The place after a tag, a comment, or an element nothing of which is shown; the end where it never closes."""
    for opening, closing in (("<!--", "-->"), ("<![CDATA[", "[")):
        if source.startswith(opening, start):
            end = source.find(closing, start + len(opening) - (closing == "["))
            return end + len(closing) if end >= 0 else len(source)
    end = source.find(">", start)
    if end < 0:
        return len(source)
    name = (tag[1] or "").lower()
    if name in HIDDEN and source[start + 1] != "/" and source[end - 1] != "/":
        closing_tag = re.compile(rf"</{name}\b", re.IGNORECASE).search(source, end)
        return closing_tag.start() if closing_tag else len(source)
    return end + 1


def _unescaped(source: str, start: int, end: int) -> Iterator[Piece]:
    place = start
    for match in ENTITY.finditer(source, start, end):
        shown = html.unescape(match[0])
        if shown != match[0]:
            yield source[place : match.start()], place, True
            yield shown, match.start(), False
            place = match.end()
    yield source[place:end], place, True


def rich(source: str) -> Shown:
    """Rich text without its control words, its escaped characters as what they stand for."""
    named = CODE_PAGE.search(source)
    return _gathered(_rich(source, f"cp{named[1]}" if named else "cp1252"))


def _rich(source: str, page: str) -> Iterator[Piece]:
    place = 0
    for match in RICH.finditer(source):
        yield source[place : match.start()], place, True
        place = match.end()
        if match[1]:
            try:
                yield bytes.fromhex(match[1]).decode(page, "replace"), match.start(), False
            except LookupError:
                yield bytes.fromhex(match[1]).decode("cp1252", "replace"), match.start(), False
        elif match[2]:
            number = int(match[2]) % 65536
            yield ("\ufffd" if 0xD800 <= number < 0xE000 else chr(number)), match.start(), False
        elif match[3]:
            yield RICH_SIGNS.get(match[3], match[3]), match.start(), False
    yield source[place:], place, True
