"""The words that stand before an expression and say which way it lies."""

from __future__ import annotations

from functools import cache
from typing import Any

import regex
from spacy.tokens import Doc

from recoupe.kinds.timing.words import SPACE, loosen
from recoupe.lang import table

_CLOCK_NEXT = regex.compile(r"[ ,(]{0,2}(?:à |at |dès |vers )?(?:\d|midi|minuit|noon|midnight)")


def before(doc: Doc, at: int, words: int) -> str:
    """The words before a token as they stand; cheaper than `doc.text`, which is built anew at each call."""
    start = max(0, at - words)
    return str(doc[start:at].text_with_ws) if start < at else ""


@cache
def noun_leads(lang: str, name: str) -> Any:
    """The words before the day of a noun that say it has happened (`noun_back`) or has not yet (`noun_ahead`)."""
    return regex.compile(rf"\b(?:{loosen(table(lang, 'time')['sense'][name])})", regex.IGNORECASE | regex.REVERSE)


@cache
def _leads(lang: str) -> tuple[tuple[str, Any], ...]:
    data = table(lang, "time")["sense"]
    return tuple(
        (name, regex.compile(rf"\b(?:{loosen(data[name])}){SPACE}?", regex.IGNORECASE | regex.REVERSE))
        for name in ("ahead", "by", "back", "since", "onward", "aim")
    )


def lead_of(doc: Doc, at: int, lang: str) -> str | None:
    """Which of the leading words (`ahead`, `back`, `since`, `onward`, `aim`) stand just before an expression."""
    words = before(doc, at, 8)
    return next((name for name, pattern in _leads(lang) if pattern.match(words)), None)


def bounds_a_stretch(text: str, start: int, end: int, lang: str) -> bool:
    """« depuis », « jusqu'à », *by* stand before: the day bounds a stretch and dates nothing that follows."""
    return _limits(lang).match(text, max(0, start - 20), start) is not None and not _CLOCK_NEXT.match(text, end)


@cache
def _limits(lang: str) -> Any:
    limit = table(lang, "time")["sense"]["limit"]
    return regex.compile(rf"\b(?:{loosen(limit)}){SPACE}", regex.IGNORECASE | regex.REVERSE)
