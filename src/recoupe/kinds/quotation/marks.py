"""Pairing quotation marks, however they were typed.

A mark opens or closes by its shape, and by its neighbours where the shape does not say. A pair may be mismatched
(`<< … »`), a mark may be missing: an opening one then holds to the end of its paragraph, a closing one is ignored.
A closing mark with nothing to close in its paragraph ends the passage left open in the one before.
A quotation reopened at the head of the next paragraph is one quotation with several parts.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

_MARK = regex.compile(
    r"<<|>>|(?<=[.,!?…])'(?=''(?!'))|''|``|[«»“”„\"‟]|(?<![\p{L}\p{N}])['‘‹](?=[\p{L}«\[])|(?<=[\p{L}\p{N}.,!?…])['’›](?![\p{L}\p{N}])"
)
_OPEN = frozenset({"«", "<<", "“", "„", "‘", "‹"})
_CLOSE = frozenset({"»", ">>", "”", "’", "›"})
_SINGLE = frozenset({"'", "‘", "’", "‹", "›"})
_DOUBLED = frozenset({"''", "``"})
_DASH = regex.compile(r"(?m)^[ \t\u00a0]*([—–]|-(?=[ \u00a0]))[ \u00a0]*(?=[\p{Lu}«\"])")
# What a spoken line holds and the item of a list does not: a first or second person, an inverted « dit-il », a call.
_SPOKEN = regex.compile(
    r"(?<![\p{L}'’-])(?:je|j['’]|tu|t['’]|nous|vous|moi|toi|mon|ma|mes|ton|ta|tes|notre|nos|votre|vos|i|i['’]m|we|you|me|my|"
    r"your|our|us)(?![\p{L}-])|-(?:t-)?(?:il|elle|on|ils|elles)(?!\p{L})|[?!…]\s*$",
    regex.I | regex.M,
)
_SIGNED = regex.compile(r",\s\p{Ll}[\p{L}'’-]*(?:\s\p{Ll}+){0,2}\s(?:\p{Lu}|l[ea]s?\s|l['’]|une?\s|the\s)")
_NEXT_WORD = regex.compile(r" \p{Ll}")
_PAIRED = "«“<"
_REOPENED = regex.compile(r"(?:»|>>|”)[ \u00a0\u202f]*")
_SPACE = " \u00a0\u202f\t"


class Quote(NamedTuple):
    """A quoted passage: `start`:`end` with its marks, `inner_start`:`inner_end` without marks and outer spaces."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    depth: int = 0

    def contains(self, position: int) -> bool:
        """The position lies inside, marks included."""
        return self.start <= position < self.end


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The non-empty lines of the text, as spans without their outer spaces."""
    found = []
    for match in regex.finditer(r"[^\r\n]+", text):
        body = match.group()
        if body.strip():
            start = match.start() + len(body) - len(body.lstrip())
            found.append((start, start + len(body.strip())))
    return found


def pair(text: str) -> list[Quote]:
    """Every quoted passage in text order, outer before inner."""
    found: list[Quote] = []
    open_ = False
    for start, end in paragraphs(text):
        here = _in_paragraph(text, start, end, open_ and _goes_on(text, start, end))
        found += here
        open_ = any(not quote.closed and quote.depth == 0 and text[quote.start] in _PAIRED for quote in here)
    return sorted(found, key=lambda quote: (quote.start, -quote.end))


def _goes_on(text: str, start: int, end: int) -> bool:
    """An unclosed passage goes on in this paragraph: its first mark closes, or reopens as older French does."""
    first = next((m.group() for m in _MARK.finditer(text, start, end) if m.group() not in _SINGLE), None)
    return first in {"»", ">>", "”"}


def _in_paragraph(text: str, start: int, end: int, goes_on: bool = False) -> list[Quote]:
    stack: list[tuple[str, int, int]] = []
    if goes_on:
        reopened = _REOPENED.match(text, start)
        after = reopened.end() if reopened and reopened.start() == start else start
        stack.append(("“" if "”" in text[start:end] and "»" not in text[start:end] else "«", start, after))
    found: list[Quote] = []
    for match in _MARK.finditer(text, start, end):
        mark = match.group()
        if stack and match.start() < stack[0][2]:
            continue
        opens = _opens(text, start, end, match, mark, stack)
        if opens is None or (opens is False and mark in _SINGLE and _possessive(text, end, match)):
            continue
        if opens:
            stack.append((mark, match.start(), match.end()))
            continue
        level = _level(stack, mark)
        alone = level is None and not stack and not found and mark not in _SINGLE
        if alone and _SIGNED.match(text, match.end(), end):
            # « La digue tient", a dit le maire »: the passage opens the paragraph, its first mark was lost.
            found.append(_quote(text, start, match.end(), start, match.start(), True, 0))
        if level is None:
            continue
        _, at, after = stack[level]
        del stack[level:]
        found.append(_quote(text, at, match.end(), after, match.start(), True, len(stack)))
    cut = _cut(text, stack[0][1], found) if stack and stack[0][0] in _PAIRED else None
    if cut is not None:
        _, at, after = stack[0]
        kept = [quote for quote in found if quote.end <= at or (at < quote.start and quote.end <= cut)]
        here = [*kept, _quote(text, at, cut, after, cut, False, 0)]
        return [*(quote for quote in here if quote.inner_start < quote.inner_end), *_in_paragraph(text, cut, end)]
    for level, (mark, at, after) in enumerate(stack):
        if mark not in _SINGLE and level == 0 and end - after > 12 and not any(q.start < at < q.end for q in found):
            found.append(_quote(text, at, end, after, end, False, level))
            break
    return [quote for quote in found if quote.inner_start < quote.inner_end]


def _cut(text: str, at: int, found: list[Quote]) -> int | None:
    """Where a passage opened at `at` and never closed ends: at the stop before the next passage that opens.

    « "On attend, dit-il. "Après, on verra." »: the first mark is closed by the sentence. A passage inside it that a
    colon announces ends with it (« "J'ai dit : "Partez !" »), for one closing mark serves both.
    """
    inside = sorted((q for q in found if q.start > at and q.depth == 1), key=lambda q: q.start)
    if not inside:
        return None
    before = text[at : inside[0].start].rstrip()
    if before.endswith((".", "!", "?", "…")):
        return at + len(before)
    return inside[0].end if before.endswith(":") else None


def _possessive(text: str, end: int, match: regex.Match[str]) -> bool:
    """The mark is the apostrophe of *the workers' union*: a word follows, and a mark after a stop closes later."""
    if text[match.start() - 1] != "s" or not _NEXT_WORD.match(text, match.end(), end):
        return False
    later = _MARK.search(text, match.end(), end)
    while later is not None and later.group() in {"'", "’"}:
        if text[later.start() - 1] in ".,!?…":
            return True
        later = _MARK.search(text, later.end(), end)
    return False


def _opens(
    text: str, start: int, end: int, match: regex.Match[str], mark: str, stack: list[tuple[str, int, int]]
) -> bool | None:
    """True for an opening mark, False for a closing one, None for one that is neither (« » LIRE AUSSI »)."""
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    if mark in {"»", ">>"}:
        if match.start() == start or (not stack and before in _SPACE and after not in _SPACE + ".,;:!?)"):
            return True if stack else None
        return False
    if mark in {"«", "<<"}:
        return True
    if mark in _SINGLE:
        if any(held in _SINGLE for held, _, _ in stack):
            return False if mark in {"'", "’", "›"} and not before.isspace() else None
        if mark in {"‘", "‹"}:
            return True
        return True if mark == "'" and (before.isspace() or before in '(«“"') and not after.isspace() else None
    if mark in _DOUBLED:
        return mark == "``" or not any(held in _DOUBLED for held, _, _ in stack)
    if mark in {'"', "“", "”", "‟"}:
        straight = any(held in {'"', "”", "“", "‟", "„"} for held, _, _ in stack)
        if mark == "“" and not straight:
            return True
        if not straight:
            closes = after in _SPACE or (after == "," and before not in "(«“[")
            return not (closes and before not in _SPACE and match.start() > start)
        if before in _SPACE + "('’" and after not in _SPACE + ".,;:!?)" and mark != "”":
            return None if mark == '"' else True
        return False
    return mark in _OPEN


def _level(stack: list[tuple[str, int, int]], mark: str) -> int | None:
    """The innermost open mark this one can close: its own kind first, else the outermost mismatched one."""
    kinds = {
        "»": '«<<“"„',
        ">>": "<<«",
        "”": '“"„”‟«',
        "“": '„“"',
        '"': '"“”„‟',
        "‟": '“‟"',
        "’": "‘'",
        "'": "'‘",
        "›": "‹",
        "''": "``",
    }
    wanted = kinds.get(mark, "")
    same = {"''": {"''", "``"}, "»": {"«", "<<"}, ">>": {"<<", "«"}, "”": {"“", "„"}, '"': {'"'}}.get(mark, set())
    for level in range(len(stack) - 1, -1, -1):
        if stack[level][0] in same:
            return level
    for level in range(len(stack) - 1, -1, -1):
        if stack[level][0] in wanted:
            return level
    return None


def _quote(text: str, start: int, end: int, inner_start: int, inner_end: int, closed: bool, depth: int) -> Quote:
    while inner_start < inner_end and text[inner_start].isspace():
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1].isspace():
        inner_end -= 1
    return Quote(start, end, inner_start, inner_end, closed, depth)


def dialogue(text: str) -> list[Quote]:
    """Turns of dialogue opened by a dash at the head of a line: « — Qui vient ? demanda-t-il. »

    A line that speaks to nobody and of nobody present is the item of a list: « — Mars : le pont ferme. »
    """
    found = []
    for start, end in paragraphs(text):
        match = _DASH.match(text, start)
        if match and match.start(1) == start and _SPOKEN.search(text, start, end):
            found.append(_quote(text, start, end, match.end(), end, False, 0))
    return found
