"""What a number measures, and where its words end."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from recoupe.kinds.figure.lexicon import Lexicon, lexicon
from recoupe.kinds.figure.moneys import dollar, franc
from recoupe.kinds.figure.numerals import Numeral

CURRENCY_CODE = 3
BILLION = 10**9
MONEY_WITHIN = 50


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
    low = max(0, numeral.start - 6)
    for rule in lex.units if lex.any_sign.search(text, low, numeral.start) else ():
        if rule.before and (sign := rule.before.search(text, low, numeral.start)):
            unit = _whose(rule.unit, sign.group(), text, lex.lang)
            return Measured(unit, numeral.end, numeral.end, numeral.start - sign.start())
    if numeral.joined:  # *between $3 million and $4 million*: the sign stands inside
        inside = text[numeral.start : numeral.end]
        for rule in lex.units:
            if rule.before and any(rule.before.search(inside, 0, n.start()) for n in re.finditer(r"\d", inside)):
                return Measured(rule.unit, numeral.end, numeral.end)
    for rule in lex.units if lex.any_unit.match(text, numeral.end) else ():
        if found := rule.after.match(text, numeral.end):
            unit = _whose(rule.unit, found.group(), text, lex.lang)
            return Measured(unit, found.end(), found.end() if rule.inside else numeral.end)
    if end := franc(text, numeral.end, lex.lang):
        return Measured("CHF", end, numeral.end)
    return Measured("count", numeral.end, numeral.end)


def _whose(unit: str, words: str, text: str, lang: str) -> str:
    """A dollar without its country is that of the account."""
    return dollar(text, lang) if unit == "USD" and not re.search(r"U\.?S|méric|meric", words) else unit


def implied(text: str, lang: str, numeral: Numeral) -> str | None:
    """The currency a bare number is in: the account's only one.

    It is named twice, or the number is of billions, or a word of money stands before it (« le bénéfice atteint »).
    """
    seen = common_currency(text, lang)
    if seen and (numeral.value >= BILLION or seen[1] > 1):
        return seen[0]
    money = lexicon(lang).counting["money_before"]
    said = money.search(text, max(0, numeral.start - MONEY_WITHIN), numeral.start)
    return _only_currency(text, lang) if said else None


@lru_cache(maxsize=4)
def _only_currency(text: str, lang: str) -> str | None:
    """The only currency an account names, by its word or its sign before a number."""
    seen = []
    for rule in lexicon(lang).units:
        if len(rule.unit) == CURRENCY_CODE and rule.unit.isupper():
            signs = rule.before and re.search(rf"{rule.before.pattern.removesuffix('$')}\d", text)
            if signs or rule.word.search(text):
                seen.append(rule.unit)
    return seen[0] if len(seen) == 1 else None


@lru_cache(maxsize=4)
def common_currency(text: str, lang: str) -> tuple[str, int] | None:
    """The only currency an account names, and how often; None when it names none or several."""
    seen: Counter[str] = Counter()
    for rule in lexicon(lang).units:
        if len(rule.unit) == CURRENCY_CODE and rule.unit.isupper() and (times := len(rule.word.findall(text))):
            seen[rule.unit] += times
    return next(iter(seen.items())) if len(seen) == 1 else None
