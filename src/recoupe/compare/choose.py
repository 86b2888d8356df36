"""Which of the judged pairs are shown: few and the best, not every pair that passes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from recoupe.compare.concepts import group
from recoupe.compare.findings import Finding
from recoupe.compare.reasons import one_voice
from recoupe.compare.units import HOLDING, Unit

RANK = {"contradicts": 0, "changed": 1, "scope": 2, "agrees": 3, "unsure": 4}
# For two accounts: links of one relation on one matter, and partners of one place; the second agreement of a place
# must be sure. A speaker who comes back to a matter is worth more than two speakers.
AGREEING = 8
OTHERS = 8
PARTNERS = 6
SECOND = 3
SURE = 0.6
ALONE = 0.5
ONE_VOICE = 0.15
Judged = tuple[int, int, Finding]


def choose(clauses: Sequence[Unit], judged: Sequence[Judged]) -> Iterator[tuple[Unit, Unit, Finding]]:
    """The pairs in the order conflict, change, agreement, best first, as far as places and matters are not used up.

    Every place gets its best partner before one gets its second.
    """
    partners: dict[tuple[int, str, bool], int] = defaultdict(int)
    matters: dict[tuple[str, str, str, str], int] = defaultdict(int)
    # An act inside a clause (« après une pause, l'Élysée a annoncé l'abandon ») may agree where the clause has changed.
    joined: set[tuple[int, str, int, str]] = set()
    places: set[tuple[int, int, int]] = set()
    rows = sorted(judged, key=lambda row: (*_worth(clauses, row), row[0], row[1]))
    for rank in sorted(set(RANK.values())):
        of_rank = [row for row in rows if RANK[row[2].relation] == rank]
        agrees = rank >= RANK["agrees"]
        for turn in range(1, PARTNERS + 1):
            for i, j, finding in of_rank:
                left, right = clauses[i], clauses[j]
                ends = left.spot, left.head, right.spot, right.head
                if ends in joined or (rank, left.spot, right.spot) in places:
                    continue
                keys = ((left.spot, right.document, agrees), (right.spot, left.document, agrees))
                matter = (left.document, right.document, finding.relation, " ".join(sorted({left.head, right.head})))
                most = min(turn, _most(left, right, finding))
                # A place with no partner yet may go to one that has several, when much is shared.
                alone = agrees and turn == PARTNERS and finding.score >= ALONE and 0 in {partners[key] for key in keys}
                most = PARTNERS if alone and _one_act(left, right) else most
                if matters[matter] >= (AGREEING if agrees else OTHERS) or any(partners[key] >= most for key in keys):
                    continue
                joined.add(ends)
                places.add((rank, left.spot, right.spot))
                matters[matter] += 1
                for key in keys:
                    partners[key] += 1
                yield left, right, finding


def _most(left: Unit, right: Unit, finding: Finding) -> int:
    """How many partners in one account a place may have."""
    if RANK[finding.relation] < RANK["agrees"] or finding.score >= SURE:
        return PARTNERS
    return SECOND if _one_act(left, right) else 1


def _one_act(left: Unit, right: Unit) -> bool:
    """The two tell one act, and neither is only where a figure or a time stands."""
    heads = {left.head, right.head}
    one = len(heads) == 1 or (heads <= left.terms & right.terms and bool(heads - group("roles") - group("light")))
    return one and not {left.statement.kind, right.statement.kind} & {*HOLDING}


def _worth(clauses: Sequence[Unit], row: Judged) -> tuple[int, float]:
    i, j, finding = row
    same = one_voice(clauses[i].statement, clauses[j].statement)
    return RANK[finding.relation], -finding.score - (ONE_VOICE if same else 0.0)
