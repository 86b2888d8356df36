from __future__ import annotations

import datetime as dt

import pytest

from recoupe.kinds.timing.bounds import date_bounds
from recoupe.kinds.timing.extract import extract


@pytest.mark.parametrize(
    ("lang", "text", "not_before", "exact"),
    [
        ("fr", "Le parlement a adopté la loi en mars 2019. Il avait siégé en 2011.", dt.date(2019, 3, 1), "mars 2019"),
        ("fr", "Le gouvernement a promis une usine en 2031.", None, None),
        ("fr", "La taxe a été annulée pour l'année 2031.", None, None),
        ("fr", "Le pont sera rendu en 2031.", None, None),
        ("en", "The troops left the country in 2014.", dt.date(2014, 1, 1), "2014"),
        ("en", "The bridge will open in 2031.", None, None),
    ],
)
def test_what_a_text_proves_of_its_own_date(annotate, lang, text, not_before, exact):
    account = annotate(text, lang, None)
    found, anchor = date_bounds(account, list(extract(account, ())))
    assert found == not_before
    assert (anchor.exact if anchor else None) == exact
