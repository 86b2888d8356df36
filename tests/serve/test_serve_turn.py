"""Long sections turned page by page: every line of the whole section once, and nothing else said of it."""

import re

import pytest

from recoupe.serve import turn
from recoupe.store import load, save
from tests.report.sample import dossier
from tests.serve.conftest import room

SECTIONS = sorted(turn.SECTIONS)
LINE = re.compile(r'<(?:li|tr|article)[^>]* id="([^"]+)"|<a class="matter" href="([^"]+)"')


def lines(html):
    return [a or b for a, b in LINE.findall(html)]


def every_page(client, place):
    pages = []
    while place:
        pages.append(client.get(place).text)
        assert len(pages) < 200
        further = re.search(r'rel="next" href="([^"]+)"', pages[-1])
        place = further[1].replace("&amp;", "&") if further else ""
    return pages


@pytest.mark.parametrize("section", SECTIONS)
def test_every_line_stands_on_one_page(client, section, monkeypatch):
    whole = lines(client.get(f"/d/story/{section}").text)
    monkeypatch.setattr(turn, "LINES", 2)
    pages = every_page(client, f"/d/story/{section}")
    found = [line for page in pages for line in lines(page)]
    assert found == whole
    assert len(pages) > 1 or len(whole) <= 2
    if len(pages) > 1:
        assert f"of {turn_lines(pages[0])}" in pages[-1]
        assert 'rel="prev"' not in pages[0]
        assert 'rel="prev"' in pages[-1]


def turn_lines(html):
    return re.search(r'class="n">1 to \d+ of (\d+)', html)[1]


def test_a_page_that_is_not_there_is_the_nearest(client, monkeypatch):
    monkeypatch.setattr(turn, "LINES", 2)
    last = every_page(client, "/d/story/said")[-1]
    for odd, meant in (("999", last), ("0", client.get("/d/story/said").text), ("x", client.get("/d/story/said").text)):
        assert lines(client.get(f"/d/story/said?page={odd}").text) == lines(meant)


def test_who_said_what_is_filtered_over_all_pages(client, monkeypatch):
    monkeypatch.setattr(turn, "LINES", 1)
    whole = client.get("/d/story/said").text
    name = re.search(r"<h2><bdi[^>]*>([^<]+)", whole)[1]
    kind = re.search(r'<option value="(\w+)">', whole)[1]
    pages = every_page(client, f"/d/story/said?find={name.upper()}")
    assert all(name in page for page in pages)
    assert every_page(client, f"/d/story/said?kind={kind}")
    none = client.get("/d/story/said?find=%00zzz%3Cscript%3E").text
    assert lines(none) == []
    assert "zzz<script>" not in none


def test_a_link_to_an_origin_leads_to_its_page(client, monkeypatch):
    monkeypatch.setattr(turn, "LINES", 1)
    for ident in lines("".join(every_page(client, "/d/story/origins"))):
        assert ident in lines(client.get(f"/d/story/origins?at={ident}").text)


def test_a_group_of_figures_on_two_pages_keeps_its_number_and_one_drawing(folder, monkeypatch):
    monkeypatch.setattr(turn, "LINES", 1)
    save(dossier(), folder / "other.db")
    assert load(folder / "other.db").statements
    with room(folder, ui="en") as client:
        whole = client.get("/d/other/figures").text
        monkeypatch.setattr(turn, "LINES", 100)
        once = client.get("/d/other/figures").text
    assert whole.count("<svg") <= 1 <= once.count("<svg")
    number = re.search(r'<h2 lang="\w+"><bdi>[^<]*</bdi> <span class="n"[^>]*>([^<]+)', once)[1]
    assert number in whole
