"""Decisions through the pages: added as rows, undone, shown with what was found, and kept over a new extraction."""

import sqlite3
import threading
import time

import pytest

from recoupe import pipeline
from recoupe.store import judgements, load, save
from recoupe.types import Document, Link
from tests.report.sample import dossier
from tests.serve.conftest import room

SAMPLE = dossier()
QUOTE = next(s for s in SAMPLE.statements if "Maëlle" in s.anchor.exact)
FIGURE = next(s for s in SAMPLE.statements if s.kind == "figure")


def test_a_speaker_is_corrected_shown_and_undone(client, folder):
    path = folder / "story.db"
    answer = client.decide(QUOTE.id, "speaker", named="Armand Tissevelle", kind="named", note="wrong line")
    assert answer.status_code == 303
    page = client.get(f"/d/story/s/{QUOTE.id}").text
    for words in ("Armand Tissevelle", "Maëlle Quérinac", "wrong line", "Ada"):
        assert words in page
    assert "Armand Tissevelle" in client.get("/d/story/said").text
    assert "Armand Tissevelle" in client.get("/d/story/export/jsonl").text
    row = judgements(path)[0]
    assert (row.decision, row.made_by, row.was["named"]) == ("speaker", "Ada", "Maëlle Quérinac")
    assert row.made_at[:2] == "20"
    client.decide(row.id, "undo")
    assert load(path).statement(QUOTE.id) == QUOTE
    assert [row.decision for row in judgements(path)] == ["speaker", "undo"]
    assert "Armand Tissevelle" in client.get("/d/story/journal").text


def test_every_kind_of_decision_has_a_form(client, folder):
    link, account = SAMPLE.links[0], SAMPLE.documents[-1]
    name = SAMPLE.entities[0]
    mention = name.names[0].anchor
    assert len(name.names) > 1
    done = [
        client.decide(FIGURE.id, "value", low="13", high="14", unit="count", approx="on"),
        client.decide(link.id, "relation", relation="unsure"),
        client.decide(account.id, "date", value="2026-03-12"),
        client.decide(account.id, "letter", letter="B"),
        client.decide(name.id, "named", named="Une autre"),
        client.decide(name.id, "split", names=f"{mention.document}|{mention.start}|{mention.end}", named="Une tierce"),
        client.decide(QUOTE.id, "accept", note="heard it"),
        client.decide(SAMPLE.statements[-1].id, "reject"),
        client.decide(SAMPLE.origins[0].id, "comment", note="seen"),
    ]
    assert [answer.status_code for answer in done] == [303] * len(done)
    now = load(folder / "story.db")
    assert str(now.statement(FIGURE.id).value.low) == "13"
    assert now.documents[-1].published.isoformat() == "2026-03-12"
    assert {e.named for e in now.entities} >= {"Une autre", "Une tierce"}
    other = next(e for e in now.entities if e.named == "Une tierce")
    assert client.decide(name.id, "merge", into="Une tierce").headers["location"].endswith(f"/name/{other.id}#done")
    assert len(load(folder / "story.db").entities) == len(SAMPLE.entities)
    assert client.get(f"/d/story/s/{SAMPLE.statements[-1].id}").status_code == 200
    page = client.get("/d/story/journal").text
    assert page.count('<li class="decision') == 10


@pytest.mark.parametrize(
    ("about", "decision", "fields"),
    [
        ("nobody", "accept", {}),
        (QUOTE.id, "believe", {}),
        (FIGURE.id, "value", {"low": "many"}),
        (QUOTE.id, "speaker", {"named": "", "kind": "named"}),
        (SAMPLE.documents[0].id, "date", {"value": "<script>"}),
        (SAMPLE.entities[0].id, "merge", {"into": "nobody"}),
    ],
)
def test_what_does_not_fit_is_said_and_not_written(client, folder, about, decision, fields):
    answer = client.decide(about, decision, **fields)
    assert answer.status_code == 400
    assert "<script>" not in answer.text
    assert judgements(folder / "story.db") == []


def test_the_api_says_the_same(client, folder):
    token = {"x-csrf-token": client.token}
    left, right = QUOTE.id, FIGURE.id
    made = Link.make_id(left, right)
    body = {"about": made, "decision": "relation", "value": {"relation": "agrees", "left": left, "right": right}}
    answer = client.post("/api/dossiers/story/judgements", json=body, headers=token)
    assert answer.status_code == 201
    assert client.get(f"/api/dossiers/story/rows/{made}").json()["row"]["by"] == "person:Ada"
    assert client.get("/api/dossiers/story/judgements").json()["judgements"] == [answer.json()]
    rows = client.get("/api/dossiers/story/rows", params={"type": "quotation", "limit": 2}).json()
    assert len(rows["rows"]) == 2 < rows["total"]
    assert client.get("/api/dossiers/story/search", params={"q": "quai"}).json()["hits"]
    for bad in ({"type": "rumour"}, {"limit": "-1"}, {"offset": "x"}, {"limit": "9999"}):
        assert client.get("/api/dossiers/story/rows", params=bad).status_code == 400
    for body in (b"", b"[1]", b"{", b"[" * 100_000, b'{"about": 3, "decision": "accept"}'):
        head = {**token, "content-type": "application/json"}
        assert client.post("/api/dossiers/story/judgements", content=body, headers=head).status_code == 400


def test_another_program_may_hold_the_file_meanwhile(client, folder):
    """Datasette and the sqlite3 shell read and write beside the reading room: a lock is waited for."""
    held = sqlite3.connect(folder / "story.db", isolation_level=None, check_same_thread=False)
    held.execute("BEGIN IMMEDIATE")
    threading.Timer(0.5, lambda: held.execute("COMMIT")).start()
    start = time.monotonic()
    assert client.decide(QUOTE.id, "accept").status_code == 303
    assert time.monotonic() - start > 0.3
    held.close()


def finished(client, answer, seconds=90):
    assert answer.status_code == 303, answer.text
    ident = answer.headers["location"].rpartition("/")[2]
    for _ in range(seconds * 5):
        told = client.get(f"/api/jobs/{ident}").json()
        if told["state"] in ("done", "failed", "stopped"):
            return told
        time.sleep(0.2)
    raise AssertionError(told)


FIRST = (
    "La digue de Morvane sera fermée lundi, a annoncé la maire, Ada Roule. « Douze maisons sont prises », a-t-elle dit."
)
SECOND = (
    "Le préfet Ignace Delormont a déclaré jeudi que quinze maisons étaient touchées à Morvane. La digue reste ouverte."
)


def test_an_account_is_added_and_decisions_outlive_a_new_extraction(tmp_path):
    document = Document(Document.make_id(FIRST, "La Vigie", None, "vigie.txt"), FIRST, "fr", "vigie.txt", "La Vigie")
    path = tmp_path / "story.db"
    save(pipeline.run([document]), path)
    with room(tmp_path) as client:
        quote = next(s for s in load(path).statements if s.kind == "quotation")
        assert client.decide(quote.id, "speaker", named="Une adjointe", kind="named").status_code == 303
        assert client.decide(document.id, "date", value="2026-03-10").status_code == 303
        told = finished(
            client, client.submit("/d/story/accounts", text=SECOND, outlet="Le Phare", published="2026-03-12")
        )
        assert told["state"] == "done", told
        assert (told["done"], told["total"]) == (2, 2)
        now = load(path)
        assert [d.outlet for d in now.documents] == ["La Vigie", "Le Phare"]
        assert now.statement(quote.id).attribution.voice.named == "Une adjointe"
        told = finished(client, client.submit("/d/story/again"))
        assert told["state"] == "done", told
        now = load(path)
        assert now.statement(quote.id).attribution.voice.named == "Une adjointe"
        monday = next(s for s in now.statements if s.kind == "time" and s.anchor.exact == "lundi")
        assert monday.value.value == "2026-03-16"
        assert len(judgements(path)) == 2
        same = finished(client, client.submit("/d/story/accounts", text=SECOND, outlet="Le Phare"))
        assert same["state"] == "failed"
        upload = client.post(
            "/new",
            data={"csrf": client.token, "name": "other"},
            files={"file": ("../v.txt", FIRST.encode(), "text/plain")},
        )
        assert finished(client, upload)["state"] == "done"
        assert load(tmp_path / "other.db").documents[0].path == "v.txt"
        assert client.get("/d/other/").status_code == 200
    assert sorted(p.name for p in tmp_path.iterdir()) == ["other.db", "story.db"]
