"""From two clauses on one matter to their relation, with the reasons."""

from __future__ import annotations

import datetime as dt

from recoupe.compare.concepts import group, narrowing, near, opposites, stages
from recoupe.compare.findings import Finding
from recoupe.compare.mismatch import INFINITIVE, apart_after_all
from recoupe.compare.order import granted, in_order, moved
from recoupe.compare.reasons import Teller, one_voice, published, speakers
from recoupe.compare.units import HOLDING, Match, Unit, apart, half_read, other_actors, other_dates, other_numbers
from recoupe.compare.updates import others
from recoupe.types import Reason, Relation

# Two clauses that share half of what they say are taken to say one thing; for a conflict, where the words that clash
# count as shared, the same; inside one account, where a clash must be striking, more.
AGREE = 0.36
LOOSE = 0.75
# One act of the same one, or on the same thing: the rest may be told by one account only.
STRUCTURE = 0.27
CONFLICT = 0.44
INSIDE = 0.6
SHARED = 2
TELLING = 0.45
RETOLD = 0.36
RETOLD_TERMS = 3
HELD = 0.7
HELD_CLOSE = 0.5
RETOLD_WEIGHT = 1.5
RETOLD_INSIDE = 1.2
# A denial of a few words stands against what it denies when that word is rare in the story.
FEW = 4
LONE = 0.6
LEAST = 0.5
NEAR_DAYS = 3
LONG_AGO = dt.timedelta(days=120)


def judge(left: Unit, right: Unit, found: Match, tell: Teller) -> Finding | None:
    """The relation of two clauses, or None when nothing sure can be said."""
    if left.statement.kind == right.statement.kind == "figure":
        return None
    if not _comparable(left, right):
        step = granted(left, right, found) if left.document != right.document else None
        return None if step is None else _change(left, right, found, step, tell)
    step = moved(left, right, found) if left.document != right.document else None
    conflict = _conflict(left, right, found, tell) if step is None or left.negative == right.negative else None
    if conflict is not None:
        return conflict
    if _ruled_out(left, right, found):
        anchors = (left.claim.anchor, right.claim.anchor)
        tail = (*published(left, right), *speakers(left.statement, right.statement, anchors))
        reasons = (tell.matter(left, right, found.shared), Reason("ruled-out", (), anchors), *tail)
        return Finding("contradicts", reasons, found.matter, found.shared)
    if left.document == right.document:
        return None
    if step is not None:
        return _change(left, right, found, step, tell)
    return _agreement(left, right, found, tell)


def _change(left: Unit, right: Unit, found: Match, step: Reason, tell: Teller) -> Finding:
    if step.code == "next-step":
        step = Reason(step.code, _named(dict(step.args), left, tell), step.anchors)
    reasons = (tell.matter(left, right, found.shared), step, *published(left, right))
    return Finding("changed", reasons, max(found.alike, found.matter), found.shared)


def _named(args: dict[str, str], left: Unit, tell: Teller) -> tuple[tuple[str, str], ...]:
    return tuple((key, tell.word(term, left.document)) for key, term in args.items())


def _comparable(left: Unit, right: Unit) -> bool:
    """Neither speaks of other places or other people than the other, and neither only asks or supposes nothing."""
    if (left.claim.factuality.certainty == "unknown") != (right.claim.factuality.certainty == "unknown"):
        return False
    if left.document == right.document and (left.spot == right.spot or _touching(left, right)):
        return False
    for mine, theirs in ((left.people, right.people), (_towns(left), _towns(right))):
        if mine and theirs and not mine & theirs:
            return False
    return True


def _towns(unit: Unit) -> frozenset[str]:
    return frozenset(t for t in unit.places if not t.startswith("n:territory:"))


def _touching(left: Unit, right: Unit) -> bool:
    mine, theirs = left.statement.anchor, right.statement.anchor
    return mine.start < theirs.end and theirs.start < mine.end


def _one_matter(left: Unit, right: Unit) -> bool:
    """The heads are one concept, or each is told in the other clause."""
    if left.head == right.head:
        return left.head not in group("light")
    return left.head in right.terms and right.head in left.terms


def _conflict(left: Unit, right: Unit, found: Match, tell: Teller) -> Finding | None:
    inside = left.document == right.document
    if left.statement.kind in HOLDING or right.statement.kind in HOLDING:
        return None
    if not (left.asserted and right.asserted) or (inside and _own_voice(left, right)):
        return None
    against = left.negative != right.negative
    clash = _clash(left, right)
    shared = [t for t in found.shared if t not in group("light") and t not in {left.head, right.head}]
    alone = against and _denied_outright(left, right, found)
    if against == (clash is not None) or not (shared or alone) or _long_ago(left, right) or _wished(left, right):
        return None
    if not alone and found.matter < (INSIDE if inside else CONFLICT):
        return None
    if not alone and found.weight < (TELLING if clash else 2 * TELLING):
        return None
    if against and not alone and not _one_matter(left, right) and not _one_matter_reversed(left, right):
        return None
    if apart_after_all(left, right, clash, shared):
        return None
    if inside and any(INFINITIVE.match(unit.claim.anchor.exact) for unit in (left, right)):
        return None  # « la décision de demander la peine », « de ne pas la demander »: neither is said to be so
    anchors = (left.claim.anchor, right.claim.anchor)
    reason = tell.pair("opposite-concepts", left, right, *clash) if clash else Reason("opposite-polarity", (), anchors)
    about = tell.matter(left, right, found.shared)
    tail = (*published(left, right), *speakers(left.statement, right.statement, anchors))
    relation, extra = _kind_of_conflict(left, right, clash)
    if relation is None:
        return None
    told = (Reason("narrower", (("term", tell.word(extra, left.document)),), anchors),) if extra else ()
    return Finding(relation, (about, reason, *told, *tail), found.matter, found.shared)


def _own_voice(left: Unit, right: Unit) -> bool:
    """One speaker says both, or the account itself."""
    told = left.statement.attribution is None and right.statement.attribution is None
    asserted = "assertion" in {left.statement.kind, right.statement.kind}
    return one_voice(left.statement, right.statement) or (told and asserted)


def _denied_outright(left: Unit, right: Unit, found: Match) -> bool:
    """Two speakers in a few words: « il n'y a aucune pénurie », « la pénurie est réelle »."""
    spoken = left.statement.attribution is not None and right.statement.attribution is not None
    if (
        not spoken
        or one_voice(left.statement, right.statement)
        or (left.day != right.day and not _days_near(left, right))
    ):
        return False
    denial, claim = (left, right) if left.negative else (right, left)
    one = denial.head in claim.terms and claim.head in group("existing") | {denial.head}
    if "future" in {left.claim.factuality.tense, right.claim.factuality.tense}:
        return False  # « tant qu'elle n'aura pas ouvert »
    named = [{t for t in unit.terms if t.startswith("n:")} for unit in (left, right)]
    if all(named) and not named[0] & named[1]:
        return False  # one recognises Beijing, the other no longer Taipei
    short = all(len(unit.terms - group("light")) <= FEW for unit in (left, right))
    rest = (left.around & right.around) - group("light") - group("anyone") - group("roles") - {denial.head}
    if claim.head not in group("existing") and not rest:
        return False  # one word alone, in sentences of which nothing else is shared
    return one and short and denial.head not in group("light") and found.weight >= LONE


def _ruled_out(left: Unit, right: Unit, found: Match) -> bool:
    """One leaves open what another rules out: « un retour de la taxe reste possible », « on n'y reviendra pas ».

    The denial names another part of it, or nothing but the act, and its account keeps speaking of that part.
    """
    if left.negative == right.negative or one_voice(left.statement, right.statement):
        return False
    denial, claim = (left, right) if left.negative else (right, left)
    told = claim.claim.factuality
    if "past" in {told.tense, denial.claim.factuality.tense}:
        return False  # what was offered and refused
    open_ = (told.certainty == "possible" or "c:possible" in claim.terms) and not told.conditional
    if not (open_ and denial.asserted and denial.statement.attribution and claim.statement.attribution):
        return False
    act = denial.head
    if act != claim.head or act in group("light") or not (left.day == right.day or _days_near(left, right)):
        return False
    part = claim.terms - group("light") - group("anyone") - {act} - claim.people
    rest = {t for t in denial.terms - group("light") - {act} - denial.people if t[:2] != "t:"}
    beside = {t for t in denial.around - group("light") - denial.terms if t[:2] == "c:"}
    if not rest and len(beside) > 1 and not part & beside:
        # « La réforme votée déplaît, mais le ministre exclut d'y revenir »: what is meant stands in the same sentence.
        return False
    return found.weight >= LEAST and bool(part & rest or (not rest and part & denial.topic))


def _days_near(left: Unit, right: Unit) -> bool:
    return left.day is not None and right.day is not None and abs((left.day - right.day).days) <= NEAR_DAYS


def _long_ago(left: Unit, right: Unit) -> bool:
    """One speaks of a day long past and the other of no day: not one moment."""
    for one, other in ((left, right), (right, left)):
        if one.moment is not None and other.moment is None and other.day is not None:
            return one.moment[1] < other.day - LONG_AGO
    return False


def _wished(left: Unit, right: Unit) -> bool:
    """What one asks for or proposes is not said to be so."""
    return bool((left.terms ^ right.terms) & group("wishing"))


def _one_matter_reversed(left: Unit, right: Unit) -> bool:
    """One clause names the act, the other an agreement or plan on it (« accord sur le retrait », « aucun retrait »)."""
    for one, other in ((left, right), (right, left)):
        if other.head in one.terms and one.head in group("settling") and other.head not in group("light"):
            return True
    return False


def _clash(left: Unit, right: Unit) -> tuple[str, str] | None:
    """The two heads are opposite concepts, and neither clause holds the other's."""
    if right.head not in opposites().get(left.head, frozenset()):
        return None
    if right.head in left.terms or left.head in right.terms:
        return None
    return left.head, right.head


def _kind_of_conflict(left: Unit, right: Unit, clash: tuple[str, str] | None) -> tuple[Relation | None, str]:
    """A contradiction, unless the two speak of other moments or stages or of a narrower group."""
    order = in_order(left, right)
    if apart(left.moment, right.moment) and left.statement.kind != "commitment" != right.statement.kind:
        return ("changed" if order else None), ""
    if order and (one_voice(left.statement, right.statement) or _staged(order, clash) or _overtaken(*order)):
        return "changed", ""
    for narrow, wide in narrowing():
        both = wide in left.terms and wide in right.terms
        if both and (narrow in left.terms) != (narrow in right.terms) and left.head == right.head:
            return "contradicts", narrow
    return "contradicts", ""


def _overtaken(before: Unit, after: Unit) -> bool:
    """What a speaker refused or said would not be, a later account reports as decided: « aucune aide », then an aid."""
    refused = before.refused or (before.negative and before.claim.factuality.tense == "future")
    reported = after.statement.attribution is None and after.statement.kind in {"commitment", "event", "assertion"}
    return refused and before.statement.attribution is not None and reported and not after.negative


def _staged(order: tuple[Unit, Unit], clash: tuple[str, str] | None) -> bool:
    return clash is not None and (order[0].head, order[1].head) in stages()


def _agreement(left: Unit, right: Unit, found: Match, tell: Teller) -> Finding | None:
    telling = [t for t in found.shared if t not in group("light")]
    if left.negative != right.negative or apart(left.moment, right.moment) or len(telling) < SHARED:
        return None
    counted = group("anyone") | group("growing")
    if other_numbers(left, right) or other_dates(left, right) or not set(telling) - counted:
        return None
    if left.head == right.head and other_actors(left, right):
        return None
    if others(left.claim.anchor.exact) != others(right.claim.anchor.exact):
        return None  # « l'homme est mort », *another cyclist died*
    if len(telling) == SHARED and all(t.startswith("w:") for t in telling):
        return None
    if right.head in opposites().get(left.head, frozenset()) or _wished(left, right):
        return None
    if {(left.head, right.head), (right.head, left.head)} & stages() or half_read(left, right):
        return None
    close = _one_matter(left, right)
    sides = right.head in near().get(left.head, frozenset())
    heads = close or sides or left.head in right.terms or right.head in left.terms
    least = STRUCTURE if close and _same_parts(left, right) else AGREE if close else LOOSE
    # One question in other words: *whether a law was implicated*, *whether any laws had been broken*.
    asked = {unit.claim.factuality.certainty for unit in (left, right)} == {"unknown"}
    same = asked and found.alike >= INSIDE and found.weight >= RETOLD_INSIDE
    alike = (heads and found.alike >= least and found.weight >= 1.0) or same
    if not alike and not ((heads or _told_near(left, right, found)) and _retold(left, right, found, telling)):
        return None
    if not (left.asserted and right.asserted) and left.claim.factuality.certainty != right.claim.factuality.certainty:
        return None
    anchors = (left.claim.anchor, right.claim.anchor)
    code = "both-deny" if left.negative else "both-affirm"
    reasons = (tell.matter(left, right, found.shared), Reason(code, (), anchors))
    return Finding("agrees", (*reasons, *speakers(left.statement, right.statement, anchors)), found.alike, found.shared)


def _told_near(left: Unit, right: Unit, found: Match) -> bool:
    """The act of one is near something the other tells, or the two share half of what they say: not a quay alone."""
    sides = (left.head, right.terms), (right.head, left.terms)
    return found.alike >= HELD_CLOSE or any(near().get(head, frozenset()) & terms for head, terms in sides)


def _same_parts(left: Unit, right: Unit) -> bool:
    """One act with one telling subject or object."""
    return bool((left.parts & right.parts) - group("light") - group("anyone") - {left.head})


def _retold(left: Unit, right: Unit, found: Match, telling: list[str]) -> bool:
    """One fact in other words: three telling terms or more and a good part of both clauses, whatever their heads."""
    named = [t for t in telling if t.startswith("n:") and not t.startswith("n:territory:")]
    close = _one_matter(left, right)
    enough = len(telling) >= RETOLD_TERMS or (len(telling) >= RETOLD_TERMS - 1 and (named or close))
    alike = found.alike >= RETOLD or found.held >= (HELD_CLOSE if close else HELD)
    # The act of one is told inside the other, with three more terms.
    told = (left.head in right.terms or right.head in left.terms) and len(telling) >= RETOLD_TERMS
    told = told and found.alike >= CONFLICT and not {left.statement.kind, right.statement.kind} & {*HOLDING}
    return bool(enough) and alike and found.weight >= (1.0 if close else RETOLD_INSIDE if told else RETOLD_WEIGHT)
