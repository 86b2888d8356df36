"""Every hedge and negation of the tables, and the readings of the French conditional, on sentences written for this."""

import pytest

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.conjugation import read
from recoupe.annotate.factuality import assess
from recoupe.annotate.pipeline import load
from recoupe.annotate.whitespace import parse
from recoupe.lang import entries
from recoupe.types import Document


def clause(lang, marked):
    """The factuality of the clause between square brackets."""
    start, end = marked.index("["), marked.index("]") - 1
    document = Document("d-1", marked.replace("[", "").replace("]", ""), lang)
    return assess(Annotated(document, parse(load(lang), document.text)), start, end)


def examples(table):
    return [
        pytest.param(lang, row, example, id=f"{lang}: {example}")
        for lang in ("fr", "en")
        for row in entries(lang, table)
        for example in row["examples"]
    ]


@pytest.mark.parametrize(("lang", "row", "example"), examples("negation"))
def test_every_negation_turns_its_clause_round(lang, row, example):
    assert clause(lang, example).polarity == "negative"


@pytest.mark.parametrize(("lang", "row", "example"), examples("hedges"))
def test_every_hedge_weakens_its_clause_and_does_not_negate_it(lang, row, example):
    facts = clause(lang, example)
    assert (facts.certainty, facts.polarity) == (row["certainty"], "positive")
    assert facts.conditional == (row["kind"] == "report" or row.get("report", False))
    assert facts.cues


@pytest.mark.parametrize(
    "example",
    [
        "[Ce vote marquerait la fin du chantier].",
        "Le plan [n’inclurait pas de nouvelle route].",
        "Le maire a déclaré que [cette réunion serait la dernière].",
        "Selon la radio, [trois marins seraient morts].",
        "[Le suspect aurait fui en Suède].",
    ],
)
def test_what_is_reported_and_not_confirmed_is_a_press_conditional(example):
    facts = clause("fr", example)
    assert facts.conditional
    assert facts.certainty == "possible"


@pytest.mark.parametrize(
    ("lang", "example"),
    [
        ("fr", "Les maires ont déclaré mercredi que [les deux communes tiendraient des pourparlers]."),
        ("fr", "Les maires ont dit qu’ils s’étaient mis d’accord et que [les deux communes tiendraient une réunion]."),
        ("fr", "On ne sait pas combien de marins [pourraient être blessés]."),
        ("fr", "[Le maire pourrait partir]."),
        ("fr", "[Il faudrait partir]."),
        ("fr", "Si le pont fermait, [le village serait isolé]."),
        ("fr", "« [Ce serait une erreur] », a dit le maire."),
        ("en", "[The mayor would leave]."),
        ("en", "The mayor said that [the town would hold talks]."),
    ],
)
def test_a_future_in_the_past_a_hypothesis_or_politeness_is_none(lang, example):
    assert not clause(lang, example).conditional


@pytest.mark.parametrize(
    ("lang", "example", "tense"),
    [
        ("fr", "[Le maire partira lundi].", "future"),
        ("fr", "[Le maire est parti].", "past"),
        ("fr", "[Le pont était fermé].", "past"),
        ("fr", "[Le maire attend un train].", "present"),
        ("fr", "Le maire a dit que [la ville vendrait le stade].", "future"),
        ("en", "[The mayor will leave on Monday].", "future"),
        ("en", "[The mayor left].", "past"),
        ("en", "[The mayor has left].", "past"),
        ("en", "[The mayor is leaving].", "present"),
    ],
)
def test_the_tense_is_that_of_the_finite_word(lang, example, tense):
    assert clause(lang, example).tense == tense


@pytest.mark.parametrize(
    ("lang", "example"),
    [
        ("fr", "[Le train n’a qu’une voiture]."),
        ("fr", "[Le maire a signé]."),
        ("fr", "Le maire part avant que [la pluie ne tombe]."),
        ("en", "[The mayor not only signed but smiled]."),
        ("en", "[Police arrested three men]."),
    ],
)
def test_a_restriction_or_an_empty_ne_negates_nothing(lang, example):
    assert clause(lang, example).polarity == "positive"


def test_a_noun_takes_the_negation_and_the_doubt_that_stand_with_it():
    assert clause("fr", "Le plan ne prévoit [aucun retrait].").polarity == "negative"
    assert clause("fr", "Le plan prévoit [un éventuel retrait].").certainty == "possible"
    assert clause("en", "There was [no deal].").polarity == "negative"


def test_a_negated_modal_is_negative_and_hedged():
    facts = clause("fr", "[Le nombre de marins ne devrait pas diminuer].")
    assert (facts.polarity, facts.certainty, facts.modal) == ("negative", "probable", True)


def test_cues_are_the_words_decided_on():
    facts = clause("fr", "[Le pont ne rouvrira probablement pas].")
    assert [anchor.exact for anchor in facts.cues] == ["ne", "probablement", "pas"]


@pytest.mark.parametrize("text", ["", "\n", "…", "ne", "Si ?", "« »"])
def test_nothing_is_said_of_what_is_no_clause(text):
    document = Document("d-1", text, "fr")
    annotated = Annotated(document, parse(load("fr"), text))
    for start in range(len(text) + 2):
        assert assess(annotated, start, start + 1).polarity in {"positive", "negative"}


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("annonceront", ("future", "annoncer")),
        ("tiendraient", ("conditional", "tenir")),
        ("appellera", ("future", "appeler")),
        ("emploierait", ("conditional", "employer")),
        ("découvrira", ("future", "découvrir")),
        ("serait", ("conditional", "être")),
    ],
)
def test_futures_and_conditionals_are_read_from_their_letters(form, expected):
    assert read(form) == expected


@pytest.mark.parametrize("form", ["entra", "montrait", "tira", "livrait", "opéra", "portrait", "retrait", "vrai"])
def test_past_forms_and_nouns_that_look_like_them_are_refused(form):
    assert read(form) is None
