"""Finding the time expressions of an account and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.base import silent
from recoupe.kinds.timing import clock, dates, feasts, months, spans
from recoupe.kinds.timing.body import TimeBody
from recoupe.kinds.timing.context import Context, Sense
from recoupe.kinds.timing.grammar import Found, scan
from recoupe.kinds.timing.leads import bounds_a_stretch
from recoupe.kinds.timing.sense import sense_of
from recoupe.kinds.timing.signals import modify
from recoupe.kinds.timing.traps import refused
from recoupe.kinds.timing.words import words
from recoupe.lang import table
from recoupe.types import Statement, Timex

BY = "time/1"
_DAYS = ("date", "weekday", "dayword", "feast", "day-alone")
_BOUNDS = ("weekday", "dayword")
_GAPS = ("", "on", "de", "d'", "du", "of", "le")
_MEANINGS: dict[str, Callable[[Found, Context], Timex | None]] = {
    "date": dates.date,
    "weekday": dates.weekday,
    "weekday-of-week": dates.weekday_of_week,
    "dayword": dates.dayword,
    "anaphor": dates.anaphor,
    "feast": feasts.feast_day,
    "season": feasts.season,
    "weekend": feasts.weekend,
    "quarter": feasts.quarter,
    "nth": feasts.nth,
    "term": feasts.term,
    "day-alone": months.day_alone,
    "nth-weekday": months.nth_day,
    "nth-week": months.nth_week,
    "week-of": months.week_of,
    "span": spans.span,
    "shift": spans.shift,
    "that": spans.that,
    "later": spans.later,
    "duration": spans.duration,
    "half": spans.half,
    "sum": spans.total,
    "ref": spans.reference,
    "decade": spans.decade,
    "century": spans.century,
    "set": spans.recurring,
    "clock": clock.clock,
    "part": clock.part_of_day,
}


def extract(annotated: Annotated, found: Sequence[Statement]) -> list[Statement]:
    """Every time expression outside credit lines, page furniture and stray words, in text order.

    Relative expressions are resolved against `document.published`; without it their value stays None.
    """
    document = annotated.document
    text = document.text
    context = Context(
        words(document.lang), text, document.day, lambda _: Sense("none"),
        table(document.lang, "time")["numeric_order"],
    )  # fmt: skip
    context.sense = lambda hit: sense_of(annotated.doc, hit.start, hit.end, _is_a_day(hit))
    closed = silent(found)
    times: list[Statement] = []
    for hit, place in _reading_order(scan(text, document.lang), text):
        if any(hit.start < anchor.end and anchor.start < hit.end for anchor in closed) or refused(hit, annotated):
            continue
        value = _MEANINGS[hit.rule.meaning](hit, context)
        if value is None:
            continue
        start, value = modify(hit, value, context)
        bounding = hit.rule.meaning in _BOUNDS and bounds_a_stretch(text, hit.start, hit.end, document.lang)
        context.remember(place, value, as_day=not bounding and context.closed != hit.start)
        anchor = annotated.anchor(start, hit.end)
        body = TimeBody(value, hit.rule.name)
        times.append(Statement(Statement.make_id("time", anchor), "time", anchor, body, by=BY, value=value))
    return sorted(times, key=lambda time: time.anchor.start)


def _is_a_day(hit: Found) -> bool:
    """The expression names one day, by weekday, by number or by its distance, and not a month or a season."""
    return hit.rule.meaning == "shift" or bool(hit.groups.get("weekday") or hit.groups.get("day"))


def _reading_order(hits: list[Found], text: str) -> Iterator[tuple[Found, int]]:
    """Text order, but a day right after a clock time or after « le lendemain du » is read first, as if before it."""
    waiting: Found | None = None
    for hit in hits:
        if waiting is not None:
            gap = text[waiting.end : hit.start].strip(" \u00a0,()").lower()
            if hit.rule.meaning in _DAYS and gap in _GAPS:
                yield hit, waiting.start
                yield waiting, waiting.start
                waiting = None
                continue
            yield waiting, waiting.start
            waiting = None
        if hit.rule.meaning == "clock" or hit.groups.get("of"):
            waiting = hit
        else:
            yield hit, hit.start
    if waiting is not None:
        yield waiting, waiting.start
