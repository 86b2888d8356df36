"""Every page answers, leads somewhere, and shows hostile words inert."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from recoupe.kinds.wording.body import WordingBody
from recoupe.serve.desk import ASSETS, asset
from recoupe.serve.search import found_in, phrases
from recoupe.store import save
from recoupe.types import Document, Dossier, Entity, Mention, Statement
from tests.report.sample import dossier
from tests.serve.conftest import links, room

SAMPLE = dossier()


def walk(client, start="/", most=400):
    seen, todo = {}, [start]
    while todo and len(seen) < most:
        path = todo.pop()
        if path in seen or path.startswith("/ui/") or "/export/" in path:
            continue
        seen[path] = client.get(path)
        if seen[path].headers["content-type"].startswith("text/html"):
            todo += links(seen[path].text)
    return seen


@pytest.mark.parametrize("ui", ["en", "fr"])
def test_every_link_leads_to_a_page(client, ui):
    client.cookies.set("recoupe_ui", ui)
    seen = walk(client)
    assert len(seen) > 60
    assert [path for path, answer in seen.items() if answer.status_code not in (200, 303)] == []
    for path, answer in seen.items():
        if answer.headers["content-type"].startswith("text/html"):
            idents = re.findall(r'\sid="([^"]+)"', answer.text)
            assert len(idents) == len(set(idents)), path
            assert not [h for h in re.findall(r'href="#([^"]*)"', answer.text) if h not in idents], path


def test_a_contradiction_is_two_clicks_from_both_passages(client):
    first = client.get("/d/story/").text
    pair = next(href for href in links(first) if "/pair/" in href)
    page = client.get(pair).text
    link = next(x for x in SAMPLE.links if x.id == pair.rpartition("/")[2])
    for ident in (link.left, link.right):
        assert re.search(rf'class="[^"]*\blit"[^>]* id="s-{ident}"', page)


def test_the_language_is_chosen_and_kept(client):
    assert '<html lang="en">' in client.get("/d/story/").text
    assert '<html lang="fr">' in client.get("/d/story/", headers={"accept-language": "fr-CA,en;q=0.5"}).text
    answer = client.get("/ui/fr?back=/d/story/names")
    assert (answer.status_code, answer.headers["location"]) == (303, "/d/story/names")
    assert "Salle de lecture" in client.get("/d/story/names").text.replace("salle", "Salle")
    assert client.get("/ui/fr?back=//elsewhere.example/").headers["location"] == "/"
    assert client.get("/ui/tlh").status_code == 404


def test_search_finds_words_and_shows_them_in_the_text(client):
    page = client.get("/d/story/search", params={"q": "QUERINAC"}).text
    assert "<mark>Quérinac</mark>" in page
    place = next(href for href in links(page) if "/text/" in href and "q=" in href)
    assert 'id="hit-1"' in client.get(place).text
    assert client.get("/search", params={"q": "quai"}).status_code == 200
    for odd in ('"', "AND", "a* OR b", "(", "-x", "text:quai", "\x00", "é" * 5000, "' OR 1=1 --"):
        assert client.get("/d/story/search", params={"q": odd}).status_code == 200


def test_a_query_is_words_and_phrases():
    assert phrases('quai "bac nord" « la Belle-Anse » NEAR(') == ["quai", "bac nord", "la Belle Anse", "NEAR"]
    text = "L’ÉTÉ, l'été ; l'ete."
    assert [text[a:b] for a, b in found_in(text, "ete")] == ["ÉTÉ", "été", "ete"]
    assert [text[a:b] for a, b in found_in("ﬁn de l’été", "fin")] and found_in("x", "") == []


HOSTILE = (
    "<script>alert(1)</script> \u202eevil\u202c \"onmouseover='x' <svg onload=alert(1)> "
    "javascript:alert(1) </textarea><img src=x onerror=1> {{ 7*7 }} {% raw %} \x07 " + "m" * 100_000
)


def hostile() -> Dossier:
    texts = [HOSTILE, HOSTILE + " encore"]
    documents = [
        Document(
            Document.make_id(t, HOSTILE, None, str(n)),
            t,
            "fr",
            HOSTILE[:300],
            HOSTILE[:300],
            "javascript:alert(1)",
            HOSTILE,
        )
        for n, t in enumerate(texts)
    ]
    first = documents[0]
    anchor = first.anchor(0, 25)
    word = Statement(Statement.make_id("wording", anchor), "wording", anchor, WordingBody(HOSTILE[:60], "x"))
    name = Entity(
        "e-1", HOSTILE[:90], "PER", (Mention(first.anchor(0, 40), "PER"), Mention(first.anchor(45, 60), "PER"))
    )
    return replace(
        SAMPLE, documents=tuple(documents), statements=(word,), entities=(name,), links=(), origins=(), issues=()
    )


def test_hostile_words_are_inert_on_every_page(tmp_path: Path):
    path = tmp_path / "story.db"
    save(hostile(), path)
    with room(tmp_path) as client:
        client.decide("e-1", "comment", note=HOSTILE[:3000])
        pages = walk(client, "/d/story/") | walk(client, "/d/story/search?q=alert")
        assert len(pages) > 15
        for place, answer in pages.items():
            assert answer.status_code == 200, place
            if not answer.headers["content-type"].startswith("text/html"):
                continue
            html = answer.text
            for tag in re.findall(r"<[a-zA-Z][^>]*>", html):
                assert not re.match(r"<(script(?! src=\"/static/desk\.js)|svg onload|img|iframe|style)", tag), (
                    place,
                    tag,
                )
                assert not re.search(r'\son\w+\s*=\s*(?!")', re.sub(r'"[^"]*"', '""', tag)), (place, tag[:200])
                assert not re.search(r'\s(on\w+|style)="', re.sub(r'="[^"]*"', '="', tag)), (place, tag[:200])
                assert 'href="javascript:' not in tag
            assert "\u202e" not in html
            assert "\x07" not in html
            assert "49 " not in html or "7*7" in html


def test_the_assets_are_few_and_light(client):
    assert sum(len(asset(name)[0]) for name in ASSETS) < 300_000
    for name in ASSETS:
        assert client.get(f"/static/{name}").status_code == 200
    page = client.get("/d/story/").text
    assert len(page) < 300_000
    assert not re.search(r'(?:src|href)="(?!/|#)', page)
    assert "<style" not in page and " style=" not in page


def test_a_dossier_that_is_broken_is_said_to_be(folder, client):
    data = (folder / "story.db").read_bytes()
    (folder / "broken.db").write_bytes(data[: len(data) // 2])
    assert "broken" in client.get("/").text
    assert client.get("/d/broken/").status_code == 400
    assert client.get("/api/dossiers/broken").status_code == 400


def test_one_dossier_is_opened_at_once(folder):
    with room(folder / "story.db") as client:
        assert client.get("/").headers["location"] == "/d/story/"


@pytest.mark.parametrize("form", ["html", "jsonl", "markdown", "ics", "webannotation"])
def test_it_can_be_taken_along(client, form):
    answer = client.get(f"/d/story/export/{form}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.content
