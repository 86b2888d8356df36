"""The time words of a language: classes of words with what each one is worth, and the pattern of each class."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import regex
from babel.dates import get_day_names, get_month_names

from recoupe.lang import table

SPACE = r"(?:[^\S\n]{1,3}\n?[^\S\n]{0,3}|\n[^\S\n]{0,3})"
_CAPITAL_CLASSES = {"en": ("month", "weekday")}
_NUMBER_PART = regex.compile(r"[-\s]+(?:et|and)?[-\s]*")


def fold(word: str) -> str:
    """A word as the tables key it: lower case, straight apostrophes and hyphens, single spaces, no final stop."""
    word = " ".join(word.replace("’", "'").replace("ʼ", "'").replace("‑", "-").replace("‐", "-").split())
    return word.lower().rstrip(".")


def loosen(pattern: str) -> str:
    """A pattern whose spaces, apostrophes and hyphens (outside character classes) match their typographic kin."""
    out: list[str] = []
    inside = escaped = False
    for char in pattern:
        if escaped or char == "\\":
            out.append(char)
            escaped = not escaped
        elif char in "[]":
            inside = char == "["
            out.append(char)
        elif inside:
            out.append(char)
        elif char == " ":
            out.append(SPACE)
        elif char == "'":
            out.append("['’ʼ]")
        elif char == "-":
            out.append("[-‐‑]")
        else:
            out.append(char)
    return "".join(out)


@dataclass(frozen=True, slots=True)
class Words:
    """The word classes of one language: `classes[name][folded word]` is its value."""

    lang: str
    classes: dict[str, dict[str, Any]]
    shapes: dict[str, str]

    def value(self, name: str, text: str | None) -> Any:
        """What a word of a class is worth; None when the text is None or no such word."""
        return None if text is None else self.classes[name].get(fold(text))

    def number(self, text: str | None) -> int | None:
        """The integer of digits or of number words (« vingt-cinq », *twenty-five*); None when it is none."""
        if not text:
            return None
        word = fold(text)
        if word.isdigit():
            return int(word)
        known = self.classes["number"]
        if word in known:
            return int(known[word])
        parts = [part for part in _NUMBER_PART.split(word) if part]
        if not all(part in known for part in parts):
            return None
        total = 0
        for part in parts:
            total = total * int(known[part]) if part == "vingt" and total == 4 else total + int(known[part])
        return total

    def pattern(self, name: str) -> str:
        """The fragment a rule names as `{name}`: a shape, or any word of a class, longest first."""
        if name in self.shapes:
            return self.expand(self.shapes[name])
        keys = sorted(self.classes[name], key=lambda key: (-len(key), key))
        return "(?:" + "|".join(regex.escape(key, special_only=True) for key in keys) + ")"

    def expand(self, pattern: str) -> str:
        """A rule's pattern with every `{class}` written out."""
        return str(regex.sub(r"\{([a-z]+)\}", lambda found: self.pattern(found.group(1)), pattern))

    def spelled(self, name: str, text: str) -> bool:
        """The word is written with the capitals the language asks for (English months and weekdays)."""
        return name not in _CAPITAL_CLASSES.get(self.lang, ()) or text[:1].isupper()


@cache
def words(lang: str) -> Words:
    """The word classes of a language: `time.toml`, with CLDR's month and weekday names."""
    data = table(lang, "time")
    classes = {name: {fold(key): value for key, value in rows.items()} for name, rows in data["words"].items()}
    months = classes.setdefault("month", {})
    for width in ("wide", "abbreviated"):
        names = get_month_names(width, locale=lang)
        months.update({fold(name): number for number, name in names.items()})
    weekdays = classes.setdefault("weekday", {})
    weekdays.update({fold(name): number for number, name in get_day_names("wide", locale=lang).items()})
    return Words(lang, classes, dict(data["shapes"]))
