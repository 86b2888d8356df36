"""What the library prints, it reads back: every number and every date of a report, in both languages."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import spacy
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.figure.extract import extract as figures
from recoupe.kinds.timing.calendar import days
from recoupe.kinds.timing.extract import extract as times
from recoupe.report.words import Words
from recoupe.types import Document, Quantity, Timex

BLANK = spacy.blank("xx")
LANGS = st.sampled_from(["fr", "en"])
NOUN = {"fr": "personnes", "en": "people"}
UNITS = ["EUR", "USD", "GBP", "percent", "kilometer", "meter", "centimeter", "kilogram", "hectare"]
DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31))


def read(text, lang, published):
    account = Annotated(Document(id="d", text=text, lang=lang, published=published), BLANK(text))
    found = times(account, ())
    return [s.value for s in found], [s.value for s in figures(account, found)]


def timex(kind, value, mod=None):
    first, last = days(value)
    return Timex(kind, value, mod, first, last, "absolute")


@settings(deadline=None, max_examples=200)
@given(LANGS, DAYS, DAYS, st.sampled_from(["", "TMO", "TAF", "TEV", "TNI"]))
def test_a_day_and_its_part(lang, day, published, part):
    printed = timex("TIME" if part else "DATE", day.isoformat() + part)
    (found,), numbers = read(f"Date : {Words(lang).timex(printed)}.", lang, published)
    assert (found.type, found.value) == (printed.type, printed.value)
    assert not numbers


@settings(deadline=None, max_examples=200)
@given(LANGS, DAYS, DAYS, st.sampled_from([None, "START", "MID", "END"]), st.booleans())
def test_a_month_or_a_year_and_its_edge(lang, day, published, mod, yearly):
    printed = timex("DATE", f"{day:%Y}" if yearly else f"{day:%Y-%m}", mod)
    text = Words(lang).timex(printed)
    (found,), numbers = read(f"{'En' if lang == 'fr' else 'In'} {text}.", lang, published)
    assert (found.value, found.mod) == (printed.value, printed.mod), text
    assert not numbers


@settings(deadline=None, max_examples=150)
@given(LANGS, st.integers(2, 99), st.sampled_from(["PY", "PM", "PW", "PD", "PTH", "PTM"]))
def test_a_duration(lang, number, code):
    printed = Timex("DURATION", f"{code[:-1]}{number}{code[-1]}", None, None, None, "absolute")
    text = Words(lang).timex(printed)
    (found,), numbers = read(f"{'Pendant' if lang == 'fr' else 'For'} {text}.", lang, None)
    assert (found.type, found.value) == ("DURATION", printed.value), text
    assert not numbers


@settings(deadline=None, max_examples=100)
@given(LANGS, DAYS, st.integers(1, 400))
def test_two_ends(lang, start, length):
    end = start + dt.timedelta(days=length)
    text = Words(lang)("time.between", start=Words(lang).day(start), end=Words(lang).day(end))
    found, _ = read(f"{text}.", lang, dt.date(2020, 1, 1))
    assert [t.value for t in found] == [start.isoformat(), end.isoformat()], text


NUMBERS = st.decimals(min_value=0, max_value=10**12, places=0) | st.decimals(min_value=0, max_value=10**6, places=2)


@settings(deadline=None, max_examples=300)
@given(LANGS, NUMBERS, NUMBERS, st.sampled_from(["=", "-", ">", "<", "~"]), st.sampled_from(["count", *UNITS]))
def test_a_quantity(lang, one, other, shape, unit):
    low, high = sorted((Decimal(one), Decimal(other) + 1))
    # « 2 à 3 000 » is read as two to three thousand, as the press means it.
    assume(shape not in {"-", "~"} or high % 1000 or not low < high / 1000 <= 10 * low)
    printed = {
        "=": Quantity(low, low, unit),
        "-": Quantity(low, high, unit),
        ">": Quantity(low, None, unit),
        "<": Quantity(None, high, unit),
        "~": Quantity(low, high, unit, approx=True),
    }[shape]
    noun = f" {NOUN[lang]}" if unit == "count" else ""
    text = f"{Words(lang).quantity(printed)}{noun} {'ici' if lang == 'fr' else 'here'}."
    found, numbers = read(text, lang, None)
    assert not found, text
    assert [(n.low, n.high, n.unit, n.approx) for n in numbers] == [
        (printed.low, printed.high, unit, printed.approx)
    ], text
