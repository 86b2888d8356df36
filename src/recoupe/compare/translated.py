"""Accounts that tell the same in the same order in two languages, and what stands at the same place in both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from recoupe.compare.block import nearest
from recoupe.compare.concepts import group
from recoupe.compare.context import Context
from recoupe.compare.findings import Finding
from recoupe.compare.parallel import Line, Lined, reach
from recoupe.compare.reasons import SHOWN, Teller, speakers
from recoupe.compare.units import term
from recoupe.types import Document, Quantity, Reason, Relation, Statement

# Of the terms two accounts hold, so many are in both before they are lined up; so much of each then stands beside like
# sentences in the same order, in so many places. Translations measured reach 0.68 to 1 for all but one, the same with
# its sentences shuffled 0.5, two reports of one event at most 0.6 even in one language.
COMMON = 0.2
PARALLEL = 0.6
PLACES = 5
FEW = 30
LIKELY = 8
SCORE = 0.5
PAIRED = ("quotation", "commitment")


@dataclass(frozen=True, slots=True)
class Translated:
    """Two accounts by their index, left before right, and how their sentences line up."""

    left: int
    right: int
    lined: Lined


def translated(
    documents: Sequence[Document], statements: Sequence[Statement], context: Context
) -> tuple[Translated, ...]:
    """The pairs of accounts in two languages of which one follows the other sentence by sentence."""
    if len({document.lang for document in documents}) < 2:
        return ()
    values = _values(statements)
    lines = [_lines(document, values.get(document.id, ()), context) for document in documents]
    held = [frozenset[str]().union(*(line.terms for line in each)) for each in lines]
    found = []
    for i, j in _worth(documents, held):
        if len(held[i] & held[j]) < COMMON * max(len(held[i]), len(held[j])):
            continue
        lined = Lined(lines[i], lines[j])
        if lined.share() >= PARALLEL and len(lined.anchored()) >= PLACES and lined.common() >= 2 * PLACES:
            found.append(Translated(i, j, lined))
    return tuple(found)


def _worth(documents: Sequence[Document], held: Sequence[frozenset[str]]) -> list[tuple[int, int]]:
    """The pairs of two languages; among many accounts those that share names, dates and numbers few others have."""
    pairs = list(combinations(range(len(documents)), 2))
    if len(documents) > FEW:
        index: dict[str, list[int]] = defaultdict(list)
        for number, terms in enumerate(held):
            for each in sorted(terms):
                if each.startswith(("n:", "q:", "t:")):
                    index[each].append(number)
        pairs = nearest(index, LIKELY)
    return [(i, j) for i, j in pairs if documents[i].lang != documents[j].lang]


def _values(statements: Sequence[Statement]) -> dict[str, list[tuple[int, str]]]:
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for statement in statements:
        value = term(statement.value) if statement.value is not None else None
        if value is not None:
            found[statement.anchor.document].append((statement.anchor.start, value))
    return found


def _lines(document: Document, values: Sequence[tuple[int, str]], context: Context) -> list[Line]:
    return [
        Line(start, end, reach(sorted({*(t for t in terms if t not in group("light")), *inside})))
        for start, end, terms in context.sentences(document.id)
        if start < end
        for inside in [{value for at, value in values if start <= at < end}]
    ]


def rows(
    found: Sequence[Translated],
    documents: Sequence[Document],
    statements: Sequence[Statement],
    tell: Teller,
) -> Iterator[tuple[Statement, Statement, Finding]]:
    """What two accounts that follow one another say at the same place: equal figures, quotations, promises."""
    held: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.kind in (*PAIRED, "figure"):
            held[statement.anchor.document].append(statement)
    for pair in found:
        lined = pair.lined
        sides = (documents[pair.left].id, documents[pair.right].id)
        for row in lined.rows:
            mine = _inside(held[sides[0]], lined.left[slice(*row.left)])
            theirs = _inside(held[sides[1]], lined.right[slice(*row.right)])
            shared = lined.shared(row)
            for one, other in (*_figures(mine, theirs), *_in_order(mine, theirs)):
                yield one, other, _finding(one, other, shared, row.alike, tell)


def _inside(statements: Sequence[Statement], lines: Sequence[Line]) -> list[Statement]:
    return [s for s in statements if lines[0].start <= s.anchor.start < lines[-1].end]


def _figures(mine: Sequence[Statement], theirs: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Figures of one value and unit, each used once."""
    left = [s for s in theirs if s.kind == "figure"]
    for one in mine:
        for other in left:
            a, b = one.value, other.value
            if isinstance(a, Quantity) and isinstance(b, Quantity) and a.unit == b.unit and a.overlaps(b):
                left.remove(other)
                yield one, other
                break


def _in_order(mine: Sequence[Statement], theirs: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """The first quotation with the first, and so on; when one side has more, which is which is not known past those."""
    for kind in PAIRED:
        left, right = ([s for s in side if s.kind == kind] for side in (mine, theirs))
        yield from zip(left, right, strict=False)


def _finding(one: Statement, other: Statement, shared: Sequence[str], alike: float, tell: Teller) -> Finding:
    anchors = (one.anchor, other.anchor)
    words = ", ".join(dict.fromkeys(tell.word(t, one.anchor.document) for t in shared[:SHOWN]))
    matter = (Reason("same-matter", (("terms", words),), anchors),) if words else ()
    relation: Relation = "agrees" if _polarities(one) & _polarities(other) else "unsure"
    reasons = (*matter, Reason("same-place", (), anchors), *speakers(one, other, anchors))
    return Finding(relation, reasons, max(SCORE, alike), tuple(shared))


def _polarities(statement: Statement) -> frozenset[str]:
    told: Mapping[str, None] = dict.fromkeys(claim.factuality.polarity for claim in statement.claims)
    return frozenset(told) or frozenset({"positive", "negative"})
