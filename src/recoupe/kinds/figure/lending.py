"""What one figure takes from another of its sentence: the thing counted, or the currency."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recoupe.kinds.figure.body import FigureBody
from recoupe.kinds.figure.lexicon import Lexicon
from recoupe.types import Statement

FAR = 160
NEAR = 60
LARGE = 100_000


def linked(text: str, end: int, start: int, lex: Lexicon) -> bool:
    """Two figures of one sentence, or « Ils étaient 400 », « en ont compté 400 » in the next one."""
    between = text[end:start]
    if lex.counting["they_were"].search(between[-NEAR:]):
        return len(between) < FAR * 2
    return len(between) < FAR and not re.search(r"\n|[.!?…][»”\"]?\s", between)


def lender(text: str, before: Sequence[Statement], start: int, lex: Lexicon) -> FigureBody | None:
    """The last figure that names what it counts, when the one at `start` follows it closely enough."""
    for statement in reversed(before):
        body = statement.body
        if isinstance(body, FigureBody) and body.counted is not None and body.quantity.unit == "count":
            return body if linked(text, statement.anchor.end, start, lex) else None
    return None


def currency(text: str, before: Sequence[Statement], start: int, lex: Lexicon, only: str | None) -> str | None:
    """The currency of a bare « 800 millions »: that of the figure before in its sentence, or the account's only one.

    None when the figure before counts things by the hundred thousand: then this one may count them too.
    """
    if before and linked(text, before[-1].anchor.end, start, lex):
        body = before[-1].body
        if isinstance(body, FigureBody) and body.quantity.unit.isupper():
            return body.quantity.unit
    counting = lender(text, before, start, lex)
    return None if counting is not None and (counting.quantity.low or 0) >= LARGE else only


def lend_back(text: str, figures: list[Statement], lex: Lexicon) -> list[Statement]:
    """The figures, with « 12 » in « de 12 à 18 morts » counting what « 18 » counts, and in its unit."""
    out = list(figures)
    for at in range(len(out) - 2, -1, -1):
        body, after = out[at].body, out[at + 1].body
        if not isinstance(body, FigureBody) or not isinstance(after, FigureBody) or after.inherited:
            continue
        gap = text[out[at].anchor.end : out[at + 1].anchor.start].strip()
        if body.counted is not None or body.quantity.unit != "count" or not lex.ranges["to"].fullmatch(gap):
            continue
        if after.quantity.unit != "count":
            lent = replace(body, quantity=replace(body.quantity, unit=after.quantity.unit))
            out[at] = replace(out[at], body=lent, value=lent.quantity)
        elif after.counted is not None:
            lent = replace(body, counted=after.counted, head=after.head, group=after.group, inherited=True)
            out[at] = replace(out[at], body=lent)
    return out
