"""A language's loaded words, compiled once per category."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from recoupe.lang import entries, table

ON_ACTS = "moral-condemnation"
BETWEEN = r"\\s+(?:[\\w'’-]+\\s+){0,2}?"


def expression(pattern: str) -> str:
    """A pattern of the table as a regular expression: `*` ends a word, ` ~ ` skips up to two words."""
    out = re.sub(r"(?<!\\)\*", r"\\w*", pattern.strip())
    out = re.sub(r"\(\?!.*?\)|\((?!\?)", lambda m: m.group() if m.group().startswith("(?!") else "(?:", out)
    out = re.sub(r" ~ ", BETWEEN, out)
    return re.sub(r" (?![^\[]*\])", r"\\s+", out)


def words(expressions: list[str]) -> str:
    """Any of the expressions, as whole words."""
    return rf"(?<![\w-])(?:{'|'.join(expressions)})(?:(?<=['’])|(?!\w))"


def condition(row: dict[str, Any], lang: str) -> str:
    """The regular expression of one row: on its own, or next to a noun that names an act of violence."""
    alone = expression(row["pattern"])
    return _on_acts([alone], lang) if row["category"] == ON_ACTS else words([alone])


def _on_acts(adjectives: list[str], lang: str) -> str:
    data = table(lang, "wording")
    noun = "|".join(expression(act) for act in data["acts"])
    adjective = "|".join(adjectives)
    before = rf"(?<![\w-])(?:{adjective})(?:\s+(?:et|and)\s+\w+|,\s\w+)?\s+(?P<act>{noun})(?!\w)"
    after = rf"|(?<![\w-])(?P<act_before>{noun})\s+(?:{adjective})(?!\w)" if data["adjective_after"] else ""
    return before + after


@cache
def lexicon(lang: str) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Code, label and pattern of every category of a language, in the table's order; for text in lower case."""
    rows = entries(lang, "wording")
    out = []
    for code, label in table(lang, "wording")["labels"].items():
        patterns = [expression(row["pattern"]) for row in rows if row["category"] == code]
        joined = _on_acts(patterns, lang) if code == ON_ACTS else words(_by_letter(patterns))
        out.append((code, label, re.compile(joined)))
    return tuple(out)


def _by_letter(expressions: list[str]) -> list[str]:
    """The expressions with one choice for each first letter, so that a word is tried against those of its letter only.

    The order of those that begin alike stays, and with it which of them a word matches first.
    """
    grouped: dict[str, list[str]] = {}
    for number, alone in enumerate(expressions):
        plain = alone[:1].isalpha() and alone[1:2] not in {"?", "*", "+", "{"} and not _splits(alone)
        grouped.setdefault(alone[0] if plain else f"{number}", []).append(alone[1:] if plain else alone)
    return [f"{letter if letter.isalpha() else ''}(?:{'|'.join(rest)})" for letter, rest in grouped.items()]


def _splits(alone: str) -> bool:
    """A choice stands outside every bracket."""
    depth = 0
    for sign in alone:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "|" and depth == 0:
            return True
    return False
