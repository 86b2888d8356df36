"""Every example of the event tables gives an event of its class, and an event's passage holds those who take part."""

import pytest

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.mentions import find
from recoupe.annotate.pipeline import load
from recoupe.annotate.whitespace import parse
from recoupe.kinds.event.extract import extract
from recoupe.kinds.event.lexicon import lexicon
from recoupe.lang import entries
from recoupe.types import Document, Statement, Timex


def events(lang, text, found=()):
    document = Document("d-1", text, lang)
    doc = parse(load(lang), text)
    return list(extract(Annotated(document, doc, find(document, doc)), list(found)))


def examples():
    return [
        pytest.param(lang, row["class"], example, id=f"{lang} {row['class']}: {example}")
        for lang in ("fr", "en")
        for row in entries(lang, "events")
        for example in row["examples"]
    ]


@pytest.mark.parametrize(("lang", "plover", "example"), examples())
def test_every_example_is_an_event_of_its_class(lang, plover, example):
    assert plover in {event.body.plover for event in events(lang, example)}


@pytest.mark.parametrize("row", entries("shared", "plover"), ids=lambda row: row["class"])
def test_every_class_is_found_in_french_and_english(row):
    for lang, example in zip(("fr", "en"), row["examples"], strict=True):
        assert row["class"] in {event.body.plover for event in events(lang, example)}, example


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_both_languages_know_many_words_for_all_sixteen_classes(lang):
    words = lexicon(lang)
    assert len(words.verbs) + len(words.nouns) + len(words.phrases) >= 200
    assert {row["class"] for row in entries(lang, "events")} == {row["class"] for row in entries("shared", "plover")}


def test_a_passive_swaps_who_acts_and_who_is_acted_upon():
    (event,) = events("fr", "Trois hommes ont été arrêtés par la police.")
    assert [a.exact for a in event.body.actors] == ["la police"]
    assert [a.exact for a in event.body.recipients] == ["Trois hommes"]


def test_a_participle_with_its_agent_acts_upon_the_noun_it_follows():
    for lang, text in (
        ("fr", "Les hommes arrêtés par la police sont libres."),
        ("en", "The men arrested by police are free."),
    ):
        (event,) = events(lang, text)
        assert [a.exact.split()[-1] for a in event.body.actors] == ["police"]
        assert [a.exact.split()[1] for a in event.body.recipients] == [text.split()[1]]


def test_who_receives_help_is_the_recipient():
    for lang, text in (("fr", "Dix pêcheurs ont reçu des soins."), ("en", "Ten fishermen received treatment.")):
        (event,) = events(lang, text)
        assert [len(event.body.actors), len(event.body.recipients)] == [0, 1]


def test_a_pronoun_takes_part_as_well():
    (event,) = events("en", "Police arrested him again.")
    assert [a.exact for a in event.body.recipients] == ["him"]


def test_the_second_verb_has_the_subject_beside_it():
    (event,) = events("en", "His injuries are not serious and police have appealed for witnesses.")
    assert [a.exact for a in event.body.actors] == ["police"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Les chauves-souris du village sont menacées par les travaux."),
        ("fr", "La décision fut prise au plus haut sommet de l'État."),
        ("fr", "Les efforts déployés par le maire ont payé."),
        ("en", "The drought threatens the village."),
        ("en", "The mayor deployed great efforts."),
    ],
)
def test_a_thing_threatens_nobody_and_an_effort_is_no_troop(lang, text):
    assert [e.body.plover for e in events(lang, text)] == []


def test_the_passage_is_the_clause_and_not_the_sentence():
    text = "Le maire a démissionné lundi, a annoncé la radio, et la ville est calme."
    event = next(e for e in events("fr", text) if e.body.plover == "YIELD")
    assert event.anchor.exact.startswith("Le maire")
    assert "radio" not in event.anchor.exact


def test_denied_and_doubtful_events_say_so():
    (denied,) = [e for e in events("fr", "La police n’a arrêté aucun homme.") if e.body.plover == "COERCE"]
    assert denied.polarity == "negative"
    (doubtful,) = [e for e in events("en", "Police will probably arrest the man.") if e.body.plover == "COERCE"]
    assert doubtful.certainty == "probable"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Les troupes de combat déjeunent."),
        ("fr", "La recette demande trois œufs."),
        ("fr", "Le soleil frappe la vitre."),
        ("en", "The protest movement has a website."),
        ("en", "The sun hit the window."),
    ],
)
def test_words_out_of_their_frame_are_no_events(lang, text):
    assert events(lang, text) == []


def test_the_moment_stated_in_the_clause_is_kept():
    text = "La police a arrêté deux hommes samedi."
    document = Document("d-1", text, "fr")
    anchor = document.anchor(text.index("samedi"), text.index("samedi") + 6)
    value = Timex("DATE", "2031-03-01")
    time = Statement("t-1", "time", anchor, body=None, value=value)
    (event,) = events("fr", text, [time])
    assert event.holds_at == value
    row = event.body.row(event)
    assert row["class"] == "COERCE"
    assert row["holds_at"] == "2031-03-01"
    assert row["trigger"] == {"start": 12, "end": 18, "text": "arrêté"}


def test_a_threat_is_itself_a_fact():
    event = next(e for e in events("fr", "Le syndicat a menacé de bloquer le port.") if e.body.plover == "THREATEN")
    assert event.certainty == "certain"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Trois pêcheurs ont été blessés dans une collision."),
        ("fr", "La tempête a tué deux marins."),
        ("en", "Three fishermen were injured in a crash."),
        ("en", "The earthquake killed two sailors."),
    ],
)
def test_what_an_accident_does_is_no_assault(lang, text):
    assert "ASSAULT" not in {event.body.plover for event in events(lang, text)}


def test_a_day_receives_nothing():
    text = "The minister met on Monday."
    document = Document("d-1", text, "en")
    doc = parse(load("en"), text)
    day = document.anchor(18, 24)
    time = Statement("t-1", "time", day, None, value=Timex("DATE", "2031-02-24"))
    for event in extract(Annotated(document, doc, find(document, doc)), [time]):
        assert "Monday" not in {anchor.exact for anchor in event.body.recipients}


def test_a_past_verb_read_as_an_adjective_still_acts():
    (event,) = events("en", "Police seized weapons.")
    assert [a.exact for a in event.body.actors] == ["Police"]


def test_what_lies_ahead_says_so():
    (event,) = [e for e in events("en", "The minister will meet the fishermen.") if e.body.plover == "CONSULT"]
    assert event.body.ahead


def test_a_duty_told_of_someone_else_is_a_demand():
    found = events("en", "The minister said that the bank must pay the workers.")
    assert "REQUEST" in {event.body.plover for event in found}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Her strike from outside the area beat the goalkeeper."),
        ("en", "Norway host Sweden in the league on Thursday after a clash with Denmark."),
        ("fr", "Son tir a trompé le gardien et une frappe du milieu a doublé la mise."),
        ("fr", "La Norvège rencontrera la Suède en quart de finale du championnat."),
        ("en", "Why? she asked the mayor."),
        ("fr", "Elle a demandé au maire s'il venait."),
        ("fr", "Il a été victime d'une attaque cardiaque."),
    ],
)
def test_words_of_sport_and_questions_are_no_events(lang, text):
    assert events(lang, text) == []


@pytest.mark.parametrize(
    ("lang", "text", "plover"),
    [
        ("en", "Fans attacked a police officer after the match.", "ASSAULT"),
        ("fr", "Des supporters ont attaqué un policier après le match.", "ASSAULT"),
        ("en", "The union of footballers went on strike before the championship.", "PROTEST"),
    ],
)
def test_real_harm_at_a_match_is_an_event(lang, text, plover):
    assert plover in {event.body.plover for event in events(lang, text)}
