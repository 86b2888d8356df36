"""Reading the numbers of a text: digits, spelled words, collectives and parts of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from text_to_num import text2num

from recoupe.kinds.figure.lexicon import Lexicon, Rule, anywhere

TENTH = Decimal("0.1")
HALF = Decimal("0.5")
MANY = Decimal(2)
WITHIN = 60


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands: its span, its interval, and how it is written.

    `how` is digits, spelled, collective, some (« des dizaines »), alone (a collective that needs a number before it),
    fraction, multiple or one-in; `scaled` when a scale
    word (million) belongs to it; `comparator` what the words around it made of it (`about`, `at-least`…).
    """

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    how: str
    scaled: bool = False
    approx: bool = False
    comparator: str | None = None
    unit: str | None = None
    joined: bool = False

    @property
    def value(self) -> Decimal:
        """The number itself, or the bound that is known."""
        bound = self.low if self.low is not None else self.high
        if bound is None:
            raise ValueError("a numeral without bounds")
        return bound


def around(value: Decimal, counts: bool = True) -> tuple[Decimal, Decimal]:
    """A tenth below and above; whole numbers of things stay whole and are never left alone."""
    low, high = sorted((value * (1 - TENTH), value * (1 + TENTH)))  # « environ -40 mètres » turns them round
    if counts and value == value.to_integral_value():
        low, high = low.to_integral_value(ROUND_CEILING), high.to_integral_value(ROUND_FLOOR)
        if low == high:
            low, high = (value - 1 if value < 0 else max(value - 1, Decimal(0))), value + 1
    return low, high


def _digits(text: str, lex: Lexicon) -> Iterator[Numeral]:
    for found in lex.digits.finditer(text):
        start, end = found.span()
        value = lex.value(found.group())
        if start and text[start - 1] in "+-−–" and (start == 1 or text[start - 2] in " (\u00a0\n:"):
            value = -value if text[start - 1] != "+" else value
            start -= 1
        worth, end = _scale(text, start, end, lex)
        if worth > 1 and (half := lex.half.match(text, end)):
            value, end = value + HALF, half.end()
        yield Numeral(start, end, value * worth, value * worth, "digits", scaled=worth > 1)


def _scale(text: str, start: int, end: int, lex: Lexicon) -> tuple[Decimal, int]:
    """What the scale word after a number is worth, and where it ends."""
    if scale := lex.scale.match(text, end):
        at = scale.start("scale")
        return next(w for p, w in lex.scales if (m := p.match(text, at)) and m.end() == scale.end()), scale.end()
    if start and text[start - 1] in "$€£":
        for pattern, worth in lex.money_scales:
            if letter := pattern.match(text, end):
                return worth, letter.end()
    return Decimal(1), end


def _spell(words: str, lex: Lexicon) -> Decimal | None:
    plain = re.sub(r"[\s\u00a0\u202f]+", " ", words.lower())
    if article := lex.article.match(plain):
        plain = ("un " if lex.lang == "fr" else "one ") + plain[article.end() :]
    try:
        return Decimal(text2num(plain, lex.lang))
    except ValueError:
        return None


def _spelled(text: str, lex: Lexicon) -> Iterator[Numeral]:
    for found in anywhere(lex.spelled, text):
        words = found.group()
        end = found.end()
        value = _spell(words, lex)
        while value is None and (cut := re.search(r"[-\s\u00a0\u202f]\S[^-\s\u00a0\u202f]*$", words)):
            words = words[: cut.start()]
            end = found.start() + len(words)
            value = _spell(words, lex)
        if value is None:
            continue
        scaled = value >= 1000000
        if half := lex.half.match(text, end):
            last = re.split(r"[-\s\u00a0]", words)[-1].lower()
            worth = next((w for pattern, w in lex.scales if pattern.fullmatch(last)), Decimal(1))
            value, end = value + worth * HALF, half.end()
            tail = lex.scale.match(text, end)
            if tail:
                value *= next(w for pattern, w in lex.scales if pattern.fullmatch(tail["scale"]))
                end, scaled = tail.end(), True
        yield Numeral(found.start(), end, value, value, "spelled", scaled=scaled)


def _worth(noun: str, lex: Lexicon) -> Decimal:
    for pattern, value in lex.collectives:
        if pattern.fullmatch(noun) or pattern.pattern.split("(?")[0] == noun.lower():
            return value
    return Decimal(1)


def _collectives(text: str, lex: Lexicon) -> Iterator[Numeral]:
    for found in anywhere(lex.collective, text):
        worth = _worth(found["noun"], lex)
        scaled = worth >= 1000
        if found["more"]:
            worth *= _worth(found["more"], lex)
            scaled = True
        if found["half"]:
            value = worth * HALF
            yield Numeral(found.start(), found.end(), *around(value), "collective", scaled, approx=True)
        elif found["one"]:
            if (worth >= 1000000 and not found["more"]) or (lex.lang == "en" and worth in (100, 1000)):
                yield Numeral(found.start(), found.end(), worth, worth, "spelled", scaled=True)
            else:
                yield Numeral(found.start(), found.end(), *around(worth), "collective", scaled, approx=True)
        elif found["some"] or found["noun"].lower().endswith("s"):
            yield Numeral(found.start(), found.end(), worth * MANY, None, "some", scaled, approx=True)
        else:
            yield Numeral(found.start(), found.end(), worth * MANY, None, "alone", scaled)


def _around(rule: Rule, text: str, low: str) -> Iterator[re.Match[str]]:
    """Where a rule matches, looked for only near its own letters; `low` is the text in lower case."""
    if len(low) != len(text) or not rule.has:
        yield from anywhere(rule.pattern, text)
        return
    past, at = 0, low.find(rule.has)
    while at >= 0:
        end = at + len(rule.has) + WITHIN
        for found in rule.pattern.finditer(text, max(past, at - WITHIN), end):
            yield found
            past = found.end()
        at = low.find(rule.has, max(past, at + 1))


def _parts(text: str, lex: Lexicon) -> Iterator[Numeral]:
    low = text.lower()
    for kind in ("fraction", "multiple"):
        for rule in lex.of(kind):
            for found in _around(rule, text, low):
                yield Numeral(found.start(), found.end(), rule.value, rule.value, kind, unit="ratio")
    for rule in (*lex.of("times"), *lex.of("factor")):
        for found in _around(rule, text, low):
            words = next(word for word in found.groups() if word)
            value = lex.value(words) if words[0].isdigit() else _spell(words, lex)
            start, end = found.span("n") if rule.kind == "factor" else found.span()
            if value:
                yield Numeral(start, end, value, value, "multiple", unit="ratio")
    for rule in lex.of("one-in"):
        last = 0
        for word in anywhere(lex.within, text):
            for found in rule.pattern.finditer(text, max(last, word.start() - WITHIN), word.end() + WITHIN):
                read = _one_in(found.group(), lex)
                last = found.end()
                if read is not None:
                    yield Numeral(found.start(), found.end(), read, read, "one-in", unit="ratio")


def _one_in(words: str, lex: Lexicon) -> Decimal | None:
    tokens = re.split(r"[\s\u00a0]+", words.lower())
    numbers = [Decimal(token) if token.isdigit() else _spell(token, lex) for token in (tokens[0], tokens[-1])]
    if tokens[0] in {"un", "une", "one"}:
        numbers[0] = Decimal(1)
    above, below = numbers
    if above is None or not below or above >= below:
        return None
    return above / below


def _times(left: Numeral, right: Numeral, text: str) -> Numeral | None:
    """*two dozen*, « deux douzaines »: a number before a collective multiplies it."""
    if left.how == "fraction" and right.scaled and text[left.end : right.start].strip().lower() in {"of", "de", "d'"}:
        value = left.value * right.value  # *a quarter of a million*
        return Numeral(left.start, right.end, *around(value), "collective", True, approx=True)
    spaced = text[left.end : right.start].isspace()
    multiplied = left.how in {"digits", "spelled"} and right.how in {"some", "alone"}
    if spaced and multiplied and right.low is not None:
        value = left.value * right.low / MANY
        return Numeral(left.start, right.end, *around(value), "collective", right.scaled, approx=True)
    return None


def numerals(text: str, lex: Lexicon) -> list[Numeral]:
    """Every number of the text, left to right, the longest reading of overlapping ones."""
    found = [*_parts(text, lex), *_collectives(text, lex), *_spelled(text, lex), *_digits(text, lex)]
    found.sort(key=lambda n: (n.start, -(n.end - n.start)))
    kept: list[Numeral] = []
    for numeral in found:
        if kept and (product := _times(kept[-1], numeral, text)):
            kept[-1] = product
        elif not kept or numeral.start >= kept[-1].end:
            kept.append(numeral)
        elif numeral.end > kept[-1].end and numeral.how in {"some", "one-in"}:
            kept[-1] = numeral
    return [numeral for numeral in kept if numeral.how != "alone"]
