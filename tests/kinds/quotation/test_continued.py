"""What an attribution cuts in two, names the tagger mistakes, relative clauses before a colon, cries, mistaken calls."""

import pytest

from tests.kinds.quotation.reading import read

# ruff: noqa: E501  # one case a line

CASES = [
    ("fr", "Le projet coûtera, selon la préfecture, plus de dix millions d'euros.", ["Le projet coûtera", "plus de dix millions d'euros"], "la préfecture"),
    ("fr", "Les travaux commenceront, a annoncé le maire, au printemps.", ["Les travaux commenceront", "au printemps"], "le maire"),
    ("fr", "Trois personnes ont, selon la police, été blessées dans l'accident.", ["Trois personnes ont", "été blessées dans l'accident"], "la police"),
    ("fr", "L'incendie a détruit, selon un premier bilan, une dizaine de maisons, mais le port est sauf.", ["L'incendie a détruit", "une dizaine de maisons"], "un premier bilan"),
    ("en", "The project will cost, according to the council, more than $10 million.", ["The project will cost", "more than $10 million"], "the council"),
    ("en", "The works will start, the mayor said, in the spring.", ["The works will start", "in the spring"], "the mayor"),
    ("fr", "« Le pain perdu nourrit deux fois », raconte Odile Vasseur.", ["Le pain perdu nourrit deux fois"], "Odile Vasseur"),
    ("fr", "Pour le quotidien clermontois, le budget présenté hier n'est « ni juste ni sérieux ».", ["le budget présenté hier n'est « ni juste ni sérieux »"], "le quotidien clermontois"),
    ("fr", "Elle se souvient d'un père qui répétait : « On ne vend pas la terre. »", ["On ne vend pas la terre."], "un père"),
    ("fr", "Elle garde en tête les mots du patron qui lui répétait : « On verra bien demain ».", ["On verra bien demain"], "patron"),
    ("fr", "Dans la salle, on criait « Démission ! ».", ["Démission !"], "on"),
    ("en", "\"It goes up like paper,\" a man identified by police as Dale Hurst, 41, is heard saying. \"Tell them to hurry.\"", ["It goes up like paper,", "Tell them to hurry."], "a man identified by police as Dale Hurst"),
    ("en", "Alicia Price shot back that Wells “couldn’t find the county with a map.”", ["Wells “couldn’t find the county with a map.”"], "Alicia Price"),
]  # fmt: skip

# The attribution's own circumstances, and who the speaker is, are no part of what is said.
WHOLE = [
    ("fr", "La digue sera refaite, a annoncé le maire, dans un communiqué.", ["La digue sera refaite"]),
    ("fr", "La digue tiendra, a promis le maire, lundi.", ["La digue tiendra"]),
    ("fr", "La digue tiendra, selon Nadia Férant, une élue du port.", ["La digue tiendra"]),
    ("en", "The wall will hold, the mayor said, in an interview.", ["The wall will hold"]),
    ("en", "The wall will hold, the mayor said, on Monday.", ["The wall will hold"]),
]

SILENT = [("fr", "Le député en appelle au ministre."), ("en", "Asked a second time, he repeated the answer.")]


@pytest.mark.parametrize(("lang", "text", "contents", "speaker"), CASES)
def test_words_and_speaker(lang, text, contents, speaker):
    [row] = [q.row for q in read(text, lang)]
    assert [c["text"] for c in row["contents"]] == contents
    assert row["speaker"]["text"] == speaker


@pytest.mark.parametrize(("lang", "text", "contents"), WHOLE)
def test_stops_at_the_attribution(lang, text, contents):
    [row] = [q.row for q in read(text, lang)]
    assert [c["text"] for c in row["contents"]] == contents


@pytest.mark.parametrize(("lang", "text"), SILENT)
def test_nothing_said(lang, text):
    assert read(text, lang) == []


def test_words_quoted_inside_quoted_words():
    text = "‘A man came out in March, looked down the hole for a while and said “that’s not good at all, is it”. That was all,’ she said."
    rows = [q.row for q in read(text, "en")]
    assert [row["contents"][0]["text"] for row in rows if row["speaker"]["text"] != "she"] == [
        "that’s not good at all, is it"
    ]


def test_what_people_in_general_say_is_nobody_s():
    text = "‘People say, “The town is finished and nobody will come back”. I doubt it,’ she said."
    assert [q.row["speaker"]["text"] for q in read(text, "en")] == ["she"]


MORE = [
    ("en", "The UN estimates that one house in three is empty.", ["one house in three is empty"], "The UN"),
    ("fr", "Le syndicat des dockers affirme de son côté que quinze personnes ont été blessées.", ["quinze personnes ont été blessées"], "Le syndicat des dockers"),
    ("fr", "La maire a répété de nouveau que le pont tiendrait.", ["le pont tiendrait"], "La maire"),
    ("fr", "La présidente lui demande pourquoi les actes portaient son cachet.", ["pourquoi les actes portaient son cachet"], "La présidente"),
    ("fr", "« Compatible, cela ne veut pas dire identique ? » s'est engouffrée Me Agnès Roumaze, l'une des avocates.", ["Compatible, cela ne veut pas dire identique ?"], "Me Agnès Roumaze"),
    ("fr", "« Et nos clients, ils passent par où ? », interpelle aussitôt Nadine Poulard, boulangère.", ["Et nos clients, ils passent par où ?"], "Nadine Poulard"),
    ("fr", "Yves Kerdran, lequel assure que le port rouvrira, a déposé plainte.", ["le port rouvrira"], "Yves Kerdran"),
    ("fr", "Les parents se plaignent de n'avoir « aucun interlocuteur ».", ["n'avoir « aucun interlocuteur »"], "Les parents"),
    ("fr", "Le chauffeur a affirmé, quelques heures après l'accident, avoir « freiné trop tard ».", ["avoir « freiné trop tard »"], "Le chauffeur"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "contents", "speaker"), MORE)
def test_questions_unknown_verbs_and_asides(lang, text, contents, speaker):
    test_words_and_speaker(lang, text, contents, speaker)


def test_estimates_that_are_a_noun_report_nothing():
    assert read("The latest UN estimates that officials cited were wrong.", "en") == []


def test_an_idea_told_before_is_not_what_is_said():
    assert read("L'élu n'écarte pas l'idée.", "fr") == []
