"""What a page states about itself, and where its article is."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from recoupe.read import ReadOptions, read

PARAGRAPHS = (
    "La maire de Morvane a annoncé mercredi que le pont du Quai serait fermé pendant trois semaines, le temps de "
    "réparer les piles abîmées par la crue de l’hiver dernier et de refaire la chaussée.",
    "« Nous préférons le faire maintenant plutôt qu’en pleine saison », a-t-elle expliqué devant le conseil municipal, "
    "qui a voté les travaux à l’unanimité après deux heures de débats parfois tendus.",
    "Les commerçants du port, eux, demandent une compensation et craignent de perdre la moitié de leur clientèle.",
)


def page(head: str = "", lang: str = "fr", charset: str = "utf-8") -> str:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="{charset}"><title>Le pont ferme - La Vigie</title>'
        f"{head}</head><body><nav><a href='/'>Accueil</a> <a href='/sport'>Sport</a></nav><main><article>"
        f"<h1>Le pont ferme</h1>{body}</article></main><footer>Mentions légales</footer></body></html>"
    )


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


NEWS = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebPage", "datePublished": "2020-01-01"},
        {
            "@type": "NewsArticle",
            "headline": "Le pont du Quai ferme trois semaines",
            "datePublished": "2026-03-11T19:40:00-04:00",
            "publisher": {"@type": "Organization", "name": "La Vigie"},
        },
    ],
}


def one(tmp_path: Path, markup: str, encoding: str = "utf-8"):
    path = tmp_path / "page.html"
    path.write_bytes(markup.encode(encoding))
    documents, issues = read([path], ReadOptions())
    assert len(documents) == 1, issues
    return documents[0], issues


def test_the_article_and_not_the_page_around_it(tmp_path: Path) -> None:
    document, _ = one(tmp_path, page(ld(NEWS)))
    for paragraph in PARAGRAPHS:
        assert paragraph in document.text
    assert "Mentions légales" not in document.text
    assert "Accueil" not in document.text


def test_the_hour_and_the_zone_of_publication_are_kept(tmp_path: Path) -> None:
    document, issues = one(tmp_path, page(ld(NEWS)))
    assert document.published == dt.datetime.fromisoformat("2026-03-11T19:40:00-04:00")
    assert document.title == "Le pont du Quai ferme trois semaines"
    assert document.outlet == "La Vigie"
    assert issues == []


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2026-03-11T19:40:00Z">',
        '<meta itemprop="datePublished" content="2026-03-11T19:40:00Z">',
        ld([{"@type": ["NewsArticle"], "datePublished": "2026-03-11T19:40:00Z"}]),
        '<script type="application/ld+json">{broken</script><meta name="date" content="2026-03-11T19:40:00Z">',
    ],
)
def test_every_place_a_date_is_written(tmp_path: Path, head: str) -> None:
    document, issues = one(tmp_path, page(head))
    assert document.published == dt.datetime(2026, 3, 11, 19, 40, tzinfo=dt.UTC)
    assert issues == []


def test_the_addresses_and_the_site(tmp_path: Path) -> None:
    head = (
        '<link rel="canonical" href="https://vigie.example/pont"><meta property="og:site_name" content="La Vigie">'
        '<meta property="og:title" content="Le pont ferme">'
    )
    document, _ = one(tmp_path, page(head))
    assert (document.url, document.outlet, document.title) == (
        "https://vigie.example/pont",
        "La Vigie",
        "Le pont ferme",
    )


def test_an_address_that_is_none_is_left_out(tmp_path: Path) -> None:
    document, _ = one(tmp_path, page('<link rel="canonical" href="javascript:alert(1)">'))
    assert document.url is None


def test_the_words_decide_the_language_not_the_template(tmp_path: Path) -> None:
    document, _ = one(tmp_path, page(lang="en-US"))
    assert document.lang == "fr"


def test_a_page_in_the_encoding_it_states(tmp_path: Path) -> None:
    document, issues = one(tmp_path, page(ld(NEWS), charset="iso-8859-1"), "cp1252")
    assert PARAGRAPHS[1] in document.text
    assert issues == []


def test_a_date_read_in_prose_is_said_to_be_a_guess(tmp_path: Path) -> None:
    markup = page().replace("<h1>", "<p class='date'>Publié le 12/03/2026</p><h1>")
    document, issues = one(tmp_path, markup)
    if document.published is not None:
        assert [issue.code for issue in issues] == ["date-guessed"]
        assert document.published == dt.date(2026, 3, 12)
