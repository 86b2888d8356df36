"""All accounts of a story laid side by side: links with reasons, and origins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from recoupe.compare import figures, sentences, wording
from recoupe.compare.block import pairs
from recoupe.compare.choose import RANK, choose
from recoupe.compare.context import Context
from recoupe.compare.disputes import disputes, stances
from recoupe.compare.findings import Finding, turned
from recoupe.compare.inside import Row, without
from recoupe.compare.judge import judge
from recoupe.compare.names import Names
from recoupe.compare.news import news
from recoupe.compare.order import fixed, in_order, planned, spoken_of, undecided
from recoupe.compare.origins import origins
from recoupe.compare.reasons import Teller, published, speakers
from recoupe.compare.scope import scope, two_dates
from recoupe.compare.translated import rows as parallel_rows
from recoupe.compare.translated import translated
from recoupe.compare.units import Unit, Weights, match, units
from recoupe.types import Document, Entity, Link, Origin, Statement

BY = "rule/1"
FIXED = 2


def compare(
    documents: Sequence[Document], statements: Sequence[Statement], entities: Sequence[Entity]
) -> tuple[tuple[Link, ...], tuple[Origin, ...]]:
    """The links between statements in the order of their passages, and the origins of the story.

    The passage of the account published first is a link's left one; of one day, or of an unknown one, the first read.

    Candidates come from an index of terms, so the cost grows with the number of clauses that share a telling term.
    Each clause keeps its best partner of each sort in every other account.
    """
    by_id = {document.id: document for document in documents}
    names = Names(entities)
    tell = Teller(names, {document.id: document.lang for document in documents})
    context = Context(by_id, names)
    clauses = units(statements, by_id, names, context)
    counted = list(figures.rows(statements, by_id, names))
    spoken = list(_clauses(clauses, tell, by_id, context))
    lined = translated(documents, statements, context)
    worded = list(wording.rows(statements, by_id))
    said = without([*worded, *spoken, *parallel_rows(lined, documents, statements, tell)], counted, by_id)
    rows = [*counted, *said]
    found: dict[tuple[str, str], Finding] = {}
    days = {document.id: document.day or dt.date.max for document in documents}
    order = {s.id: (days[s.anchor.document], number) for number, s in enumerate(statements)}
    for left, right, finding in rows:
        one, other = sorted((left.id, right.id), key=order.__getitem__)
        known = found.get((one, other))
        if one != other and (known is None or _better(finding, known)):
            found[one, other] = finding if one == left.id else turned(finding)
    links = [
        Link(Link.make_id(one, other), one, other, f.relation, f.reasons, BY, round(f.score, 3), _matter(f, tell, one))
        for (one, other), f in sorted(found.items(), key=lambda item: (order[item[0][0]], order[item[0][1]]))
    ]
    return tuple(links), tuple(origins(documents, statements, names, lined))


def _better(new: Finding, known: Finding) -> bool:
    return (RANK[new.relation], -new.score) < (RANK[known.relation], -known.score)


def _clauses(
    clauses: Sequence[Unit], tell: Teller, documents: Mapping[str, Document], context: Context
) -> Iterator[Row]:
    """The best partners of each clause, and what is disputed or has got a date."""
    weights = Weights(clauses)
    judged = []
    for i, j in pairs(clauses):
        finding = judge(clauses[i], clauses[j], match(clauses[i], clauses[j], weights), tell)
        finding = finding or scope(clauses[i], clauses[j], match(clauses[i], clauses[j], weights), tell)
        if finding is not None:
            judged.append((i, j, finding))
    chosen = [
        *choose(clauses, list(news(clauses, judged))),
        *disputes(clauses, weights, tell),
        *stances(clauses, tell),
        *two_dates(clauses, tell),
    ]
    for left, right, finding in chosen:
        yield left.statement, right.statement, finding
    if len(documents) < 2:
        return  # the rest is between accounts
    joined = {frozenset((left.spot, right.spot)) for left, right, _ in chosen}
    settled = {(one.spot, other.document) for pair in chosen for one, other in (pair[:2], pair[1::-1])}
    for left, right, finding in sentences.rows(clauses, documents, tell, context):
        known = (left.spot, right.document) in settled and (right.spot, left.document) in settled
        if frozenset((left.spot, right.spot)) not in joined and not (known and finding.relation == "unsure"):
            yield left.statement, right.statement, finding
    yield from _fixed(clauses, weights, tell)


def _fixed(clauses: Sequence[Unit], weights: Weights, tell: Teller) -> Iterator[Row]:
    """What was undecided, with the dated plans of a later account that come nearest to it."""
    plans = [(number, other) for number, other in enumerate(clauses) if planned(other)]
    for unit in clauses:
        if not undecided(unit):
            continue
        near: list[tuple[float, int, Unit, Finding]] = []
        for number, other in plans:
            if other.document == unit.document or not spoken_of(unit, other):
                continue
            if (in_order(unit, other) or (None,))[0] is not unit:
                continue
            found = match(unit, other, weights)
            reason = fixed(unit, other, found)
            if reason is not None:
                about = tell.matter(unit, other, found.shared)
                tail = speakers(unit.statement, other.statement, reason.anchors)
                reasons = (about, reason, *published(unit, other), *tail)
                finding = Finding("changed", reasons, found.matter, found.shared)
                near.append((-found.matter, number, other, finding))
        for _, _, other, finding in sorted(near, key=lambda row: row[:2])[:FIXED]:
            yield unit.statement, other.statement, finding


def _matter(finding: Finding, tell: Teller, left: str) -> str | None:
    reason = next((r for r in finding.reasons if r.code == "same-matter"), None)
    return dict(reason.args)["terms"] or None if reason else None
