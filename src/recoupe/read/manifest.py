"""A manifest: one row an account, saying where it was published, when, and under what title.

JSON (a list of rows, or an object from a document's name to its row), CSV with a header, or TOML (`[[account]]`).
A row's `path` counts from the manifest's own folder.
"""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recoupe.errors import InputError, SetupError
from recoupe.read.encoding import decode

FIELDS = ("id", "lang", "outlet", "published", "title", "url")
SAME = {"locator": "url", "date": "published"}


@dataclass(frozen=True, slots=True)
class Row:
    """What the manifest says about one account: its file, and the fields it gives."""

    path: Path
    fields: dict[str, str]
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """The rows of a manifest file, in its order."""

    path: Path
    rows: tuple[Row, ...]

    def about(self, file: Path) -> Row | None:
        """The row of this file: the same file, whatever way the path is written."""
        resolved = file.resolve()
        return next((row for row in self.rows if row.path.resolve() == resolved), None)


def load(path: Path) -> Manifest:
    """The manifest at `path`; raises SetupError `bad-manifest` when it cannot be used at all."""
    try:
        text, _ = decode(path.read_bytes())
        parse = PARSERS[path.suffix.lower()]
        rows = [_row(path.parent, fields) for fields in parse(text)]
    except KeyError as err:
        raise _bad(path, f"its suffix is none of {', '.join(sorted(PARSERS))}") from err
    except OSError as err:
        raise _bad(path, (err.strerror or "it cannot be opened").lower()) from err
    except (InputError, ValueError, TypeError, RecursionError) as err:
        raise _bad(path, str(err) or type(err).__name__) from err
    return Manifest(path, tuple(rows))


def _bad(path: Path, why: str) -> SetupError:
    remedy = "A manifest is .json, .csv or .toml with rows of: path, outlet, published, lang, title, url."
    return SetupError("bad-manifest", f"the manifest {path} cannot be used: {why}.", remedy)


def _row(folder: Path, fields: dict[str, Any]) -> Row:
    name = fields.get("path")
    if not isinstance(name, str) or not name.strip():
        raise ValueError("a row has no path")
    kept: dict[str, str] = {}
    unknown: list[str] = []
    for key, value in fields.items():
        field = SAME.get(key, key)
        if field in FIELDS and value is not None and str(value).strip():
            # TOML has dates of its own; str() of a moment would lose the « T ».
            kept[field] = value.isoformat() if hasattr(value, "isoformat") else str(value).strip()
        elif field not in FIELDS and field != "path":
            unknown.append(str(key))
    return Row(_file(folder, name.strip()), kept, tuple(unknown))


def _file(folder: Path, name: str) -> Path:
    """The file a row names; a name without its suffix finds the one file that begins with it."""
    file = folder / name
    if not file.exists() and folder.is_dir():
        same = sorted(path for path in folder.iterdir() if path.stem == name and path.is_file())
        if len(same) == 1:
            return same[0]
    return file


def _json(text: str) -> Iterator[dict[str, Any]]:
    value = json.loads(text)
    if isinstance(value, dict):
        rows = value.get("account", value.get("accounts"))
        value = rows if rows is not None else [{"path": name, **fields} for name, fields in value.items()]
    yield from _checked(value)


def _toml(text: str) -> Iterator[dict[str, Any]]:
    yield from _checked(tomllib.loads(text).get("account"))


def _csv(text: str) -> Iterator[dict[str, Any]]:
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter):
        yield {key.strip(): value for key, value in row.items() if key}


def _checked(rows: Any) -> Sequence[dict[str, Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError("it holds no rows")
    return rows


PARSERS: dict[str, Callable[[str], Iterator[dict[str, Any]]]] = {".csv": _csv, ".json": _json, ".toml": _toml}
