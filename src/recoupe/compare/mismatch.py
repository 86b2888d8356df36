"""Why two clauses that look like a conflict are none: another person, another thing, another sense."""

from __future__ import annotations

from collections.abc import Collection

import regex

from recoupe.compare.concepts import group, near, stages
from recoupe.compare.listed import listed
from recoupe.compare.order import in_order
from recoupe.compare.reasons import one_voice
from recoupe.compare.units import Unit, other_actors
from recoupe.compare.updates import others

INFINITIVE = regex.compile(r"(?:de|à|pour|to|ne pas|not to)\s|d['’]", regex.IGNORECASE)
BARE = regex.compile(r"(?:(?:and|or|et|ou)\s+)?(?:(?:to|de|à|pour)\s|d['’]|\p{Ll}+(?:ing|ant)\s)", regex.IGNORECASE)
# « Tu ne »: a parse may leave the subject out of its clause.
BEFORE = 16


def apart_after_all(left: Unit, right: Unit, clash: tuple[str, str] | None, shared: Collection[str]) -> bool:
    """The two may both be so.

    A step of one matter with no order known; *no one else was hurt*; somebody who did not hear it; a doubt; a phrase
    with *any*; other people or other things that act.
    """
    if "assertion" in {left.statement.kind, right.statement.kind} and not _one_fact(left, right, clash, shared):
        return True
    if clash is not None and {clash, clash[::-1]} & stages() and in_order(left, right) is None:
        return True
    if left.document != right.document and one_voice(left.statement, right.statement) and in_order(left, right) is None:
        return True  # one voice on one day: a quotation cut in two ways
    if "c:doubt" in left.terms | right.terms | left.around | right.around:
        return True
    denial, claim = (left, right) if left.negative else (right, left)
    if clash is None and any(others(unit.claim.anchor.exact) for unit in (left, right)):
        return True
    if clash is None and _only_later(denial, claim):
        return True
    if clash is not None and all(t[:2] in {"t:", "q:"} for t in shared):
        return True  # two things of one week
    if _doers_apart(left, right):
        return True
    if clash is None and listed("conflict", "experiencing").search(denial.claim.anchor.exact):
        return True
    if listed("conflict", "unasserted").match(claim.claim.anchor.exact) and not claim.negative:
        return True
    if clash is None and listed("conflict", "lacking").match(denial.claim.anchor.exact):
        return True
    if any(listed("conflict", "addressing").search(_opening(unit)) for unit in (left, right)):
        return True
    tenses = {denial.claim.factuality.tense, claim.claim.factuality.tense}
    meant = INFINITIVE.match(denial.claim.anchor.exact) is not None
    if clash is None and left.head == right.head and tenses == {"past", "future"} and not meant:
        return True  # what was not so may yet be, and what was so may not last
    ceased = clash is None and listed("conflict", "ceasing").search(denial.claim.anchor.exact) is not None
    if ceased and (claim.claim.factuality.tense == "past" or not _same_day(left, right)):
        return True  # what is no longer so was so before
    if clash is None and denial.people and not denial.people & (claim.around | claim.terms | {claim.speaker}):
        return True  # who never was named is not who will be
    if clash is not None and not set(shared) - group("roles") - left.actors - right.actors - near_of(left, right):
        return True
    if any(t[:2] in {"n:", "t:", "q:"} for t in shared):
        return other_actors(left, right) is not None
    return _other_people(left, right) or other_actors(left, right) is not None or _other_things(left, right)


def _only_later(denial: Unit, claim: Unit) -> bool:
    """*They did not open talks until Friday*: they did, and nothing says that another account means an earlier day."""
    anchor = denial.claim.anchor
    words = anchor.exact + anchor.suffix[:BEFORE]
    awaited = listed("conflict", "awaiting").search(words) is not None
    dated = bool(denial.times) and listed("conflict", "awaiting_day").search(words) is not None
    return not claim.times and (awaited or dated)


def _doers_apart(left: Unit, right: Unit) -> bool:
    """One clause is bare of a subject (*to plead guilty*), and each sentence names somebody the other does not."""
    if not any(not unit.actors and BARE.match(unit.claim.anchor.exact) for unit in (left, right)):
        return False
    mine, theirs = ({t for t in unit.around if t[:2] == "n:" and t[:12] != "n:territory:"} for unit in (left, right))
    return bool(mine - theirs) and bool(theirs - mine)


def _opening(unit: Unit) -> str:
    """The clause with the word before it, where its subject may stand."""
    return unit.claim.anchor.prefix[-BEFORE:] + unit.claim.anchor.exact


def _same_day(left: Unit, right: Unit) -> bool:
    return left.day is not None and left.day == right.day


def _one_fact(left: Unit, right: Unit, clash: tuple[str, str] | None, shared: Collection[str]) -> bool:
    """One act of one who acts or is acted upon, on one thing more: where nobody speaks, less is no conflict.

    Two accounts tell a thousand plain facts; « le match », *the game* is lost by one and won by another.
    """
    if clash is not None or left.head != right.head:
        return False
    nothing = group("light") | group("anyone") | group("modifying") | {left.head}
    acting = (left.actors & right.actors) - nothing
    return bool(acting) and bool(set(shared) - acting - nothing)


def near_of(left: Unit, right: Unit) -> frozenset[str]:
    """What is near the two heads tells nothing of its own."""
    return near().get(left.head, frozenset()) | near().get(right.head, frozenset())


def _other_people(left: Unit, right: Unit) -> bool:
    """A person acts in one clause, and the other's sentence names people and not this one."""
    for one, other in ((left, right), (right, left)):
        known = other.around | other.terms | {other.speaker}
        if one.people and not one.people & known and (other.people or other.actors):
            return True
    return False


def _other_things(left: Unit, right: Unit) -> bool:
    """Each clause has a subject of its own, and the other speaks of no part of it."""
    nothing = group("light") | group("modifying")
    mine, theirs = ({t for t in unit.actors - nothing if t[0] in "cn"} for unit in (left, right))
    if not mine or not theirs or mine & theirs:
        return False
    folk = group("anybody") | group("anyone") | group("roles")
    if bool(mine & folk) != bool(theirs & folk):
        return True  # houses are not safe, the population is
    reached = {*theirs, *right.terms}
    back = {*mine, *left.terms}
    met = any({t, *near().get(t, frozenset())} & reached for t in mine)
    return not met and not any({t, *near().get(t, frozenset())} & back for t in theirs)


def of_a_request(unit: Unit) -> bool:
    """*The court denied the motion*: what is denied is asked for, not said."""
    return listed("conflict", "requested").search(unit.claim.anchor.exact) is not None
