"""Comparable forms of names: what is left when case, accents, titles and articles are taken off."""

from __future__ import annotations

from functools import cache

import regex
from anyascii import anyascii

_WORD = regex.compile(r"[a-z0-9]+")
# fmt: off
_SMALL = frozenset({
    "le", "la", "les", "l", "de", "du", "des", "d", "un", "une", "et", "en", "au", "aux", "a", "the",
    "of", "an", "and", "al", "el", "bin", "ben", "ibn", "s", "von", "van", "mr", "mrs", "ms", "m", "mme",
})
# fmt: on
_SPELT = (
    ("U.S.A.", "United States"),
    ("U.S.", "United States"),
    ("U.K.", "United Kingdom"),
    ("U.N.", "United Nations"),
)
# What follows an English office or body is its matter, not its noun (*lawyer for the port*).
_MATTER = regex.compile(r"\s(?:of|for|at|to|in|with|from|representing)\s")
_INITIAL = regex.compile(r"\b\p{Lu}\.")


@cache
def words(name: str) -> tuple[str, ...]:
    """The telling words of a name, in order, lower-case ASCII; all its words when none is telling.

    Never empty: a name without a letter or a digit is its own word.
    """
    for short, full in _SPELT:
        name = name.replace(short, full)
    every = _WORD.findall(anyascii(_INITIAL.sub("", name) or name).lower().replace("'", " "))
    telling = tuple(word for word in every if word not in _SMALL)
    return telling or tuple(every) or (name.casefold(),)


@cache
def noun(name: str, lang: str) -> str:
    """The word that says what it is: in French the first, in English the last before a preposition."""
    first = _MATTER.split(name)[0]
    compound = first.istitle() and name[name.rfind(" ") + 1 :].islower()
    parts = words(name if lang == "fr" or compound else first) or words(name)
    return parts[0] if lang == "fr" else parts[-1]


@cache
def key(name: str) -> str:
    """One string per comparable name."""
    return " ".join(words(name))


@cache
def letters(name: str) -> str:
    """An acronym's letters, or the initials of a full name's telling words, in alphabetical order.

    Sorted because an acronym kept from another language has the same letters in another order (ONU/UN aside:
    « Forces de sécurité irakiennes » is ISF).
    """
    bare = name.replace(".", "")
    if bare.isupper() and " " not in bare:
        return "".join(sorted(anyascii(bare).upper()))
    return "".join(sorted(word[0].upper() for word in words(name)))
