"""The order in which the accounts are given changes nothing of what is found.

Sorted by `type` and then `id`, the lines of the export are the same bytes.
"""

import datetime as dt
import json
import random
from pathlib import Path

import pytest

from recoupe.export.jsonl import write
from recoupe.pipeline import run
from recoupe.read import ReadOptions, read_all
from recoupe.types import Document

BENCH = Path(__file__).parents[2] / "bench"
FOLDERS = sorted(path.parent for path in (BENCH / "relations").glob("*/meta.json"))
SHUFFLES = 3
DAY = dt.date(2031, 4, 24)


def exported(documents):
    """The export of the accounts in this order, its lines sorted by the documented key."""
    lines = list(write(run(documents)))
    return "".join(sorted(lines, key=lambda line: (json.loads(line)["type"], json.loads(line)["id"])))


def shuffled(documents):
    """Three other orders: the last first, and two by chance."""
    yield documents[::-1]
    for seed in range(SHUFFLES - 1):
        order = list(documents)
        random.Random(seed).shuffle(order)
        yield order


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_the_order_of_the_files_changes_nothing_but_the_order(folder):
    read = read_all(sorted(folder.glob("*.txt")), ReadOptions((), folder / "meta.json"))
    documents = list(read.documents.values())
    first = exported(documents)
    assert all(exported(order) == first for order in shuffled(documents))


def test_nor_does_it_between_languages():
    texts = [path for story in ("quai", "barrage") for path in sorted((BENCH / "crosslang" / story).glob("*.txt"))]
    documents = [Document(f"{p.parent.name}-{p.stem}", p.read_text("utf-8"), p.stem, published=DAY) for p in texts]
    first = exported(documents)
    assert "same place" in first
    assert all(exported(order) == first for order in shuffled(documents))
