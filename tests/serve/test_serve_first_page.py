"""The first page of a dossier nobody has read yet: the bytes of the one wholly loaded, and nothing loaded for it."""

import re
from dataclasses import replace

import pytest

from recoupe.serve import pages, shelf, views
from recoupe.serve.desk import SECTIONS
from recoupe.store import save
from tests.report.sample import dossier
from tests.serve.conftest import room

SAMPLE = dossier()
CHANGED = replace(SAMPLE, links=tuple(replace(link, relation="changed") for link in SAMPLE.links))


def called(*args, **more):
    raise AssertionError("this reads the whole dossier")


def page(client, place):
    return re.sub(r'name="csrf" value="\w+"', "", client.get(place).text)


PLACES = ("/", "/d/story/", "/d/story/relations", "/d/story/relations?relation=agrees&page=1",
          "/d/story/relations?relation=changed&page=2", "/d/story/relations?relation=changed&page=99")  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("ui", ["en", "fr"])
def test_it_is_that_of_the_whole(folder, place, ui, monkeypatch):
    monkeypatch.setattr(pages, "SPAN", 2)
    monkeypatch.setattr(pages, "SOME", 1)
    save(CHANGED, folder / "changed.db")
    with room(folder, ui=ui) as client:
        for name in (place, place.replace("story", "changed")):
            early = page(client, name)
            client.get("/d/story/said")
            client.get("/d/changed/said")
            assert early == page(client, name)


def test_nothing_is_loaded_for_it(folder, monkeypatch):
    monkeypatch.setattr(shelf, "load", called)
    with room(folder) as client:
        assert 'class="card contradicts"' in client.get("/d/story/").text
        assert 'class="card contradicts"' in client.get("/d/story/relations").text
        assert client.get("/").status_code == 200
        assert client.get("/d/none/relations").status_code == 404
        assert client.get("/d/none/").status_code == 404


def test_decisions_are_in_it(folder):
    link = next(link for link in SAMPLE.links if link.relation == "contradicts")
    with room(folder) as client:
        client.decide(link.id, "relation", relation="agrees")
    with room(folder) as client:
        assert f'id="{link.id}"' not in client.get("/d/story/").text


def test_many_relations_are_turned_page_by_page(folder, monkeypatch):
    monkeypatch.setattr(pages, "SPAN", 2)
    save(CHANGED, folder / "changed.db")
    found, place = [], "/d/changed/relations?relation=changed"
    with room(folder, ui="en") as client:
        seen = 0
        while place:
            html = client.get(place).text
            cards = re.findall(r'<article class="card changed" id="([^"]+)"', html)
            assert len(cards) <= 2
            found += cards
            further = re.search(r'rel="next" href="([^"]+)"', html)
            place, seen = further[1].replace("&amp;", "&") if further else "", seen + 1
        for odd in ("x", "-1", "9999999", "999"):
            assert client.get(f"/d/story/relations?relation=changed&page={odd}").status_code == 200
    assert seen > 1
    assert sorted(found) == sorted(link.id for link in CHANGED.links)


def test_no_section_is_made_of_the_whole_report(folder, monkeypatch):
    monkeypatch.setattr(views, "page", called)
    with room(folder) as client:
        for place in sorted(SECTIONS):
            assert client.get(f"/d/story/{place}").status_code == 200


@pytest.mark.parametrize(("ui", "words"), [("en", "copies too"), ("fr", "les copies aussi")])
def test_the_page_says_why_it_counts_more_than_the_report(folder, ui, words):
    with room(folder, ui=ui) as client:
        assert words in client.get("/d/story/relations").text
