"""What changed in the statements between two accounts, such as two versions of one article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rapidfuzz import fuzz

from recoupe.types import Dossier, Statement

ALIKE = 62.0
SHORT = 40
PLACES = frozenset({"id", "document", "start", "end", "prefix", "suffix"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One statement that is in one account only, or that both have in other words or with other fields.

    `fields` names the fields that differ; for `removed` and `added` the other side is None.
    """

    change: Literal["removed", "added", "changed"]
    before: Statement | None
    after: Statement | None
    fields: tuple[str, ...] = ()

    @property
    def statement(self) -> Statement:
        """The later of the two sides that is there."""
        found = self.after or self.before
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Differences:
    """The differences in the order of the later account, and how many statements stayed as they were."""

    found: tuple[Difference, ...]
    unchanged: int


def difference(dossier: Dossier, before: str, after: str) -> Differences:
    """What changed between two accounts of the dossier, by their ids; statements are paired within their kind.

    The same words are one statement wherever they moved to; among the others the most alike are paired first.
    """
    olds = [s for s in dossier.statements if s.anchor.document == before]
    news = [s for s in dossier.statements if s.anchor.document == after]
    pairs = [*_paired(olds, news)]
    changed = [Difference("changed", old, new, fields) for old, new in pairs if (fields := _fields(old, new))]
    left, right = {old.id for old, _ in pairs}, {new.id for _, new in pairs}
    removed = [Difference("removed", old, None) for old in olds if old.id not in left]
    added = [Difference("added", None, new) for new in news if new.id not in right]
    return Differences(tuple(_ordered([*changed, *added], removed, pairs)), len(pairs) - len(changed))


def _paired(olds: Sequence[Statement], news: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    rated = [(_alike(old, new), i, j) for i, old in enumerate(olds) for j, new in enumerate(news) if _may(old, new)]
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    # Of equally alike pairs, those that keep the order of the text: what moved least is what stayed.
    for score, i, j in sorted(rated, key=lambda row: (-row[0], abs(row[1] - row[2]), row[1], row[2])):
        if score >= ALIKE and i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            yield olds[i], news[j]


def _may(old: Statement, new: Statement) -> bool:
    return old.kind == new.kind


def _alike(old: Statement, new: Statement) -> float:
    """0 to 200: likeness of the words for a long passage, of the words around it for a short one."""
    one, other = old.anchor, new.anchor
    same = 100.0 * (one.exact.split() == other.exact.split())
    if min(len(one.exact), len(other.exact)) > SHORT:
        return same + fuzz.ratio(one.exact, other.exact)
    around = fuzz.ratio(one.prefix + one.suffix, other.prefix + other.suffix)
    # A number or a day is the same statement when it is said of the same thing, not because its digits return.
    return (same if around >= ALIKE / 2 else 0.0) + around


def _fields(old: Statement, new: Statement) -> tuple[str, ...]:
    one, other = _plain(old.body.row(old)), _plain(new.body.row(new))
    words = () if old.anchor.exact.split() == new.anchor.exact.split() else ("words",)
    keys = [*one, *(key for key in other if key not in one)]
    return (*words, *(key for key in keys if key not in {"text", "exact"} and one.get(key) != other.get(key)))


def _plain(value: Any) -> Any:
    """A row without what says where in its account it stands."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items() if key not in PLACES}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def _ordered(
    later: Sequence[Difference], removed: Sequence[Difference], pairs: Sequence[tuple[Statement, Statement]]
) -> list[Difference]:
    """By place in the later account; what was removed after the nearest statement before it that stayed."""
    stayed = sorted((old.anchor.start, new.anchor.start) for old, new in pairs)
    rows = [(d.statement.anchor.start, 0, d.statement.anchor.start, d) for d in later]
    for gone in removed:
        start = gone.statement.anchor.start
        place = max((new for old, new in stayed if old <= start), default=-1)
        rows.append((place, 1, start, gone))
    return [row[3] for row in sorted(rows, key=lambda row: (*row[:3], row[3].statement.id))]
