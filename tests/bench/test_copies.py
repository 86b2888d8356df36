"""The measure of copies tells a copy from an account written apart."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

PATH = Path(__file__).parents[2] / "bench/copies/measure.py"
SPEC = importlib.util.spec_from_file_location("copies_measure", PATH)
assert SPEC and SPEC.loader
measure = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(measure)


@pytest.mark.parametrize("name", measure.FLOORED)
def test_edited_accounts_are_found(name):
    first, other = measure.accounts()[:2]
    assert measure.copied(first, measure.EDITS[name](first, other))


def test_accounts_written_apart_and_rewritten_throughout_are_not():
    first, other = measure.accounts()[:2]
    assert not measure.copied(first, other)
    assert not measure.copied(first, measure.reworded(2)(first, other))
