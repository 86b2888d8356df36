"""The first page of a dossier read from SQL alone, so that a large one is seen before all of it is loaded."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from recoupe.store.connect import reading
from recoupe.store.load import broken, document, link, reasons, statement
from recoupe.types import Dossier, Entity

# What the reader's page counts, of rows whose both ends are there.
COUNTS = {
    "quotation": "SELECT count(*) FROM statement WHERE kind = 'quotation'",
    "relation": "SELECT count(*) FROM link",
    "matter": "SELECT count(DISTINCT matter) FROM link WHERE matter <> ''",
    "origin": "SELECT count(*) FROM origin",
    "name": "SELECT count(*) FROM entity",
}
FIRST = """
SELECT link.* FROM link
JOIN statement AS a ON a.id = link.left_id
JOIN statement AS b ON b.id = link.right_id
WHERE link.relation IN ({marks})
ORDER BY CASE link.relation {ranks} END, a.document = b.document, link.position
LIMIT ? OFFSET ?
"""


@dataclass(frozen=True, slots=True)
class Glance:
    """The accounts of a dossier, its `first` relations with their passages, and how many there are of everything.

    The names in `dossier` have no mentions and it holds no issues: it is for a first page only.
    """

    dossier: Dossier
    counts: dict[str, int]


def glance(path: Path, relations: Sequence[str], first: int, start: int = 0, each: bool = False) -> Glance | None:
    """The `first` links of these relations from `start` on, in that order and across accounts before within one.

    With `each`, the first of each relation and not of all together.

    None when people have decided something: their decisions take effect on the whole dossier. Raises SetupError when
    it is missing, no dossier, or does not hold together.
    """
    with reading(path) as db:
        if db.execute("SELECT count(*) FROM judgement").fetchone()[0]:
            return None
        try:
            return Glance(_first_page(db, _links(db, relations, first, start, each)), _counts(db))
        except (ValueError, TypeError) as err:
            raise broken(path) from err


def _links(db: sqlite3.Connection, relations: Sequence[str], first: int, start: int, each: bool) -> list[sqlite3.Row]:
    if each:
        return [row for relation in relations for row in _links(db, (relation,), first, start, False)]
    ranks = " ".join(f"WHEN ? THEN {rank}" for rank in range(len(relations)))
    sql = FIRST.format(marks=_marks(relations), ranks=ranks)
    return db.execute(sql, (*relations, *relations, first, start)).fetchall()


def _first_page(db: sqlite3.Connection, links: Sequence[sqlite3.Row]) -> Dossier:
    ends = sorted({end for row in links for end in (row["left_id"], row["right_id"])})
    chosen = [row["position"] for row in links]
    why = f"SELECT * FROM reason WHERE link IN ({_marks(chosen)}) ORDER BY position"  # noqa: S608  # only marks
    told, _ = reasons(db.execute(why, chosen))
    passages = f"SELECT * FROM statement WHERE id IN ({_marks(ends)}) ORDER BY position"  # noqa: S608  # only marks
    names = db.execute("SELECT id, named, type FROM entity ORDER BY position")
    return Dossier(
        documents=tuple(document(row) for row in db.execute("SELECT * FROM document ORDER BY position")),
        statements=tuple(statement(row) for row in db.execute(passages, ends)),
        entities=tuple(Entity(row["id"], row["named"], row["type"], ()) for row in names),
        links=tuple(link(row, tuple(told[row["position"]])) for row in links),
    )


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _counts(db: sqlite3.Connection) -> dict[str, int]:
    found = {name: int(db.execute(sql).fetchone()[0]) for name, sql in COUNTS.items()}
    for relation, number in db.execute("SELECT relation, count(*) FROM link GROUP BY relation ORDER BY relation"):
        found[relation] = number
    return found
