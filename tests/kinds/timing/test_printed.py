"""Any date the report can print, it reads back."""

from __future__ import annotations

import datetime as dt

import pytest
import spacy
from babel.dates import format_date
from hypothesis import example, given, settings
from hypothesis import strategies as st

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.timing.extract import extract
from recoupe.types import Document

BLANK = spacy.blank("xx")
SENTENCE = {"fr": "Le pont a cédé le {} à Sète.", "en": "The bridge fell on {} in Leeds."}
MONTH = {"fr": "Le pont a cédé en {} à Sète.", "en": "The bridge fell in {} in Leeds."}
DAYS = st.dates(dt.date(1700, 1, 1), dt.date(2099, 12, 31))


def values(text: str, lang: str) -> list[str | None]:
    return [found.value.value for found in extract(Annotated(Document(id="d", text=text, lang=lang), BLANK(text)), ())]


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("pattern", ["long", "medium", "full"])
@settings(max_examples=60, deadline=None, derandomize=True)
@example(dt.date(2022, 5, 1))
@given(day=DAYS)
def test_a_printed_day_is_read_back(lang, pattern, day):
    assert values(SENTENCE[lang].format(format_date(day, pattern, locale=lang)), lang) == [day.isoformat()]


@pytest.mark.parametrize("lang", ["fr", "en"])
@settings(max_examples=40, deadline=None, derandomize=True)
@given(day=DAYS)
def test_a_printed_month_is_read_back(lang, day):
    assert values(MONTH[lang].format(format_date(day, "MMMM y", locale=lang)), lang) == [f"{day:%Y-%m}"]
