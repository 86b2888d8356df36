"""What has moved on from the earlier of two clauses to the later."""

from __future__ import annotations

import regex

from recoupe.compare.concepts import group, near, opposites, stages
from recoupe.compare.units import Match, Unit, apart, last_day
from recoupe.compare.updates import others
from recoupe.types import Anchor, Reason, Timex

SURE = 0.42
STEP = 0.3
PLAN = 0.5
SAME_DAY = 0.35
WITHIN = 2
HELD = 0.6
SAME = 0.8
# A clause that shares so many of its words with another is that one again.
COPIED = 0.75
_WORD = regex.compile(r"\w+")


def in_order(left: Unit, right: Unit) -> tuple[Unit, Unit] | None:
    """The two by publication, else by the moments they speak of; None when nothing orders them."""
    if left.day is not None and right.day is not None and left.day != right.day:
        return (left, right) if left.day < right.day else (right, left)
    if left.document != right.document and apart(left.moment, right.moment):
        assert left.moment is not None and right.moment is not None
        if any(u.day is not None and u.moment is not None and u.moment[0] > u.day for u in (left, right)):
            return None  # a date still ahead says when something will be, not when it was told
        return (left, right) if left.moment[1] < right.moment[0] else (right, left)
    return None


def moved(left: Unit, right: Unit, found: Match) -> Reason | None:
    """A plan with another date, a plan or a supposition that came true, or a further step; None when neither."""
    order = in_order(left, right) or _announced_first(left, right)
    if order is None:
        return None
    before, after = order
    if _same_words(before, after):
        return None
    date = _date_moved(before, after, found) or _put_off(before, after, found)
    if date is not None or left.negative != right.negative:
        return date or _after_all(before, after, found)
    steps = (_came_true, _decided, _undone, _step, _turned)
    return next((reason for step in steps if (reason := step(before, after, found)) is not None), None) or granted(
        left, right, found
    )


def _same_words(left: Unit, right: Unit) -> bool:
    """A clause told twice, whatever « aujourd'hui » means on two days."""
    mine, theirs = (set(_WORD.findall(unit.claim.anchor.exact.casefold())) for unit in (left, right))
    return len(mine & theirs) >= COPIED * len(mine | theirs)


def _announced_first(left: Unit, right: Unit) -> tuple[Unit, Unit] | None:
    """Of two accounts of one day, the one that says something will be announced was written before."""
    for before, after in ((left, right), (right, left)):
        ahead = before.claim.factuality.tense in {"present", "future"} and "c:announce" in before.terms
        later = _done(after) or bool(group("deciding") & _around(after))
        if before.day is not None and before.day == after.day and ahead and _open(before) and later:
            return before, after
    return None


def _anchors(before: Unit, after: Unit) -> tuple[Anchor, Anchor]:
    return before.claim.anchor, after.claim.anchor


def due(unit: Unit) -> Timex | None:
    """When a plan is due: the date of the commitment, or the last date of a clause about the future."""
    timex: Timex | None = getattr(unit.statement.body, "due", None)
    if timex is None and unit.claim.factuality.tense == "future" and unit.times:
        timex = unit.times[-1]
    known = timex is not None and timex.value is not None and timex.value[:1].isdigit()
    return timex if known and last_day(timex) is not None else None


def _date_moved(before: Unit, after: Unit, found: Match) -> Reason | None:
    """One act planned for another date, the same act said to be off for the first date included."""
    first, last = due(before), due(after)
    one_act = before.head == after.head or (before.head in after.terms and after.head in before.terms)
    if first is None or last is None or before.negative or not one_act:
        return None
    if found.alike < STEP or found.weight < PLAN:
        return None
    days = last_day(first), last_day(last)
    # « ne s'arrêtera pas avant juin » puts off what was to be in March.
    off = after.negative and days[0] is not None and days[1] is not None and days[0] < days[1]
    if (days[0] == days[1]) != after.negative and not off:
        return None
    if after.negative and not off:
        return Reason("given-up", (("due", str(first.value)),), _anchors(before, after))
    return Reason("due-moved", (("before", str(first.value)), ("after", str(last.value))), _anchors(before, after))


def _put_off(before: Unit, after: Unit, found: Match) -> Reason | None:
    """The later account says in so many words that what the earlier one dates is postponed to another date."""
    told = after.head in group("postponing") and after.asserted and not after.negative
    dates = [[t for t in unit.times if t.value] for unit in (before, after)]
    # « L'ouverture, prévue en mars, n'est pas menacée »: the opening is not denied.
    denied = before.negative and (before.head in found.shared or before.head in group("light"))
    if not told or not all(dates) or before.head in group("postponing") or denied:
        return None
    first, last = dates[0][-1], dates[1][-1]
    ahead = before.day is not None and (last_day(first) or before.day) > before.day
    if not ahead or first.value == last.value:
        return None
    telling = set(found.shared) - group("light") - group("anyone") - group("roles")
    if not telling or found.weight < PLAN:
        return None
    days = last_day(first), last_day(last)
    then = str(last.value)
    if days[0] is not None and days[1] is not None and days[1] < days[0]:
        then = f"{days[0].year + (then[4:] < str(first.value)[4:])}{then[4:]}"  # « à janvier » is the next one
    return Reason("due-moved", (("before", str(first.value)), ("after", then)), _anchors(before, after))


def _open(unit: Unit) -> bool:
    """The clause speaks of what is planned, tried, supposed or still to come."""
    told = unit.claim.factuality
    return unit.statement.kind == "commitment" or told.tense == "future" or told.modal or told.certainty == "possible"


def _ahead(unit: Unit) -> bool:
    """The clause speaks of what is planned, tried or to come; what somebody is suspected of has been done or not."""
    told = unit.claim.factuality
    tried = bool(group("intending") & (unit.terms | unit.around))
    if told.tense == "past" or not (unit.statement.kind == "commitment" or told.tense == "future" or told.modal):
        return tried and _open(unit)
    return True


def _done(unit: Unit) -> bool:
    """The clause speaks of something that has happened or been decided."""
    told = unit.claim.factuality
    settled = told.certainty == "certain" and not told.modal and not told.conditional
    firm = getattr(unit.statement.body, "firmness", "firm") == "firm"
    dated = unit.moment is not None and unit.day is not None and unit.moment[1] <= unit.day
    return settled and firm and (told.tense == "past" or (told.tense == "none" and dated))


def _came_true(before: Unit, after: Unit, found: Match) -> Reason | None:
    if after.terms & (group("wishing")):
        return None  # what someone asks for or proposes is not done
    if "c:stay" in before.terms or _told_alike(before, after):
        return None  # « elle restera ouverte », « elle a rouvert »: it had closed
    if _day_came(before, after, found):
        return Reason("carried-out", (), _anchors(before, after))
    told = len([t for t in found.shared if t not in group("light") and t[:2] != "t:"]) >= WITHIN
    alike = found.alike >= SURE or (found.held >= HELD and told)
    if before.head != after.head or before.head in group("light") or not alike or not _ahead(before):
        return None
    if before.negative or found.weight < 1.0 or not _done(after):
        return None
    code = "came-true" if before.claim.factuality.certainty == "possible" else "carried-out"
    return Reason(code, (), _anchors(before, after))


def _told_alike(before: Unit, after: Unit) -> bool:
    """Both tell it in one tense, or the first as past: an act that was alleged has not come true since."""
    if group("intending") & (before.terms | before.around):
        return False  # « tentaient de bloquer », then « a bloqué »
    tenses = [unit.claim.factuality.tense for unit in (before, after)]
    return tenses[0] == "past" or (tenses[0] == tenses[1] and before.statement.kind == after.statement.kind)


def _day_came(before: Unit, after: Unit, found: Match) -> bool:
    """The earlier account speaks of a day still ahead, the later one of the same act, done that day."""
    if before.moment is None or before.moment != after.moment or before.day is None or before.day >= before.moment[0]:
        return False
    one_act = before.head == after.head or after.head in near().get(before.head, frozenset())
    return one_act and not before.negative and found.matter >= SAME_DAY and _done(after)


def _after_all(before: Unit, after: Unit, found: Match) -> Reason | None:
    """Who said they would not has done it: « je ne démissionnerai pas », then « le maire a démissionné »."""
    one_act = before.head == after.head or after.head in near().get(before.head, frozenset())
    ahead = _open(before) or (group("deciding") | group("intending")) & before.terms
    same = (before.actors | {before.speaker}) & after.actors - group("light") - group("anyone")
    if not (one_act and same and ahead) or not before.negative or not _done(after) or before.head in group("light"):
        return None
    if found.matter < STEP or not any(term and term.startswith("n:") for term in same):
        return None
    return Reason("after-all", (), _anchors(before, after))


def _turned(before: Unit, after: Unit, found: Match) -> Reason | None:
    """What the earlier account speaks of, the later one says was suspended, put off, lifted: the act is its object."""
    act = before.head
    turned = after.head in group("turning") and after.head not in before.terms and after.asserted
    turned = turned and not others(after.claim.anchor.exact)
    if not turned or after.negative or before.negative or after.terms & group("wishing"):
        return None
    if act in group("light") | group("turning") | group("roles") | group("anyone"):
        return None
    if act not in after.terms or found.alike < STEP:
        return None
    if len(set(found.shared) - group("light")) < WITHIN or not _done(after):
        return None
    return Reason("next-step", (("left", act), ("right", after.head)), _anchors(before, after))


def _undone(before: Unit, after: Unit, found: Match) -> Reason | None:
    """What was to be so is not: « les écoles resteront ouvertes », then « quatre écoles ont fermé »."""
    states = before.terms if "c:stay" in before.terms else {before.head}
    state = min(opposites().get(after.head, frozenset()) & states - {"c:stay"}, default="")
    if not state or {state, after.head} & group("light"):
        return None
    things = {t for t in found.shared if t[0] in "cn"} - group("light") - group("anyone") - {state, after.head}
    if not _open(before) or before.negative or not _done(after) or not things or found.matter < SURE:
        return None
    if before.day is None or after.moment is None or after.moment[1] < before.day:
        return None  # of what was done long before
    return Reason("next-step", (("left", state), ("right", after.head)), _anchors(before, after))


def granted(left: Unit, right: Unit, found: Match) -> Reason | None:
    """What someone asked for in the earlier account is ordered or done in the later one, which names the same thing."""
    order = in_order(left, right)
    if order is None:
        return None
    before, after = order
    asked = group("wishing") & before.terms - after.terms
    if not asked or before.negative or after.negative or not after.asserted or after.terms & group("wishing"):
        return None
    things = (
        {t for t in found.shared if t[0] == "c"} - group("light") - group("anyone") - group("roles") - before.actors
    )
    ordered = group("granting") & after.terms and (_done(after) or after.statement.kind == "commitment")
    if not ordered or not things or found.alike < STEP or found.weight < 1.0 or (_open(after) and not _done(after)):
        return None
    return Reason("granted", (), _anchors(before, after))


def _decided(before: Unit, after: Unit, found: Match) -> Reason | None:
    """What was to be announced or only thought of is decided in the later account."""
    if before.head != after.head or before.head in group("light") or found.alike < SURE or found.weight < 1.0:
        return None
    ahead = _open(before) and not (found.alike >= SAME and _told_alike(before, after))
    firm = after.statement.kind == "commitment" and after.claim.factuality.certainty == "certain"
    told = _around(after) | (after.around if firm else frozenset())
    settled = group("deciding") & told and not group("deciding") & before.terms
    if not ahead or before.negative or after.negative or not settled or not after.asserted:
        return None
    return Reason("decided", (), _anchors(before, after))


def _around(unit: Unit) -> frozenset[str]:
    """The terms of the clause and of the other clauses of its statement."""
    return unit.terms | {term for claim in unit.statement.claims for term in claim.terms}


def _step(before: Unit, after: Unit, found: Match) -> Reason | None:
    """The later account speaks of a further stage of the same thing."""
    if not after.asserted:
        return None
    stage = (before.head, after.head)
    if stage not in stages():
        within = _stage_within(before, after)
        rest = set(found.shared) - group("light") - group("anyone") - before.actors - after.actors
        if within is None or found.alike < STEP or len(set(found.shared) - group("light")) < WITHIN or not rest:
            return None
        stage = within
    if stage[1] in before.around or others(after.claim.anchor.exact):
        return None  # its sentence tells that stage already, or *two other rules* have reached it
    told = found.alike >= STEP and bool(set(found.shared) - group("light") - group("anyone"))
    same_thing = told or _one_topic(before, after) or (stage in stages() and _one_object(before, after))
    if not same_thing and not (found.shared and _elliptic(after)):
        return None
    return Reason("next-step", (("left", stage[0]), ("right", stage[1])), _anchors(before, after))


def _one_object(before: Unit, after: Unit) -> bool:
    """What the first clause is about stands beside the second, in its sentence, and the second is about its kind.

    « La suspension de la taxe », then: « après l'annonce d'une pause fiscale, l'abandon de l'augmentation ».
    """
    nothing = group("light") | group("anyone") | group("roles") | group("modifying") | {before.head, after.head}
    rest = {t for t in before.terms - before.actors - nothing if t[0] in "cn"}
    own = {t for t in after.terms - after.actors - nothing if t[0] in "cn"}
    return bool(rest and own) and rest <= after.around and bool(own & (before.topic | before.around | after.topic))


def _one_topic(before: Unit, after: Unit) -> bool:
    """Both accounts keep speaking of one thing, and each clause names some of it: « La suspension de taxes »."""
    topic = before.topic & after.topic - group("modifying") - {before.head, after.head}
    return len(topic) > 1 and bool(topic & before.terms) and bool(topic & after.terms)


def _stage_within(before: Unit, after: Unit) -> tuple[str, str] | None:
    """The stage each clause names and the other does not, when one of them heads its clause."""
    for first, then in sorted(stages()):
        told = first in before.terms and then in after.terms
        if not told or then in before.terms:
            continue
        # *Two men are missing*, then *the missing man was found*: the first stage may be named again.
        if after.head == then or (first not in after.terms and before.head == first):
            return first, then
    return None


def _elliptic(unit: Unit) -> bool:
    """The clause announces an act without naming its object again (« a annoncé son annulation définitive »)."""
    rest = unit.terms - unit.actors - group("light") - group("modifying") - {unit.head}
    named = bool(unit.actors & unit.people or unit.actors - group("light"))
    return named and bool(unit.terms & group("light")) and not any(t.startswith("c:") for t in rest)


def undecided(unit: Unit) -> bool:
    """The clause says that something is not decided yet."""
    return unit.negative and bool(group("undecided") & unit.terms)


def planned(unit: Unit) -> bool:
    """The clause gives a plan its date."""
    return not unit.negative and unit.claim in unit.statement.claims and due(unit) is not None


def spoken_of(before: Unit, after: Unit) -> bool:
    """The later clause speaks of something the undecided one does, or of something near."""
    mine = before.terms - group("undecided") - group("light")
    return bool(mine & after.terms) or any(near().get(t, frozenset()) & after.terms for t in mine)


def fixed(before: Unit, after: Unit, found: Match) -> Reason | None:
    """Nothing was fixed in the earlier account; the later one gives a date."""
    value = due(after)
    if value is None or not undecided(before) or after.negative:
        return None
    if not spoken_of(before, after) or found.matter <= 0:
        return None
    return Reason("date-set", (("due", str(value.value)),), _anchors(before, after))
