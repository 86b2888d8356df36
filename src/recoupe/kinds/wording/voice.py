"""Where an account speaks in its own voice: outside marks, outside what it reports, outside page furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.types import Anchor, Statement

LONGEST_QUOTE = 1500
QUOTED = re.compile(
    rf"(?:«|<<)[^«»\n]{{1,{LONGEST_QUOTE}}}(?:»|>>)|“[^“”\n]{{1,{LONGEST_QUOTE}}}”|(?<!\w)\"[^\"\n]{{1,{LONGEST_QUOTE}}}\"(?!\w)"
    rf"|(?<![\w])‘[^‘\n]{{1,{LONGEST_QUOTE}}}?’(?!\w)|«.{{1,{LONGEST_QUOTE}}}?»",
    re.DOTALL,
)


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
