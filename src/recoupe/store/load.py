"""Reading a dossier back: `load` gives what `save` was given, as people have corrected it since."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from recoupe.errors import SetupError
from recoupe.judge import judged
from recoupe.store import codec
from recoupe.store.connect import reading, unswept
from recoupe.store.judgements import stored
from recoupe.types import Anchor, Document, Dossier, Entity, Issue, Link, Mention, Origin, Reason, Statement


def load(path: Path, *, corrected: bool = True) -> Dossier:
    """The dossier stored at `path`, people's judgements in effect; without them, as it was found, when not `corrected`.

    Raises SetupError when it is missing, no dossier, or does not hold together.
    """
    with reading(path) as db, unswept():
        try:
            found = _dossier(db)
            return judged(found) if corrected else found
        except (ValueError, TypeError) as err:
            raise broken(path) from err
        finally:
            codec.again.cache_clear()


def broken(path: Path) -> SetupError:
    """What is said of a dossier whose rows cannot be what was saved."""
    message = f"the dossier {path} does not hold together."
    return SetupError("broken-dossier", message, f"`recoupe verify {path}` lists what is wrong.")


def _dossier(db: sqlite3.Connection) -> Dossier:
    of_links, of_origins = reasons(_rows(db, "reason"))
    return Dossier(
        documents=tuple(document(row) for row in _rows(db, "document")),
        statements=tuple(statement(row) for row in _rows(db, "statement")),
        entities=_entities(db),
        links=tuple(link(row, tuple(of_links[row["position"]])) for row in _rows(db, "link")),
        origins=_origins(db, of_origins),
        issues=tuple(_issue(row) for row in _rows(db, "issue")),
        manifest=dict(db.execute("SELECT key, value FROM manifest ORDER BY key").fetchall()),
        judgements=stored(db),
    )


def _rows(db: sqlite3.Connection, table: str) -> list[sqlite3.Row]:
    return db.execute(f"SELECT * FROM {table} ORDER BY position").fetchall()  # noqa: S608  # names from this file


def _anchor(row: sqlite3.Row) -> Anchor:
    return Anchor(row["document"], row["start"], row["end"], row["exact"], row["prefix"], row["suffix"])


def document(row: sqlite3.Row) -> Document:
    """An account of the table `document`."""
    return Document(
        id=row["id"],
        text=row["text"],
        lang=row["lang"],
        path=row["path"],
        outlet=row["outlet"],
        url=row["url"],
        title=row["title"],
        published=codec.load_published(row["published"]),
        sha256=row["sha256"],
        offset_map=codec.loads(row["offset_map"], codec.OFFSETS),
        author=row["author"],
        agency=row["agency"],
        updated=codec.load_published(row["updated"]),
        dates=codec.loads(row["dates"], codec.DATES),
    )


def statement(row: sqlite3.Row) -> Statement:
    """A passage of the table `statement`."""
    return Statement(
        id=row["id"],
        kind=row["kind"],
        anchor=_anchor(row),
        body=codec.loads(row["body"], codec.body_type(row["kind"])),
        attribution=codec.again(row["attribution"], codec.ATTRIBUTION),
        holds_at=codec.again(row["holds_at"], codec.HOLDS_AT),
        polarity=row["polarity"],
        certainty=row["certainty"],
        conditional=bool(row["conditional"]),
        reported=bool(row["reported"]),
        about=codec.again(row["about"], codec.NAMES),
        by=row["made_by"],
        score=row["score"],
        value=codec.again(row["value"], codec.VALUE),
        claims=codec.again(row["claims"], codec.CLAIMS),
    )


def _entities(db: sqlite3.Connection) -> tuple[Entity, ...]:
    names: dict[str, list[Mention]] = defaultdict(list)
    for row in _rows(db, "mention"):
        apposed = codec.again(row["apposed"], codec.ANCHOR)
        mention = Mention(
            _anchor(row), row["type"], row["form"], row["gender"], row["number"], apposed, row["known_as"]
        )
        names[row["entity"]].append(mention)
    return tuple(
        Entity(row["id"], row["named"], row["type"], tuple(names[row["id"]]), codec.again(row["reasons"], codec.NAMES))
        for row in _rows(db, "entity")
    )


def reasons(rows: Iterable[sqlite3.Row]) -> tuple[dict[int, list[Reason]], dict[int, list[Reason]]]:
    """The rows of the table `reason`: those of links and those of origins, by the position of what they belong to."""
    links: dict[int, list[Reason]] = defaultdict(list)
    origins: dict[int, list[Reason]] = defaultdict(list)
    for row in rows:
        args, anchors = codec.again(row["args"], codec.ARGS), codec.again(row["anchors"], codec.ANCHORS)
        owner = links[row["link"]] if row["link"] is not None else origins[row["origin"]]
        owner.append(Reason(row["code"], args, anchors))
    return links, origins


def link(row: sqlite3.Row, why: tuple[Reason, ...]) -> Link:
    """A relation of the table `link`."""
    return Link(
        id=row["id"],
        left=row["left_id"],
        right=row["right_id"],
        relation=row["relation"],
        reasons=why,
        by=row["made_by"],
        score=row["score"],
        matter=row["matter"],
    )


def _origins(db: sqlite3.Connection, reasons: dict[int, list[Reason]]) -> tuple[Origin, ...]:
    members: dict[int, list[str]] = defaultdict(list)
    for row in db.execute("SELECT origin, member FROM origin_member ORDER BY origin, position"):
        members[row["origin"]].append(row["member"])
    return tuple(
        Origin(row["id"], row["named"], tuple(members[row["position"]]), row["why"], tuple(reasons[row["position"]]))
        for row in _rows(db, "origin")
    )


def _issue(row: sqlite3.Row) -> Issue:
    return Issue(
        id=row["id"],
        stage=row["stage"],
        code=row["code"],
        message=row["message"],
        document=row["document"],
        path=row["path"],
        anchor=codec.again(row["anchor"], codec.ANCHOR),
        severity=row["severity"],
    )
