"""Which language an account is in, by its function words.

A library's detector reads whole word lists first, which costs more than the rest of the start; articles hold so many
function words that a small table decides, and a table can be read.
"""

from __future__ import annotations

import re
from functools import cache

from recoupe.lang import LANGUAGES, table

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000
ENOUGH = 0.12


@cache
def _known() -> dict[str, frozenset[str]]:
    words = {lang: frozenset(table(lang, "detect")["words"].split()) for lang in LANGUAGES}
    others = {lang: frozenset(text.split()) for lang, text in table("shared", "neighbours")["language"].items()}
    return {**others, **words}


def detect(text: str) -> str | None:
    """The two-letter code of the language most of the text's function words belong to; None when nothing tells.

    The code may be one recoupe cannot analyse. The first 20 000 characters decide.
    """
    words = [word.lower() for word in WORD.findall(text[:SAMPLE])]
    if not words:
        return None
    shares = {lang: sum(word in known for word in words) / len(words) for lang, known in _known().items()}
    ranked = sorted(shares, key=lambda lang: (-shares[lang], lang not in LANGUAGES, lang))
    best, second = ranked[0], ranked[1]
    if shares[best] < ENOUGH:
        return _by_letters(text)
    if shares[best] == shares[second] and best in LANGUAGES and second in LANGUAGES:
        return _by_letters(text) or best
    return best


def _by_letters(text: str) -> str | None:
    """The one language among those recoupe reads whose own accented letters the text holds."""
    lowered = text[:SAMPLE].lower()
    found = [lang for lang in LANGUAGES if any(letter in lowered for letter in table(lang, "detect")["tie"])]
    return found[0] if len(found) == 1 else None
