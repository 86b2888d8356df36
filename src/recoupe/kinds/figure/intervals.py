"""From numbers to intervals: « entre 3 et 5 », « plus de 50 », *nearly 100*."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from recoupe.kinds.figure.lexicon import SPACE, Lexicon, Rule
from recoupe.kinds.figure.numerals import Numeral, around
from recoupe.kinds.figure.units import measured

LOOK_BACK = 40
CHANGE_WITHIN = 30
THOUSAND = Decimal(1000)
FAR_APART = 100
# « 2 à 3 000 » counts thousands; « 1 à 90 000 » would be too wide a range for that.
WIDEST = 10


def _scale_left(left: Numeral, right: Numeral, text: str, lex: Lexicon) -> Numeral:
    """« 1,7 à 1,8 milliard », « deux à trois cents », « 2 à 3 000 »: the right number's scale is the left one's too."""
    worth = _last_scale(left, right, text, lex)
    return replace(left, low=left.value * worth, high=left.value * worth, scaled=True) if worth > 1 else left


def _last_scale(left: Numeral, right: Numeral, text: str, lex: Lexicon) -> Decimal:
    if left.scaled or left.value <= 0:
        return Decimal(1)
    if right.scaled and (scale := lex.scale.search(text, right.start, right.end)):
        return next((value for pattern, value in lex.scales if pattern.fullmatch(scale["scale"])), Decimal(1))
    if right.how == "spelled":
        last = re.split(r"[-\s\u00a0]", text[right.start : right.end].lower())[-1]
        worth = next((value for pattern, value in lex.hundreds if pattern.fullmatch(last)), Decimal(1))
        return worth if left.value < worth else Decimal(1)
    whole = right.value % THOUSAND == 0 and left.value < right.value / THOUSAND <= WIDEST * left.value
    return THOUSAND if whole and right.value > FAR_APART * left.value else Decimal(1)


def _gap(text: str, left: Numeral, right: Numeral, lex: Lexicon) -> str:
    """The words between two numbers, without a unit that belongs to the left one."""
    start = left.end
    for rule in lex.units:
        if (unit := rule.after.match(text, start)) and unit.end() <= right.start:
            start = unit.end()
            break
    gap = text[start : right.start]
    for rule in lex.units:
        if rule.before and (sign := rule.before.search(gap)):
            return gap[: sign.start()].strip()
    return gap.strip()


def _opening(text: str, left: Numeral, word: re.Pattern[str]) -> int | None:
    before = text[max(0, left.start - LOOK_BACK) : left.start]
    found = re.search(rf"(?<![\w-])({word.pattern}){SPACE}+[$€£]?$", before, re.IGNORECASE)
    return left.start - len(before) + found.start() if found else None


def _range(text: str, left: Numeral, right: Numeral, lex: Lexicon) -> Numeral | None:
    simple = {"digits", "spelled"}
    if left.how not in simple or right.how not in simple:
        return None
    gap = _gap(text, left, right, lex)
    left = _scale_left(left, right, text, lex)
    unit = measured(text, left, lex).unit
    if left.value >= right.value or unit not in {"count", measured(text, right, lex).unit}:
        return None
    start: int | None = None
    if lex.ranges["between_and"].fullmatch(gap):
        start = _opening(text, left, lex.ranges["between"])
        if start is None:
            return None
    elif lex.ranges["to"].fullmatch(gap):
        start = _opening(text, left, lex.ranges["from"])
        before = text[max(0, (start or left.start) - CHANGE_WITHIN) : left.start]
        if start is not None and lex.ranges["change"].search(before):
            return None
    elif gap not in {"-", "–"} or text[left.end] not in "-–%€":
        return None
    return Numeral(
        left.start if start is None else start, right.end, left.low, right.high, right.how, right.scaled, joined=True
    )


def ranges(text: str, numbers: list[Numeral], lex: Lexicon) -> list[Numeral]:
    """The numbers with those that make one interval joined.

    A change (« réduit de 200 à 300 millions ») stays two numbers, and the scale is that of both.
    """
    out: list[Numeral] = []
    for numeral in numbers:
        near = bool(out) and not out[-1].joined and numeral.start - out[-1].end <= LOOK_BACK
        last = out[-1] if near else None
        joined = _range(text, last, numeral, lex) if last else None
        if joined is not None:
            out[-1] = joined
            continue
        if last and last.how == numeral.how and lex.ranges["to"].fullmatch(_gap(text, last, numeral, lex)):
            alike = measured(text, last, lex).unit in {"count", measured(text, numeral, lex).unit}
            out[-1] = _scale_left(last, numeral, text, lex) if alike else last  # *up 4.5 percent to $2 billion*
        out.append(numeral)
    return out


def _bounded(numeral: Numeral, effect: str) -> Numeral:
    value = numeral.value
    if numeral.how == "collective" and numeral.low is not None and numeral.high is not None:
        value = (numeral.low + numeral.high) / 2  # « plus d'un millier » is more than 1 000, not more than 900
    if effect == "at-least":
        return replace(numeral, low=value, high=None, comparator=effect)
    if effect == "at-most":
        return replace(numeral, low=None, high=numeral.high if numeral.joined else value, comparator=effect)
    if numeral.joined or numeral.approx:
        return replace(numeral, approx=True, comparator=numeral.comparator or effect)
    low, high = around(value, counts=numeral.unit is None)
    return replace(numeral, low=low, high=value if effect == "below" else high, approx=True, comparator=effect)


def _applies(rule: Rule, numeral: Numeral) -> bool:
    return abs(numeral.value) >= rule.least or numeral.how in {"fraction", "multiple", "one-in", "collective", "some"}


def widened(text: str, numeral: Numeral, lex: Lexicon, sign: int = 0) -> Numeral:
    """The number with the approximators and bounds that stand around it; `sign` is the length of a « $ » before it."""
    before = text[max(0, numeral.start - sign - LOOK_BACK) : numeral.start - sign]
    candidates = [
        (found.start(), rule)
        for rule in (lex.of("prefix") if lex.any_prefix.search(before) else ())
        if _applies(rule, numeral) and (found := rule.pattern.search(before))
    ]
    if candidates:
        at, rule = min(candidates, key=lambda c: c[0])
        return replace(_bounded(numeral, rule.effect), start=numeral.start - sign - len(before) + at)
    numeral = replace(numeral, start=numeral.start - sign)
    for rule in lex.of("suffix"):
        if found := rule.pattern.match(text, numeral.end):
            return replace(_bounded(numeral, rule.effect), end=found.end())
    return numeral
