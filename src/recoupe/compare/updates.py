"""A number an account sets against an earlier one, or tells as a later state: « contre 450 en 2019 », *now 40*."""

from __future__ import annotations

from functools import cache

import regex

from recoupe.lang import LANGUAGES, table


@cache
def _listed(lang: str, name: str) -> str:
    words = sorted(table(lang, "updates")[name], key=lambda word: (-len(word), word))
    return "|".join(regex.escape(word).replace("'", "['’]") for word in words)


@cache
def _before(lang: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}})(?:{_listed(lang, 'against')})\s+(?:\p{{L}}+\s+)?$", regex.IGNORECASE)


@cache
def _within(lang: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}})(?:{_listed(lang, 'later')})(?!\p{{L}})", regex.IGNORECASE)


@cache
def _of(lang: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}})(?:{_listed(lang, 'whole')})\s+$", regex.IGNORECASE)


def whole(before: str, lang: str) -> bool:
    """The number is that of all, of which another is a part: *four of the nine*, « quatre sur neuf »."""
    return _of(lang).search(before) is not None


@cache
def _summing(lang: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}})(?:{_listed(lang, 'in_all')})(?!\p{{L}})", regex.IGNORECASE)


def in_all(clause: str, lang: str) -> bool:
    """The clause gives a number over a whole time or several occasions: *so far*, « au total »."""
    return _summing(lang).search(clause) is not None


def set_against(before: str, lang: str) -> bool:
    """What stands right before a number sets it against the one told just ahead of it; one word may come between."""
    return _before(lang).search(before) is not None


def later_state(clause: str, lang: str) -> bool:
    """The clause says that what it tells is so now, or still."""
    return _within(lang).search(clause) is not None


@cache
def _other() -> regex.Pattern[str]:
    words = sorted(
        {word for lang in LANGUAGES for word in table(lang, "conflict")["others"]}, key=lambda w: (-len(w), w)
    )
    return regex.compile(rf"(?<!\p{{L}})(?:{'|'.join(map(regex.escape, words))})(?!\p{{L}})", regex.IGNORECASE)


def others(clause: str) -> bool:
    """The clause speaks of other things or people than those told before: *two other rules*, « d'autres élus »."""
    return _other().search(clause) is not None
