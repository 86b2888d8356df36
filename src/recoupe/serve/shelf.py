"""The dossiers that are served, each opened once for as long as its file stays the same."""

from __future__ import annotations

import contextlib
import gc
import re
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from recoupe.errors import SetupError
from recoupe.judge import judged, states
from recoupe.serve.views import Views
from recoupe.store import load
from recoupe.store.connect import APPLICATION_ID, HEADER, reading, unswept
from recoupe.store.glance import glance
from recoupe.store.judgements import stored
from recoupe.types import Dossier, Judgement

KEPT = 6
WARMED = ("marks", "passages", "matters", "timeline", "speakers", "figures", "promises", "origins")
KEY = re.compile(r"[^A-Za-z0-9_-]+")
Stamp = tuple[int, int, int]
Weight = tuple[object, ...]


@dataclass(frozen=True)
class Opened:
    """One dossier as it was found (`found`) and as people have corrected it (`now`), with its views by language."""

    key: str
    path: Path
    stamp: Stamp
    found: Dossier
    now: Dossier
    weight: Weight = ()
    counts: Mapping[str, int] | None = None  # given when only the first page was read

    @cached_property
    def states(self) -> Mapping[str, tuple[Judgement, ...]]:
        """The standing decisions about each id."""
        return states(self.found.judgements)

    @cached_property
    def _views(self) -> dict[str, Views]:
        return {}

    def views(self, ui: str) -> Views:
        """What the pages show, in one interface language."""
        if ui not in self._views:
            self._views[ui] = Views(self.now, ui, self.counts)
        return self._views[ui]


def stamp(path: Path) -> Stamp:
    """What changes whenever the file does."""
    found = path.stat()
    return found.st_ino, found.st_mtime_ns, found.st_size


def is_dossier(path: Path) -> bool:
    """Whether a file is marked as a dossier; a look at its header, nothing is opened."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError:
        return False
    return head.startswith(HEADER) and head[68:72] == APPLICATION_ID.to_bytes(4, "big")


class Shelf:
    """Dossiers by key. A request names a key of this list and never a path, so none leads out of the places given."""

    def __init__(self, places: Sequence[Path]) -> None:
        self.places = tuple(place.resolve() for place in places)
        self._opened: OrderedDict[str, Opened] = OrderedDict()
        self._turns: dict[str, threading.RLock] = {}
        self._lock = threading.Lock()

    @property
    def folder(self) -> Path | None:
        """The folder new dossiers are made in; None when only files were given."""
        return next((place for place in self.places if place.is_dir()), None)

    def paths(self) -> dict[str, Path]:
        """Every dossier there is now, by key."""
        found: dict[str, Path] = {}
        for place in self.places:
            inside = sorted(place.glob("*.db")) if place.is_dir() else [place]
            for path in inside:
                # A link that leads out of the folder is not in it.
                if path.resolve().parent == (place if place.is_dir() else place.parent) and is_dossier(path):
                    found[self._free(path.stem, found)] = path
        return found

    @staticmethod
    def _free(stem: str, taken: Mapping[str, Path]) -> str:
        key = base = KEY.sub("-", stem).strip("-") or "dossier"
        number = 2
        while key in taken:
            key, number = f"{base}-{number}", number + 1
        return key

    def open(self, key: str) -> Opened:
        """The dossier with this key; raises KeyError when there is none, SetupError when it cannot be read."""
        path = self.paths()[key]
        with self._turn(key):  # a second reader of a large dossier waits for the first one's copy
            now = stamp(path)
            known = self._opened.get(key)
            if known is not None and known.stamp == now and known.path == path:
                return known
            gc.unfreeze()
            opened = _opened(key, path, now, known)
            # What a large dossier is made of stays: to look through it for garbage again and again costs seconds.
            gc.freeze()
        with self._lock:
            self._opened[key] = opened
            self._opened.move_to_end(key)
            while len(self._opened) > KEPT:
                self._opened.popitem(last=False)
        return opened

    def glance(self, key: str, relations: Sequence[str], first: int, start: int = 0, each: bool = False) -> Opened:
        """The dossier with this key, or these relations while nobody has read all of it; raises as `open` does."""
        path = self.paths()[key]
        now, known = stamp(path), self._opened.get(key)
        if known is None or known.stamp != now or known.path != path:
            seen = glance(path, relations, first, start, each)
            if seen is not None:
                return Opened(key, path, now, seen.dossier, seen.dossier, counts=seen.counts)
        return self.open(key)

    def warm(self, ui: str) -> None:
        """Open the first dossiers before anybody asks; what is wrong with one is said when it is asked for."""
        for key in list(self.paths())[:KEPT]:
            with contextlib.suppress(KeyError, SetupError, OSError), unswept():
                # In its turn: a reader who asks meanwhile waits for this work and does not do it a second time.
                with self._turn(key):
                    views = self.open(key).views(ui)
                    _ = views.counts
                for name in WARMED:
                    getattr(views, name)
        gc.freeze()

    def _turn(self, key: str) -> threading.RLock:
        with self._lock:
            return self._turns.setdefault(key, threading.RLock())


def _opened(key: str, path: Path, now: Stamp, known: Opened | None) -> Opened:
    """The dossier, or, when only decisions were added to its file, the one known with these."""
    with reading(path) as db:
        weight = _weight(db)
        rows = stored(db)
    if known is not None and (known.path, known.stamp[0], known.weight) == (path, now[0], weight):
        found = replace(known.found, judgements=rows)
    else:
        found = load(path, corrected=False)
    return Opened(key, path, now, found, judged(found), weight)


def _weight(db: sqlite3.Connection) -> Weight:
    """What differs between any two extractions: a run always makes a new file, so this only backs that up."""
    sizes = db.execute("SELECT count(*), total(length(row) + length(body) + length(claims)) FROM statement").fetchone()
    links = db.execute("SELECT count(*), total(score) FROM link").fetchone()
    made = db.execute("SELECT group_concat(key || value) FROM (SELECT * FROM manifest ORDER BY key)").fetchone()
    return (*sizes, *links, *made)
