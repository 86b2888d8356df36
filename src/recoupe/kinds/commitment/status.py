"""Where a commitment stands on a given day."""

from __future__ import annotations

import datetime as dt

from recoupe.kinds.commitment.body import Status
from recoupe.types import Timex


def status(due: Timex | None, as_of: dt.date | None) -> Status:
    """`open` before the due period, `due` within it, `overdue` after its last day.

    `unknown` when the moment due is stated and cannot be placed on the calendar; `open` when none is stated or when
    `as_of` is not given. A « d'ici » date (mod `BEFORE`) is never `due` before its last day.
    """
    if due is None or as_of is None:
        return "open"
    if due.latest is None:
        return "unknown"
    if as_of > due.latest:
        return "overdue"
    first = due.latest if due.mod == "BEFORE" else due.earliest
    if first is None or as_of >= first:
        return "due"
    return "open"
