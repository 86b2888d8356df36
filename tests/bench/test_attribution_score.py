"""The scorer of quotations on small cases counted by hand."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

PATH = Path(__file__).resolve().parents[2] / "bench" / "attribution" / "score.py"


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("attribution_score", PATH)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


score = _load()


def quote(*spans: tuple[int, int], form: str = "direct", **rest: str) -> object:
    return score.Quote(spans, form, **rest)


def test_overlap_counts_shared_characters_over_the_longer() -> None:
    assert score.overlap([(0, 10)], [(5, 15)]) == 0.5
    assert score.overlap([(0, 10), (20, 30)], [(0, 10)]) == 0.5
    assert score.overlap([], []) == 0


def test_pairs_are_one_to_one_best_first() -> None:
    found = [quote((0, 10)), quote((0, 9))]
    gold = [quote((0, 9))]
    assert score.pair(found, gold, 0.3) == [(1, 0)]


@pytest.mark.parametrize(
    ("found", "gold", "same"),
    [
        ("Hélène Prudhomme", "Helene PRUDHOMME", True),
        ("Mme Prudhomme", "Hélène Prudhomme", True),
        ("le ministre", "Hélène Prudhomme", False),
        (None, "Hélène Prudhomme", False),
        ("le", "la", False),
    ],
)
def test_names(found: str | None, gold: str, same: bool) -> None:
    assert score.same_name(found, gold) is same


def test_measures_of_one_account() -> None:
    gold = [
        quote((0, 20), named="Anna Roy", cue="a dit"),
        quote((30, 50), form="indirect", named="Paul", cue="selon", via="Radio Sud"),
        quote((60, 90), form="mixed"),
    ]
    found = [quote((0, 20), named="Roy", cue="dit"), quote((30, 44), form="indirect", named="Roy"), quote((100, 110))]
    tally = score.compare(found, gold)
    assert tally.counts["content, overlap 0.3"] == [2, 3, 3]
    assert tally.counts["content, overlap 0.8"] == [1, 3, 3]
    assert tally.counts["recall of mixed"] == [0, 1, 1]
    assert tally.counts["speaker"] == [1, 2, 2]
    assert tally.counts["found with its speaker"] == [1, 2, 2]
    assert tally.counts["cue"] == [1, 2, 2]
    assert tally.counts["via"] == [0, 0, 1]
    assert tally.f1("content, overlap 0.3") == 66.7
    tally.merge(tally)
    assert tally.counts["speaker"] == [2, 4, 4]
