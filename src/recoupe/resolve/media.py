"""A medium named once holds for the speech that goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recoupe.kinds.quotation.body import QuotationBody
from recoupe.types import Statement

NEAR = 2


def continue_media(quotations: Sequence[Statement]) -> list[Statement]:
    """The quotations of one account in text order, each with the medium its speaker was just said to speak through."""
    last: Statement | None = None
    out = []
    for statement in quotations:
        if last is not None and _goes_on(last, statement):
            old, new = last.attribution, statement.attribution
            if old is not None and new is not None and new.via is None:
                statement = replace(statement, attribution=replace(new, via=old.via, via_anchor=old.via_anchor))
        if statement.attribution is not None and statement.attribution.via is not None:
            last = statement
        out.append(statement)
    return out


def _goes_on(before: Statement, after: Statement) -> bool:
    """The same person goes on a sentence or two later."""
    if before.attribution is None or after.attribution is None:
        return False
    left, right = before.attribution.voice, after.attribution.voice
    if not isinstance(before.body, QuotationBody) or not isinstance(after.body, QuotationBody):
        return False
    same = left.named is not None and left.named == right.named and right.kind in {"named", "unnamed"}
    return same and 0 <= after.body.sentence - before.body.sentence <= NEAR
