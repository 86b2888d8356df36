"""Passages that say in so many words that another passage is not so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import regex

from recoupe.compare.block import MANY, READ
from recoupe.compare.concepts import group, opposites
from recoupe.compare.findings import Finding
from recoupe.compare.mismatch import of_a_request
from recoupe.compare.reasons import Teller, one_voice, published, speakers
from recoupe.compare.units import HOLDING, Unit, Weights, match
from recoupe.types import Reason

ALIKE = 0.35
_THAT = regex.compile(r"\s*(?:that|que|qu['’]|having|being|avoir|être|any|all)\b|\s*qu['’]")
_ALSO = regex.compile(r"\b(?:also|too|likewise|aussi|également)\b")
REACH = 1500
# Two speakers whose words stand this near one another speak of one thing when what they say of it excludes the other.
BESIDE = 3000
STANCE = 6
# « Deux sons de cloche » counts the sides; « un écart de 3 points » is no stance.
SIDES = 2
NEXT = 90


def disputes(found: Sequence[Unit], weights: Weights, tell: Teller) -> Iterator[tuple[Unit, Unit, Finding]]:
    """For each clause that denies or goes against something, the clause it is against, in the same or another account.

    The clause denied is the one most alike; where the denial only names « les accusations », the last one before it
    by another speaker that names the same people.
    """
    by_term, by_document = _index(found)
    for unit in found:
        denied = unit.claim.factuality.polarity == "negative" and not unit.refused
        if denied or unit.statement.kind in HOLDING or of_a_request(unit):
            continue
        here = by_document[unit.document]
        if unit.head in group("disputing"):
            target = _alike(unit, _sharing(unit, found, by_term), weights) or _before(unit, here, weights)
        elif _denies(unit, tell):
            target = _just_told(unit, here)
        else:
            continue
        if target is None:
            continue
        speaker = _said_before(unit, here) or unit
        anchors = (target.claim.anchor, unit.claim.anchor)
        reasons = (
            tell.matter(target, unit, match(target, unit, weights).shared),
            Reason("disputes", (), anchors),
            *published(target, unit),
            *speakers(target.statement, unit.statement, anchors),
        )
        yield target, speaker, Finding("contradicts", reasons, 0.6, tuple(sorted(target.terms & unit.terms)))


def _index(found: Sequence[Unit]) -> tuple[dict[str, list[int]], dict[str, list[Unit]]]:
    by_term: dict[str, list[int]] = defaultdict(list)
    by_document: dict[str, list[Unit]] = defaultdict(list)
    for number, unit in enumerate(found):
        by_document[unit.document].append(unit)
        for term in unit.terms:
            by_term[term].append(number)
    return by_term, by_document


def _sharing(unit: Unit, found: Sequence[Unit], by_term: Mapping[str, list[int]]) -> list[Unit]:
    """The clauses that share two terms of what is denied; in a large story, two of those that are not everywhere."""
    lists = [by_term.get(term, []) for term in _rest(unit)]
    if len(found) > MANY:
        lists = [numbers for numbers in lists if len(numbers) <= READ]
    times = Counter(number for numbers in lists for number in numbers)
    return [found[number] for number in sorted(times) if times[number] > 1]


def stances(found: Sequence[Unit], tell: Teller) -> Iterator[tuple[Unit, Unit, Finding]]:
    """Two voices of one account that say opposite things of what is spoken of, one soon after the other.

    « Il y a une différence de ligne entre eux », « l'entente est parfaite »: the clauses share no word but their sides.
    """
    told = [u for u in found if u.asserted and not u.negative and u.terms & group("stances") and not _ended(u)]
    told = [u for u in told if u.statement.kind != "figure" or all((n.high or n.low or 0) <= SIDES for n in u.numbers)]
    nearest: dict[tuple[int, bool], tuple[int, int, int]] = {}
    for i, left in enumerate(told):
        for j in range(i + 1, len(told)):
            gap = told[j].claim.anchor.start - left.claim.anchor.end
            if told[j].document != left.document or gap > BESIDE:
                break
            if gap < 0 or _sides(left, told[j]) is None or not _two_voices(left, told[j]):
                continue
            for key in ((i, True), (j, False)):
                nearest[key] = min(nearest.get(key, (gap, i, j)), (gap, i, j))
    for i, j in sorted({(i, j) for _, i, j in nearest.values()}):
        left, right = told[i], told[j]
        anchors = (left.claim.anchor, right.claim.anchor)
        sides = _sides(left, right)
        assert sides is not None
        reason = tell.pair("opposite-concepts", left, right, *sides)
        reasons = (reason, *speakers(left.statement, right.statement, anchors))
        yield left, right, Finding("contradicts", reasons, 0.5, sides)


def _ended(unit: Unit) -> bool:
    """« Mettre fin aux divisions » says there was a division."""
    return bool(unit.terms & (group("turning") | group("ending"))) or unit.claim.factuality.modal


def _sides(left: Unit, right: Unit) -> tuple[str, str] | None:
    """The stances of the two that exclude each other, in clauses of few words that hold no other's."""
    if any(len(unit.terms - group("light") - group("roles") - unit.people) > STANCE for unit in (left, right)):
        return None
    for mine in sorted(left.terms & group("stances")):
        theirs = opposites()[mine] & right.terms & group("stances")
        if theirs and mine not in right.terms and not theirs & left.terms:
            return mine, min(theirs)
    return None


def _two_voices(left: Unit, right: Unit) -> bool:
    """At least one speaks through the account, and they are not one."""
    sourced = [unit.statement.attribution is not None for unit in (left, right)]
    return any(sourced) and not one_voice(left.statement, right.statement)


def _rest(unit: Unit) -> frozenset[str]:
    return unit.terms - group("disputing") - group("claimed") - group("light") - unit.actors


def _denies(unit: Unit, tell: Teller) -> bool:
    """« Le syndicat dément toute occupation »: the words that report it deny it."""
    said = unit.statement.attribution.cue if unit.statement.attribution else None
    return said is not None and bool(tell.terms(said) & group("disputing")) and unit.head not in group("light")


def _just_told(unit: Unit, found: Sequence[Unit]) -> Unit | None:
    """The clause right before that tells the act denied, its sentence all the rest of it."""
    rest = {t for t in _rest(unit) if t[:2] != "t:"}
    told = [
        other
        for other in _candidates(unit, found)
        if unit.head in other.terms
        and other.statement.kind not in HOLDING
        and rest <= other.terms | other.around
        and 0 <= unit.claim.anchor.start - other.claim.anchor.end <= NEXT
    ]
    return max(told, key=lambda other: (other.head == unit.head, other.claim.anchor.end), default=None)


def _candidates(unit: Unit, found: Sequence[Unit]) -> list[Unit]:
    return [
        other
        for other in found
        if other.spot != unit.spot
        and other.head not in group("disputing")
        and other.statement.kind not in {"time", "assertion"}
        and (other.numbers or "c:number" not in unit.terms)
        and not other.statement.anchor.overlaps(unit.statement.anchor)
        and not one_voice(other.statement, unit.statement)
    ]


def _alike(unit: Unit, found: Sequence[Unit], weights: Weights) -> Unit | None:
    """The clause that holds most of what is denied."""
    rest = _rest(unit)
    whole = weights.sum(rest)
    best: tuple[float, Unit] | None = None
    for other in _candidates(unit, found):
        common = rest & other.terms
        if len(common) < 2 or not whole or not any(not t.startswith("n:") for t in common):
            continue
        share = weights.sum(common) / (whole * max(weights.sum(other.terms), 0.1)) ** 0.5
        if share >= ALIKE and (best is None or share > best[0]):
            best = (share, other)
    return best[1] if best else None


def _before(unit: Unit, found: Sequence[Unit], weights: Weights) -> Unit | None:
    """What is said right before it, else the quotation before it that says most of the people who deny it."""
    if not group("claimed") & unit.terms and unit.parts - unit.people:
        return None
    # *Denied that the ferry was late*: what is denied is told right after, and must be what was said before.
    told_after = _THAT.match(unit.claim.anchor.suffix) is not None
    mine = unit.actors - group("light") - group("claimed")
    best: tuple[float, bool, int] = (0.0, False, 0)
    last = None
    for other in _candidates(unit, found):
        ahead = unit.claim.anchor.start - other.claim.anchor.end
        if other.document != unit.document or other.statement.attribution is None or not 0 <= ahead <= REACH:
            continue
        far = ahead > NEXT or _ALSO.search(unit.claim.anchor.exact)  # *also denied*: who spoke before speaks on
        if told_after and far and not (unit.around & other.terms) - group("light") - mine:
            continue
        # Further back only a name tells who is meant: *the firm* is in every sentence.
        known = {t for t in mine & other.terms if ahead <= NEXT or t.startswith("n:")}
        rank = (weights.sum(known), ahead <= NEXT, -ahead)
        if (rank[0] or rank[1]) and (last is None or rank > best):
            best, last = rank, other
    return last


def _said_before(unit: Unit, found: Sequence[Unit]) -> Unit | None:
    """What a relative « ce qui contredit » takes up: the passage right before it by the same speaker."""
    if unit.parts - group("disputing"):
        return None
    for other in found:
        gap = unit.claim.anchor.start - other.claim.anchor.end
        if other.document == unit.document and 0 <= gap <= NEXT and one_voice(other.statement, unit.statement):
            return other
    return None
