"""What an interrupted run had found, account by account, so that the same command goes on where it stopped.

One line an account beside the dossier, `.story.db.part`: a digest, then JSON. A line cut short by a kill or a full disk
fails its digest and ends what is believed. The file goes away once the dossier is written.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import IO, Any

from recoupe.store import codec
from recoupe.types import Anchor, Document, Issue, Mention, Statement

HINTS: dict[str, Any] = {
    "anchor": Anchor,
    "attribution": codec.ATTRIBUTION,
    "holds_at": codec.HOLDS_AT,
    "value": codec.VALUE,
    "claims": codec.CLAIMS,
    "about": codec.NAMES,
}
MENTIONS: Any = tuple[Mention, ...]
ISSUES: Any = tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What was found in one account; `mentions` is None when it could not be analysed, which the issues say."""

    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...] | None
    issues: tuple[Issue, ...]


class Journal:
    """The parts found so far. A disk that cannot take a line costs the resuming, never the run."""

    def __init__(self, dossier: Path, models: Mapping[str, str] | None = None, version: str = "") -> None:
        self.path = dossier.with_name(f".{dossier.name}.part")
        self._models, self._version = dict(models or {}), version
        self._parts, self._sound = _read(self.path)
        self._file: IO[bytes] | None = None
        self._closed = False
        self.resumed = 0

    def get(self, document: Document) -> Part | None:
        """What was found in this account, when its text, what is known of it, its model and our version are as then."""
        found = self._parts.get(self._key(document))
        with contextlib.suppress(ValueError, TypeError, KeyError):
            if found is not None:
                part = _part(found)
                self.resumed += 1
                return part
        return None

    def put(self, document: Document, part: Part) -> None:
        """Keep what was found in this account."""
        if self._closed:
            return
        body = json.dumps([self._key(document), _plain(part)], ensure_ascii=False).encode("utf-8", "surrogatepass")
        try:
            if self._file is None:
                self._file = self.path.open("r+b" if self.path.exists() else "w+b")
                self._file.truncate(self._sound)
                self._file.seek(self._sound)
            self._file.write(_digest(body) + b" " + body + b"\n")
            self._file.flush()
        except OSError:
            self.close()

    def close(self) -> None:
        """Stop writing; what is there stays for the next run."""
        file, self._file, self._closed = self._file, None, True
        with contextlib.suppress(OSError):
            if file is not None:
                file.close()

    def done(self) -> None:
        """The dossier is written: nothing is left to resume."""
        self.close()
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

    def _key(self, document: Document) -> str:
        known = (
            self._version,
            self._models.get(document.lang),
            *(str(getattr(document, f.name)) for f in fields(document)),
        )
        return hashlib.sha256(json.dumps(known).encode("ascii")).hexdigest()


def _digest(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest()[:16].encode("ascii")


def _read(path: Path) -> tuple[dict[str, Any], int]:
    """The parts of the lines that are whole, and the length of those lines."""
    parts: dict[str, Any] = {}
    sound = 0
    try:
        with path.open("rb") as file:
            for line in file:
                digest, _, body = line.partition(b" ")
                if not line.endswith(b"\n") or _digest(body[:-1]) != digest:
                    break
                key, part = json.loads(body.decode("utf-8", "surrogatepass"))
                parts[key] = part
                sound += len(line)
    except (OSError, ValueError):
        pass
    return parts, sound


def _plain(part: Part) -> list[Any]:
    return [
        [_statement(found) for found in part.statements],
        None if part.mentions is None else codec.dumps(part.mentions, MENTIONS),
        codec.dumps(part.issues, ISSUES),
    ]


def _statement(found: Statement) -> dict[str, Any]:
    row = {f.name: getattr(found, f.name) for f in fields(found)}
    row |= {name: codec.dumps(row[name], hint) for name, hint in HINTS.items()}
    return {**row, "body": codec.dumps(found.body, codec.body_type(found.kind))}


def _part(plain: list[Any]) -> Part:
    statements, mentions, issues = plain
    return Part(
        tuple(_loaded(row) for row in statements),
        None if mentions is None else codec.loads(mentions, MENTIONS),
        codec.loads(issues, ISSUES),
    )


def _loaded(row: dict[str, Any]) -> Statement:
    known = {name: codec.loads(row[name], hint) for name, hint in HINTS.items()}
    return Statement(**{**row, **known, "body": codec.loads(row["body"], codec.body_type(row["kind"]))})
