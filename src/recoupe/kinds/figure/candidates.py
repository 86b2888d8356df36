"""The numbers of a text that may count something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recoupe.kinds.base import silent
from recoupe.kinds.figure import context
from recoupe.kinds.figure.counted import Phrase
from recoupe.kinds.figure.intervals import ranges, widened
from recoupe.kinds.figure.lexicon import Lexicon
from recoupe.kinds.figure.numerals import Numeral, numerals
from recoupe.kinds.figure.units import Measured, measured
from recoupe.types import Statement

NAMING = 20
_ONES = ("un", "une", "one")
PARTS = frozenset({"fraction", "multiple", "one-in", "some", "collective"})


def taken(found: Sequence[Statement], text: str, lex: Lexicon) -> list[tuple[int, int]]:
    """The passages in which no number is read."""
    spans = [(s.anchor.start, s.anchor.end) for s in found if s.kind == "time"]
    spans += [(anchor.start, anchor.end) for anchor in silent(found)]
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
    sides = [at for at in range(len(found) - 1) if context.ballot(text, found[at], found[at + 1], lex)]
    votes = [replace(found[each], joined=True) for at in sides for each in (at, at + 1)]
    scored = {
        each
        for at in range(len(found) - 1)
        if at in sides or context.score(text, found[at], found[at + 1])
        for each in (at, at + 1)
    }
    clean = [
        n
        for at, n in enumerate(found)
        if at not in scored and not context.apposed_age(text, n) and not context.labels(text, n, lex)
    ]
    joined = [
        replace(n, joined=n.joined or context.joined_to(text, n, lex))
        for n in ranges(text, clean, lex)
        if not context.glued(text, n, lex)
    ]
    joined = sorted([*joined, *votes], key=lambda n: n.start)
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


def counts(text: str, numeral: Numeral, unit: Measured, counted: Phrase | None, lex: Lexicon) -> bool:
    """The number counts or measures something rather than standing for a thing."""
    bounded = numeral.comparator is not None or numeral.joined
    only_one = text[numeral.start : numeral.end].lower().endswith(_ONES)
    if numeral.how == "spelled" and not numeral.joined and (numeral.value == 1 or (only_one and numeral.value < 1)):
        return lex.counting["at_least_one"].match(text, numeral.start) is not None and counted is not None
    if unit.unit not in {"count", "ratio"}:
        return True
    if numeral.how in PARTS or numeral.scaled:
        return True
    if context.year_like(text, numeral):
        return counted is not None and (bounded or counted.span.start_char <= numeral.end + 2)
    if counted is not None:
        if context.titled(text, numeral):
            return False
        return not (context.named(text, numeral) and (numeral.value < NAMING or counted.span.text[:1].isupper()))
    return context.bare(text, numeral, bounded, lex)
