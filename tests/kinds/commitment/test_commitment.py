"""Every example of the commitment tables commits someone; what is no promise does not."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.mentions import find
from recoupe.annotate.pipeline import load
from recoupe.annotate.whitespace import parse
from recoupe.kinds.commitment.extract import extract
from recoupe.kinds.commitment.status import on, status
from recoupe.kinds.timing.extract import extract as extract_times
from recoupe.lang import entries
from recoupe.types import Document, Dossier, Timex

DAY = dt.date(2031, 2, 25)


def commitments(lang, text):
    document = Document("d-1", text, lang, published=DAY)
    doc = parse(load(lang), text)
    annotated = Annotated(document, doc, find(document, doc))
    return list(extract(annotated, list(extract_times(annotated, []))))


@pytest.mark.parametrize(
    ("lang", "text", "passage"),
    [
        ("fr", "La direction promet une prime de 500 euros.", "La direction promet une prime de 500 euros"),
        ("fr", "La société prévoit l'ouverture de trois magasins d'ici 2033.", "La société prévoit l'ouverture"),
        ("fr", "Le ministre s'est dit prêt à recevoir les marins.", "Le ministre s'est dit prêt à recevoir"),
        ("en", "The minister said he was ready to meet the sailors.", "he was ready to meet the sailors"),
        ("en", "There is no question of closing the ward, the mayor said.", "no question of closing the ward"),
        ("en", "Police vowed to find the thieves.", "Police vowed to find the thieves"),
    ],
)
def test_presents_stances_and_refusals_commit(lang, text, passage):
    (found,) = commitments(lang, text)
    assert passage in found.anchor.exact


def examples(key):
    return [
        pytest.param(lang, example, id=f"{lang}: {example}")
        for lang in ("fr", "en")
        for row in entries(lang, "commitments")
        for example in row.get(key, ())
    ]


@pytest.mark.parametrize(("lang", "example"), examples("examples"))
def test_every_example_is_a_commitment(lang, example):
    assert len(commitments(lang, example)) == 1


@pytest.mark.parametrize(("lang", "example"), examples("negative_examples"))
def test_a_future_of_what_cannot_act_is_none(lang, example):
    assert commitments(lang, example) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "La ville va-t-elle vendre le stade ?"),
        ("fr", "La ville a vendu le stade en 2029."),
        ("fr", "Quand le maire partira, la ville sera calme."),
        ("fr", "Le maire aura bientôt soixante ans."),
        ("fr", "Le pont pourrait s’effondrer."),
        ("en", "Will the town sell the stadium?"),
        ("en", "The town sold the stadium in 2029."),
        ("en", "The bridge could collapse."),
        ("en", "The vote will mean little."),
    ],
)
def test_questions_facts_forecasts_and_chances_are_none(lang, text):
    assert commitments(lang, text) == []


@pytest.mark.parametrize(
    ("lang", "text", "who", "due", "firmness"),
    [
        ("fr", "Le maire a promis de rouvrir la piscine en juin.", "Le maire", "2031-06", "firm"),
        ("fr", "La région prévoit de racheter le château en juin 2031.", "La région", "2031-06", "planned"),
        (
            "fr",
            "Le roi a dit que les deux villes tiendraient une réunion.",
            "les deux villes",
            None,
            "planned",
        ),
        ("fr", "Si le prix baisse, la ville rachètera le château.", "la ville", None, "conditional"),
        ("fr", "Le syndicat menace de bloquer le port.", "Le syndicat", None, "conditional"),
        ("en", "The mayor promised to reopen the pool in June.", "The mayor", "2031-06", "firm"),
        ("en", "If prices fall, the town will buy the castle.", "the town", None, "conditional"),
        ("en", "Officials said the town would hold talks.", "the town", None, "planned"),
    ],
)
def test_who_is_bound_by_when_and_how_firmly(lang, text, who, due, firmness):
    (found,) = commitments(lang, text)
    row = found.body.row(found)
    assert (row["who"], row["due"], row["certainty"], row["status"]) == (who, due, firmness, "open")
    assert found.anchor.exact == text[found.anchor.start : found.anchor.end] == row["text"]


def test_two_verbs_of_one_subject_are_one_commitment():
    (found,) = commitments("en", "The company intends to cooperate and will answer the letter.")
    assert found.anchor.exact == "The company intends to cooperate and will answer the letter"


def test_the_source_and_the_reporting_clause_stay_outside():
    (found,) = commitments("fr", "La ville vendra le stade en mars, selon la radio.")
    assert found.anchor.exact == "La ville vendra le stade en mars"


def timex(first, last, mod=None):
    return Timex("DATE", "x", mod, first, last)


JUNE = timex(dt.date(2031, 6, 1), dt.date(2031, 6, 30))


@pytest.mark.parametrize(
    ("due", "day", "expected"),
    [
        (None, DAY, "open"),
        (JUNE, None, "open"),
        (JUNE, dt.date(2031, 5, 31), "open"),
        (JUNE, dt.date(2031, 6, 1), "due"),
        (JUNE, dt.date(2031, 7, 1), "overdue"),
        (timex(None, None), DAY, "unknown"),
        (timex(None, dt.date(2031, 6, 30), "BEFORE"), dt.date(2031, 6, 1), "open"),
        (timex(None, dt.date(2031, 6, 30), "BEFORE"), dt.date(2031, 6, 30), "due"),
    ],
)
def test_where_a_commitment_stands(due, day, expected):
    assert status(due, day) == expected


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_a_commitment_never_goes_back(first, last, one, other):
    order = ["open", "due", "overdue"]
    due = timex(min(first, last), max(first, last))
    earlier, later = sorted((one, other))
    assert order.index(status(due, earlier)) <= order.index(status(due, later))


@pytest.mark.parametrize(
    ("lang", "text", "passage"),
    [
        ("fr", "Le tribunal doit juger le prévenu à partir du 17\u00a0mars.", "17\u00a0mars"),
        ("fr", "Le roi a dit : « J’irais volontiers. » Le débat aura lieu en juin.", "débat"),
        ("en", "The king said at the time that it would sell the castle.", "sell the castle"),
        ("en", "The union threatened in May to close the port.", "to close the port"),
        ("en", "The forms are due Mar. 5, 2031.", "due Mar"),
        ("en", "The minister is to visit Brest on March 5, 2031.", "visit Brest"),
        ("fr", "La société a jusqu’au 5 mars 2031 pour répondre.", "jusqu’au 5 mars"),
    ],
)
def test_a_commitment_is_found_whole(lang, text, passage):
    (found,) = commitments(lang, text)
    assert passage in found.anchor.exact


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Les élus devraient mieux écouter les riverains."),
        ("fr", "Ceux qui partiront perdront leur place."),
        ("fr", "Pourquoi le maire vendra le stade"),
        ("fr", "Les pêcheurs n’avaient pas l’intention de bloquer le port."),
        ("en", "The mayor said: “I would thank anyone who helps.”"),
        ("en", "Anyone who will vote needs a card."),
        ("en", "Monday will bring an answer."),
        ("en", "The coach Will Wade said little."),
    ],
)
def test_advice_anyone_and_words_that_only_look_ahead_are_none(lang, text):
    assert commitments(lang, text) == []


def test_the_one_who_promises_is_the_one_who_says_so():
    (found,) = commitments("fr", "Le maire a promis de rouvrir la piscine.")
    assert found.body.row(found)["attributed_to"] == "Le maire"


def test_a_status_needs_a_day_and_never_tells_an_outcome():
    (found,) = commitments("fr", "Le maire a promis de rouvrir la piscine en juin 2031.")
    dossier = Dossier((), (found,), (), (), (), (), {})
    assert found.body.status == "open"
    for day, expected in (((2031, 5, 31), "open"), ((2031, 6, 15), "due"), ((2031, 7, 1), "overdue")):
        (seen,) = on(dossier, dt.date(*day)).statements
        assert seen.body.status == expected
