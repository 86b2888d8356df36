"""Finding the figures of an account."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.figure import context
from recoupe.kinds.figure.body import FigureBody
from recoupe.kinds.figure.counted import Phrase, phrase, verbal
from recoupe.kinds.figure.intervals import ranges, widened
from recoupe.kinds.figure.lexicon import Lexicon, lexicon
from recoupe.kinds.figure.numerals import Numeral, numerals
from recoupe.kinds.figure.scope import moment, place
from recoupe.kinds.figure.units import Measured, common_currency, measured
from recoupe.types import Anchor, Quantity, Statement

BY = "figure/1"
FAR = 160
NAMING = 20
LARGE = 100_000
SILENT = frozenset({"credit-line", "page-furniture", "stray-words"})
PARTS = frozenset({"fraction", "multiple", "one-in", "some", "collective"})


def extract(annotated: Annotated, found: Sequence[Statement]) -> Iterable[Statement]:
    """Every figure of the account, in the order of its text.

    A number inside a time expression or in page furniture is none; nor is one that names, ranks or dates a thing.
    """
    lex = lexicon(annotated.lang)
    text = annotated.document.text
    kept = [pair for pair in candidates(text, lex, _taken(found, text, lex)) if not _named(annotated, pair[0])]
    starts = [numeral.start for numeral, _ in kept]
    times = [statement for statement in found if statement.kind == "time"]
    money = common_currency(text, lex)
    before: Statement | None = None
    for numeral, unit in kept:
        statement = _statement(annotated, numeral, unit, before, lex, money, [time.anchor for time in times])
        if statement is None:
            continue
        anchor, body = statement.anchor, statement.body
        where = place(annotated, unit.end, max(unit.end, _end(body)), starts, lex) or place(
            annotated, anchor.start, unit.end, starts, lex
        )
        statement = replace(
            statement,
            body=replace(body, place=where) if isinstance(body, FigureBody) else body,
            holds_at=moment(text, anchor.start, anchor.end, times, lex),
        )
        yield statement
        if counting(body):
            before = statement


def counting(body: object) -> bool:
    """The figure counts a thing it names, so that the next one may count the same."""
    return isinstance(body, FigureBody) and body.counted is not None and body.quantity.unit == "count"


def _end(body: object) -> int:
    counted = body.counted if isinstance(body, FigureBody) and not body.inherited else None
    return counted.end if counted else 0


def _taken(found: Sequence[Statement], text: str, lex: Lexicon) -> list[tuple[int, int]]:
    """The passages in which no number is read."""
    spans = [(s.anchor.start, s.anchor.end) for s in found if s.kind == "time"]
    spans += [
        (s.anchor.start, s.anchor.end) for s in found if s.kind == "fault" and getattr(s.body, "code", "") in SILENT
    ]
    return spans + context.masked(text) + context.idioms(text, lex)


def candidates(text: str, lex: Lexicon, taken: Sequence[tuple[int, int]] = ()) -> list[tuple[Numeral, Measured]]:
    """The numbers that may count something, with their bounds and units; ages, scores, ranks and dates are gone."""
    everything = numerals(text, lex)
    aged = context.ages(text, everything, lex)
    found = [
        n
        for at, n in enumerate(everything)
        if at not in aged and not any(n.start < end and start < n.end for start, end in taken)
    ]
    scored = {
        each for at in range(len(found) - 1) if context.score(text, found[at], found[at + 1]) for each in (at, at + 1)
    }
    clean = [
        n
        for at, n in enumerate(found)
        if at not in scored and not context.apposed_age(text, n) and not context.labels(text, n, lex)
    ]
    joined = [n for n in ranges(text, clean, lex) if not context.glued(text, n)]
    pairs = [_measured(text, n, lex) for n in joined]
    ends = [0, *(unit.end for _, unit in pairs)]
    # « dix pour cent »: the words of a unit are not another number
    return [pair for pair, numeral, end in zip(pairs, joined, ends, strict=False) if numeral.start >= end]


def _measured(text: str, numeral: Numeral, lex: Lexicon) -> tuple[Numeral, Measured]:
    unit = measured(text, numeral, lex)
    wide = widened(text, replace(numeral, unit=None if unit.unit == "count" else unit.unit), lex, sign=unit.sign)
    if wide.end > numeral.end:
        unit = replace(unit, end=max(unit.end, wide.end), inside_end=max(unit.inside_end, wide.end))
    return wide, unit


def _named(annotated: Annotated, numeral: Numeral) -> bool:
    """The number is inside a name that begins before it (« Channel 4 », « les Quatre Vents »)."""
    return any(
        mention.form == "name"
        and mention.anchor.start < numeral.start
        and numeral.end <= mention.anchor.end
        and numeral.comparator is None
        for mention in annotated.mentions
    )


def _statement(
    annotated: Annotated,
    numeral: Numeral,
    unit: Measured,
    before: Statement | None,
    lex: Lexicon,
    money: str | None,
    times: Sequence[Anchor],
) -> Statement | None:
    text = annotated.document.text
    counted = phrase(annotated.doc, unit.end, lex)
    if counted is not None and any(t.overlaps(annotated.anchor_of(counted.span)) for t in times):
        counted = None
    if not _counts(text, numeral, unit, counted, lex):
        return None
    name = unit.unit
    if counted is not None and counted.others(lex):
        counted = None
    lender = before.body if before is not None and _linked(text, before.anchor.end, numeral.start, lex) else None
    if verbal(annotated.doc, unit.end):
        lender = None
    bare = name == "count" and counted is None and numeral.scaled and numeral.how in {"digits", "spelled"}
    if bare and money and not (isinstance(lender, FigureBody) and (lender.quantity.low or 0) >= LARGE):
        name = money
    anchor = annotated.anchor(numeral.start, unit.inside_end)
    quantity = Quantity(numeral.low, numeral.high, name, numeral.approx, numeral.comparator)
    body = FigureBody(quantity)
    if counted is not None and (name in {"count", "ratio"} or _complement(annotated, unit.end, lex)):
        narrowing = counted.narrowing
        body = FigureBody(
            quantity,
            annotated.anchor_of(counted.span),
            counted.lemma,
            annotated.anchor_of(narrowing) if narrowing is not None else None,
        )
    elif name == "count" and isinstance(lender, FigureBody):
        body = FigureBody(quantity, lender.counted, lender.head, lender.group, inherited=True)
    return Statement(
        id=Statement.make_id("figure", anchor), kind="figure", anchor=anchor, body=body, by=BY, value=quantity
    )


def _complement(annotated: Annotated, end: int, lex: Lexicon) -> bool:
    """*of* or « de » follows a unit: what is measured is named."""
    following = annotated.document.text[end : end + 6].lower().lstrip()
    return any(following.startswith(word) for word in sorted(lex.words["of"]))


def _linked(text: str, end: int, start: int, lex: Lexicon) -> bool:
    """Two figures of one sentence, or « Ils étaient 400 », « en ont compté 400 » in the next one."""
    between = text[end:start]
    if lex.counting["they_were"].search(between[-60:]):
        return len(between) < FAR * 2
    return len(between) < FAR and not re.search(r"\n|[.!?…][»”\"]?\s", between)


def _counts(text: str, numeral: Numeral, unit: Measured, counted: Phrase | None, lex: Lexicon) -> bool:
    """The number counts or measures something rather than standing for a thing."""
    bounded = numeral.comparator is not None or numeral.joined
    if numeral.value == 1 and numeral.how == "spelled" and not numeral.joined:
        return lex.counting["at_least_one"].match(text, numeral.start) is not None and counted is not None
    if unit.unit not in {"count", "ratio"}:
        return True
    if numeral.how in PARTS or numeral.scaled:
        return True
    if context.year_like(text, numeral):
        return counted is not None and (bounded or counted.span.start_char <= numeral.end + 2)
    if counted is not None:
        return not (context.named(text, numeral) and (numeral.value < NAMING or counted.span.text[:1].isupper()))
    return context.bare(text, numeral, bounded, lex)
