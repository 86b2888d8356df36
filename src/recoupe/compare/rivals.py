"""Whether two figures without a common value answer one question, so that one of them must be wrong."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import regex

from recoupe.compare.concepts import group, narrowing, near
from recoupe.compare.counts import Figure, sourced
from recoupe.compare.updates import in_all, whole
from recoupe.lang import table
from recoupe.types import Quantity

COUNTED = frozenset({"count", "percent", "point"})
# So many words shared besides the thing measured.
SHARED = 2
_PLACES = ("n:place:", "n:territory:")
_WORD = regex.compile(r"\w+(?:-\w+)*")


def rivals(left: Figure, right: Figure, beside: Collection[Quantity], other_beside: Collection[Quantity]) -> bool:
    """Both count one thing of the same people, in one place and over one time.

    `beside` and `other_beside` are the figures of one unit in the sentence of each. A sum, a part, a total so far and
    what others did are no rivals, and a measure (metres, kilos, minutes) is one only of a thing both name.
    """
    if _others_act(left, right) or _named_apart(left, right) or _narrower(left, right):
        return False
    if whole(left.statement.anchor.prefix, left.lang) != whole(right.statement.anchor.prefix, right.lang):
        return False
    if in_all(left.text, left.lang) != in_all(right.text, right.lang) or _other_fate(left, right):
        return False
    if _played(left) or _played(right):
        return False
    if _adds_up(left.value, other_beside) or _adds_up(right.value, beside):
        return False
    return left.value.unit in COUNTED or left.value.unit.isupper() or _one_measure(left, right)


def _others_act(left: Figure, right: Figure) -> bool:
    """Each clause has somebody or something that acts, and they are not one: two clubs, two offers."""
    mine, theirs = (_acting(figure) for figure in (left, right))
    if not mine or not theirs or mine & theirs:
        return False
    return not any({t, *near().get(t, frozenset())} & theirs for t in mine)


def _acting(figure: Figure) -> frozenset[str]:
    """Who acts in the clause, unless it is what is counted or who gives the count."""
    nothing = group("anybody") | group("anyone") | group("light") | figure.counted | figure.counter
    return frozenset(t for t in figure.actors - nothing if t[0] in "nc")


def _named_apart(left: Figure, right: Figure) -> bool:
    """Both clauses name people, bodies or places, and none in common; two voices may name themselves."""
    mine, theirs = ({t for t in figure.around if t.startswith(_PLACES)} for figure in (left, right))
    if mine and theirs and not mine & theirs:
        return True
    mine, theirs = ({t for t in figure.around if t.startswith("n:")} for figure in (left, right))
    if sourced(left) and sourced(right):
        return False
    return bool(mine and theirs) and not mine & theirs and not (mine & right.sentence or theirs & left.sentence)


def _narrower(left: Figure, right: Figure) -> bool:
    """Women among people, children among the dead."""
    for one, other in ((left, right), (right, left)):
        if any((mine, theirs) in narrowing() for mine in one.counted for theirs in other.counted):
            return True
    return False


def _other_fate(left: Figure, right: Figure) -> bool:
    """The injured are not the dead, women not men: each figure says which it counts, and they share none."""
    for kind in (group("growing"), group("folk")):
        mine, theirs = ((f.counted & kind) or (f.around & kind) or (f.tight & kind) for f in (left, right))
        if mine and theirs and not mine & theirs:
            return True
    return False


def _played(figure: Figure) -> bool:
    """The sentence tells of a match: every number in it is of some player, play or season."""
    words = {w for word in _WORD.findall(figure.text.casefold()) for w in (word, word.removesuffix("s"))}
    rows = table(figure.lang, "events")
    return bool(words & set(rows["sport"])) or len(words & set(rows["sportive"])) > 1


def _adds_up(value: Quantity, others: Collection[Quantity]) -> bool:
    """The other sentence gives it in parts: « deux femmes et un homme », *three people*."""
    parts = [other.low for other in others if other.low is not None and other.low == other.high]
    if len(parts) < 2 or value.low is None:
        return False
    return sum(parts) == value.low or any(a + b == value.low for n, a in enumerate(parts) for b in parts[n + 1 :])


def _one_measure(left: Figure, right: Figure) -> bool:
    """A name or a counted thing in both clauses, and another word."""
    shared: Sequence[str] = sorted((left.around & right.around) - group("light") - group("anyone"))
    named = [t for t in shared if t.startswith("n:")]
    return bool(named or left.counted & right.counted) and len(shared) >= SHARED
