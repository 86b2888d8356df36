"""Where an account speaks in its own voice: outside marks, outside what it reports, outside page furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from recoupe.kinds.wording.lexicon import expression, words
from recoupe.lang import table
from recoupe.types import Anchor, Statement

LONGEST_QUOTE = 1500
QUOTED = re.compile(
    rf"(?:«|<<)[^«»\n]{{1,{LONGEST_QUOTE}}}(?:»|>>)|“[^“”\n]{{1,{LONGEST_QUOTE}}}”|(?<!\w)\"[^\"\n]{{1,{LONGEST_QUOTE}}}\"(?!\w)"
    rf"|(?<![\w])‘[^‘\n]{{1,{LONGEST_QUOTE}}}?’(?!\w)|«.{{1,{LONGEST_QUOTE}}}?»",
    re.DOTALL,
)

REACH = 70
END = re.compile(r"[.!?;\n]")


@cache
def _namings(lang: str) -> re.Pattern[str]:
    return re.compile(words([expression(row) for row in table(lang, "wording")["namings"]]))


def named(lowered: str, start: int, lang: str) -> bool:
    """The word is what somebody calls, thinks or says of somebody else: a verb of naming stands shortly before it."""
    before = lowered[max(0, start - REACH) : start]
    ends = [end.end() for end in END.finditer(before)]
    return _namings(lang).search(before, ends[-1] if ends else 0) is not None


def borrowed(text: str, found: Sequence[Statement]) -> list[tuple[int, int]]:
    """The passages that are not the account's own words."""
    spans = [quoted.span() for quoted in QUOTED.finditer(text)]
    for statement in found:
        if statement.kind == "quotation":
            spans += [(part.start, part.end) for part in _contents(statement)]
        elif statement.kind == "fault" and len(statement.anchor.exact) > 1:
            spans.append((statement.anchor.start, statement.anchor.end))
    return spans


def _contents(quotation: Statement) -> tuple[Anchor, ...]:
    found: tuple[Anchor, ...] = getattr(quotation.body, "contents", ())
    return found or (quotation.anchor,)
