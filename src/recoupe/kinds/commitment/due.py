"""The dates of an account that something can be due on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.arguments import clause_span
from recoupe.annotate.verbgroup import sentence
from recoupe.kinds.commitment.period import last_day
from recoupe.types import Statement, Timex

REACH = 60


class Due:
    """The time expressions that can be a due date: calendar dates not wholly before publication, and terms."""

    def __init__(self, annotated: Annotated, found: Sequence[Statement]) -> None:
        day = annotated.document.day
        self.doc = annotated.doc
        document = annotated.document
        stated = [s for s in found if s.kind == "time" and isinstance(s.value, Timex)]
        terms = {s.id: last_day(s, document.text, document.lang, day) for s in stated}
        stated = [replace(s, value=terms[s.id] or s.value) for s in stated]
        self.times = [s for s in stated if isinstance(s.value, Timex) and _ahead(s.value, day)]
        self.later = [s for s in self.times if isinstance(s.value, Timex) and _later(s.value, day)]
        self.covered = frozenset(i for s in stated for i in range(s.anchor.start, s.anchor.end))

    def on(self, head: Token) -> Statement | None:
        """The first due date in the clause of a word."""
        around = sentence(head)
        if self.within(around.start_char, around.end_char) is None:
            return None
        span = clause_span(head)
        return self.within(span.start_char, span.end_char)

    def holds(self, token: Token) -> bool:
        """The word is part of a time expression, so it can bind nobody (« lundi apportera… »)."""
        return token.idx in self.covered

    def ahead(self, start: int, end: int) -> bool:
        """A date that begins after publication lies in the characters `[start, end)`."""
        return any(start <= s.anchor.start and s.anchor.end <= end for s in self.later)

    def within(self, start: int, end: int) -> Statement | None:
        """The first due date that lies in the characters `[start, end)`."""
        return next((s for s in self.times if start <= s.anchor.start and s.anchor.end <= end), None)

    def after(self, end: int, limit: int) -> Statement | None:
        """The first due date within reach after the clause, where no new clause begins."""
        return next((s for s in self.times if end <= s.anchor.start <= min(end + REACH, limit)), None)


def _ahead(value: Timex, day: dt.date | None) -> bool:
    if value.type not in {"DATE", "TIME"} or value.value in {None, "PAST_REF", "PRESENT_REF"}:
        return False
    if value.value == "FUTURE_REF":
        return True
    return day is None or value.latest is None or value.latest >= day


def _later(value: Timex, day: dt.date | None) -> bool:
    if value.value == "FUTURE_REF":
        return True
    return day is not None and value.earliest is not None and value.earliest > day
