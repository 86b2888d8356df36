"""A number an account sets against an earlier one, or tells as a later state: « contre 450 en 2019 », *now 40*."""

from __future__ import annotations

import regex

from recoupe.compare.listed import listed

SUBJECT = "updates"
_WORD = regex.compile(r"\w+")


def whole(before: str, lang: str) -> bool:
    """The number is that of all, of which another is a part: *four of the nine*, « quatre sur neuf »."""
    return listed(SUBJECT, "whole", lang, after=r"\s+$").search(before) is not None


def part(before: str, after: str, lang: str) -> bool:
    """The number is of a part of one told before: « douze blessés, dont deux grièvement », *two of them badly*."""
    ahead = listed(SUBJECT, "part_before", lang, after=r"\s+(?:\p{L}+\s+){0,2}$").search(before)
    return ahead is not None or listed(SUBJECT, "part_after", lang).match(after.lstrip()) is not None


def in_all(clause: str, lang: str) -> bool:
    """The clause gives a number over a whole time or several occasions: *so far*, « au total »."""
    return listed(SUBJECT, "in_all", lang).search(clause) is not None


def set_against(before: str, lang: str) -> bool:
    """What stands right before a number sets it against the one told just ahead of it; one word may come between."""
    return listed(SUBJECT, "against", lang, after=r"\s+(?:\p{L}+\s+)?$").search(before) is not None


def later_state(clause: str, lang: str) -> bool:
    """The clause says that what it tells is so now, or still."""
    return listed(SUBJECT, "later", lang).search(clause) is not None


def others(clause: str) -> bool:
    """The clause speaks of other things or people than those told before: *two other rules*, « d'autres élus »."""
    return listed("conflict", "others").search(clause) is not None


def denies(text: str, lang: str) -> bool:
    """A word of denial stands in the text, whatever it belongs to: *didn't*, « n'ont pas »."""
    return listed("conflict", "turning", lang).search(" ".join(_WORD.findall(text.casefold()))) is not None
