"""Passages that look alike and are of another moment, place or thing."""

from __future__ import annotations

import datetime as dt

import pytest

from recoupe.pipeline import run
from recoupe.types import Document, Dossier

DAY = dt.date(2026, 3, 10)
DATES = [
    ("en", "The federal forms are due March 20. The town council forms must be returned by March 16."),
    ("fr", "Les dossiers fédéraux devront être remis le 20 mars. Les dossiers communaux seront remis le 16 mars."),
]
MOMENTS = [
    (
        "en",
        "Dozens of farmers marched through Corvale on Saturday.",
        "Dozens of farmers marched through Corvale on Monday.",
    ),
    ("fr", "Des agriculteurs ont défilé samedi à Corvignac.", "Des agriculteurs ont défilé lundi à Corvignac."),
]
ACTORS = [
    (
        "en",
        "The state parliament is investigating the bridge closure.",
        "City prosecutors are investigating the bridge closure.",
    ),
    ("fr", "Le parlement enquête sur la fermeture du pont.", "Les procureurs enquêtent sur la fermeture du pont."),
]
APART = [
    (
        "fr",
        "Un bac percute le quai nord de Corvale. Trois passagers ont été blessés.",
        "Les travaux du quai nord de Corvale sont repoussés à la fin du mois. La mairie s'excuse.",
    ),
    (
        "en",
        "A ferry hit the north quay of Corvale. Three passengers were hurt.",
        "The repairs of the north quay of Corvale are put off to the end of the month. The council is sorry.",
    ),
]


def found(lang: str, *texts: str) -> Dossier:
    """The dossier of accounts of one day."""
    return run([Document(f"d-{n}", text, lang, outlet=f"Outlet {n}", published=DAY) for n, text in enumerate(texts)])


@pytest.mark.parametrize(("lang", "text"), DATES)
def test_two_dates_of_one_account_are_for_two_things(lang: str, text: str) -> None:
    assert {link.relation for link in found(lang, text).links} == {"scope"}


@pytest.mark.parametrize(("lang", "one", "other"), MOMENTS)
def test_one_act_on_two_days(lang: str, one: str, other: str) -> None:
    links = found(lang, one, other).links
    assert any(link.relation == "scope" and "other-moment" in {r.code for r in link.reasons} for link in links)
    assert not any(link.relation in {"agrees", "contradicts"} for link in links)


def test_a_clause_around_a_time_is_shown_through_its_act() -> None:
    one = "The council cancelled the increase of the harbour tax on Monday evening."
    other = "On Monday evening, the council cancelled the increase of the harbour tax, weeks after it was announced."
    dossier = found("en", one, other)
    kinds = {dossier.statement(end).kind for link in dossier.links for end in (link.left, link.right)}
    assert "event" in kinds


@pytest.mark.parametrize(("lang", "one", "other"), ACTORS)
def test_two_bodies_that_do_alike_do_not_agree(lang: str, one: str, other: str) -> None:
    assert "agrees" not in {link.relation for link in found(lang, one, other).links}


@pytest.mark.parametrize(("lang", "one", "other"), APART)
def test_two_acts_in_one_place_do_not_agree(lang: str, one: str, other: str) -> None:
    assert "agrees" not in {link.relation for link in found(lang, one, other).links}
