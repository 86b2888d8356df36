"""From two clauses on one matter to their relation, with the reasons."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.compare.relations import group, narrower, opposed
from recoupe.compare.units import Unit
from recoupe.types import Claim, Reason, Relation

# Below AGREE two clauses share words without saying one thing; between MATTER and AGREE only a conflict is worth
# a line.
MATTER = 0.34
AGREE = 0.5
MIN_SHARED = 3


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
    return term.rpartition(":")[2].replace("_", " ")


def judge(left: Unit, right: Unit, likeness: float) -> Finding | None:
    """The relation of two clauses that share enough to be compared, or None when nothing sure can be said."""
    reasons = _anchors(left, right)
    found = _undecided(left, right) or _conflict(left, right, likeness)
    if found is not None:
        relation, reason = found
        return Finding(relation, (*reasons, reason, *_dates(left, right), *_speakers(left, right)), likeness)
    if likeness < AGREE or not _one_predicate(left, right):
        return None
    moved = _moved(left, right)
    if moved is not None:
        return Finding("changed", (*reasons, moved, *_dates(left, right)), likeness)
    reason = Reason("same-polarity", (), (left.claim.anchor, right.claim.anchor))
    return Finding("agrees", (*reasons, reason, *_speakers(left, right)), likeness)


def _one_predicate(left: Unit, right: Unit) -> bool:
    """The predicate of one clause is a word of the other; clauses that only name the same things say nothing alike."""
    a, b = left.claim, right.claim
    same = a.factuality.polarity == b.factuality.polarity
    shared = set(a.terms) & set(b.terms)
    return same and len(shared) >= MIN_SHARED and (a.head == b.head or a.head in b.terms or b.head in a.terms)


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
    """Opposite polarity of one predicate, or opposite predicates of one polarity, about one moment."""
    a, b = left.claim, right.claim
    if likeness < MATTER or _apart_in_time(left, right):
        return None
    against = a.factuality.polarity != b.factuality.polarity
    opposite = opposed(a, b)
    if against == (opposite is not None) or not _besides_head(a, b):
        return None
    denied = a if a.factuality.polarity == "negative" else b
    other = b if denied is a else a
    linked = denied.head in other.terms and denied.head not in group("light") and likeness >= AGREE
    if against and a.head != b.head and not linked:
        return None
    if opposite is not None and a.factuality.tense == "past" and not _same_moment(left, right):
        return None
    anchors = (a.anchor, b.anchor)
    narrow = narrower(a, b)
    if narrow is not None:
        return "scope", Reason("narrower", (("term", readable(narrow)),), anchors)
    if opposite is not None:
        args = (("left", readable(opposite[0])), ("right", readable(opposite[1])))
        return "contradicts", Reason("opposite-concepts", args, anchors)
    return "contradicts", Reason("opposite-polarity", (), anchors)


def _besides_head(a: Claim, b: Claim) -> bool:
    """The two share a word that is neither predicate nor the name of a place or body."""
    shared = set(a.terms) & set(b.terms) - {a.head, b.head}
    return any(not term.startswith("n:") for term in shared - group("light"))


def _same_moment(left: Unit, right: Unit) -> bool:
    """Both say when, and the two moments have a day in common."""
    a, b = left.statement.holds_at, right.statement.holds_at
    known = a is not None and b is not None and None not in (a.earliest, a.latest, b.earliest, b.latest)
    return known and not _apart_in_time(left, right)


def _apart_in_time(left: Unit, right: Unit) -> bool:
    """The one speaks of what is past and the other of what is to come, or their moments have no day in common."""
    tenses = {left.claim.factuality.tense, right.claim.factuality.tense}
    if tenses == {"past", "future"}:
        return True
    a, b = left.statement.holds_at, right.statement.holds_at
    if a is None or b is None or None in (a.earliest, a.latest, b.earliest, b.latest):
        return False
    return bool(a.latest < b.earliest or b.latest < a.earliest)  # type: ignore[operator]


def _moved(left: Unit, right: Unit) -> Reason | None:
    """A plan with another date, or a plan that has become a fact."""
    order = later(left, right)
    if order is None:
        return None
    before, after = order
    anchors = (before.claim.anchor, after.claim.anchor)
    first, second = (getattr(unit.statement.body, "due", None) for unit in order)
    if first is not None and second is not None and first.value and second.value and first.value != second.value:
        return Reason("due-moved", (("before", str(first.value)), ("after", str(second.value))), anchors)
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
