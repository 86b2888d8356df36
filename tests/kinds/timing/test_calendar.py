from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.kinds.timing import calendar

DAYS = st.dates(dt.date(1600, 1, 1), dt.date(2200, 12, 31))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2020-W53-WE", "2021-01-02", "2021-01-03"),
        ("2019-Q3", "2019-07-01", "2019-09-30"),
        ("2019-H2", "2019-07-01", "2019-12-31"),
        ("2019-WI", "2019-12-01", "2020-02-29"),
        ("2021-05-03T18:42", "2021-05-03", "2021-05-03"),
        ("196", "1960-01-01", "1969-12-31"),
        ("14", "1400-01-01", "1499-12-31"),
    ],
)
def test_the_days_of_a_value(value, first, last):
    assert calendar.days(value) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize("value", [None, "PRESENT_REF", "P3M", "XXXX-WXX-6", "2021-02-30", "2021-13"])
def test_what_has_no_days(value):
    assert calendar.days(value) == (None, None)


@given(DAYS, st.sampled_from(["D", "W", "M", "Q", "6M", "Y", "10Y", "100Y"]))
def test_a_day_lies_in_its_unit(day, unit):
    first, last = calendar.days(calendar.at(day, unit))
    assert first is not None and last is not None and first <= day <= last


@given(DAYS, st.integers(0, 6))
def test_weekdays(day, weekday):
    before, near, after = (calendar.weekday_near(day, weekday, way) for way in (-1, 0, 1))
    assert before.weekday() == near.weekday() == after.weekday() == weekday
    assert before < day < after
    assert 1 <= (day - before).days <= 7 and 1 <= (after - day).days <= 7 and abs((day - near).days) <= 3


@given(DAYS, st.sampled_from(["START", "MID", "END"]))
def test_a_mod_never_widens(day, mod):
    first, last = calendar.days(calendar.at(day, "Y"))
    low, high = calendar.narrow((first, last), mod)
    assert first <= low <= high <= last


def test_feasts():
    assert calendar.feast("E+0", 2015) == dt.date(2015, 4, 5)
    assert calendar.feast("11-4TH", 2013) == dt.date(2013, 11, 28)
    assert calendar.feast("07-14", 2016) == dt.date(2016, 7, 14)
