"""What relative expressions are counted from, and what stays open."""

from __future__ import annotations

import datetime as dt

import pytest


def values(statements):
    return [(s.anchor.exact, s.value.value) for s in statements]


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("fr", "Le préfet a reçu les maires jeudi.", "2022-06-09"),
        ("fr", "Le préfet recevra les maires jeudi.", "2022-06-16"),
        ("fr", "Le préfet doit recevoir les maires jeudi.", "2022-06-16"),
        ("fr", "Les maires prévoient de rencontrer le préfet jeudi.", "2022-06-16"),
        ("fr", "La rencontre prévue jeudi est annulée.", "2022-06-16"),
        ("fr", "Le préfet a indiqué que la route rouvrirait jeudi.", "2022-06-16"),
        ("fr", "Le préfet a reçu les maires mercredi.", "2022-06-15"),
        ("fr", "Le défilé de samedi a réuni deux mille personnes.", "2022-06-11"),
        ("fr", "Le musée rouvre jeudi.", "2022-06-16"),
        ("fr", "Les urnes ouvrent jeudi.", "2022-06-16"),
        ("fr", "Les maires ont été convoqués pour jeudi.", "2022-06-16"),
        ("en", "The museum reopens on Thursday.", "2022-06-16"),
        ("en", "Polls open on Thursday.", "2022-06-16"),
        ("en", "A strike has been called for Thursday.", "2022-06-16"),
        ("en", "A meeting called for Thursday will be held in Hexmoor.", "2022-06-16"),
        ("en", "The mayor met the union on Thursday.", "2022-06-09"),
        ("en", "The mayor will meet the union on Thursday.", "2022-06-16"),
        ("en", "The mayor plans to meet the union on Thursday.", "2022-06-16"),
        ("en", "The mayor met the union on Wednesday.", "2022-06-15"),
        ("en", "The talks were postponed until Thursday.", "2022-06-16"),
    ],
)
def test_a_weekday_follows_the_sense_of_its_clause(read, lang, text, value):
    assert [s.value.value for s in read(text, lang)][:1] == [value]


def test_without_a_publication_date_only_absolute_expressions_have_a_value(read):
    text = "Le conseil a voté lundi le budget 2023. Il siège désormais à Rennes, où il est né en mai 1998, hier encore."
    found = {s.anchor.exact: s.value for s in read(text, "fr", None)}
    assert found["lundi"].value is None and found["lundi"].why == "no publication date"
    assert found["hier"].value is None
    assert found["2023"].value == "2023" and found["mai 1998"].value == "1998-05"
    assert found["désormais"].value == "PRESENT_REF"


def test_the_eve_is_counted_from_the_last_day_named(read):
    text = "Le 3 mars 2022, le maire a démissionné. La veille, il niait tout."
    assert [value for _, value in values(read(text, "fr"))] == ["2022-03-03", "2022-03-02"]
    assert values(read("She resigned on May 4 and left the next day.", "en"))[1] == ("the next day", "2022-05-05")


def test_a_clock_time_takes_the_day_that_follows_it(read):
    assert values(read("The doors will open at 9 a.m. Tuesday.", "en"))[0] == ("9 a.m.", "2022-06-21T09:00")


def test_an_hour_of_the_night_belongs_to_the_next_day(read):
    found = read("Dans la nuit de lundi à mardi, vers 3 heures du matin, le toit s'est effondré.", "fr")
    assert values(found) == [("nuit de lundi à mardi", "2022-06-13TNI"), ("3 heures du matin", "2022-06-14T03:00")]


def test_by_the_end_of_the_year_has_no_first_day(read):
    (found,) = read("Le pont sera rendu d'ici la fin de l'année.", "fr")
    assert (found.anchor.exact, found.value.value, found.value.mod) == ("la fin de l'année", "2022", "BEFORE")
    assert (found.value.earliest, found.value.latest) == (None, dt.date(2022, 12, 31))


def test_an_ambiguous_numeric_date_stays_open(read):
    (found,) = read("Filed 03/05/2021", "en")
    assert found.value.value is None and "either way" in found.value.why


def test_the_row_is_the_contract(read):
    (found,) = read("Il a plu plus de deux heures.", "fr")
    assert found.body.row(found) == {
        "text": "plus de deux heures",
        "timex_type": "DURATION",
        "value": "PT2H",
        "mod": "MORE_THAN",
    }
