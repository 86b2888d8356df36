"""The order in which the accounts are given changes nothing of what is found."""

import json
from itertools import permutations
from pathlib import Path

from recoupe.export.rows import rows
from recoupe.pipeline import run
from recoupe.read import ReadOptions, read_all

FOLDER = Path(__file__).parents[2] / "bench" / "relations" / "tramway"


def test_the_order_of_the_files_changes_nothing_but_the_order():
    reading = read_all(sorted(FOLDER.glob("*.txt")), ReadOptions((), FOLDER / "meta.json"))
    found = {
        tuple(sorted(json.dumps(row, sort_keys=True) for row in rows(run(order))))
        for order in list(permutations(reading.documents.values()))[:4]
    }
    assert len(found) == 1
