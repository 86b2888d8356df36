"""Finding the expressions: the rules of a language table, tried only near the words that call for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

import regex

from recoupe.kinds.timing.calendar import unit_of
from recoupe.kinds.timing.starts import near, spots
from recoupe.kinds.timing.words import SPACE, Words, fold, loosen, words
from recoupe.lang import entries, table

SIZES = ("Y", "Q", "M", "W", "D", "H", "TM", "S")
_FLAGS = regex.IGNORECASE | regex.VERSION0
_BEHIND = "(?<="


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table: its pattern, the word classes that trigger it, and the name of its meaning.

    `looks_back` says that the pattern asks for words that stand before the expression.
    """

    name: str
    source: str
    on: tuple[str, ...]
    meaning: str
    order: int
    row: dict[str, Any]
    looks_back: bool

    @property
    def pattern(self) -> Any:
        """The pattern, compiled when a text first calls for it: most texts need few of them."""
        return _compiled(self.source)

    @property
    def opening(self) -> Any:
        """What matches wherever the pattern does, and does not ask what stands before."""
        return _compiled(_ahead_only(self.source) if self.looks_back else self.source)


@cache
def _compiled(source: str) -> Any:
    return regex.compile(source, _FLAGS)


@dataclass(frozen=True, slots=True)
class Guard:
    """A context in which the named rules find nothing: what stands before (read backwards), after and inside."""

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
    by_class: dict[str, tuple[Rule, ...]]
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
        source = loosen(known.expand(row["pattern"]))
        rules.append(Rule(row["rule"], source, tuple(row["on"]), row["as"], order, row, "(?<=" in row["pattern"]))
    guards = [_guard(row) for row in table(lang, "time").get("guard", [])]
    feasts = frozenset(table(lang, "time")["names"]["feasts"])
    names = sorted({name for rule in rules for name in rule.on})
    by_class = {name: tuple(rule for rule in rules if name in rule.on) for name in names}
    return Grammar(known, tuple(rules), by_class, tuple(guards), _triggers(lang, known), feasts)


def _guard(row: dict[str, Any]) -> Guard:
    before = None
    if "before" in row:
        before = regex.compile(rf"(?:(?<!\w)(?=\w)|(?=\W))(?:{loosen(row['before'])}){SPACE}?", _FLAGS | regex.REVERSE)
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


def _windows(text: str, known: Grammar) -> dict[str, list[tuple[int, int, str]]]:
    """For each word class: where an expression may start, the end of the text to look at, and its first letters."""
    found, starts, openers = spots(text, known.triggers)
    return {
        name: [(starts[at], high, openers[at]) for at, high in near(places, starts, len(text))]
        for name, places in found.items()
        if name in known.by_class
    }


@lru_cache(maxsize=1 << 15)
def _opening(lang: str, name: str, letters: str) -> tuple[tuple[int, Any, Rule], ...]:
    """The rules of a word class whose pattern can begin with these letters, whatever stands before them.

    Each with its order and its pattern's `match`.
    """
    return tuple(
        (rule.order, rule.pattern.match, rule)
        for rule in grammar(lang).by_class[name]
        if rule.opening.match(letters, partial=True) is not None
    )


@cache
def _ahead_only(source: str) -> str:
    """A pattern without what it asks to stand before a place, so that it matches there whatever stands before."""
    out: list[str] = []
    depth = at = 0
    inside = False
    while at < len(source):
        size = 2 if source[at] == "\\" else 1
        if not depth and not inside and source.startswith(_BEHIND, at):
            depth, at = 1, at + len(_BEHIND)
            continue
        piece = source[at : at + size]
        if not depth:
            out.append(piece)
        elif not inside:
            depth += (piece == "(") - (piece == ")")
        inside = piece == "[" or (inside and piece != "]")
        at += size
    return "".join(out)


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
        before = guard.before is None or guard.before.match(text, max(0, found.start - 60), found.start)
        if before and (guard.after is None or guard.after.match(text, found.end)):
            return True
    return False


def _matches(text: str, lang: str) -> Iterator[Found]:
    known = grammar(lang)
    for name, places in _windows(text, known).items():
        past: dict[int, int] = {}
        for at, high, letters in places:
            for order, matches, rule in _opening(lang, name, letters):
                if at < past.get(order, 0) or (match := matches(text, at, high)) is None:
                    continue
                past[order] = match.end()
                if (found := _found(match, rule)) and not _guarded(text, found, known):
                    yield found


def _found(match: Any, rule: Rule) -> Found | None:
    groups = match.groupdict()
    start, end = match.span()
    trim = rule.row.get("trim")
    if trim and groups.get(trim):
        end = match.start(trim)
    return (
        Found(start, end, rule, groups, match.capturesdict() if rule.meaning == "sum" else {}) if end > start else None
    )


def scan(text: str, lang: str) -> list[Found]:
    """The expressions of a text, none overlapping another, in text order: the longest wins, then the earlier rule."""
    ranked = sorted(_matches(text, lang), key=lambda found: (found.start - found.end, found.rule.order, found.start))
    taken: list[Found] = []
    for found in ranked:
        if all(found.end <= other.start or other.end <= found.start for other in taken):
            taken.append(found)
    return sorted(taken, key=lambda found: found.start)
