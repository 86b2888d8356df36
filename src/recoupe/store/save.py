"""Writing a dossier: whole or not at all."""

from __future__ import annotations

import contextlib
import glob
import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from recoupe.errors import SetupError
from recoupe.judge import judged
from recoupe.lang import say
from recoupe.store import codec
from recoupe.store.connect import APPLICATION_ID, VERSION, check, schema
from recoupe.store.judgements import held, insert, judgements
from recoupe.store.load import load
from recoupe.types import Anchor, Dossier, Judgement, Reason

Row = Sequence[object]


def save(dossier: Dossier, path: Path) -> bool:
    """Write the dossier and say whether the file changed; the judgements of one already there are kept.

    The file is replaced in one step, so a killed run leaves the older one whole. Raises SetupError when `path` holds
    anything but a dossier, or cannot be written.
    """
    if path.exists():
        check(path)
        with contextlib.suppress(SetupError):
            if _there(path, dossier):
                return False
    if not path.parent.is_dir():
        raise SetupError("no-folder", f"there is no folder {path.parent}.", "Make it, or choose another -o.")
    try:
        _replace(dossier, path)
    except (OSError, sqlite3.OperationalError) as err:
        raise SetupError("not-written", f"{path} could not be written ({err}).", "Choose another -o.") from err
    return True


def _there(path: Path, dossier: Dossier) -> bool:
    """The file holds this already: as it was found, or, for a dossier that was corrected, as people corrected it."""
    found = load(path, corrected=False)
    if replace(found, judgements=()) == replace(dossier, judgements=()):
        return set(map(_row, dossier.judgements)) <= set(map(_row, found.judgements))
    return bool(dossier.judgements) and judged(found) == dossier


def _row(judgement: Judgement) -> str:
    return judgement.id


def _kept(path: Path, dossier: Dossier) -> list[Judgement]:
    """The judgements already in the file, then those the dossier brings from another one."""
    kept = judgements(path) if path.exists() else []
    known = {judgement.id for judgement in kept}
    return kept + [judgement for judgement in dossier.judgements if judgement.id not in known]


def _replace(dossier: Dossier, path: Path) -> None:
    _sweep(path)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.{os.getpid()}.", suffix=".tmp", dir=path.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        _fill(temporary, dossier)
        # mkstemp makes a file only its owner can read; a dossier is an ordinary file.
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)
        with held(path):  # a judgement made while the file was filled is in none yet
            _judgements(temporary, _kept(path, dossier))
            with temporary.open("rb") as file:
                os.fsync(file.fileno())
            temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _sweep(path: Path) -> None:
    """Remove what killed runs left half-written beside the dossier; the process in the name says whose it is."""
    if os.name != "posix":
        return
    for place in sorted(path.parent.glob(f".{glob.escape(path.name)}.*.tmp")):
        owner = place.name.removeprefix(f".{path.name}.").split(".")[0]
        if owner.isdigit() and not _alive(int(owner)):
            with contextlib.suppress(OSError):
                place.unlink()


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _judgements(path: Path, kept: Iterable[Judgement]) -> None:
    db = sqlite3.connect(path)
    try:
        db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        with db:
            for judgement in kept:
                insert(db, judgement)
    finally:
        db.close()


def _fill(path: Path, dossier: Dossier) -> None:
    db = sqlite3.connect(path)
    try:
        # No journal and no waiting: until it is renamed the file is nobody's, and it is flushed once, before that.
        db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        db.executescript(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};\n{schema()}")
        with db:
            db.execute("INSERT INTO schema_version VALUES (?)", (VERSION,))
            for table, rows in _tables(dossier):
                _insert(db, table, rows)
            db.execute("INSERT INTO document_text (document_text) VALUES ('rebuild')")
    finally:
        db.close()


def _insert(db: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    for row in rows:
        marks = ", ".join("?" * len(row))
        db.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608  # the names are the ones below


def _tables(dossier: Dossier) -> Iterator[tuple[str, Iterable[Row]]]:
    yield "manifest", sorted(dossier.manifest.items())
    yield "document", _documents(dossier)
    yield "statement", _statements(dossier)
    yield "entity", _entities(dossier)
    yield "mention", _mentions(dossier)
    yield (
        "link",
        ((n, x.id, x.left, x.right, x.relation, x.by, x.score, x.matter) for n, x in enumerate(dossier.links, 1)),
    )
    yield "origin", ((n, x.id, x.named, x.why) for n, x in enumerate(dossier.origins, 1))
    yield (
        "origin_member",
        ((n, m, member) for n, x in enumerate(dossier.origins, 1) for m, member in enumerate(x.members, 1)),
    )
    yield "reason", _reasons(dossier)
    yield (
        "issue",
        (
            (n, x.id, x.stage, x.severity, x.code, x.message, x.document, x.path, codec.dumps(x.anchor, codec.ANCHOR))
            for n, x in enumerate(dossier.issues, 1)
        ),
    )


def _documents(dossier: Dossier) -> Iterator[Row]:
    for number, doc in enumerate(dossier.documents, 1):
        digest = hashlib.sha256(doc.text.encode("utf-8")).hexdigest()
        date = codec.dump_published(doc.published)
        yield (
            number, doc.id, doc.path, doc.lang, doc.outlet, doc.url, doc.title, date, doc.text, doc.sha256, digest,
            codec.dumps(doc.offset_map, codec.OFFSETS), doc.author, doc.agency, codec.dump_published(doc.updated),
            codec.dumps(doc.dates, codec.DATES),
        )  # fmt: skip


def _passage(anchor: Anchor) -> Row:
    return (anchor.document, anchor.start, anchor.end, anchor.exact, anchor.prefix, anchor.suffix)


def _statements(dossier: Dossier) -> Iterator[Row]:
    for number, found in enumerate(dossier.statements, 1):
        yield (
            number, found.id, found.kind, *_passage(found.anchor), found.polarity, found.certainty, found.conditional,
            found.reported, found.by, found.score, codec.dumps(found.body.row(found), codec.JSON),
            codec.dumps(found.body, codec.body_type(found.kind)), codec.dumps(found.attribution, codec.ATTRIBUTION),
            codec.dumps(found.holds_at, codec.HOLDS_AT), codec.dumps(found.value, codec.VALUE),
            codec.dumps(found.about, codec.NAMES), codec.dumps(found.claims, codec.CLAIMS),
        )  # fmt: skip


def _entities(dossier: Dossier) -> Iterator[Row]:
    for number, entity in enumerate(dossier.entities, 1):
        yield number, entity.id, entity.named, entity.type, codec.dumps(entity.reasons, codec.NAMES)


def _mentions(dossier: Dossier) -> Iterator[Row]:
    every = ((entity, mention) for entity in dossier.entities for mention in entity.names)
    for number, (entity, mention) in enumerate(every, 1):
        yield (
            number, entity.id, *_passage(mention.anchor), mention.type, mention.form, mention.gender, mention.number,
            mention.known_as, codec.dumps(mention.apposed, codec.ANCHOR),
        )  # fmt: skip


def _reasons(dossier: Dossier) -> Iterator[Row]:
    links = ((n, None, reason) for n, link in enumerate(dossier.links, 1) for reason in link.reasons)
    origins = ((None, n, reason) for n, origin in enumerate(dossier.origins, 1) for reason in origin.reasons)
    for number, (link, origin, reason) in enumerate((*links, *origins), 1):
        args, anchors = codec.dumps(reason.args, codec.ARGS), codec.dumps(reason.anchors, codec.ANCHORS)
        yield number, link, origin, reason.code, _sentence(reason), args, anchors


def _sentence(reason: Reason) -> str:
    try:
        return say(reason.code, reason.args, "en")
    except KeyError:
        return reason.code
