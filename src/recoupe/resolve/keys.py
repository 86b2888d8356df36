"""Comparable forms of names: what is left when case, accents, titles and articles are taken off."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex
from anyascii import anyascii

from recoupe.types import Anchor

_WORD = regex.compile(r"[a-z0-9]+")
# fmt: off
SHORT = 5
# Two letters are met by chance.
MIN_LETTERS = 3
# *Ben* before one of these is part of the family name (« Ben Ali »), before others a first name (*Ben Miller*).
_SONS = frozenset({
    "abdallah", "abdelaziz", "achour", "ali", "ammar", "arfa", "barka", "bella", "brahim", "gurion", "gvir", "hamadi",
    "jelloun", "laden", "mansour", "salah", "salem", "salman", "yedder", "youssef",
})  # fmt: skip
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
# *Hexmoor G.O.P.*: the letters of a body, not the initials of a person.
_DOTTED = regex.compile(r"\b(?:\p{Lu}\.){3,}$")
_INITIAL = regex.compile(r"\b\p{Lu}\.")
# Words after a noun that say which one it is.
_WHICH = regex.compile(
    r"\s+(?:\p{Ll}{3,}(?:ing|ant)|behind|led by|headed by|charged with|whose|dont|chargée?s?|dirigée?s?)\b"
)


def told_apart(mention: Anchor) -> bool:
    """Words after a description say which one it is: « l'équipe assurant la défense », *the firm behind the pier*."""
    return _WHICH.match(mention.suffix) is not None


@cache
def words(name: str) -> tuple[str, ...]:
    """The telling words of a name, in order, lower-case ASCII; all its words when none is telling.

    Never empty: a name without a letter or a digit is its own word.
    """
    for short, full in _SPELT:
        name = name.replace(short, full)
    name = _DOTTED.sub(lambda match: match.group().replace(".", ""), name)
    every = _WORD.findall(anyascii(_INITIAL.sub("", name) or name).lower().replace("'", " "))
    telling = tuple(word for word in every if word not in _SMALL)
    if len(every) > 1 and every[0] == "ben" and every[1] not in _SONS:
        telling = ("ben", *telling)
    return telling or tuple(every) or (name.casefold(),)


def before_matter(name: str) -> str:
    """An English name without what follows *of*, *for*, *in* and their like."""
    return str(_MATTER.split(name)[0])


@cache
def noun(name: str, lang: str) -> str:
    """The word that says what it is: in French the first, in English the last before a preposition."""
    first = before_matter(name)
    compound = first.istitle() and name[name.rfind(" ") + 1 :].islower()
    parts = words(name if lang == "fr" or compound else first) or words(name)
    return parts[0] if lang == "fr" else parts[-1]


@cache
def key(name: str) -> str:
    """One string per comparable name."""
    return " ".join(words(name))


# How one sound of Arabic, Persian or Cyrillic is spelt in French, English and German, in the order they are undone.
_SOUNDS = (
    ("tch", "c"), ("tsch", "c"), ("sch", "x"), ("ch", "x"), ("sh", "x"), ("dj", "j"), ("dh", "z"), ("gh", "g"),
    ("zh", "j"), ("ph", "f"), ("th", "t"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ii", "i"), ("iy", "i"),
    ("y", "i"), ("w", "u"), ("q", "k"), ("c", "k"), ("off", "ov"), ("eff", "ev"),
)  # fmt: skip
_DOUBLED = regex.compile(r"([a-z])\1")


@cache
def sounded(words_: tuple[str, ...], breath: str = "k") -> tuple[str, ...]:
    """Lower-case words with the spellings of one transliterated sound made one: Timour and Timur, Kadhimi and Kazimi.

    `breath` is what *kh* is without it: Rakhimov is both Rakimov and Rahimov. A last name in *-ine* is one in *-in*.
    """
    out = [_respelt(word, (("kh", breath), *_SOUNDS)) for word in words_]
    if out and out[-1].endswith("ine") and len(out[-1]) > SHORT:
        out[-1] = out[-1][:-1]
    return tuple(out)


def _respelt(word: str, sounds: Sequence[tuple[str, str]]) -> str:
    for spelt, sound in sounds:
        word = word.replace(spelt, sound)
    return str(_DOUBLED.sub(r"\1", word))


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


@cache
def spells(acronym: str, name: str) -> bool:
    """The capitals are a name's initials: of its telling words in any order, or of all its words in their order.

    « Forces de sécurité irakiennes » is ISF, *Organisation for Forest Care* is OFC: small words may count or not.
    """
    if letters(acronym) == letters(name):
        return True
    wanted = anyascii(acronym.replace(".", "")).lower()
    initials = [word[0] for word in _WORD.findall(anyascii(name).lower())]
    if not initials or len(wanted) < MIN_LETTERS or initials[0] != wanted[0] or name.isupper():
        return False
    rest = iter(initials)
    return all(letter in rest for letter in wanted)
