"""A number below zero that is only about so has its bounds in order."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recoupe.kinds.figure.numerals import around


@pytest.mark.parametrize(("value", "low", "high"), [("-40", "-44", "-36"), ("-1", "-2", "0"), ("40", "36", "44")])
def test_bounds_are_in_order(value, low, high):
    assert around(Decimal(value)) == (Decimal(low), Decimal(high))
