"""A term to act in falls due on its last day; a length of time that is no term gives no date."""

import datetime as dt

import pytest

from recoupe.kinds.commitment.period import last_day
from recoupe.types import Document, Statement, Timex
from tests.kinds.commitment.test_commitment import commitments

DAY = dt.date(2031, 2, 25)


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("fr", "Le maire s'est engagé à rouvrir le port sous six mois.", "2031-08"),
        ("fr", "La mairie publiera ses comptes dans les deux prochaines semaines.", "2031-03-11"),
        ("fr", "Le préfet prendra une décision dans un délai de dix jours.", "2031-03-07"),
        ("en", "The mayor has promised to reopen the port within six months.", "2031-08"),
        ("en", "The firm will publish its accounts within two weeks.", "2031-03-11"),
        ("en", "The mayor promised to repair the bridge over the next three years.", "2034"),
    ],
)
def test_a_term_falls_due_on_its_last_day(lang, text, value):
    (found,) = commitments(lang, text)
    assert (found.body.due.value, found.body.due.mod) == (value, "BEFORE")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le maire a promis de fermer le port pendant six mois."),
        ("en", "The mayor promised to close the port for six months."),
    ],
)
def test_how_long_a_thing_lasts_is_no_term(lang, text):
    (found,) = commitments(lang, text)
    assert found.body.due is None


def term(words, value, day=DAY, opening="within "):
    document = Document("d-1", opening + words, "en", published=day)
    anchor = document.anchor(len(opening), len(opening) + len(words))
    stated = Statement("t-1", "time", anchor, None, value=Timex("DURATION", value))
    return last_day(stated, document.text, "en", day)


def test_a_term_at_the_end_of_a_month_and_of_the_calendar():
    assert term("one month", "P1M", dt.date(2031, 1, 31)).latest == dt.date(2031, 2, 28)
    assert term("ten thousand years", "P10000Y") is None
    assert term("one month", "P1M", None) is None
    assert term("some months", "PXM") is None
