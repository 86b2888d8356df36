"""Finding loaded words in the account's own voice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.wording.body import WordingBody
from recoupe.kinds.wording.lexicon import lexicon
from recoupe.kinds.wording.voice import borrowed, named
from recoupe.types import Statement

BY = "wording/1"
STOPS = frozenset([*".!?…:»”\"'’)–—-«“", ""])


def extract(annotated: Annotated, found: Sequence[Statement]) -> Iterable[Statement]:
    """Every loaded expression the account uses itself, in the order of its text.

    Quoted and reported words are left to their speakers. Of two that overlap the first, then the longer, is kept.
    """
    text = annotated.document.text
    silent = borrowed(text, found)
    lowered = text.replace("İ", "I").lower()  # the one letter whose lower case is two characters
    hits = [
        (match.start(), -match.end(), code, label)
        for code, label, pattern in lexicon(annotated.lang)
        for match in pattern.finditer(lowered)
        if not _verb(annotated, match) and not _name(text, match) and not named(lowered, match.start(), annotated.lang)
    ]
    last = 0
    for start, minus_end, code, label in sorted(hits):
        end = -minus_end
        if start < last or any(start < stop and begin < end for begin, stop in silent):
            continue
        anchor = annotated.anchor(start, start + len(text[start:end].rstrip()))
        last = end
        yield Statement(
            id=Statement.make_id("wording", anchor),
            kind="wording",
            anchor=anchor,
            body=WordingBody(code, label),
            by=BY,
        )


def _name(text: str, match: re.Match[str]) -> bool:
    """Capitals inside a sentence: a title or a name (*Grand Guignol*), not the account's judgement."""
    start = match.start()
    capitals = all(word[0].isupper() for word in text[start : match.end()].split())
    return capitals and text[start - 1 : start] == " " and text[max(0, start - 2) : start - 1] not in STOPS


def _verb(annotated: Annotated, match: re.Match[str]) -> bool:
    """The word taken for an act of violence was tagged a verb: « le chat sauvage attaque »."""
    for name in ("act", "act_before"):
        if match.groupdict().get(name):
            span = annotated.doc.char_span(*match.span(name), alignment_mode="expand")
            return span is not None and span[0].pos_ in {"VERB", "AUX"}
    return False
