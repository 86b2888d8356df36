"""Who counts, when the words that say so are no quotation: « La direction comptait 31 % de grévistes mardi »."""

from __future__ import annotations

from functools import cache

import regex

from recoupe.compare.concepts import group
from recoupe.compare.phrases import phrase_terms
from recoupe.lang import entries

LONGEST = 60


@cache
def _pattern(lang: str) -> regex.Pattern[str]:
    return regex.compile(r"\b(?:" + "|".join(row["pattern"] for row in entries(lang, "counting")) + r")(?!\p{L})")


def counter(clause: str, number: str, lang: str) -> frozenset[str]:
    """The terms of who gives the number in the clause by a verb of counting; none when nobody does.

    A thing that has a number (« l'usine compte 240 salariés ») counts nothing: only bodies and offices do.
    """
    before = clause[: clause.find(number)] if number in clause else ""
    found = _pattern(lang).search(before)
    if found is None or found.start() > LONGEST or not before[: found.start()].strip():
        return frozenset()
    told = phrase_terms(before[: found.start()], lang)
    return told if told & (group("roles") | group("counting")) else frozenset()
