"""Quotation marks that do not pair."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recoupe.kinds.fault.flaw import Flaw, lines

FAR = 1500
MARK = re.compile(r"<<|>>|[«»“”]")
CLOSES = {"«": "»", "“": "”", "<<": ">>"}
CONTINUES = ("«", "»", "“", "<<", '"')


def mismatched(text: str, silent: Sequence[tuple[int, int]] = ()) -> Iterator[Flaw]:
    """Opening marks that another kind of mark closes, or that nothing closes.

    A quotation may go on over paragraphs, each opened again or closed later (the habit of French and English
    printers), so an open mark is at fault only when the next paragraph does not go on and no closing mark follows.
    `silent` are lines that are no prose.
    """
    spans = [span for span in lines(text) if not any(s <= span[0] and span[1] <= e for s, e in silent)]
    for at, (start, end) in enumerate(spans):
        following = spans[at + 1][0] if at + 1 < len(spans) else len(text)
        yield from _paragraph(text, start, end, following)


def _paragraph(text: str, start: int, end: int, following: int) -> Iterator[Flaw]:
    stack: list[re.Match[str]] = []
    for mark in MARK.finditer(text, start, end):
        sign = mark.group()
        if sign in CLOSES:
            stack.append(mark)
        elif stack and CLOSES[stack[-1].group()] == sign:
            stack.pop()
        elif stack and (pair := _partner(stack, sign)) is not None:
            del stack[pair:]  # an inner mark left open inside a closed pair is the printer's habit in nested quotations
        elif stack and stack[-1].group() == "<<":
            opened = stack.pop()
            yield Flaw(opened.start(), opened.end(), "mismatched-marks")
        elif sign == ">>" and stack:
            stack.pop()
            yield Flaw(mark.start(), mark.end(), "mismatched-marks")
    for opened in stack:
        mixed = opened.group() == "“" and '"' in text[opened.end() : end]
        if mixed or not _goes_on(text, opened.group(), end, following):
            yield Flaw(opened.start(), opened.end(), "mismatched-marks")


def _partner(stack: list[re.Match[str]], sign: str) -> int | None:
    for at in range(len(stack) - 1, -1, -1):
        if CLOSES[stack[at].group()] == sign:
            return at
    return None


def _goes_on(text: str, sign: str, end: int, following: int) -> bool:
    if text.startswith(CONTINUES, following):
        return True
    closing = CLOSES[sign]
    later = text.find(closing, end, end + FAR)
    reopened = text.find(sign, end, end + FAR)
    return later >= 0 and (reopened < 0 or later < reopened)
