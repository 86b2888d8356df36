"""People's decisions: rows that are only ever added, and that a new run keeps."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from recoupe.errors import SetupError
from recoupe.store.connect import check, reading

COLUMNS = "made_at, made_by, about, decision, note"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Who decided what about which row, and when (ISO 8601, given by the caller: no run reads the clock)."""

    made_at: str
    made_by: str
    about: str
    decision: str
    note: str = ""


def insert(db: sqlite3.Connection, judgement: Judgement) -> None:
    """Add one judgement in the caller's transaction."""
    values = (judgement.made_at, judgement.made_by, judgement.about, judgement.decision, judgement.note)
    db.execute(f"INSERT INTO judgement ({COLUMNS}) VALUES (?, ?, ?, ?, ?)", values)  # noqa: S608


def judge(path: Path, judgement: Judgement) -> None:
    """Add one judgement to the dossier at `path`; raises SetupError when it is no dossier or cannot be written."""
    check(path)
    db = sqlite3.connect(path)
    try:
        with db:
            insert(db, judgement)
    except sqlite3.Error as err:
        raise SetupError("not-written", f"{path} could not be written ({err}).", "Check its rights.") from err
    finally:
        db.close()


def judgements(path: Path) -> list[Judgement]:
    """Every judgement in the order it was made."""
    with reading(path) as db:
        return [Judgement(*row) for row in db.execute(f"SELECT {COLUMNS} FROM judgement ORDER BY position")]  # noqa: S608
