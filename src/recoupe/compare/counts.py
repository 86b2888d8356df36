"""What each figure of a story counts, where, when, and in which clause."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from recoupe.compare.concepts import group
from recoupe.compare.context import Context
from recoupe.compare.counters import counter
from recoupe.compare.names import Names
from recoupe.compare.phrases import phrase_terms
from recoupe.compare.reasons import one_voice
from recoupe.compare.units import Moment, moment
from recoupe.types import Anchor, Document, Quantity, Statement, Timex

# A number so small that two may be equal by chance.
SMALL = 12
QUOTED = 500
# A clause of fewer terms says nothing of what is measured.
BARE = 2
PASSAGES = ("quotation", "event", "commitment", "assertion")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the terms of what it counts, of its place, of the clause around it and of the tightest passage.

    `sentence` are the terms of its whole sentence, `number` that sentence's place in its account, `lang` its language,
    `counter` the terms of who gives it by a verb of counting, `home` what its account opens with, `actors` those
    of who or what acts in the clause; `text` is its sentence.
    """

    statement: Statement
    value: Quantity
    counted: frozenset[str]
    around: frozenset[str]
    tight: frozenset[str]
    place: frozenset[str]
    day: dt.date | None
    moment: Moment | None
    sentence: frozenset[str] = frozenset()
    number: int = 0
    lang: str = ""
    counter: frozenset[str] = frozenset()
    home: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    text: str = ""

    @property
    def document(self) -> str:
        """The account it stands in."""
        return self.statement.anchor.document

    @property
    def small(self) -> bool:
        """A number so small that two may be equal by chance."""
        return self.value.unit == "count" and self.value.high is not None and self.value.high <= SMALL


def counts(statements: Sequence[Statement], documents: Mapping[str, Document], names: Names) -> list[Figure]:
    """Every figure in the order of the statements; one with no day of its own takes that of its clause."""
    lent = _lent(statements)
    context = Context(documents, names)
    mine: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        mine[statement.anchor.document].append(statement)
    found = [f for s in statements if (f := _figure(s, mine[s.anchor.document], documents, names, context)) is not None]
    return [replace(f, moment=f.moment or moment(lent.get(f.statement.id))) for f in found]


def _figure(
    statement: Statement,
    statements: Sequence[Statement],
    documents: Mapping[str, Document],
    names: Names,
    context: Context,
) -> Figure | None:
    if statement.kind != "figure" or not isinstance(statement.value, Quantity):
        return None
    document = documents[statement.anchor.document]
    counted: Anchor | None = getattr(statement.body, "counted", None)
    place: Anchor | None = getattr(statement.body, "place", None)
    tight = _told(statement, statements, names)
    around = frozenset(t for claim in statement.claims for t in names.terms(claim)) or tight
    if counted is None and statement.value.unit != "count":
        around |= _quoted(statement, statements, names)
    sentence = context.terms(statement.anchor)
    if len(around) < BARE:
        around = sentence  # « Près de deux milliards d'euros : c'est ce que coûterait le gel »
    where = frozenset(key for key, _ in names.inside(place)) if place else frozenset()
    if place is not None and not where:
        where = phrase_terms(place.exact, document.lang)
    head = getattr(statement.body, "head", None)
    return Figure(
        statement=statement,
        value=statement.value,
        counted=_counted(counted, head, getattr(statement.body, "group", None), document.lang)
        or _crowd(statement.value, around),
        around=around,
        tight=tight,
        place=where,
        day=document.day,
        moment=moment(statement.holds_at),
        sentence=sentence,
        number=context.number(statement.anchor),
        lang=document.lang,
        counter=_counter(statement, document.lang),
        home=context.opening(document.id),
        text=context.text(statement.anchor),
        actors=frozenset(t for claim in statement.claims for t in names.part(claim.subject, claim)),
    )


def _counter(statement: Statement, lang: str) -> frozenset[str]:
    claim = next(iter(statement.claims), None)
    if statement.attribution is not None or claim is None:
        return frozenset()
    return counter(claim.anchor.exact, statement.anchor.exact, lang)


def sourced(figure: Figure) -> bool:
    """Somebody other than the account gives it."""
    return figure.statement.attribution is not None or bool(figure.counter)


def one_source(left: Figure, right: Figure) -> bool:
    """One body gives both."""
    if not (left.counter or right.counter):
        return one_voice(left.statement, right.statement)
    mine, theirs = (_source(figure) for figure in (left, right))
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _source(figure: Figure) -> frozenset[str]:
    voice = figure.statement.attribution.voice if figure.statement.attribution else None
    return figure.counter or (phrase_terms(voice.named, figure.lang) if voice and voice.named else frozenset())


def _counted(counted: Anchor | None, head: str | None, group_: Anchor | None, lang: str) -> frozenset[str]:
    """The terms of the thing counted, without the words that only narrow it."""
    if counted is None:
        return frozenset()
    every = phrase_terms(counted.exact, lang)
    heads = phrase_terms(head, lang) if head else frozenset()
    if group_ is not None:
        heads |= phrase_terms(group_.exact, lang)  # « une foule de manifestants », « les salariés de l'usine »
    named = frozenset(t for t in every if t.startswith("c:"))
    if heads & group("anybody"):
        return named or heads
    return (heads & every) or named or heads or every


def _crowd(value: Quantity, around: frozenset[str]) -> frozenset[str]:
    """Whom a bare number counts: *put the crowd at 600*."""
    return around & group("anybody") if value.unit == "count" else frozenset()


def _told(figure: Statement, statements: Sequence[Statement], names: Names) -> frozenset[str]:
    """The terms of the tightest passage that holds a figure and its count, else of the clause it stands in."""
    counted: Anchor | None = getattr(figure.body, "counted", None)
    holders = [
        s
        for s in statements
        if s.kind in PASSAGES and s.anchor.contains(figure.anchor) and (not counted or s.anchor.contains(counted))
    ]
    shortest = min((s for s in holders if s.claims), key=lambda s: s.anchor.end - s.anchor.start, default=None)
    if shortest is None or shortest.anchor.end - shortest.anchor.start > QUOTED:
        return frozenset(t for claim in figure.claims for t in names.terms(claim))
    best = [c for c in shortest.claims if c.anchor.contains(figure.anchor)] or shortest.claims
    return frozenset(t for claim in best for t in names.terms(claim))


def _quoted(figure: Statement, statements: Sequence[Statement], names: Names) -> frozenset[str]:
    """The terms of every short quotation that holds a rate or a sum, which counts nothing itself."""
    return frozenset(
        term
        for other in statements
        if other.kind == "quotation" and other.anchor.contains(figure.anchor)
        if other.anchor.end - other.anchor.start <= QUOTED
        for claim in other.claims
        for term in names.terms(claim)
    )


def _lent(statements: Sequence[Statement]) -> dict[str, Timex]:
    """For a figure with no time of its own, that of its only neighbour, or the first day its clause opens with."""
    clauses: dict[Anchor, list[Statement]] = {}
    days: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.kind == "figure" and statement.claims:
            clauses.setdefault(statement.claims[0].anchor, []).append(statement)
        elif isinstance(statement.value, Timex) and statement.value.type == "DATE" and moment(statement.value):
            days.setdefault(statement.anchor.document, []).append(statement)
    found = {}
    for members in clauses.values():
        times = {s.holds_at.value: s.holds_at for s in members if s.holds_at is not None and moment(s.holds_at)}
        if len(times) == 1:
            found.update({s.id: next(iter(times.values())) for s in members if s.holds_at is None})
    for clause, members in clauses.items():
        told = [t for t in days.get(clause.document, []) if clause.contains(t.anchor)]
        for figure in members:
            before = [t.value for t in told if t.anchor.end <= min(m.anchor.start for m in members)]
            if figure.holds_at is None and before and isinstance(before[0], Timex):
                found.setdefault(figure.id, before[0])
    return found


def one_count(figures: Sequence[Figure], pairs: Sequence[tuple[int, int]]) -> list[Figure]:
    """The figures, those of one source that are the very same count on the same day, and so their neighbours."""
    days: dict[tuple[str, Anchor], Moment] = {}
    for i, j in pairs:
        one, other = figures[i], figures[j]
        if one.small or one.value != other.value or not one_voice(one.statement, other.statement):
            continue
        for dated, undated in ((one, other), (other, one)):
            if dated.moment and not undated.moment and undated.statement.claims:
                days.setdefault((undated.document, undated.statement.claims[0].anchor), dated.moment)
    return [
        replace(f, moment=f.moment or days.get((f.document, f.statement.claims[0].anchor))) if f.statement.claims else f
        for f in figures
    ]
