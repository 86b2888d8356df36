"""Faults a table lists: page furniture, credit lines, broken word pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from recoupe.kinds.fault.body import Code
from recoupe.kinds.fault.flaw import Flaw, lines
from recoupe.lang import entries

LONGEST_LINE = 200
CAPITALS = re.compile(r"\[A-Z[^\]]*\]")
BULLET = re.compile(r"(?:[»«>•*▶►\-–—|·→]+[\s\u00a0]*)*")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of `faults.toml`, compiled."""

    code: Code
    where: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None


def compiled(row: dict[str, Any]) -> Pattern:
    """A row of the table, compiled; letter case counts where the row says so and in every class of capitals."""
    body = CAPITALS.sub(r"(?-i:\g<0>)", row["pattern"])
    unless = re.compile(row["unless"]) if "unless" in row else None
    return Pattern(row["code"], row["where"], re.compile(body, 0 if row.get("case") else re.IGNORECASE), unless)


@cache
def patterns(lang: str) -> tuple[Pattern, ...]:
    """The rows of a language's table, in file order."""
    return tuple(compiled(row) for row in entries(lang, "faults"))


def listed(text: str, lang: str) -> Iterator[Flaw]:
    """Every fault of the table in a text. A line at fault is one whole flaw, without its bullet's white space."""
    table = patterns(lang)
    whole, within = _any_line(lang), _any_words(lang)
    tails = [rule for rule in table if rule.where == "tail"]
    for start, end in lines(text):
        if end - start > LONGEST_LINE * 2:
            continue
        bullet = BULLET.match(text, start, end)
        at = bullet.end() if bullet else start
        if end - start <= LONGEST_LINE and whole.match(text, at, end):
            rule = next((rule for rule in table if _whole(rule, text, at, end)), None)
            if rule is not None:
                yield Flaw(start, end, rule.code)
                continue
        for rule in tails:
            for found in rule.pattern.finditer(text, at, end):
                if found.end() == end:
                    yield Flaw(found.start(), end, rule.code)
    if not within.search(text):
        return
    for rule in table:
        if rule.where == "anywhere":
            for found in rule.pattern.finditer(text):
                if not (rule.unless and rule.unless.match(text, found.end())):
                    yield Flaw(*found.span("fault" if "fault" in rule.pattern.groupindex else 0), rule.code)


@cache
def _any_line(lang: str) -> re.Pattern[str]:
    """What every line at fault matches from its start, in one pattern: most lines are tried once only."""
    rules = [rule for rule in patterns(lang) if rule.where in {"line", "start"}]
    return re.compile("|".join(_alone(rule) + (r"\Z" if rule.where == "line" else "") for rule in rules))


@cache
def _any_words(lang: str) -> re.Pattern[str]:
    """What all words at fault match, in one pattern; they begin where a word begins."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(_alone(rule) for rule in patterns(lang) if rule.where == 'anywhere')})")


def _alone(rule: Pattern) -> str:
    """The pattern with its own letter case and without group names, to stand among others."""
    body = rule.pattern.pattern.replace("(?P<fault>", "(?:")
    return f"(?i:{body})" if rule.pattern.flags & re.IGNORECASE else f"(?:{body})"


def _whole(rule: Pattern, text: str, start: int, end: int) -> bool:
    if rule.where == "line":
        return rule.pattern.fullmatch(text, start, end) is not None
    if rule.where != "start" or not rule.pattern.match(text, start, end):
        return False
    return rule.unless is None or not rule.unless.search(text, start, end)
