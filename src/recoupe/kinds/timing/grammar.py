"""Finding the expressions: the rules of a language table, tried only near the words that call for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import regex

from recoupe.kinds.timing.calendar import unit_of
from recoupe.kinds.timing.words import SPACE, Words, fold, loosen, words
from recoupe.lang import entries, table

RADIUS = 70
SIZES = ("Y", "Q", "M", "W", "D", "H", "TM", "S")
_FLAGS = regex.IGNORECASE | regex.VERSION0
_TOKEN = regex.compile(r"\d+[^\W_]*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_NUMERIC = regex.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}")
_SLASH = regex.compile(r"\d/\d")
_CLOCK = regex.compile(r"\b\d{1,2}:\d\d|\b\d{1,2} ?[hH]\b|\b\d{1,2} ?[ap]\.?m\b|\b[QT][1-4]\b", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table: its pattern, the word classes that trigger it, and the name of its meaning."""

    name: str
    pattern: Any
    on: tuple[str, ...]
    meaning: str
    order: int
    row: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Guard:
    """A context in which the named rules find nothing: what stands before, after and inside the match."""

    rules: frozenset[str]
    units: frozenset[str]
    before: Any
    after: Any
    text: Any
    capital: bool


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled rules and guards of one language, and the triggers: folded word → word classes.

    `named_feasts` are the feasts that are other words without their capital.
    """

    words: Words
    rules: tuple[Rule, ...]
    guards: tuple[Guard, ...]
    triggers: dict[str, tuple[str, ...]]
    named_feasts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that a rule matched, with the matched groups."""

    start: int
    end: int
    rule: Rule
    groups: dict[str, str | None]
    repeated: dict[str, list[str]] = field(default_factory=dict)


@cache
def grammar(lang: str) -> Grammar:
    """The grammar of a language, compiled once."""
    known = words(lang)
    rules = []
    for order, row in enumerate(entries(lang, "time")):
        compiled = regex.compile(loosen(known.expand(row["pattern"])), _FLAGS)
        rules.append(Rule(row["rule"], compiled, tuple(row["on"]), row["as"], order, row))
    guards = [_guard(row) for row in table(lang, "time").get("guard", [])]
    feasts = frozenset(table(lang, "time")["names"]["feasts"])
    return Grammar(known, tuple(rules), tuple(guards), _triggers(lang, known), feasts)


def _guard(row: dict[str, Any]) -> Guard:
    before = None
    if "before" in row:
        before = regex.compile(rf"(?:(?<!\w)(?=\w)|(?=\W))(?:{loosen(row['before'])}){SPACE}?$", _FLAGS)
    after = regex.compile(loosen(row["after"])) if "after" in row else None
    inside = regex.compile(loosen(row["text"]), _FLAGS) if "text" in row else None
    capital = bool(row.get("needs_capital"))
    return Guard(frozenset(row["rules"]), frozenset(row.get("units", ())), before, after, inside, capital)


def _triggers(lang: str, known: Words) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, keys in sorted(known.classes.items()):
        for key in keys:
            tokens = regex.findall(r"[^\W\d_]+", key)
            if tokens:  # the longest word of a phrase is enough to call for it, and the rarest
                found.setdefault(max(tokens, key=len), []).append(name)
    for name, keys in sorted(table(lang, "time").get("triggers", {}).items()):
        for key in keys:
            found.setdefault(fold(key), []).append(name)
    for key in known.classes["weekday"]:
        found.setdefault(key + "s", []).append("weekday-plural")
    return {key: tuple(dict.fromkeys(names)) for key, names in found.items()}


def _windows(text: str, known: Grammar) -> dict[str, list[tuple[int, int]]]:
    """For each word class, the stretches of text around its words, merged and in order."""
    spots: dict[str, list[int]] = {}
    for token in _TOKEN.finditer(text):
        word = token.group()
        if word[0].isdigit():
            if (len(word) in (4, 5) and word[:4].isdigit()) or word[-1] == "s":
                spots.setdefault("year", []).append(token.start())
            elif not word.isdigit():
                spots.setdefault("clock", []).append(token.start())
            if len(word) <= 4:
                spots.setdefault("nth", []).append(token.start())
            continue
        for part in word.lower().replace("’", "'").split("'"):
            for name in known.triggers.get(part, ()):
                spots.setdefault(name, []).append(token.start())
    for name, pattern in (("numeric", _NUMERIC), ("clock", _CLOCK), ("slash", _SLASH)):
        spots.setdefault(name, []).extend(found.start() for found in pattern.finditer(text))
    return {name: _merge(sorted(starts), len(text)) for name, starts in spots.items() if starts}


def _merge(starts: Sequence[int], size: int) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start in starts:
        low, high = max(0, start - RADIUS), min(size, start + RADIUS)
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], high)
        else:
            merged.append((low, high))
    return merged


def _guarded(text: str, found: Found, known: Grammar) -> bool:
    """A guard forbids the match; a word that must have a capital has none; a sum's units do not fall in size."""
    if found.repeated:
        sizes = [SIZES.index(unit_of(known.words.value("unit", unit))[1]) for unit in found.repeated["unit"]]
        if sizes != sorted(set(sizes)):
            return True
    for name in ("month", "weekday"):
        word = found.groups.get(name)
        if word and not known.words.spelled(name, word):
            return True
    feast = found.groups.get("feast")
    if feast and feast.islower() and fold(feast) in known.named_feasts:
        return True  # « l'ascension au pouvoir »
    unit = known.words.value("unit", found.groups.get("unit"))
    for guard in known.guards:
        if found.rule.name not in guard.rules or (guard.units and unit not in guard.units):
            continue
        if guard.capital and not text[found.start].isupper():
            continue
        if guard.text is not None and not guard.text.match(text, found.start, found.end):
            continue
        before = guard.before is None or guard.before.search(text[max(0, found.start - 60) : found.start])
        if before and (guard.after is None or guard.after.match(text, found.end)):
            return True
    return False


def _matches(text: str, known: Grammar) -> Iterator[Found]:
    windows = _windows(text, known)
    for rule in known.rules:
        spans = [span for name in rule.on for span in windows.get(name, ())]
        for low, high in spans:
            for match in rule.pattern.finditer(text, low, high):
                groups = match.groupdict()
                start, end = match.span()
                trim = rule.row.get("trim")
                if trim and groups.get(trim):
                    end = match.start(trim)
                found = Found(start, end, rule, groups, match.capturesdict() if rule.meaning == "sum" else {})
                if end > start and not _guarded(text, found, known):
                    yield found


def scan(text: str, lang: str) -> list[Found]:
    """The expressions of a text, none overlapping another, in text order: the longest wins, then the earlier rule."""
    known = grammar(lang)
    ranked = sorted(_matches(text, known), key=lambda found: (found.start - found.end, found.rule.order, found.start))
    taken: list[Found] = []
    for found in ranked:
        if all(found.end <= other.start or other.end <= found.start for other in taken):
            taken.append(found)
    return sorted(taken, key=lambda found: found.start)
