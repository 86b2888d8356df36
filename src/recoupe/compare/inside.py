"""Agreements that say less than a conflict inside them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from recoupe.compare.context import breaks
from recoupe.compare.findings import Finding
from recoupe.types import Anchor, Document, Statement

Row = tuple[Statement, Statement, Finding]
Pair = tuple[Anchor, Anchor]


def without(said: Sequence[Row], counted: Sequence[Row], documents: Mapping[str, Document]) -> list[Row]:
    """The links of clauses without those that agree only but for what has its own link inside them.

    Clauses with figures at odds (« douze personnes ont été blessées », *seventeen people were injured*) do not agree;
    nor do « blessé quand le tram a déraillé » and « pas blessé quand le tram a déraillé », though of the tram they do.
    """
    held, against = _held(counted), _held([row for row in said if row[2].relation == "contradicts"])
    ends = {ident: breaks(document.text) for ident, document in documents.items()}
    kept = []
    for left, right, finding in said:
        key = (left.anchor.document, right.anchor.document)
        if finding.relation == "agrees" and (
            _figures_inside(left, right, finding, held[key])
            or _conflict_inside(left, right, finding, against[key], ends)
        ):
            continue
        kept.append((left, right, finding))
    return kept


def _held(rows: Sequence[Row]) -> dict[tuple[str, str], list[Row]]:
    """The rows by their two documents, from either side."""
    held: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for left, right, finding in rows:
        held[left.anchor.document, right.anchor.document].append((left, right, finding))
        held[right.anchor.document, left.anchor.document].append((right, left, finding))
    return held


def _figures_inside(left: Statement, right: Statement, finding: Finding, figures: Sequence[Row]) -> bool:
    mine, theirs = _clauses(finding, left, right)
    alone = len(left.claims) == len(right.claims) == 1
    return any(
        (mine.contains(one.anchor) and theirs.contains(other.anchor))
        or (alone and left.anchor.contains(one.anchor) and right.anchor.contains(other.anchor))
        or (odds.relation == "contradicts" and left.anchor.contains(one.anchor) and right.anchor == other.anchor)
        or (odds.relation == "contradicts" and right.anchor.contains(other.anchor) and left.anchor == one.anchor)
        for one, other, odds in figures
    )


def _conflict_inside(
    left: Statement, right: Statement, finding: Finding, conflicts: Sequence[Row], ends: Mapping[str, Sequence[int]]
) -> bool:
    """In the sentences of the two clauses that agree, both statements hold two that are at odds."""
    mine, theirs = _clauses(finding, left, right)
    return any(
        left.anchor.contains(one.anchor)
        and right.anchor.contains(other.anchor)
        and _one_sentence(mine, one.anchor, ends)
        and _one_sentence(theirs, other.anchor, ends)
        for one, other, _ in conflicts
    )


def _one_sentence(one: Anchor, other: Anchor, ends: Mapping[str, Sequence[int]]) -> bool:
    first, last = sorted((one.start, other.start))
    return bisect_left(ends[one.document], first) == bisect_left(ends[one.document], last)


def _clauses(finding: Finding, left: Statement, right: Statement) -> Pair:
    """The clauses the reasons cite, else the whole statements."""
    cited = next((r.anchors for r in finding.reasons if len(r.anchors) > 1 and r.code == "same-matter"), ())
    mine, theirs = (
        next((a for a in cited if a.document == whole.anchor.document), whole.anchor) for whole in (left, right)
    )
    return mine, theirs
