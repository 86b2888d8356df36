"""Finding the figures of an account."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.figure.body import FigureBody
from recoupe.kinds.figure.candidates import candidates, counts, taken
from recoupe.kinds.figure.counted import Phrase, phrase, verbal
from recoupe.kinds.figure.lending import currency, lend_back, lender
from recoupe.kinds.figure.lexicon import Lexicon, lexicon
from recoupe.kinds.figure.numerals import Numeral
from recoupe.kinds.figure.scope import moment, place
from recoupe.kinds.figure.units import Measured, implied
from recoupe.types import Quantity, Statement

BY = "figure/1"


def extract(annotated: Annotated, found: Sequence[Statement]) -> Iterable[Statement]:
    """Every figure of the account, in the order of its text.

    A number inside a time expression or in page furniture is none; nor is one that names, ranks or dates a thing.
    """
    lex = lexicon(annotated.lang)
    text = annotated.document.text
    kept = [pair for pair in candidates(text, lex, taken(found, text, lex)) if not _named(annotated, pair[0])]
    starts = [numeral.start for numeral, _ in kept]
    times = [statement for statement in found if statement.kind == "time"]
    figures: list[Statement] = []
    for numeral, unit in kept:
        counted = phrase(annotated.doc, unit.end, lex)
        counted = _before_times(annotated, counted, times)
        if not counts(text, numeral, unit, counted, lex):
            continue
        if counted is not None and counted.others(lex):
            counted = None
        name = unit.unit
        if name == "count" and counted is None and numeral.scaled and numeral.how in {"digits", "spelled"}:
            name = currency(text, figures, numeral.start, lex, implied(text, lex.lang, numeral)) or name
        quantity = Quantity(numeral.low, numeral.high, name, numeral.approx, numeral.comparator)
        body = _body(annotated, quantity, unit, counted, None)
        if body.counted is None and name == "count" and not verbal(annotated.doc, unit.end):
            body = _body(annotated, quantity, unit, None, lender(text, figures, numeral.start, lex))
        figures.append(_statement(annotated, numeral, unit, body, starts, times, lex))
    return lend_back(text, figures, lex)


def _before_times(annotated: Annotated, counted: Phrase | None, times: Sequence[Statement]) -> Phrase | None:
    """The counted phrase without the time that the parse takes into it (« 18 morts mardi »)."""
    if counted is None:
        return None
    span = counted.span
    for time in times:
        if time.anchor.start >= span.end_char or span.start_char >= time.anchor.end:
            continue
        kept = [token for token in span if token.idx + len(token) <= time.anchor.start]
        if not kept or counted.head.i > kept[-1].i:
            return None
        span = span.doc[kept[0].i : kept[-1].i + 1]
    return Phrase(span, counted.head)


def _named(annotated: Annotated, numeral: Numeral) -> bool:
    """The number is inside a name that begins before it (« Channel 4 », « les Quatre Vents »)."""
    return any(
        mention.form == "name"
        and mention.anchor.start < numeral.start
        and numeral.end <= mention.anchor.end
        and numeral.comparator is None
        for mention in annotated.mentions
    )


def _body(
    annotated: Annotated, quantity: Quantity, unit: Measured, counted: Phrase | None, lent: FigureBody | None
) -> FigureBody:
    if counted is not None and (quantity.unit in {"count", "ratio"} or _complement(annotated, unit.end)):
        narrowing = counted.narrowing
        group = annotated.anchor_of(narrowing) if narrowing is not None else None
        return FigureBody(quantity, annotated.anchor_of(counted.span), counted.lemma, group)
    if lent is not None:
        return FigureBody(quantity, lent.counted, lent.head, lent.group, inherited=True)
    return FigureBody(quantity)


def _complement(annotated: Annotated, end: int) -> bool:
    """*of* or « de » follows a unit: what is measured is named."""
    following = annotated.document.text[end : end + 6].lower().lstrip()
    return any(following.startswith(word) for word in sorted(lexicon(annotated.lang).words["of"]))


def _statement(
    annotated: Annotated,
    numeral: Numeral,
    unit: Measured,
    body: FigureBody,
    starts: Sequence[int],
    times: Sequence[Statement],
    lex: Lexicon,
) -> Statement:
    anchor = annotated.anchor(numeral.start, unit.inside_end)
    end = body.counted.end if body.counted and not body.inherited else unit.end
    where = place(annotated, unit.end, max(unit.end, end), starts, lex)
    where = where or place(annotated, anchor.start, unit.end, starts, lex)
    return Statement(
        id=Statement.make_id("figure", anchor),
        kind="figure",
        anchor=anchor,
        body=FigureBody(body.quantity, body.counted, body.head, body.group, where, body.inherited),
        holds_at=moment(annotated.document.text, anchor.start, anchor.end, times, lex),
        by=BY,
        value=body.quantity,
    )
