"""Dates of publication: every place a page gives one, in order of trust, and conflicts said."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from recoupe.lang import LANGUAGES, entries
from recoupe.read import ReadOptions, prose_dates, read
from recoupe.read.chosen_date import choose
from recoupe.types import Evidence
from tests.read.files import PARAGRAPHS

EXAMPLES = [(lang, text) for lang in LANGUAGES for entry in entries(lang, "dateline") for text in entry["examples"]]
MARK = re.compile(r"\[(.+?) = (\S+?)\]")


@pytest.mark.parametrize(("lang", "text"), EXAMPLES)
def test_every_example_is_read(lang: str, text: str) -> None:
    wanted = MARK.search(text)
    assert wanted
    [dated] = prose_dates.found(MARK.sub(r"\1", text), lang)
    assert (dated.words, dated.value) == (wanted[1], wanted[2])


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Published 10/01/2024"),  # two days of the year in English
        ("fr", "le 31 février 2024"),
        ("fr", "le 12 août"),
        ("fr", "article 12.3.2024.5"),
        ("en", "order 1234-12-999"),
    ],
)
def test_what_is_no_whole_date_is_none(lang: str, text: str) -> None:
    assert list(prose_dates.found(text, lang)) == []


def test_an_update_is_told_from_the_publication() -> None:
    line = "Publié le 11 mars 2026 à 19h40 - Mis à jour le 12 mars 2026 à 8h05"
    first, second = prose_dates.found(line, "fr")
    assert (first.updated, second.updated) == (False, True)
    assert second.value == "2026-03-12T08:05"


def page(tmp_path: Path, head: str = "", byline: str = "", url: str = "", lang: str = "fr"):
    link = f'<link rel="canonical" href="{url}">' if url else ""
    body = "".join(f"<p>{text} Les commerçants du port demandent une compensation.</p>" for text in PARAGRAPHS)
    markup = (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>Le pont</title>{head}{link}</head>'
        f"<body><article><h1>Le pont ferme</h1><p class='meta'>{byline}</p>{body}</article></body></html>"
    )
    path = tmp_path / "page.html"
    path.write_text(markup, "utf-8")
    [document], issues = read([path], ReadOptions())
    return document, [issue.code for issue in issues]


def test_the_visible_date_is_read_and_said(tmp_path: Path) -> None:
    document, codes = page(tmp_path, byline="Publié le 12 août 2019 à 18h05")
    assert document.published == dt.datetime(2019, 8, 12, 18, 5)
    assert codes == ["date-guessed"]


def test_the_address_comes_before_the_words(tmp_path: Path) -> None:
    document, codes = page(tmp_path, url="https://vigie.example/2026/03/11/pont", byline="Par Ada Roule")
    assert document.published == dt.date(2026, 3, 11)
    assert codes == ["date-guessed"]


def test_the_hour_of_a_less_trusted_place_is_taken_when_the_day_agrees(tmp_path: Path) -> None:
    head = '<meta name="date" content="2026-03-11">'
    document, codes = page(tmp_path, head, "Publié le 11 mars 2026 à 19h40")
    assert document.published == dt.datetime(2026, 3, 11, 19, 40)
    assert codes == []


def test_two_machine_dates_that_differ_are_said(tmp_path: Path) -> None:
    head = '<meta property="article:published_time" content="2026-03-11T08:00:00+01:00">'
    document, codes = page(tmp_path, head, url="https://vigie.example/2024/05/01/pont")
    assert document.published == dt.datetime.fromisoformat("2026-03-11T08:00:00+01:00")
    assert codes == ["date-conflict"]


def test_a_day_apart_is_a_time_zone(tmp_path: Path) -> None:
    head = '<meta property="article:published_time" content="2026-03-11T23:30:00-04:00">'
    _, codes = page(tmp_path, head, url="https://vigie.example/2026/03/12/pont")
    assert codes == []


def test_an_update_alone_is_no_publication(tmp_path: Path) -> None:
    assert choose([Evidence("meta", "x", "2026-03-12", updated=True)]) is None
    assert choose([Evidence("file-property", "x", "2026-03-12")]) is None


def test_a_date_in_the_story_is_not_the_publication(tmp_path: Path) -> None:
    long = "Le pont avait été inauguré le 3 mai 1931 par le préfet de l'époque. " * 4
    document, codes = page(tmp_path, byline=f"Par Ada Roule</p><p>{long}")
    assert document.published is None
    assert codes == []


def test_the_dates_of_what_stands_beside_an_article_are_not_its_own(tmp_path: Path) -> None:
    text = "".join(f"<p>{text} Les commerçants du port demandent une compensation.</p>" for text in PARAGRAPHS)
    card = '<article><h2>Autre</h2><time datetime="2025-12-24T08:00">24/12</time></article>'
    aside = '<div class="related-posts"><p>Publié le 24 décembre 2025</p></div> et la suite'
    for body in (f"{card}<main><article>{text}</article></main>", f"{aside}<article>{text}</article>"):
        markup = f'<html lang="fr"><head><title>Le pont</title></head><body>{body}</body></html>'
        (tmp_path / "p.html").write_text(markup, "utf-8")
        [document], _ = read([tmp_path / "p.html"], ReadOptions())
        assert document.published is None


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("20260311", "2026-03-11"),
        ("20260311T194000-0400", "2026-03-11T19:40:00-04:00"),
        ("Wed, 11 Mar 2026 19:40:00 -0400", "2026-03-11T19:40:00-04:00"),
        ("2026-03-11T19:40:00.000+0000", "2026-03-11T19:40:00+00:00"),
        ("20261399", None),
        ("4711", None),
    ],
)
def test_dates_as_machines_write_them(tmp_path: Path, written: str, wanted: str | None) -> None:
    document, codes = page(tmp_path, head=f'<meta name="date" content="{written}">')
    assert (document.published.isoformat() if document.published else None) == wanted
    assert "date-guessed" not in codes


@pytest.mark.parametrize(("before", "after"), [("//<![CDATA[\n", "\n//]]>"), ("<!--\n", "\n-->"), ("", "")])
def test_json_between_marks_for_older_browsers(tmp_path: Path, before: str, after: str) -> None:
    block = '{"@type": "NewsArticle", "datePublished": "2024-01-01T08:00:00+01:00"}'
    head = f'<script type="application/ld+json">{before}{block}{after}</script>'
    document, _ = page(tmp_path, head=head)
    assert document.published == dt.datetime.fromisoformat("2024-01-01T08:00:00+01:00")


def test_an_update_is_not_guessed_to_be_the_publication(tmp_path: Path) -> None:
    document, codes = page(tmp_path, head='<meta property="article:modified_time" content="2026-03-14T08:00:00+01:00">')
    assert document.published is None
    assert document.updated == dt.datetime.fromisoformat("2026-03-14T08:00:00+01:00")
    assert "date-guessed" not in codes
