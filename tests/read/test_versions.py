"""Copies of one account are read once; versions of one article are kept, and said."""

from __future__ import annotations

from pathlib import Path

import pytest

from recoupe.read import Given, ReadOptions, read
from recoupe.read.versions import address, versions
from recoupe.types import Document
from tests.read.files import PARAGRAPHS

BODY = "\n\n".join(f"{text} Les commerçants du port demandent une compensation à la ville." for text in PARAGRAPHS * 3)


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("https://www.vigie.example/pont/?utm_source=x&fbclid=1#top", "vigie.example/pont"),
        ("http://vigie.example/a?id=12&xtor=RSS", "vigie.example/a?id=12"),
        ("https://vigie.example/", None),
        ("https://[broken", None),
        (None, None),
    ],
)
def test_an_address_forgets_how_the_visitor_came(url: str | None, wanted: str | None) -> None:
    assert address(url) == wanted


def codes(path: Path) -> tuple[list[Document], list[str]]:
    documents, issues = read([path], ReadOptions())
    return documents, [issue.code for issue in issues]


def test_the_same_words_saved_twice_are_one_account(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    (tmp_path / "b.txt").write_text(BODY.replace("\n", "\r\n"), "utf-8")
    documents, issues = read([tmp_path], ReadOptions((Given("outlet", "La Vigie"),)))
    assert (len(documents), [issue.code for issue in issues]) == (1, ["duplicate-input"])
    assert codes(tmp_path)[1] == ["near-duplicate"], "without an outlet they may be two outlets' accounts"


def page(url: str, day: str, body: str) -> str:
    text = "".join(f"<p>{line}</p>" for line in body.split("\n\n"))
    return (
        f'<html lang="fr"><head><title>Le pont</title><link rel="canonical" href="{url}">'
        f'<meta property="article:published_time" content="{day}"></head>'
        f"<body><article><h1>Le pont</h1>{text}</article></body></html>"
    )


def test_a_later_text_at_the_same_address_is_a_version_and_is_kept(tmp_path: Path) -> None:
    url = "https://vigie.example/pont"
    (tmp_path / "a.html").write_text(page(url + "?utm_medium=mail", "2026-03-11", BODY + "\n\nUn mort."), "utf-8")
    (tmp_path / "b.html").write_text(page(url, "2026-03-10", BODY), "utf-8")
    documents, found = codes(tmp_path)
    assert [Path(one.path).name for group in versions(documents) for one in group] == ["b.html", "a.html"]
    assert found == ["later-version"]


def test_nearly_the_same_words_elsewhere_are_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    (tmp_path / "b.txt").write_text(BODY + " Une réunion aura lieu jeudi à la mairie.", "utf-8")
    (tmp_path / "c.txt").write_text("Le conseil municipal a voté le budget des écoles. " * 3, "utf-8")
    documents, found = codes(tmp_path)
    assert (len(documents), found) == (3, ["near-duplicate"])
