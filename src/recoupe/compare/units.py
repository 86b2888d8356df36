"""What is compared: each statement with the clause it stands for, and how telling each term is."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recoupe.types import Claim, Document, Statement


@dataclass(frozen=True, slots=True)
class Unit:
    """One statement and one of its clauses; `day` is when its account was published."""

    statement: Statement
    claim: Claim
    day: dt.date | None

    @property
    def document(self) -> str:
        """The account it stands in."""
        return self.claim.anchor.document

    @property
    def length(self) -> int:
        """Characters of the statement: the tightest of two that say one thing is kept."""
        return self.statement.anchor.end - self.statement.anchor.start


COMPARED = ("commitment", "event", "quotation")


def units(statements: Sequence[Statement], documents: Mapping[str, Document]) -> list[Unit]:
    """Every clause of the statements that are compared, one unit per place in the text: the tightest statement's."""
    best: dict[tuple[str, int, int], Unit] = {}
    for statement in statements:
        if statement.kind not in COMPARED:
            continue
        day = documents[statement.anchor.document].day
        for claim in statement.claims:
            unit = Unit(statement, claim, day)
            place = (claim.anchor.document, claim.anchor.start, claim.anchor.end)
            if place not in best or unit.length < best[place].length:
                best[place] = unit
    return [best[place] for place in sorted(best)]


def weights(found: Sequence[Unit]) -> dict[str, float]:
    """How telling each term is: the inverse of how many clauses of the story hold it."""
    count = Counter(term for unit in found for term in unit.claim.terms)
    return {term: math.log(1 + len(found) / times) for term, times in count.items()}


def likeness(left: Claim, right: Claim, telling: Mapping[str, float], bridge: Mapping[str, frozenset[str]]) -> float:
    """The weight of the terms two clauses share over that of the shorter and the longer (geometric mean), 0 to 1.

    A term counts as shared with its opposite too, since « rester » and « retirer » speak of one matter.
    """
    mine, theirs = set(left.terms), set(right.terms)
    reached = {term for term in mine if term in theirs or bridge.get(term, frozenset()) & theirs}
    back = {term for term in theirs if term in mine or bridge.get(term, frozenset()) & mine}
    whole = math.sqrt(_weight(mine, telling) * _weight(theirs, telling))
    return math.sqrt(_weight(reached, telling) * _weight(back, telling)) / whole if whole else 0.0


def _weight(terms: set[str], telling: Mapping[str, float]) -> float:
    return math.fsum(telling.get(term, 1.0) for term in sorted(terms))
