"""People's decisions: rows that are only ever added, and that a new run keeps."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from recoupe.errors import SetupError
from recoupe.store import codec
from recoupe.store.connect import check, reading
from recoupe.types import Judgement

COLUMNS = ("made_at", "made_by", "about", "decision", "note", "value", "was", "place")
LATER = COLUMNS[5:]  # not in the first dossiers
WAIT = 15.0  # seconds for another program that holds the file, such as Datasette or a run that ends
TRIES = 50

__all__ = ["Judgement", "held", "insert", "judge", "judgements", "stored"]


def insert(db: sqlite3.Connection, judgement: Judgement) -> None:
    """Add one judgement in the caller's transaction."""
    values = [judgement.made_at, judgement.made_by, judgement.about, judgement.decision, judgement.note]
    values += [codec.dumps(dict(field), codec.JSON) for field in (judgement.value, judgement.was, judgement.place)]
    marks = ", ".join("?" * len(values))
    db.execute(f"INSERT INTO judgement ({', '.join(COLUMNS)}) VALUES ({marks})", values)  # noqa: S608


def judge(path: Path, judgement: Judgement) -> None:
    """Add one judgement to the dossier at `path`; raises SetupError when it is no dossier or cannot be written.

    A run may put a new file in the place of this one meanwhile; then the row is added to that file too.
    """
    check(path)
    for left in reversed(range(TRIES)):
        try:
            before = _which(path)
            _add(path, judgement)
            if _which(path) == before or judgement in judgements(path):
                return
        except (OSError, sqlite3.Error) as err:
            # SQLite refuses to write to a file that was moved away under it.
            if left and "moved" in getattr(err, "sqlite_errorname", "").lower():
                continue
            raise SetupError("not-written", f"{path} could not be written ({err}).", "Check its rights.") from err


def _which(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _add(path: Path, judgement: Judgement) -> None:
    db = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    try:
        db.execute("BEGIN IMMEDIATE")
        _widen(db)
        insert(db, judgement)
        db.execute("COMMIT")
    finally:
        db.close()


def _widen(db: sqlite3.Connection) -> None:
    """Give a dossier of an earlier version the columns it lacks; its rows stay as they are."""
    known = _known(db)
    for name in LATER:
        if name not in known:
            db.execute(f"ALTER TABLE judgement ADD COLUMN {name} TEXT NOT NULL DEFAULT '{{}}'")


def _known(db: sqlite3.Connection) -> set[str]:
    return {row[1] for row in db.execute("PRAGMA table_info(judgement)")}


def stored(db: sqlite3.Connection) -> tuple[Judgement, ...]:
    """Every judgement of an open dossier, in the order it was made."""
    known = _known(db)
    names = [name if name in known else f"'{{}}' AS {name}" for name in COLUMNS]
    found = db.execute(f"SELECT {', '.join(names)} FROM judgement ORDER BY position")  # noqa: S608
    return tuple(Judgement(*row[:5], *(codec.loads(text, codec.JSON) for text in row[5:])) for row in found)


def judgements(path: Path) -> list[Judgement]:
    """Every judgement in the order it was made."""
    with reading(path) as db:
        return list(stored(db))


@contextlib.contextmanager
def held(path: Path) -> Iterator[None]:
    """Nobody can add a judgement while this lasts."""
    if os.name == "nt" or not path.exists():
        yield  # a file that is open cannot be replaced there
        return
    db = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    try:
        try:
            db.execute("BEGIN IMMEDIATE")
        except sqlite3.DatabaseError as err:
            if "locked" in str(err):
                raise
            # A file nobody may write to gets no judgement meanwhile either.
        yield
    finally:
        db.close()
