"""What must not get through: other hosts, other sites, no token, too much, and paths that lead out."""

import os
import socket
from pathlib import Path

import pytest
from starlette.routing import Route

from recoupe.errors import SetupError
from recoupe.serve.act import safe_name
from recoupe.serve.app import PLACES
from recoupe.serve.desk import back_to
from recoupe.serve.run import _bound, serve, start_address
from recoupe.serve.settings import Settings
from recoupe.store import judgements, save
from tests.report.sample import dossier
from tests.serve.conftest import room

QUOTE = next(s for s in dossier().statements if s.kind == "quotation")
POSTS = [
    route.path.format(key="story", ident="x")
    for route in PLACES
    if isinstance(route, Route) and "POST" in route.methods
]


@pytest.mark.parametrize("path", ["/", "/d/story/", "/nowhere", "/static/desk.css", "/api/dossiers", "/d/story/judge"])
def test_every_answer_carries_the_headers(client, path):
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    for part in (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    ):
        assert part in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost:9", "", "127.0.0.1:81"])
def test_another_host_is_refused(client, host):
    assert client.get("/d/story/", headers={"host": host}).status_code == 421


def test_the_hosts_of_this_machine_are_not(client):
    for host in ("127.0.0.1", "localhost", "LOCALHOST", "127.0.0.1:80", "[::1]"):
        assert client.get("/", headers={"host": host}).status_code in (200, 303)


def test_there_are_posts_to_try():
    assert len(POSTS) >= 7


@pytest.mark.parametrize("path", POSTS)
def test_a_post_without_the_sessions_token_is_refused(client, folder, path):
    before = len(list(folder.iterdir()))
    other = room(folder)
    for fields in ({}, {"csrf": ""}, {"csrf": "x"}, {"csrf": other.token}):
        body = {"about": QUOTE.id, "decision": "accept", "by": "Eve", **fields}
        kind = {"json": body} if path.startswith("/api") else {"data": body}
        assert client.post(path, **kind).status_code == 403
    assert judgements(folder / "story.db") == []
    assert len(list(folder.iterdir())) == before


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_post_from_another_site_is_refused(client, folder, headers):
    body = {"csrf": client.token, "about": QUOTE.id, "decision": "accept", "by": "Eve"}
    assert client.post("/d/story/judge", data=body, headers=headers).status_code == 403
    assert client.post("/d/story/judge", data=body, headers={"origin": "http://127.0.0.1"}).status_code == 303


def test_a_form_cannot_be_json_for_the_api(client):
    token = client.token
    for kind in ("text/plain", "application/x-www-form-urlencoded"):
        answer = client.post(
            "/api/dossiers/story/judgements", content=b"{}", headers={"content-type": kind, "x-csrf-token": token}
        )
        assert answer.status_code == 415


def test_off_loopback_a_token_is_asked_for(folder: Path):
    with room(folder, host="192.0.2.7", token="s3cret", base="http://192.0.2.7") as client:
        for path in ("/", "/d/story/", "/api/dossiers", "/static/desk.css"):
            assert client.get(path).status_code == 401
        assert client.get("/?token=wrong").status_code == 401
        assert client.get("/api/dossiers", headers={"authorization": "Bearer s3cret"}).status_code == 200
        assert client.get("/api/dossiers").status_code == 401
        answer = client.get("/d/story/?token=s3cret")
        assert (answer.status_code, answer.headers["location"]) == (303, "/d/story/")
        assert "s3cret" not in answer.headers["set-cookie"]
        assert "HttpOnly" in answer.headers["set-cookie"]
        assert client.get("/d/story/").status_code == 200


def test_a_bearer_may_write_without_a_session(folder: Path):
    with room(folder, host="192.0.2.7", token="s3cret", base="http://192.0.2.7") as client:
        body = {"about": QUOTE.id, "decision": "accept", "by": "Ada"}
        answer = client.post("/api/dossiers/story/judgements", json=body, headers={"authorization": "Bearer s3cret"})
        assert answer.status_code == 201


def test_starting_off_loopback_makes_a_token(folder: Path, monkeypatch):
    said = []
    monkeypatch.setattr("recoupe.serve.run.uvicorn.Server.run", lambda self, sockets: None)
    serve(Settings((folder,), host="0.0.0.0", port=0), said.append)
    assert len(said[0].partition("?token=")[2]) > 20
    serve(Settings((folder / "story.db",), port=0), said.append)
    assert said[1].endswith("/d/story/")
    assert "token" not in said[1]
    assert start_address(Settings((folder,), host="::1", port=5)).startswith("http://[::1]:5/")
    for place in (folder / "none.db", Path(__file__)):
        with pytest.raises(SetupError):
            serve(Settings((place,), port=0), said.append)


@pytest.mark.parametrize(
    "path",
    [
        "/d/..%2Fsecret/", "/d/%2e%2e/", "/d/../secret/", "/d/secret/", "/d/story.db/", "/d/link/", "/d/.hidden/",
        "/static/..%2f..%2fapp.py", "/static/settings.py", "/d/story/export/..%2f..", "/d/story/export/csv",
        "/d/story/text/0", "/d/story/text/999", "/d/story/text/-1", "/d/story/s/x", "/d/story/pair/x",
        "/d/story/side?left=9&right=99999999999999", "/d/story/sections", "/api/dossiers/..%2fsecret",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_the_folder(client, folder, path):
    outside = folder.parent / "secret.db"
    save(dossier(), outside)
    os.symlink(outside, folder / "link.db")
    assert client.get(path, follow_redirects=True).status_code == 404


def test_an_upload_has_a_name_and_no_path():
    for name, kept in {
        "../../etc/passwd": "passwd", "..": "account.txt", "a/b\\c.txt": "c.txt", ".bashrc": "bashrc",
        "": "account.txt",
        "récit 1.html": "récit_1.html", "\x00x.txt": "x.txt", "x" * 500 + ".txt": "x" * 96 + ".txt",
    }.items():  # fmt: skip
        assert safe_name(name) == kept


def test_what_is_too_large_is_refused(folder: Path):
    with room(folder, max_bytes=1000) as client:
        token = client.token
        big = {"csrf": token, "text": "x" * 300_000}
        assert client.post("/d/story/accounts", data=big).status_code == 413
        answer = client.post(
            "/d/story/accounts", data={"csrf": token}, files={"file": ("a.txt", b"x" * 50_000, "text/plain")}
        )
        assert answer.status_code in (303, 400, 413)

        def stream():
            for _ in range(300):
                yield b"x" * 1000

        kind = {"content-type": "application/x-www-form-urlencoded"}
        assert client.post("/d/story/accounts", content=stream(), headers=kind).status_code == 413


def test_addresses_are_fetched_only_when_allowed(client):
    answer = client.submit("/d/story/accounts", url="https://news.example/a")
    assert answer.status_code == 400
    assert "--fetch" in answer.text
    assert 'name="url"' not in client.get("/d/story/add").text


def test_only_web_addresses_are_fetched(folder: Path):
    with room(folder, fetch=True) as client:
        assert 'name="url"' in client.get("/d/story/add").text
        for address in ("file:///etc/passwd", "ftp://x/y", "javascript:1"):
            assert client.submit("/d/story/accounts", url=address).status_code == 400


def test_a_new_dossier_stays_in_the_folder(client, folder):
    for name in ("../x", "", "..", "story"):
        answer = client.submit("/new", name=name, text="x")
        assert answer.status_code == 400 or answer.headers["location"].startswith("/jobs/")
    assert not (folder.parent / "x.db").exists()


@pytest.mark.parametrize("asked", ["//evil.example", "https://evil.example", "/\\evil", "javascript:1", "", "/a\nb"])
def test_a_form_leads_back_here_only(asked):
    assert back_to(asked, "/here") == "/here"


def test_the_address_can_be_opened_as_soon_as_it_is_said(folder: Path):
    with _bound(Settings((folder,), port=0)) as bound:
        socket.create_connection(bound.getsockname(), timeout=2).close()
