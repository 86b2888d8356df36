"""What the name finder finds in texts written for it, and what it must leave alone."""

from __future__ import annotations

import datetime as dt

import pytest

from recoupe.annotate.annotate import annotate
from recoupe.lang import LANGUAGES, entries
from recoupe.resolve.entities import resolve_entities
from recoupe.types import Document, Mention

CAPITALS = [(lang, e) for lang in LANGUAGES for row in entries(lang, "capitals") for e in row["examples"]]
PLACES = [(lang, e) for lang in LANGUAGES for row in entries(lang, "places") for e in row["examples"]]
GROUPS = [(lang, e) for lang in LANGUAGES for row in entries(lang, "groups") for e in row["examples"]]
LISTED = [(name, row) for name in ("gazetteer", "organisations") for row in entries("shared", name)]
OFFICES = [e for row in entries("shared", "holders") for e in row["examples"]]


def mentions(text: str, lang: str) -> tuple[Mention, ...]:
    return annotate(Document("d-1", text, lang)).mentions


def found(text: str, lang: str, *forms: str) -> list[str]:
    return [m.anchor.exact for m in mentions(text, lang) if not forms or m.form in forms]


@pytest.mark.parametrize(("lang", "example"), CAPITALS)
def test_each_name_is_found_with_its_type(lang: str, example: dict[str, object]) -> None:
    types = {m.anchor.exact: m.type for m in mentions(str(example["text"]), lang) if m.form == "name"}
    for name in example["names"]:  # type: ignore[attr-defined]
        assert types.get(name) == example["type"]


@pytest.mark.parametrize(("lang", "example"), PLACES)
def test_each_place_is_found(lang: str, example: dict[str, str]) -> None:
    assert (example["place"], "LOC") in [(m.anchor.exact, m.type) for m in mentions(example["text"], lang)]


@pytest.mark.parametrize(("lang", "example"), GROUPS)
def test_each_group_is_found(lang: str, example: dict[str, str]) -> None:
    assert example["group"] in found(example["text"], lang, "description")


@pytest.mark.parametrize(("name", "row"), LISTED)
def test_every_listed_name_is_found_in_the_example_of_its_row(name: str, row: dict[str, object]) -> None:
    for text in row["examples"]:  # type: ignore[attr-defined]
        known = {m.known_as for lang in LANGUAGES for m in mentions(text, lang) if m.known_as}
        assert known, text


@pytest.mark.parametrize("example", OFFICES)
def test_an_office_alone_is_whom_the_account_names_and_the_day_gives_it_to(example: dict[str, str]) -> None:
    lang = "en" if " the " in example["text"].lower() + " " else "fr"
    document = Document("d-1", example["text"], lang, published=dt.date.fromisoformat(example["published"]))
    entities = resolve_entities([document], {"d-1": annotate(document).mentions})
    (person,) = [e for e in entities if e.named == example["named"]]
    assert "office-on-the-day" in person.reasons


def test_an_office_table_names_nobody_the_account_does_not() -> None:
    document = Document("d-1", "Le chef de l'État restera deux jours.", "fr", published=dt.date(2019, 3, 2))
    (entity,) = resolve_entities([document], {"d-1": annotate(document).mentions})
    assert entity.named == "chef de l'État"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Samedi, rien n'a bougé."),
        ("fr", "Pourquoi tant de hâte ? Aujourd'hui encore, personne ne sait."),
        ("fr", "LIRE AUSSI : ce qui change."),
        ("en", "Thursday was quiet. However, nobody left."),
        ("en", "Former allies fell out. Meanwhile, the rain went on."),
    ],
)
def test_days_openers_and_furniture_are_no_names(lang: str, text: str) -> None:
    assert found(text, lang, "name", "acronym") == []


def test_two_people_joined_by_and_are_two_names() -> None:
    assert {"Sheila Dunmore", "Cordell"} <= set(found("Sheila Dunmore and Cordell said no. Ian Cordell left.", "en"))


def test_a_name_goes_on_through_particles_and_stops_at_the_office() -> None:
    text = "Le ministre de l'Intérieur Hakim Sarraj a vu François de Varsenne et Lise Roux de Belmont."
    assert {"Hakim Sarraj", "François de Varsenne", "Lise Roux de Belmont"} <= set(found(text, "fr", "name"))
    assert found(text, "fr", "role") == ["ministre de l'Intérieur"]


def test_an_office_holds_the_body_and_the_place_in_it() -> None:
    text = "Le préfet du Morvan, Paul Rivet, et le président de l'Assemblée nationale ont signé."
    assert {"préfet du Morvan", "président de l'Assemblée nationale"} <= set(found(text, "fr", "role"))
    assert {"Assemblée nationale", "Paul Rivet"} <= set(found(text, "fr", "name"))


def test_a_headline_in_title_case_gives_only_names_the_text_gives_too() -> None:
    text = "Mayor Faces Questions Over Pryce Contract Deals\n\nAlan Pryce, the mayor of Hexmoor, denied it on Friday."
    assert found(text, "en", "name") == ["Pryce", "Alan Pryce", "Hexmoor"]


def test_no_mention_reaches_half_into_another() -> None:
    text = (
        "Prosecutors in Mayor Alan Pryce's office said the Department of Roads and Tolls of Northmoor, N.J., "
        "had asked two people briefed on the matter and the Hexmoor Rail Authority's lawyer, Moira Tansley."
    )
    spans = [(m.anchor.start, m.anchor.end) for m in mentions(text, "en")]
    assert not [(a, b) for a in spans for b in spans if a[0] < b[0] < a[1] < b[1]]
    assert len(spans) == len(set(spans))
