"""All accounts of a story laid side by side: links with reasons, and origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from recoupe.compare import figures
from recoupe.compare.disputes import disputes
from recoupe.compare.judge import Finding, judge
from recoupe.compare.origins import origins
from recoupe.compare.relations import opposites
from recoupe.compare.units import Unit, likeness, units, weights
from recoupe.types import Document, Entity, Link, Origin, Statement

COMMON = 40
PER_CLAIM = 2
BY = "rule/1"
_RANK = {"contradicts": 0, "changed": 1, "scope": 2, "agrees": 3, "unsure": 4}


def compare(
    documents: Sequence[Document], statements: Sequence[Statement], entities: Sequence[Entity]
) -> tuple[tuple[Link, ...], tuple[Origin, ...]]:
    """The links between statements, best first within each pair of places, and the origins of the story.

    Candidates come from an index of terms, so the cost grows with the number of clauses that share a telling term,
    not with the square of all. Each clause keeps its few best links.
    """
    by_id = {document.id: document for document in documents}
    found: dict[tuple[str, str], Finding] = {}
    for left, right in figures.pairs(statements, by_id):
        finding = figures.judge(left, right, by_id)
        if finding is not None:
            _keep(found, left.id, right.id, finding)
    candidates = units(statements, by_id)
    for left_unit, right_unit, finding in disputes(candidates):
        _keep(found, left_unit.statement.id, right_unit.statement.id, finding)
    for left_unit, right_unit, finding in _best(candidates):
        _keep(found, left_unit.statement.id, right_unit.statement.id, finding)
    order = {statement.id: number for number, statement in enumerate(statements)}
    links = [
        Link(Link.make_id(left, right), left, right, f.relation, f.reasons, BY, round(f.score, 3))
        for (left, right), f in sorted(found.items(), key=lambda item: (order[item[0][0]], order[item[0][1]]))
    ]
    return tuple(links), tuple(origins(documents, statements))


def _keep(found: dict[tuple[str, str], Finding], left: str, right: str, finding: Finding) -> None:
    known = found.get((left, right))
    if left != right and (
        known is None or (_RANK[finding.relation], -finding.score) < (_RANK[known.relation], -known.score)
    ):
        found[left, right] = finding


def _best(candidates: Sequence[Unit]) -> Iterator[tuple[Unit, Unit, Finding]]:
    """For each clause its best partners in every other account; within one account only stated disputes are links."""
    telling = weights(candidates)
    judged: list[tuple[float, int, int, Finding]] = []
    for i, j in _pairs(candidates):
        left, right = candidates[i], candidates[j]
        alike = likeness(left.claim, right.claim, telling, opposites())
        finding = judge(left, right, alike)
        if finding is None or left.document == right.document:
            continue
        judged.append((-alike, i, j, finding))
    used: dict[tuple[int, str], int] = defaultdict(int)
    for _, i, j, finding in sorted(judged, key=lambda row: row[:3]):
        left, right = candidates[i], candidates[j]
        keys = ((i, right.document), (j, left.document))
        if all(used[key] < PER_CLAIM for key in keys):
            for key in keys:
                used[key] += 1
            yield left, right, finding


def _pairs(candidates: Sequence[Unit]) -> list[tuple[int, int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(candidates):
        for term in unit.claim.terms:
            index[term].append(number)
            for other in opposites().get(term, ()):
                index[other].append(number)
    limit = max(COMMON, len(candidates) // 4)
    found: dict[tuple[int, int], int] = defaultdict(int)
    for term in sorted(index):
        members = sorted(set(index[term]))
        if len(members) <= limit:
            for pair in combinations(members, 2):
                found[pair] += 1
    return sorted(pair for pair, shared in found.items() if shared >= 2)
