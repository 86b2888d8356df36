from __future__ import annotations

import pytest

from recoupe.annotate.annotate import annotate
from recoupe.pipeline import extract
from recoupe.types import Document

TWICE = [
    ("fr", "Le port de Clairval rouvrira lundi à tous les navires."),
    ("en", "The port of Clairval will open to all ships on Monday."),
]
NEARLY = [
    (
        "fr",
        "Le port de Clairval rouvrira lundi à tous les navires qui attendent au large depuis la tempête.",
        "Le port de Clairval rouvrira lundi à tous les navires qui attendent au large depuis la tempette.",
    ),
    (
        "en",
        "The port of Clairval will open on Monday to all the ships that have waited outside since the storm.",
        "The port of Clairval will open on Monday to all ships that have waited outside since the storm.",
    ),
]
APART = [
    (
        "fr",
        "Le premier des deux marins arrêtés mardi soir sur le quai a été remis en liberté par le juge.",
        "Le second des deux marins arrêtés mardi soir sur le quai a été remis en liberté par le juge.",
    ),
    (
        "fr",
        "Le conseil de la ville a voté mardi soir le plan du port par 12 voix contre 3.",
        "Le conseil de la ville a voté mardi soir le plan du port par 14 voix contre 3.",
    ),
    (
        "en",
        "The council of the town said on Tuesday evening that it would sell the old port to Ames.",
        "The council of the town said on Tuesday evening that it would sell the old port to Park.",
    ),
    (
        "en",
        "The council of the town said on Tuesday evening that it would sell the old port to them.",
        "The council of the town said on Tuesday evening that it would not sell the old port to them.",
    ),
]


@pytest.mark.parametrize(("lang", "sentence"), TWICE)
def test_a_sentence_pasted_twice_is_shown_the_second_time(faults, lang, sentence):
    between = "La mer est calme." if lang == "fr" else "The sea is calm."
    assert faults(f"{sentence}\n{between}\n{sentence}", lang) == [("repeated", sentence)]


@pytest.mark.parametrize(("lang", "first", "second"), NEARLY)
def test_a_slip_of_the_pen_makes_no_new_sentence(faults, lang, first, second):
    assert faults(f"{first} {second}", lang) == [("repeated", second)]


@pytest.mark.parametrize(("lang", "first", "second"), APART)
def test_another_number_name_root_or_negation_is_another_statement(faults, lang, first, second):
    assert faults(f"{first}\n{second}", lang) == []


def test_a_whole_paragraph_is_one_fault(faults):
    paragraph = "The port of Clairval will open to all ships on Monday. The mayor of the town will be there to see it."
    assert faults(f"{paragraph}\nThe sea is calm.\n{paragraph}", "en") == [("repeated", paragraph)]


def test_of_a_sentence_set_apart_and_in_its_paragraph_the_one_set_apart_is_the_copy(faults):
    sentence = "The port of Clairval will open to all ships on Monday."
    text = f"{sentence}\nThe mayor spoke at noon. {sentence} He left."
    assert faults(text, "en") == [("repeated", sentence)]


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("fr", "« Nous enverrons 300 marins à Clairval lundi 5 avril », a déclaré le maire Paul Vernier."),
        ("en", "“We will send 300 sailors to Clairval on Monday,” Mayor Ruth Ames said on 5 April."),
    ],
)
def test_nothing_is_taken_from_a_passage_that_is_repeated(lang, sentence):
    text = f"{sentence}\n{'La mer est calme.' if lang == 'fr' else 'The sea is calm.'}\n{sentence}"
    second = text.rindex(sentence)
    found = extract(annotate(Document(id="d", text=text, lang=lang)))
    assert {s.kind for s in found if s.anchor.start < second} >= {"quotation", "figure", "time", "commitment"}
    assert [s.kind for s in found if s.anchor.end > second] == ["fault"]
