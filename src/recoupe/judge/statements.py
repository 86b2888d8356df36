"""Decisions about one statement: who speaks, what it is worth, when it holds."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any, cast, get_args

from recoupe.judge.find import Finder, span
from recoupe.types import Attribution, Entity, Json, Judgement, Quantity, Statement, Timex, TimexType, Voice, VoiceKind

KINDS: tuple[str, ...] = get_args(VoiceKind)
DAY = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-([0-2]\d|3[01]))?)?(?:T.*)?")


def corrected(statement: Statement, row: Judgement, finder: Finder, entities: Iterable[Entity]) -> Statement:
    """The statement as the decision has it; the same one when the decision cannot be read."""
    by = f"person:{row.made_by}"
    if row.decision == "speaker":
        attribution = _spoken(statement.attribution, row.value, finder, entities)
        return replace(statement, attribution=attribution, by=by)
    if row.decision == "value":
        return _valued(statement, row.value, by)
    if row.decision == "date":
        moment = timex(str(row.value.get("value") or ""), _text(row.value.get("mod")))
        return statement if moment is None else _dated(statement, moment, by)
    return statement


def _spoken(
    before: Attribution | None, value: Mapping[str, Json], finder: Finder, entities: Iterable[Entity]
) -> Attribution | None:
    kind, named = str(value.get("kind") or "named"), _text(value.get("named"))
    if kind not in KINDS:
        return before
    if kind == "account":
        return None
    known = next((entity.id for entity in entities if entity.named == named), None)
    step, voice = (
        value.get("step") or 0,
        Voice(cast(VoiceKind, kind), span(dict(value), finder.documents), named, known),
    )
    return _at(before, int(step) if isinstance(step, int) else 0, voice)


def _at(before: Attribution | None, step: int, voice: Voice) -> Attribution:
    """The chain with another voice at one of its steps; what follows it stays."""
    if before is None:
        return Attribution(voice)
    if step <= 0 or before.source is None:
        return replace(before, voice=voice)
    return replace(before, source=_at(before.source, step - 1, voice))


def _valued(statement: Statement, value: Mapping[str, Json], by: str) -> Statement:
    body: Any = statement.body
    if statement.kind == "time":
        moment = timex(_text(value.get("value")), _text(value.get("mod")), _text(value.get("timex_type")))
        return statement if moment is None else _dated(statement, moment, by)
    made = quantity(value, statement.value if isinstance(statement.value, Quantity) else None)
    if made is None or not hasattr(body, "quantity"):
        return statement
    return replace(statement, body=replace(body, quantity=made), value=made, by=by)


def _dated(statement: Statement, moment: Timex, by: str) -> Statement:
    body: Any = statement.body
    if statement.kind == "time":
        return replace(statement, body=replace(body, timex=moment), value=moment, by=by)
    if statement.kind == "commitment":
        return replace(statement, body=replace(body, due=moment), holds_at=moment, by=by)
    return replace(statement, holds_at=moment, by=by)


def quantity(value: Mapping[str, Json], before: Quantity | None = None) -> Quantity | None:
    """The interval of `{low, high, unit, approx}`; None when it is none. A unit that is not given stays."""
    try:
        low, high = (None if value.get(end) in (None, "") else Decimal(str(value[end])) for end in ("low", "high"))
        unit = _text(value.get("unit")) or (before.unit if before else "count")
        if any(end is not None and not end.is_finite() for end in (low, high)):
            return None
        return Quantity(low, high, unit, bool(value.get("approx")))
    except (InvalidOperation, ValueError):
        return None


def timex(value: str | None, mod: str | None = None, type_: str | None = None) -> Timex | None:
    """A year, a month, a day, or a day with a time, as ISO 8601 has it; None when it is none of these."""
    match = DAY.fullmatch(value or "")
    if match is None or value is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = dt.date(year or 1, month or 1, day or 1)
    except ValueError:
        return None
    last_month = month or 12
    last = dt.date(first.year, last_month, day or calendar.monthrange(first.year, last_month)[1])
    kind = type_ if type_ in get_args(TimexType) else ("TIME" if "T" in value else "DATE")
    earliest = None if mod in ("BEFORE", "ON_OR_BEFORE") else first
    return Timex(cast(TimexType, kind), value, mod, earliest, last, "person")


def _text(value: Json) -> str | None:
    return str(value).strip() or None if isinstance(value, str | int | float) else None
