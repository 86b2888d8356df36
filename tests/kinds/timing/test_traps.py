"""Words that look like times and are none."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le texte a été adopté, puis a été publié."),
        ("fr", "L'acte XIV du mouvement a commencé."),
        ("fr", "Un homme âgé de 25 ans et une femme de 31 ans sont blessés."),
        ("fr", "Le code postal est 35000 et l'article 1382 reste en vigueur."),
        ("fr", "Appelez le 02 99 12 34 56 pour réserver."),
        ("fr", "Il a obtenu 52,4 % des voix et 1 950 bulletins."),
        ("fr", "C'est le second tour et le premier ministre attend."),
        ("fr", "La planète Mars fascine."),
        ("fr", "Un jour, il partira."),
        ("fr", "Avril Dumont a chanté."),
        ("en", "They may march on, and the sun will set."),
        ("en", "May I speak? March on the capital!"),
        ("en", "A minute amount of the poison; the second suspect fled."),
        ("en", "The boy, aged 12, and his 9-year-old sister are safe."),
        ("en", "Prices fall and leaves spring from the ground."),
        ("en", "Call 555-0199 or visit 1600 homes."),
    ],
)
def test_nothing_is_found(read, lang, text):
    assert [s.anchor.exact for s in read(text, lang)] == []


def test_passages_of_credit_lines_are_left_alone(annotate):
    from recoupe.kinds.fault.body import FaultBody
    from recoupe.kinds.timing.extract import extract
    from recoupe.types import Statement

    account = annotate("Le pont a rouvert hier.\nPublié le 3 mars 2022 à 18 h 20", "fr")
    anchor = account.anchor(24, len(account.document.text))
    fault = Statement("f-1", "fault", anchor, FaultBody("credit-line"))
    assert [s.anchor.exact for s in extract(account, [fault])] == ["hier"]


def test_seventeen_is_no_month(read):
    found = read("Dix-sept personnes et vingt-sept autres sont parties mardi.", "fr")
    assert [time.anchor.exact for time in found] == ["mardi"]


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("fr", "Samedi, le cortège a gagné la place du marché.", "2022-06-11"),
        ("en", "President Alma Norton Saturday signed the bill.", "2022-06-11"),
    ],
)
def test_a_weekday_that_opens_a_sentence_or_closes_a_name_is_a_day(read, lang, text, value):
    assert [s.value.value for s in read(text, lang)] == [value]
