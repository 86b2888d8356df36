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
    """Code, label and pattern of every category of a language, in the table's order."""
    rows = entries(lang, "wording")
    out = []
    for code, label in table(lang, "wording")["labels"].items():
        patterns = [expression(row["pattern"]) for row in rows if row["category"] == code]
        joined = _on_acts(patterns, lang) if code == ON_ACTS else words(patterns)
        out.append((code, label, re.compile(joined, re.IGNORECASE)))
    return tuple(out)
