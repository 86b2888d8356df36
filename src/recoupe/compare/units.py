"""What is compared: each clause of a statement, and how telling each of its terms is."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from recoupe.compare.concepts import group, near, opposites
from recoupe.compare.context import Context, first_person
from recoupe.compare.names import Names
from recoupe.compare.phrases import phrase_terms
from recoupe.compare.updates import denies
from recoupe.types import Claim, Document, Quantity, Statement, Timex

COMPARED = ("commitment", "event", "quotation", "assertion")
# A clause that only a figure or a time stands in is compared through it.
HOLDING = ("figure", "time")
# What is refused stands right after the word that refuses it.
BESIDE = 12
REFUSING = frozenset({"c:refuse"})
REPORTING = "c:say"
LIGHT = 0.3
NEAR = 0.5
# A parse may cut a clause short of the date that ends it.
REACH = 4
# And short of the denial of what it is followed by.
AFTER = 8
# Numbers up to this one are often the same by chance.
COINCIDES = 2
TOPIC = 6
FAR = 4
Moment = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class Unit:
    """One clause of one statement.

    `terms` are its terms with names resolved, `parts` those of its subject and object, `actors` of its subject; `spot`
    numbers the place in the text, the same for clauses that overlap; `day` is when its account was published and
    `moment` the first and last day it speaks of, when the text says so; `times` and `numbers` are those of its words;
    `topic` is what its whole account keeps speaking of, `around` what its whole sentence tells, `speaker` the term of
    who says it, `refused` whether what reports it denies or refuses it (« dément toute occupation »), `denying` whether
    a denial stands in its words, wherever the parse put it.
    """

    statement: Statement
    claim: Claim
    terms: frozenset[str]
    parts: frozenset[str]
    actors: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    spot: int
    day: dt.date | None
    moment: Moment | None
    times: tuple[Timex, ...] = ()
    numbers: tuple[Quantity, ...] = ()
    topic: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    speaker: str | None = None
    refused: bool = False
    denying: bool = False
    sentence: int = 0

    @property
    def document(self) -> str:
        """The account it stands in."""
        return self.claim.anchor.document

    @property
    def head(self) -> str:
        """What the clause is about."""
        return self.claim.head

    @property
    def negative(self) -> bool:
        """The clause is denied."""
        return self.refused or self.claim.factuality.polarity == "negative"

    @property
    def asserted(self) -> bool:
        """The clause is put forward as so, or as reported to be so; no question, wish or condition.

        *He insisted: "There is perfect harmony"*: the account keeps its distance, the speaker asserts it.
        """
        told = self.claim.factuality
        said = self.statement.attribution.cue if self.statement.attribution else None
        distant = told.certainty == "possible" and said is not None and told.cues == (said,)
        return told.certainty in {"certain", "probable"} or told.conditional or distant


def moment(timex: Timex | None) -> Moment | None:
    """The first and last day of a time, when both are known."""
    if timex is None or timex.earliest is None or timex.latest is None:
        return None
    return timex.earliest, timex.latest


def last_day(timex: Timex | None) -> dt.date | None:
    """The day by which it is over, for a date that is told as one (« d'ici vendredi », *by the end of June*)."""
    return timex.latest if timex is not None and timex.type == "DATE" else None


def apart(left: Moment | None, right: Moment | None) -> bool:
    """Two known moments without a common day."""
    return left is not None and right is not None and (left[1] < right[0] or right[1] < left[0])


def units(
    statements: Sequence[Statement], documents: Mapping[str, Document], names: Names, context: Context
) -> list[Unit]:
    """Every clause of the statements that are compared, one unit per place in the text: the tightest statement's."""
    best: dict[tuple[str, int, int], tuple[Statement, Claim]] = {}
    for statement in statements:
        if statement.kind in COMPARED + HOLDING:
            for claim in statement.claims:
                if statement.kind in HOLDING and REPORTING in claim.terms:
                    continue  # « a déclaré jeudi »: the day something was said is no matter of its own
                place = (claim.anchor.document, claim.anchor.start, claim.anchor.end)
                known = best.get(place)
                if known is None or _order(statement) < _order(known[0]):
                    best[place] = (statement, claim)
    places = sorted(best)
    own = _own(best, statements)
    spots = _spots(places)
    values = _values(statements)
    found = [_unit(own[place], best[place][1], documents, names, spots[place], values) for place in places]
    found = [_in_context(unit, documents[unit.document].lang, names, context) for unit in found]
    topics = _topics(found)
    return [replace(unit, topic=topics[unit.document]) for unit in found]


def _own(
    best: Mapping[tuple[str, int, int], tuple[Statement, Claim]], statements: Sequence[Statement]
) -> dict[tuple[str, int, int], Statement]:
    """Whose each place is: of a figure's or time's clause around a statement's act, that statement.

    The act is the head of both clauses, or the whole of a statement that has no clause of its own.
    """
    acts: dict[tuple[str, str], list[tuple[int, int, Statement]]] = defaultdict(list)
    bare: dict[str, list[Statement]] = defaultdict(list)
    for (document, start, end), (statement, claim) in sorted(best.items()):
        if statement.kind not in HOLDING:
            acts[document, claim.head].append((start, end, statement))
    for statement in statements:
        if statement.kind in COMPARED and all(len(claim.terms) == 1 for claim in statement.claims):
            bare[statement.anchor.document].append(statement)
    found = {}
    for (document, start, end), (statement, claim) in best.items():
        found[document, start, end] = statement
        if statement.kind in HOLDING:
            inside = [s for a, b, s in acts[document, claim.head] if start <= a and b <= end]
            inside += [s for s in bare[document] if start < s.anchor.end <= end]
            found[document, start, end] = inside[0] if inside else statement
    return found


def _in_context(unit: Unit, lang: str, names: Names, context: Context) -> Unit:
    """The clause with what its sentence tells and who speaks; « je démissionne » speaks of its speaker."""
    attribution = unit.statement.attribution
    speaker = names.keys.get(attribution.voice.entity or "") if attribution else None
    terms, actors, people = unit.terms, unit.actors, unit.people
    if speaker is not None and first_person(unit.claim.anchor.exact, lang):
        terms, actors = terms | {speaker}, actors | {speaker}
        people = people | {speaker} if names.types.get(speaker) == "PER" else people
    around = context.terms(unit.claim.anchor)
    return replace(
        unit,
        terms=terms,
        actors=actors,
        people=people,
        around=around,
        speaker=speaker,
        sentence=context.number(unit.claim.anchor),
    )


def _topics(clauses: Sequence[Unit]) -> dict[str, frozenset[str]]:
    """What each account keeps speaking of: the concepts that come back most, in three clauses or more."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for clause in clauses:
        told = (t for t in clause.terms if t.startswith("c:") and t not in group("light") | group("anyone"))
        counts[clause.document].update(told)
    return {
        document: frozenset(
            term for term, number in sorted(count.items(), key=lambda row: (-row[1], row[0]))[:TOPIC] if number > 2
        )
        for document, count in counts.items()
    }


def _values(statements: Sequence[Statement]) -> dict[str, list[tuple[int, int, Timex | Quantity]]]:
    """The times and figures of each account with their places."""
    found: dict[str, list[tuple[int, int, Timex | Quantity]]] = defaultdict(list)
    for s in statements:
        if s.value is not None:
            found[s.anchor.document].append((s.anchor.start, s.anchor.end, s.value))
    return found


def _order(statement: Statement) -> tuple[bool, bool, int]:
    """What a clause is compared through: a statement of its own before a figure, that before a time, the tightest."""
    return statement.kind in HOLDING, statement.kind == "time", statement.anchor.end - statement.anchor.start


def _spots(places: Sequence[tuple[str, int, int]]) -> dict[tuple[str, int, int], int]:
    """Numbers for the places, the same when one lies for its greater part in the other."""
    found: dict[tuple[str, int, int], int] = {}
    for at, place in enumerate(places):
        found[place] = at
        for before in range(at - 1, max(-1, at - 8), -1):
            other = places[before]
            shared = min(place[2], other[2]) - max(place[1], other[1])
            if other[0] == place[0] and shared > 0.6 * min(place[2] - place[1], other[2] - other[1]):
                found[place] = found[other]
                break
    return found


def _unit(
    statement: Statement,
    claim: Claim,
    documents: Mapping[str, Document],
    names: Names,
    spot: int,
    values: Mapping[str, list[tuple[int, int, Timex | Quantity]]],
) -> Unit:
    start, end = claim.anchor.start, claim.anchor.end
    inside = [v for first, _, v in values.get(claim.anchor.document, ()) if start <= first < end + REACH]
    terms = names.terms(claim) | {told for value in inside if (told := term(value)) is not None}
    parts = names.part((*claim.subject, *claim.object), claim)
    return Unit(
        statement=statement,
        claim=claim,
        terms=terms,
        parts=parts,
        actors=names.part(claim.subject, claim),
        people=names.of_type(names.part(claim.subject, claim), "PER"),
        places=names.of_type(terms, "LOC"),
        spot=spot,
        day=documents[claim.anchor.document].day,
        moment=_moment(statement, inside),
        times=tuple(v for v in inside if isinstance(v, Timex) and last_day(v)),
        numbers=tuple(v for v in inside if isinstance(v, Quantity)),
        refused=_refused(statement, claim, documents[claim.anchor.document].lang),
        denying=denies(claim.anchor.exact + claim.anchor.suffix[:AFTER], documents[claim.anchor.document].lang),
    )


def _moment(statement: Statement, inside: Sequence[Timex | Quantity]) -> Moment | None:
    """The moment of the statement; of a quotation that has none, that of the only day its clause tells."""
    if statement.kind != "quotation" or statement.holds_at is not None:
        return moment(statement.value if isinstance(statement.value, Timex) else statement.holds_at)
    days = [value for value in inside if isinstance(value, Timex) and value.type in {"DATE", "TIME"}]
    return moment(days[0]) if len(days) == 1 else None


def _refused(statement: Statement, claim: Claim, lang: str) -> bool:
    said = statement.attribution.cue if statement.attribution else None
    indirect = getattr(statement.body, "form", None) == "indirect"
    if said is None or not 0 <= claim.anchor.start - said.end <= BESIDE:
        return False  # what else the same sentence reports is not refused
    return indirect and said is not None and bool(phrase_terms(said.exact, lang) & (group("disputing") | REFUSING))


def term(value: Timex | Quantity) -> str | None:
    """An exact date, duration or number as a term two clauses may share; small numbers and vague times are none."""
    if isinstance(value, Timex):
        exact = value.value is not None and not value.value.endswith("_REF") and "X" not in value.value
        return "t:" + value.value if exact and value.value else None
    same = value.low is not None and value.low == value.high
    return f"q:{value.low:f}:{value.unit}" if same and value.low is not None and value.low > COINCIDES else None


class Weights:
    """How telling each term is: the inverse of how many sentences of the story hold it.

    Speaking and planning tell less. `unique` is the weight of a term that one sentence alone holds.
    """

    def __init__(self, found: Sequence[Unit]) -> None:
        spots: dict[str, set[tuple[str, int]]] = defaultdict(set)
        for unit in found:
            for term in unit.terms:
                spots[term].add((unit.document, unit.sentence))
        whole = max(1, len({unit.spot for unit in found}))
        light = group("light")
        self.unique = math.log(1 + whole)
        self._weight = {
            term: math.log(1 + whole / len(held)) * (LIGHT if term in light else 1.0) for term, held in spots.items()
        }

    def of(self, term: str) -> float:
        """The weight of one term."""
        return self._weight.get(term, 1.0)

    def sum(self, terms: frozenset[str] | set[str]) -> float:
        """The weight of several, added in a fixed order."""
        return sum(self.of(term) for term in sorted(terms))


@dataclass(frozen=True, slots=True)
class Match:
    """What two clauses share: the terms in both, most telling first, and how alike the clauses are, 0 to 1.

    `weight` is that of the shared terms over that of one unique term; `held` how much of the shorter clause stands in
    the longer. `alike` counts shared terms only, `matter` also
    those that are opposite (whole) or near (half): « rester » and « retirer » speak of one matter without saying one
    thing.
    """

    shared: tuple[str, ...]
    alike: float
    matter: float
    weight: float
    held: float = 0.0


def match(left: Unit, right: Unit, weights: Weights) -> Match:
    """The geometric mean of the two weighted shares."""
    both = left.terms & right.terms
    whole = math.sqrt(weights.sum(left.terms) * weights.sum(right.terms)) or 1.0
    alike = weights.sum(both) / whole
    reached = math.sqrt(_reach(left, right, weights) * _reach(right, left, weights)) / whole
    shared = tuple(sorted(both, key=lambda term: (-weights.of(term), term)))
    shorter = min(weights.sum(left.terms), weights.sum(right.terms)) or 1.0
    told = weights.sum(both - group("light")) / weights.unique
    return Match(shared, alike, reached, told, weights.sum(both) / shorter)


def _reach(mine: Unit, theirs: Unit, weights: Weights) -> float:
    total = 0.0
    for term in sorted(mine.terms):
        if term in theirs.terms or opposites().get(term, frozenset()) & theirs.terms:
            total += weights.of(term)
        elif near().get(term, frozenset()) & theirs.terms:
            total += NEAR * weights.of(term)
    return total


def other_actors(left: Unit, right: Unit) -> tuple[str, str] | None:
    """Two offices or bodies that act, one in each clause, neither spoken of in the other nor near it."""
    mine, theirs = (unit.actors & group("roles") for unit in (left, right))
    if not mine or not theirs or left.actors & right.actors or mine & right.terms or theirs & left.terms:
        return None
    if any(near().get(term, frozenset()) & theirs for term in mine):
        return None
    return min(mine), min(theirs)


def fits(left: Quantity, right: Quantity) -> bool:
    """The two have a common value, and no open bound is far below it: *at least three* tells nobody of thousands."""
    for bound, other in ((left, right), (right, left)):
        if bound.high is None and bound.low is not None and other.low is not None and other.low > FAR * bound.low:
            return False
    return left.overlaps(right)


def other_numbers(left: Unit, right: Unit) -> bool:
    """Both clauses hold figures of one unit and none of the one fits one of the other."""
    pairs = [(a, b) for a in left.numbers for b in right.numbers if a.unit == b.unit]
    return bool(pairs) and not any(fits(a, b) for a, b in pairs)


def other_dates(left: Unit, right: Unit) -> bool:
    """Both clauses are dated and no date of the one is one of the other's."""
    mine, theirs = ([(t.earliest or t.latest, t.latest) for t in unit.times] for unit in (left, right))
    days = [(a, b) for a in mine for b in theirs]
    return bool(days) and all(a[1] < b[0] or b[1] < a[0] for a, b in days)  # type: ignore[operator]


def half_read(left: Unit, right: Unit) -> bool:
    """One clause holds a denial that its parse gave to no verb (*decided not to plead*), and the other holds none."""
    return not left.negative and left.denying != right.denying
