"""Authors and agencies are read where an account credits them, and nowhere else."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from recoupe.lang import entries
from recoupe.read import ReadOptions, read
from recoupe.read.byline import agency, named, of_lines
from recoupe.types import Document
from tests.read.files import PARAGRAPHS

CREDITS = [(entry["agency"], text) for entry in entries("shared", "agencies") for text in entry["examples"]]


@pytest.mark.parametrize(("name", "text"), CREDITS)
def test_every_example_credits_its_agency(name: str, text: str) -> None:
    assert agency(text) == name or agency("Rien.", [text]) == name


@pytest.mark.parametrize(
    "text",
    [
        "« Rien n'est décidé », a dit la maire à l'AFP.",
        "Le port rouvrira, selon Reuters.",
        "La MAP et le port. Le préfet a travaillé avec l'AFP.",
        "Le chantier, mardi. Crédit photo : Odile Marchand / AFP",
        "She told AP that the harbour was closed.",
    ],
)
def test_an_agency_that_is_only_quoted_or_took_a_picture_is_not_credited(text: str) -> None:
    assert agency(text) is None


def test_several_agencies() -> None:
    assert agency("La séance reprendra jeudi. (avec AFP et Reuters)") == "AFP, Reuters"
    assert agency("Rien.", [], "Agence France-Presse") == "AFP"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Par Ada Roule", "Ada Roule"),
        ("Par Ada Roule | Publié le 11 mars 2026", "Ada Roule"),
        ("By Owen Castle and Reuters", "Owen Castle"),
        ("Par Jean-Noël Pradier, à Morvane", "Jean-Noël Pradier"),
        ("par ailleurs, rien", None),
        ("Par la route, tout est fermé", None),
        ("Ada Roule", None),
    ],
)
def test_a_signed_line(line: str, name: str | None) -> None:
    assert of_lines([line]) == name


def test_authors_by_machine() -> None:
    assert named([{"name": "Ada Roule"}, {"name": "Marc Aubrey"}]) == "Ada Roule, Marc Aubrey"
    assert named("https://vigie.example/ada") is None
    assert named(None) is None


def saved(tmp_path: Path, head: str, line: str) -> Document:
    body = "".join(f"<p>{text} Les commerçants du port demandent une compensation.</p>" for text in PARAGRAPHS)
    markup = f"<html lang='fr'><head>{head}</head><body><article><h1>Le pont</h1><p>{line}</p>{body}</article></body>"
    (tmp_path / "a.html").write_text(markup, "utf-8")
    [document], _ = read([tmp_path / "a.html"], ReadOptions())
    return document


def test_what_a_page_states_is_kept_with_its_evidence(tmp_path: Path) -> None:
    ld = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2026-03-11T19:40:00-04:00",'
        ' "dateModified": "2026-03-12T08:00:00-04:00", "author": {"name": "Ada Roule"}}</script>'
    )
    document = saved(tmp_path, ld, "Par La Vigie avec AFP")
    assert (document.author, document.agency) == ("Ada Roule", "AFP")
    assert document.updated == dt.datetime.fromisoformat("2026-03-12T08:00:00-04:00")
    assert [(date.place, date.updated) for date in document.dates] == [("json-ld", False), ("json-ld", True)]


def test_a_line_that_signs(tmp_path: Path) -> None:
    document = saved(tmp_path, "", "Par Ada Roule, le 11 mars 2026 à 19h40")
    assert (document.author, document.agency, document.updated) == ("Ada Roule", None, None)
