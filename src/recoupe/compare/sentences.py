"""Sentences of two accounts on one matter, though no clause of one matches one of the other."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.compare.block import SHARED, sharing
from recoupe.compare.concepts import group, near, opposites, stages
from recoupe.compare.context import Context, breaks
from recoupe.compare.findings import Finding
from recoupe.compare.parallel import reach
from recoupe.compare.reasons import Teller, speakers
from recoupe.compare.units import HOLDING, LIGHT, NEAR, Unit, apart, half_read, other_actors, other_dates, other_numbers
from recoupe.compare.updates import others
from recoupe.types import Document, Reason, Relation

# How much of what two sentences say, weighed by how rare it is in the story, is in both before they are of one matter;
# before they say one thing; and what the shared words weigh, in unique ones.
MATTER = 0.25
ALIKE = 0.35
WEIGHT = 1.4
LEAST = 0.9
# Two long sentences that share so many telling terms say one thing, whatever else each adds.
MANY = 6
RICH = 2.5
LONG = 0.28
# A short sentence may say only what a part of a long one says.
HELD = 0.7
# What the sentence before told still counts: « Elle les recevra mercredi » says neither who nor whom.
BEFORE = 0.3
PARTNERS = 2


@dataclass(frozen=True, slots=True)
class Sentence:
    """The clauses of one sentence that stand in statements, with all its terms and those of the sentence before."""

    document: str
    units: tuple[Unit, ...]
    terms: frozenset[str]
    before: frozenset[str] = frozenset()


def sentences(units: Sequence[Unit], documents: Mapping[str, Document], context: Context) -> list[Sentence]:
    """The sentences that hold a clause, in the order of the clauses."""
    ends = {ident: breaks(d.text) for ident, d in documents.items()}
    held: dict[tuple[str, int], list[Unit]] = defaultdict(list)
    for unit in units:
        before = bisect_right(ends[unit.document], unit.claim.anchor.start)
        held[unit.document, before].append(unit)
    found = []
    # Between two languages words of no concept meet by how they begin (« conservateur », *conservative*).
    mixed = len({document.lang for document in documents.values()}) > 1
    for (document, _), members in held.items():
        anchor = members[0].claim.anchor
        own = _telling({t for unit in members for t in unit.terms} | context.terms(anchor))
        earlier = _telling(context.terms(anchor, 1))
        if mixed:
            own, earlier = reach(sorted(own)), reach(sorted(earlier))
        found.append(Sentence(document, tuple(members), own, earlier))
    return found


def _telling(terms: Collection[str]) -> frozenset[str]:
    return frozenset(t for t in terms if not (t.startswith("w:") and t[2:].isdigit()))


class Weighing:
    """What each sentence holds, weighed; the terms of the sentence before count less."""

    def __init__(self, found: Sequence[Sentence]) -> None:
        held: dict[str, int] = defaultdict(int)
        for sentence in found:
            for term in sentence.terms:
                held[term] += 1
        light = group("light")
        self._weight = {
            t: math.log(1 + len(found) / n) * (LIGHT if t in light else 1.0) for t, n in sorted(held.items())
        }
        self.unique = max(self._weight.values(), default=1.0)
        self.total = [self.sum(sentence.terms) for sentence in found]
        self._vectors = [self._vector(sentence) for sentence in found]

    def _vector(self, sentence: Sentence) -> dict[str, float]:
        found = {t: BEFORE * self._weight[t] for t in sorted(sentence.before) if t in self._weight}
        return {**found, **{t: self._weight[t] for t in sorted(sentence.terms)}}

    def sum(self, terms: Collection[str]) -> float:
        """The weight of several terms, added in a fixed order."""
        return sum(self._weight[t] for t in sorted(terms))

    def matter(self, i: int, j: int) -> float:
        """How far two sentences are of one matter, 0 to 1: shared, opposite and near terms count."""
        mine, theirs = self._vectors[i], self._vectors[j]
        whole = math.sqrt(self.total[i] * self.total[j]) or 1.0
        return math.sqrt(_reach(mine, theirs) * _reach(theirs, mine)) / whole


def _reach(mine: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    total = 0.0
    for term, weight in mine.items():
        if term in theirs:
            total += min(weight, theirs[term])
            continue
        for reached_by, share in ((opposites(), 1.0), (near(), NEAR)):
            reached = [theirs[t] for t in reached_by.get(term, frozenset()) if t in theirs]
            if reached:
                total += share * min(weight, max(reached))
                break
    return total


def rows(
    units: Sequence[Unit], documents: Mapping[str, Document], tell: Teller, context: Context
) -> Iterator[tuple[Unit, Unit, Finding]]:
    """The best partners of each sentence in every other account, by the clauses that share most."""
    found = sentences(units, documents, context)
    weigh = Weighing(found)
    judged = []
    for i, j in _pairs(found):
        finding = _judge(i, j, found, weigh, tell)
        if finding is not None:
            judged.append((-finding[2].score, i, j, finding))
    used: dict[tuple[int, str], int] = defaultdict(int)
    for _, i, j, row in sorted(judged, key=lambda each: each[:3]):
        keys = ((i, found[j].document), (j, found[i].document))
        if all(used[key] < PARTNERS for key in keys):
            for key in keys:
                used[key] += 1
            yield row


def _pairs(found: Sequence[Sentence]) -> list[tuple[int, int]]:
    light = group("light")
    reached = [s.terms | {t for u in s.units for t in opposites().get(u.head, frozenset())} for s in found]
    near_by = sharing([terms - light for terms in reached])
    return [(i, j) for i, j in near_by if found[i].document != found[j].document]


def _judge(
    i: int, j: int, found: Sequence[Sentence], weigh: Weighing, tell: Teller
) -> tuple[Unit, Unit, Finding] | None:
    left, right = found[i], found[j]
    both = left.terms & right.terms
    matter, common = weigh.matter(i, j), weigh.sum(both)
    if matter < MATTER or weigh.sum(both - group("light")) < LEAST * weigh.unique:
        return None
    if all(t.startswith("n:") for t in both):
        return None
    bare = not both - group("light") - group("anyone") - group("growing")
    alike = max(
        common / math.sqrt(weigh.total[i] * weigh.total[j]), HELD * common / min(weigh.total[i], weigh.total[j])
    )
    one, other = _best(left, right, weigh.sum), _best(right, left, weigh.sum)
    if one is None or other is None or one.statement.kind == other.statement.kind == "figure":
        return None  # figures have rules of their own
    anchors = (one.claim.anchor, other.claim.anchor)
    shared = tuple(sorted((t for t in both if t[:2] != "g:"), key=lambda t: (-weigh.sum((t,)), t)))
    told = both - group("light")
    many = len(told) >= MANY and weigh.sum(told) >= RICH * weigh.unique and alike >= LONG
    sure = (alike >= ALIKE or many) and weigh.sum(told) >= WEIGHT * weigh.unique
    bare |= len(both) == SHARED and all(t.startswith(("w:", "g:")) for t in both)
    acting = other_actors(one, other) if one.head == other.head else None
    two = acting is not None and acting[0] not in right.terms and acting[1] not in left.terms
    sure &= not bare and not two and _one_act(one, other, left, right)
    relation: Relation = "agrees" if sure and _compatible(one, other) else "unsure"
    code = "one-matter" if relation == "unsure" else "both-deny" if one.negative else "both-affirm"
    reasons = (tell.matter(one, other, shared), Reason(code, (), anchors))
    tail = speakers(one.statement, other.statement, anchors)
    score = max(alike, matter, ALIKE + len(told) / 50 if many else 0.0)
    return one, other, Finding(relation, (*reasons, *tail), min(1.0, score), shared)


def _best(mine: Sentence, theirs: Sentence, total: Callable[[Collection[str]], float]) -> Unit | None:
    """The clause that says most of what is shared; a statement of the whole before one that only stands in it."""
    told = [(u.terms & theirs.terms & mine.terms, u) for u in mine.units]
    # Nobody looks for what a sentence says under the month it names.
    scored = [
        (u.statement.kind != "time", total(terms), u.statement.kind not in HOLDING, -n, u)
        for n, (terms, u) in enumerate(told)
    ]
    return max(scored, key=lambda row: row[:4])[4] if scored else None


def _one_act(one: Unit, other: Unit, left: Sentence, right: Sentence) -> bool:
    """What one clause is about is told in the other sentence too: a quay hit and a quay that stays shut are two."""
    heads = (one.head, right.terms), (other.head, left.terms)
    acts = frozenset(unit.head for unit in (*left.units, *right.units)) & left.terms & right.terms
    acts -= group("light") | group("roles") | group("anyone")
    voices = [{unit.speaker, *unit.people} - {None} for unit in (one, other)]
    said = bool(voices[0] & voices[1]) and (one.speaker in voices[1] or other.speaker in voices[0])
    return bool(acts) or said or any(near().get(head, frozenset()) & terms for head, terms in heads)


def _compatible(left: Unit, right: Unit) -> bool:
    """Nothing in the two clauses sets them against each other."""
    if left.negative != right.negative or half_read(left, right) or apart(left.moment, right.moment):
        return False
    if others(left.claim.anchor.exact) != others(right.claim.anchor.exact):
        return False
    if other_numbers(left, right) or other_dates(left, right) or right.head in opposites().get(left.head, frozenset()):
        return False
    return not {(left.head, right.head), (right.head, left.head)} & stages()
