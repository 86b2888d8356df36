"""What a number measures, and where its words end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from recoupe.kinds.figure.lexicon import Lexicon, lexicon
from recoupe.kinds.figure.numerals import Numeral

CURRENCY_CODE = 3


@dataclass(frozen=True, slots=True)
class Measured:
    """A unit: its name, where its words end, where the figure's own words end, and the length of a sign before it."""

    unit: str
    end: int
    inside_end: int
    sign: int = 0


def measured(text: str, numeral: Numeral, lex: Lexicon) -> Measured:
    """The unit of a number; `count` when it measures nothing."""
    if numeral.unit is not None:
        return Measured(numeral.unit, numeral.end, numeral.end)
    for rule in lex.units:
        if rule.before and (sign := rule.before.search(text, max(0, numeral.start - 6), numeral.start)):
            return Measured(rule.unit, numeral.end, numeral.end, numeral.start - sign.start())
    for rule in lex.units:
        if found := rule.after.match(text, numeral.end):
            return Measured(rule.unit, found.end(), found.end() if rule.inside else numeral.end)
    return Measured("count", numeral.end, numeral.end)


@lru_cache(maxsize=4)
def common_currency(text: str, lang: str) -> str | None:
    """The only currency an account names, which a bare « 50 milliards » is then in; None when there is none or more."""
    seen: Counter[str] = Counter()
    for rule in lexicon(lang).units:
        if len(rule.unit) == CURRENCY_CODE and rule.unit.isupper() and rule.word.search(text):
            seen[rule.unit] += 1
    return next(iter(seen)) if len(seen) == 1 else None
