"""Whose dollar or franc an account writes."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from recoupe.lang import table

SETTLES = 2


@cache
def _patterns(lang: str) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in table(lang, "numbers")["moneys"].items()}


@lru_cache(maxsize=4)
def dollar(text: str, lang: str) -> str:
    """The currency of a bare dollar: the American one unless the account is plainly of another country.

    « 3 G$ » is written in Canada only; else the country is named twice and the United States never.
    """
    known = _patterns(lang)
    if known["dollar_signs"].search(text):
        return "CAD"
    if known["america"].search(text):
        return "USD"
    for name, code in (("canada", "CAD"), ("australia", "AUD")):
        if len(known[name].findall(text)) >= SETTLES:
            return code
    return "USD"


def franc(text: str, at: int, lang: str) -> int | None:
    """Where the words of a bare franc end after a number, in an account that names Switzerland; None elsewhere."""
    found = _patterns(lang)["franc"].match(text, at)
    return found.end() if found and _swiss(text, lang) else None


@lru_cache(maxsize=4)
def _swiss(text: str, lang: str) -> bool:
    return _patterns(lang)["swiss"].search(text) is not None
