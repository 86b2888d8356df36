"""Where and when a figure is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.figure.lexicon import FLAGS, Lexicon, lexicon
from recoupe.types import Anchor, Statement, Timex

CLAUSE_END = re.compile(r"[;:()\n]|\s[-–—]\s|[.!?…](?=\s|$)")
FAR = 90


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch around a passage up to the nearest strong mark on each side."""
    left = max((found.end() for found in CLAUSE_END.finditer(text, max(0, start - 400), start)), default=0)
    left = max(left, start - 400, 0)
    right = CLAUSE_END.search(text, end)
    return left, min(right.start() if right else len(text), end + 400)


@cache
def _prepositions(lang: str) -> re.Pattern[str]:
    prepositions = lexicon(lang).words["place_prepositions"]
    words = "|".join(sorted((re.escape(word) for word in prepositions), key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<![\w'’])(?:{words})[\s\u00a0](?:l['’]|la |le |les |the )?$", FLAGS)


def place(annotated: Annotated, start: int, end: int, others: Sequence[int], lex: Lexicon) -> Anchor | None:
    """The place a figure is said to hold at, with its preposition: « en Irak », *in Fort Lee*.

    The first place after the figure, before the next figure of the clause; else one that opens the clause.
    """
    text = annotated.document.text
    left, right = clause(text, start, end)
    stop = min((other for other in others if end <= other < right), default=right)
    preposition = _prepositions(lex.lang)
    before: Anchor | None = None
    for mention in annotated.mentions:
        at = mention.anchor
        if mention.type != "LOC" or at.end <= left or at.start >= right:
            continue
        found = preposition.search(text, max(left, at.start - 20), at.start)
        if not found:
            continue
        if end <= at.start < stop and at.start - end <= FAR:
            return annotated.anchor(found.start(), at.end)
        if at.end <= start and not text[left : found.start()].strip():
            before = annotated.anchor(found.start(), at.end)
    return before


def moment(text: str, start: int, end: int, times: Sequence[Statement], lex: Lexicon) -> Timex | None:
    """The date or hour said in the same clause, the nearest one; None when none is.

    A date the figure is only compared with (« par rapport à lundi ») is passed over, and so is one
    said of a part only (« dont 40 lundi »).
    """
    left, right = clause(text, start, end)
    best: tuple[int, Timex] | None = None
    for time in times:
        at = time.anchor
        if at.start < left or at.end > right or not isinstance(time.value, Timex):
            continue
        if time.value.type not in {"DATE", "TIME"}:
            continue
        if lex.counting["comparison"].search(text, max(left, at.start - FAR, end if at.start >= end else 0), at.start):
            continue
        if lex.counting["apart"].search(text, end, max(end, at.start)):
            continue
        distance = at.start - end if at.start >= end else start - at.end
        if distance >= 0 and (best is None or distance < best[0]):
            best = (distance, time.value)
    return best[1] if best else None
