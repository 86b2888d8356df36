"""From two clauses on one matter to their relation, with the reasons."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.compare.relations import group, narrower, opposed
from recoupe.compare.units import Unit
from recoupe.types import Reason, Relation

# Below AGREE two clauses share words without saying one thing; between MATTER and AGREE only a conflict is worth a line.
MATTER = 0.34
AGREE = 0.5


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation with its reasons; `score` is how surely the two speak of one matter."""

    relation: Relation
    reasons: tuple[Reason, ...]
    score: float


def _anchors(left: Unit, right: Unit) -> tuple[Reason, ...]:
    shared = [t for t in left.claim.terms if t in right.claim.terms]
    words = ", ".join(readable(term) for term in shared[:5])
    return (Reason("same-matter", (("terms", words),), (left.claim.anchor, right.claim.anchor)),)


def readable(term: str) -> str:
    """A term as a reader may see it."""
    return term.split(":")[-1].replace("_", " ")


def judge(left: Unit, right: Unit, likeness: float) -> Finding | None:
    """The relation of two clauses that share enough to be compared, or None when nothing sure can be said."""
    reasons = _anchors(left, right)
    found = _undecided(left, right) or _conflict(left, right, likeness)
    if found is not None:
        relation, reason = found
        return Finding(relation, (*reasons, reason, *_dates(left, right), *_speakers(left, right)), likeness)
    if likeness < AGREE:
        return None
    moved = _moved(left, right)
    if moved is not None:
        return Finding("changed", (*reasons, moved, *_dates(left, right)), likeness)
    reason = Reason("same-polarity", (), (left.claim.anchor, right.claim.anchor))
    return Finding("agrees", (*reasons, reason, *_speakers(left, right)), likeness)


def later(left: Unit, right: Unit) -> tuple[Unit, Unit] | None:
    """The two in order of publication; None when a date is missing or they are of one day."""
    if left.day is None or right.day is None or left.day == right.day:
        return None
    return (left, right) if left.day < right.day else (right, left)


def _undecided(left: Unit, right: Unit) -> tuple[Relation, Reason] | None:
    """Nothing was fixed, then a date is given."""
    order = later(left, right)
    if order is None:
        return None
    before, after = order
    open_ = before.claim.factuality.polarity == "negative" and group("undecided") & set(before.claim.terms)
    due = getattr(after.statement.body, "due", None)
    if open_ and due is not None and due.value:
        return "changed", Reason("date-set", (("due", str(due.value)),), (before.claim.anchor, after.claim.anchor))
    return None


def _conflict(left: Unit, right: Unit, likeness: float) -> tuple[Relation, Reason] | None:
    a, b = left.claim, right.claim
    against = a.factuality.polarity != b.factuality.polarity
    opposite = opposed(a, b)
    anchors = (a.anchor, b.anchor)
    if against == (opposite is not None) or likeness < MATTER:
        return None
    if against and a.head != b.head and a.head not in b.terms and b.head not in a.terms:
        return None
    narrow = narrower(a, b)
    if narrow is not None:
        return "scope", Reason("narrower", (("term", readable(narrow)),), anchors)
    if opposite is not None:
        args = (("left", readable(opposite[0])), ("right", readable(opposite[1])))
        return "contradicts", Reason("opposite-concepts", args, anchors)
    return "contradicts", Reason("opposite-polarity", (), anchors)


def _moved(left: Unit, right: Unit) -> Reason | None:
    """A plan with another date, or a plan that has become a fact."""
    order = later(left, right)
    if order is None:
        return None
    before, after = order
    anchors = (before.claim.anchor, after.claim.anchor)
    due = [getattr(unit.statement.body, "due", None) for unit in order]
    if all(d is not None and d.value for d in due) and due[0].value != due[1].value:
        return Reason("due-moved", (("before", str(due[0].value)), ("after", str(due[1].value))), anchors)
    planned = before.claim.factuality.tense == "future" and before.claim.head == after.claim.head
    if planned and after.claim.factuality.tense == "past" and after.claim.factuality.certainty == "certain":
        return Reason("carried-out", (), anchors)
    return None


def _dates(left: Unit, right: Unit) -> tuple[Reason, ...]:
    order = later(left, right)
    if order is None or order[0].day is None or order[1].day is None:
        return ()
    args = (("before", order[0].day.isoformat()), ("after", order[1].day.isoformat()))
    return (Reason("published", args, (order[0].claim.anchor, order[1].claim.anchor)),)


def _speakers(left: Unit, right: Unit) -> tuple[Reason, ...]:
    voices = [unit.statement.attribution.voice.named if unit.statement.attribution else None for unit in (left, right)]
    if voices[0] and voices[1] and voices[0] != voices[1]:
        args = (("left", voices[0]), ("right", voices[1]))
        return (Reason("different-speakers", args, (left.claim.anchor, right.claim.anchor)),)
    return ()
