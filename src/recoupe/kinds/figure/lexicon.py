"""A language's number words and units, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from recoupe.lang import entries, table

FLAGS = re.IGNORECASE
SPACE = r"[\s\u00a0\u202f]"
_NO_LETTER = re.compile(r"\\.|\?P[<=]\w+")


def anywhere(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Where a pattern that letter case does not change matches; the words of a match may be in lower case.

    Lower case is looked through two or three times as fast; a text it would make longer is taken as it is.
    """
    low = text.lower()
    return _cased(pattern).finditer(low) if len(low) == len(text) else pattern.finditer(text)


@cache
def _cased(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """The pattern for a text in lower case; itself where it has a capital that no lower case would match."""
    own = _NO_LETTER.sub("", pattern.pattern)
    return pattern if own != own.lower() else re.compile(pattern.pattern, pattern.flags & ~re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of `numbers.toml`: a pattern, what it does, its value, and the least number it may stand before.

    A text in lower case without the letters of `has` is not searched.
    """

    kind: str
    pattern: re.Pattern[str]
    effect: str
    value: Decimal
    least: Decimal
    has: str


@dataclass(frozen=True, slots=True)
class UnitRule:
    """One row of `units.toml`; `inside` when its words belong to the figure's own."""

    unit: str
    after: re.Pattern[str]
    before: re.Pattern[str] | None
    inside: bool
    word: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything a language says about numbers."""

    lang: str
    rules: tuple[Rule, ...]
    kinds: dict[str, tuple[Rule, ...]]
    any_prefix: re.Pattern[str]
    units: tuple[UnitRule, ...]
    any_unit: re.Pattern[str]
    any_sign: re.Pattern[str]
    digits: re.Pattern[str]
    spelled: re.Pattern[str]
    collective: re.Pattern[str]
    scale: re.Pattern[str]
    half: re.Pattern[str]
    scales: tuple[tuple[re.Pattern[str], Decimal], ...]
    hundreds: tuple[tuple[re.Pattern[str], Decimal], ...]
    collectives: tuple[tuple[re.Pattern[str], Decimal], ...]
    money_scales: tuple[tuple[re.Pattern[str], Decimal], ...]
    article: re.Pattern[str]
    within: re.Pattern[str]
    ranges: dict[str, re.Pattern[str]]
    counting: dict[str, re.Pattern[str]]
    words: dict[str, frozenset[str]]
    words_link: str

    def value(self, text: str) -> Decimal:
        """The number written in digits, as a decimal."""
        mark: str = table(self.lang, "numbers")["decimal"]
        whole, _, part = text.partition(mark)
        return Decimal(re.sub(r"\D", "", whole) + (f".{part}" if part else ""))

    def of(self, kind: str) -> tuple[Rule, ...]:
        """The rules of one kind, in file order."""
        return self.kinds.get(kind, ())


def _fraction(text: str) -> Decimal:
    above, _, below = text.partition("/")
    return Decimal(above) / Decimal(below or "1")


def _rule(row: dict[str, Any]) -> Rule:
    pattern = row["pattern"]
    if row["kind"] == "prefix":
        pattern = rf"(?<![\w'’-]){pattern}{SPACE}*$"
    elif row["kind"] == "suffix":
        pattern = rf"{SPACE}{pattern}(?!\w)"
    elif row["kind"] in {"fraction", "multiple", "times", "factor", "one-in"}:
        pattern = rf"(?<![\w-])(?:(?<!['’])|(?<=[dDlL]['’])|(?<=qu['’])){pattern}(?![\w-])"
    value = _fraction(row["value"]) if "value" in row else Decimal(0)
    least = Decimal(row.get("min", 0))
    return Rule(row["kind"], re.compile(pattern, FLAGS), row.get("effect", ""), value, least, row.get("has", ""))


def _collective(lang: str) -> re.Pattern[str]:
    """« une dizaine », « plusieurs centaines de milliers », *several hundred*, *tens of thousands*."""
    rows = entries(lang, "numbers")

    def any_of(kind: str) -> str:
        return "|".join(row["pattern"] for row in rows if row["kind"] == kind)

    link = table(lang, "numbers")["link"]
    nouns = any_of("collective")
    half = rf"(?P<half>(?:une?{SPACE})?(?:{any_of('half')}))"
    lead = rf"(?:{half}|(?P<some>{any_of('some')}){SPACE}|(?P<one>{any_of('one')}){SPACE})"
    more = rf"(?:{SPACE}(?:{link})(?P<more>{nouns}))"
    return re.compile(rf"(?<![\w-]){lead}?(?P<noun>{nouns}){more}?(?![\w-])", FLAGS)


def _units(lang: str) -> tuple[UnitRule, ...]:
    link = rf"(?:{table(lang, 'numbers')['link']})?"
    out = []
    for row in entries(lang, "units"):
        after = re.compile(rf"(?:{SPACE}?{link}|[-‑]){row['after']}", FLAGS)
        before = re.compile(rf"(?<!\w){row['before']}{SPACE}?$") if "before" in row else None
        out.append(
            UnitRule(row["unit"], after, before, bool(row.get("inside")), re.compile(rf"(?<!\w){row['after']}", FLAGS))
        )
    return tuple(out)


def _any(patterns: Iterable[re.Pattern[str]], flags: int = FLAGS) -> re.Pattern[str]:
    """One pattern that matches where any of several does, to ask once instead of once for each."""
    return re.compile("|".join(f"(?:{re.sub(r'[?]P<[a-z_]+>', '?:', pattern.pattern)})" for pattern in patterns), flags)


@cache
def lexicon(lang: str) -> Lexicon:
    """The compiled tables of a language; raises SetupError when it has none."""
    data = table(lang, "numbers")
    words, join = data["words"], data["join"]
    lead = rf"(?:{data['article']}{SPACE}(?={data['article_scale']}\b)|(?!{data['not_first']}\b))"
    spelled = rf"(?<![\w-]){lead}{words}(?:{join}{words})*(?!\w)"
    scales = "|".join(data["scales"])
    one_in = [row for row in entries(lang, "numbers") if row["kind"] == "one-in"]
    counting = {k: v for k, v in data["counting"].items() if isinstance(v, str)}
    rules = tuple(_rule(row) for row in entries(lang, "numbers"))
    units = _units(lang)
    return Lexicon(
        lang=lang,
        rules=rules,
        kinds={kind: tuple(r for r in rules if r.kind == kind) for kind in sorted({rule.kind for rule in rules})},
        any_prefix=_any(rule.pattern for rule in rules if rule.kind == "prefix"),
        units=units,
        any_unit=_any(rule.after for rule in units),
        any_sign=_any((rule.before for rule in units if rule.before), 0),
        digits=re.compile(rf"(?<![\w])(?:{data['digits']})"),
        spelled=re.compile(spelled, FLAGS),
        collective=_collective(lang),
        scale=re.compile(rf"{SPACE}?(?P<scale>{scales})(?!\w)", 0),
        half=re.compile(data["half_after"], FLAGS),
        scales=tuple((re.compile(pattern), Decimal(value)) for pattern, value in data["scales"].items()),
        hundreds=tuple((re.compile(pattern), Decimal(value)) for pattern, value in data["hundreds"].items()),
        collectives=tuple(
            (re.compile(row["pattern"], FLAGS), Decimal(row["value"]))
            for row in entries(lang, "numbers")
            if row["kind"] == "collective"
        ),
        money_scales=tuple((re.compile(p + r"(?!\w)"), Decimal(value)) for p, value in data["money_scales"].items()),
        article=re.compile(rf"{data['article']}{SPACE}", FLAGS),
        within=re.compile("|".join(rf"{SPACE}{row['within']}{SPACE}(?=\w)" for row in one_in), FLAGS),
        ranges={key: re.compile(value, FLAGS) for key, value in data["ranges"].items()},
        counting={key: re.compile(value, FLAGS) for key, value in counting.items()},
        words={key: frozenset(value) for key, value in data["counting"].items() if isinstance(value, list)},
        words_link=f"(?:{data['link']})",
    )
