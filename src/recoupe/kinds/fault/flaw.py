"""A flaw is a span and a code, before it becomes a statement."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from recoupe.kinds.fault.body import Code

LINE = re.compile(r"[^\n]+")


class Flaw(NamedTuple):
    """The characters at fault and what is wrong with them."""

    start: int
    end: int
    code: Code


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


@lru_cache(maxsize=2)
def lines(text: str) -> tuple[tuple[int, int], ...]:
    """The trimmed span of every line that is not blank; kept, since several rules read one text."""
    spans = (trimmed(text, *found.span()) for found in LINE.finditer(text))
    return tuple(span for span in spans if span[0] < span[1])
