"""What the report prints, the extractors read back: any number, interval, day, month, year, length of time."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.figure.extract import extract as figures
from recoupe.kinds.timing.extract import extract as times
from recoupe.report.words import Words
from recoupe.types import Document, Quantity, Timex

BLANK = spacy.blank("xx")
LANGS = st.sampled_from(["fr", "en"])
FRAMES = {"fr": ("Il reste {} sacs.", "On le dit : {}."), "en": ("There are {} bags.", "They say: {}.")}
DAYS = st.dates(dt.date(1500, 1, 1), dt.date(2099, 12, 31))
SIXTY = settings(deadline=None, max_examples=60)


def account(text: str, lang: str, day: dt.date | None = None) -> Annotated:
    return Annotated(Document("d", text, lang, published=day), BLANK(text))


def quantities(text: str, lang: str) -> list[Quantity]:
    return [statement.value for statement in figures(account(text, lang), ())]


def timexes(text: str, lang: str) -> list[Timex]:
    return [statement.value for statement in times(account(text, lang, dt.date(2022, 6, 15)), ())]


@SIXTY
@given(st.integers(2, 10**12), LANGS)
def test_a_whole_number(number, lang):
    text = FRAMES[lang][0].format(Words(lang).number(Decimal(number)))
    assert [(q.low, q.high) for q in quantities(text, lang)] == [(number, number)]


@SIXTY
@given(st.decimals(Decimal("0.001"), 10**6, places=3), LANGS, st.sampled_from(["percent", "EUR", "kilometer"]))
def test_a_decimal_with_its_unit(number, lang, unit):
    printed = Words(lang).quantity(Quantity(number, number, unit))
    assert quantities(FRAMES[lang][1].format(printed), lang) == [Quantity(number, number, unit)]


@SIXTY
@given(st.integers(2, 10**9), st.integers(1, 10**6), LANGS)
def test_an_interval(low, more, lang):
    printed = Words(lang).quantity(Quantity(Decimal(low), Decimal(low + more)))
    found = quantities(FRAMES[lang][0].format(printed), lang)
    assert [(q.low, q.high) for q in found] == [(low, low + more)]


@SIXTY
@given(st.integers(2, 10**9), LANGS, st.booleans())
def test_a_bound(number, lang, below):
    bound = Decimal(number)
    printed = Words(lang).quantity(Quantity(None, bound) if below else Quantity(bound, None))
    found = quantities(FRAMES[lang][0].format(printed), lang)
    assert [(q.low, q.high) for q in found] == [(None, bound) if below else (bound, None)]


@SIXTY
@given(DAYS, LANGS)
def test_a_day(day, lang):
    text = FRAMES[lang][1].format(Words(lang).day(day))
    assert [(t.type, t.value) for t in timexes(text, lang)] == [("DATE", day.isoformat())]


@SIXTY
@given(DAYS, LANGS)
def test_a_day_of_publication_with_its_weekday(day, lang):
    text = FRAMES[lang][1].format(Words(lang).published(Document("d", "x", lang, published=day)))
    assert [t.value for t in timexes(text, lang)] == [day.isoformat()]


@SIXTY
@given(DAYS, LANGS)
def test_a_month_and_a_year(day, lang):
    month = f"{day:%Y-%m}"
    text = FRAMES[lang][1].format(Words(lang).timex(Timex("DATE", month)))
    assert [t.value for t in timexes(text, lang)] == [month]
    text = {"fr": "La loi date de {}.", "en": "It was built in {}."}[lang].format(day.year)
    assert [t.value for t in timexes(text, lang)] == [f"{day.year:04d}"]


@SIXTY
@given(st.integers(1, 400), st.sampled_from(["P{}Y", "P{}M", "P{}W", "P{}D", "PT{}H", "PT{}M"]), LANGS)
def test_a_length_of_time(number, shape, lang):
    value = shape.format(number)
    text = {"fr": "La grève a duré {}.", "en": "The strike lasted {}."}[lang]
    printed = Words(lang).timex(Timex("DURATION", value))
    assert [(t.type, t.value) for t in timexes(text.format(printed), lang)] == [("DURATION", value)]


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("shape", ["PXY", "PXM", "PXW", "PXD"])
def test_a_vague_length_of_time(lang, shape):
    text = {"fr": "La grève a duré {}.", "en": "The strike lasted {}."}[lang]
    printed = Words(lang).timex(Timex("DURATION", shape))
    assert [t.value for t in timexes(text.format(printed), lang)] == [shape]
