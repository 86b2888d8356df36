"""Where a commitment stands on a given day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from recoupe.kinds.commitment.body import CommitmentBody, Status
from recoupe.types import Dossier, Statement, Timex


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


def on(dossier: Dossier, day: dt.date | None) -> Dossier:
    """The dossier with each commitment's status on that day; the same dossier when no day is given.

    A status says where the day stands to the date due, never whether the thing was done: only an account can say that.
    """
    if day is None:
        return dossier
    return replace(dossier, statements=tuple(_on(statement, day) for statement in dossier.statements))


def _on(statement: Statement, day: dt.date) -> Statement:
    body = statement.body
    if not isinstance(body, CommitmentBody):
        return statement
    return replace(statement, body=replace(body, status=status(body.due, day)))
