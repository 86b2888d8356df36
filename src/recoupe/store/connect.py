"""Opening a dossier file, and telling one from any other file."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from recoupe.errors import SetupError

APPLICATION_ID = 0x52435550  # « RCUP », in the header of every dossier file
VERSION = 2
HEADER = b"SQLite format 3\0"


def schema() -> str:
    """The SQL that lays out a dossier."""
    return resources.files("recoupe.store").joinpath("schema.sql").read_text("utf-8")


def check(path: Path) -> None:
    """Raise SetupError when `path` exists and is not a dossier this version can read."""
    try:
        with path.open("rb") as file:
            start = file.read(len(HEADER))
    except IsADirectoryError as err:
        raise SetupError("not-a-dossier", f"{path} is a folder.", "Name a dossier file, such as story.db.") from err
    except OSError as err:
        raise SetupError("unreadable", f"{path} cannot be opened ({err.strerror}).", "Check its rights.") from err
    if start != HEADER:
        raise _not_a_dossier(path)
    with _connected(path) as db:
        try:
            application = db.execute("PRAGMA application_id").fetchone()[0]
            version = db.execute("SELECT version FROM schema_version").fetchone()
        except sqlite3.DatabaseError as err:
            raise _not_a_dossier(path) from err
    if application != APPLICATION_ID or version is None:
        raise _not_a_dossier(path)
    if version[0] != VERSION:
        message = f"{path} has the layout {version[0]}; this recoupe reads the layout {VERSION}."
        raise SetupError("other-version", message, "Make it again with `recoupe run`, under another name.")


def _not_a_dossier(path: Path) -> SetupError:
    return SetupError(
        "not-a-dossier", f"{path} is not a recoupe dossier.", "Make one with `recoupe run … -o story.db`."
    )


@contextmanager
def _connected(path: Path) -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    db.row_factory = sqlite3.Row
    try:
        yield db
    finally:
        db.close()


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """The dossier opened for reading only; raises SetupError when it is missing, damaged or no dossier."""
    if not path.exists():
        raise SetupError("no-dossier", f"there is no dossier {path}.", "Make one with `recoupe run … -o story.db`.")
    check(path)
    with _connected(path) as db:
        try:
            yield db
        except sqlite3.DatabaseError as err:
            message = f"the dossier {path} is damaged ({err})."
            raise SetupError("damaged-dossier", message, "Make it again with `recoupe run`.") from err


@contextmanager
def unswept() -> Iterator[None]:
    """No search for garbage while very many objects are made that all stay: a third of the time of a large dossier."""
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()
