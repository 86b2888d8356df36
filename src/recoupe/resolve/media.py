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
        kept = _with_medium(statement, last) if last is not None and _goes_on(last, statement) else statement
        if kept.attribution is not None and kept.attribution.via is not None:
            last = kept
        out.append(kept)
    return out


def _with_medium(statement: Statement, before: Statement) -> Statement:
    old, new = before.attribution, statement.attribution
    if old is None or new is None or new.via is not None:
        return statement
    return replace(statement, attribution=replace(new, via=old.via, via_anchor=old.via_anchor))


def _goes_on(before: Statement, after: Statement) -> bool:
    """The same person goes on a sentence or two later."""
    if before.attribution is None or after.attribution is None:
        return False
    left, right = before.attribution.voice, after.attribution.voice
    if not isinstance(before.body, QuotationBody) or not isinstance(after.body, QuotationBody):
        return False
    same = left.named is not None and left.named == right.named and right.kind in {"named", "unnamed"}
    return same and 0 <= after.body.sentence - before.body.sentence <= NEAR
