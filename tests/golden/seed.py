"""The seed story, where it lies beside the checkout; tests that need it skip without it."""

from __future__ import annotations

import dataclasses
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from recoupe.export.rows import Row, rows
from recoupe.pipeline import run
from recoupe.read import read
from recoupe.read.options import ReadOptions
from recoupe.types import Dossier

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
SEED = SHARED / "stories" / "irak-2021"
A, B = "003_3a352c4aa6d4a153", "000_c9966ca5c70217d2"
FILES = [SEED / f"{A}.txt", SEED / f"{B}.txt"]

needs_seed = pytest.mark.skipif(not SEED.exists(), reason="the seed story is not beside this checkout (../shared)")


@cache
def dossier(dated: bool = True) -> Dossier:
    """The dossier of the two accounts, with the dates of the story's README or with none."""
    documents, issues = read(FILES, ReadOptions(manifest=SEED / "meta.json" if dated else None))
    if not dated:
        documents = [dataclasses.replace(document, published=None) for document in documents]
    return run(documents, issues)


@cache
def exported(dated: bool = True) -> tuple[Row, ...]:
    """The rows of its export."""
    return tuple(rows(dossier(dated)))


def of(kind: str, name: str | None = None, dated: bool = True) -> list[Row]:
    """The rows of one kind, in one account when it is named."""
    ids = {str(row["id"]): Path(str(row["path"])).stem for row in exported(dated) if row["type"] == "document"}
    found = [row for row in exported(dated) if row["type"] == kind]
    return [row for row in found if name is None or ids[str(row["document"])] == name]


def text(name: str) -> str:
    """The stored text of an account."""
    return (SEED / f"{name}.txt").read_text("utf-8")


def passage(name: str, words: str) -> tuple[int, int]:
    """Where the words stand in an account."""
    start = text(name).index(words)
    return start, start + len(words)


@cache
def gold() -> dict[str, Any]:
    """The scorable part of what a careful reader finds; nothing where the story is missing."""
    if not SEED.exists():
        return {"annotations": {}, "relations": []}
    found: dict[str, Any] = json.loads((SEED / "gold.json").read_text("utf-8"))
    return found


def gold_of(name: str, what: str) -> list[dict[str, Any]]:
    """One list of the gold of one account, such as its `quotations`."""
    found: list[dict[str, Any]] = gold()["annotations"].get(name, {}).get(what, [])
    return found
