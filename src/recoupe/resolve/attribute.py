"""Whose words a figure, an event or a commitment stands in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from recoupe.types import Anchor, Statement


def contents(quotation: Statement) -> tuple[Anchor, ...]:
    """The passages a quotation reports; its own passage when its body names none."""
    found: tuple[Anchor, ...] = getattr(quotation.body, "contents", ())
    return found or (quotation.anchor,)


def _smallest(quotations: Iterable[Statement], anchor: Anchor) -> Statement | None:
    holders = [
        (content.end - content.start, content.start, quotation)
        for quotation in quotations
        for content in contents(quotation)
        if content.contains(anchor)
    ]
    return min(holders, key=lambda holder: holder[:2])[2] if holders else None


def _holding_action(quotations: Iterable[Statement], statement: Statement) -> Statement | None:
    """For a commitment that holds its own cue (« le maire a promis de… »), the quotation whose content is the act."""
    action = getattr(statement.body, "action", None)
    if not isinstance(action, Anchor):
        return None
    inside = [
        q for q in quotations if q.attribution and q.attribution.cue and statement.anchor.contains(q.attribution.cue)
    ]
    return _smallest(inside, action)


def attribute(statements: Sequence[Statement]) -> list[Statement]:
    """The statements with the attribution of the innermost quotation content each one stands in.

    A statement that already names its source keeps it. Faults and times have no source: a time is a time whoever
    says it, and a fault is nobody's statement.
    """
    quotations: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.kind == "quotation":
            quotations[statement.anchor.document].append(statement)
    out: list[Statement] = []
    for statement in statements:
        if statement.kind in {"quotation", "fault", "time"} or statement.attribution is not None:
            out.append(statement)
            continue
        near = quotations[statement.anchor.document]
        holder = _smallest(near, statement.anchor) or _holding_action(near, statement)
        if holder is None or holder.attribution is None:
            out.append(statement)
        else:
            out.append(replace(statement, attribution=holder.attribution, reported=True))
    return out
