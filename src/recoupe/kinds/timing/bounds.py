"""What an account proves about its own day of publication when it bears no date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.timing.sense import told
from recoupe.types import Anchor, Statement, Timex


def date_bounds(annotated: Annotated, statements: Iterable[Statement]) -> tuple[dt.date | None, Anchor | None]:
    """The earliest day the account can have been published on, and the passage that proves it; (None, None) if none.

    An absolute date told in the past tense (« a adopté, en janvier 2020 ») had begun when the account was written.
    Of several, the latest counts. Nothing bounds the other end: an account may tell of any past.
    """
    best: tuple[dt.date, Anchor] | None = None
    for statement in statements:
        value = statement.value
        if statement.kind != "time" or not isinstance(value, Timex) or value.why != "absolute":
            continue
        if value.type not in {"DATE", "TIME"} or value.earliest is None or value.mod in {"BEFORE", "END"}:
            continue
        if best is not None and value.earliest <= best[0]:
            continue
        if told(annotated.doc, statement.anchor.start, statement.anchor.end):
            best = value.earliest, statement.anchor
    return best if best is not None else (None, None)
