"""The second door: Datasette on the same file, with and without the reading room beside it."""

import asyncio
import sqlite3
from dataclasses import replace

import pytest

from recoupe.store import save
from tests.report.sample import dossier

app = pytest.importorskip("datasette.app", reason="datasette is not installed")
plugins = pytest.importorskip("datasette.plugins")


@pytest.fixture(autouse=True)
def plugin():
    from recoupe.serve import datasette as door  # imports datasette, which a base install has not

    there = plugins.pm.is_registered(door)
    if not there:
        plugins.pm.register(door, name="recoupe-test")
    yield
    if not there:
        plugins.pm.unregister(door)


def ask(files, *places):
    async def go():
        served = app.Datasette([str(file) for file in files])
        return [await served.client.get(place) for place in places]

    return asyncio.run(go())


def test_an_id_leads_to_its_passage_and_to_what_contradicts_it(folder):
    found = dossier()
    link = next(one for one in found.links if one.relation == "contradicts")
    table, page = ask([folder / "story.db"], "/story/statement?_size=max", f"/story/-/passage/{link.left}")
    assert f'href="/story/-/passage/{link.left}"' in table.text
    assert page.status_code == 200
    assert f'contradicts: <a href="{link.right}"' in page.text
    assert "<mark>" in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]


def test_a_decision_of_the_reading_room_is_seen_at_once(client, folder):
    quote = next(one for one in dossier().statements if one.kind == "quotation")
    client.decide(quote.id, "comment", note="heard the recording")
    (page,) = ask([folder / "story.db"], f"/story/-/passage/{quote.id}")
    assert "Ada" in page.text
    assert "heard the recording" in page.text


def test_hostile_words_are_inert(tmp_path):
    found = dossier()
    evil = "<script>alert(1)</script>\u202e"
    documents = tuple(replace(one, outlet=evil, title=evil) for one in found.documents)
    save(replace(found, documents=documents), tmp_path / "bad.db")
    (page,) = ask([tmp_path / "bad.db"], f"/bad/-/passage/{found.statements[0].id}")
    assert page.status_code == 200
    assert "<script" not in page.text
    assert "\u202e" not in page.text


def test_other_databases_are_left_alone(folder, tmp_path):
    ident = dossier().statements[0].id
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE t (id TEXT)")
        db.execute("INSERT INTO t VALUES (?)", [ident])
    db.close()
    table, *pages = ask(
        [folder / "story.db", other], "/other/t", f"/other/-/passage/{ident}", f"/none/-/passage/{ident}",
        "/story/-/passage/q-000000000000",
    )  # fmt: skip
    assert "-/passage/" not in table.text
    assert [page.status_code for page in pages] == [404, 404, 404]
