"""Fetching, on this machine alone: limits, redirects, robots.txt, pauses, and what is kept."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from recoupe.errors import InputError
from recoupe.read import ReadOptions, read
from recoupe.read.web import guard
from recoupe.read.web.get import Limits, get
from recoupe.read.web.pages import fetched
from recoupe.read.web.polite import Guest
from recoupe.types import Issue
from tests.read.files import html

SEEN: list[str] = []


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        SEEN.append(self.path)
        port = self.server.server_address[1]
        body, status, headers = html(), 200, {"Content-Type": "text/html; charset=utf-8"}
        if self.path == "/robots.txt":
            body = b"User-agent: *\nDisallow: /no/\nCrawl-delay: 7\n"
        elif self.path == "/loop":
            status, headers = 302, {"Location": "/loop"}
        elif self.path == "/moved":
            status, headers = 301, {"Location": "/a"}
        elif self.path == "/hidden":
            status, headers = 302, {"Location": "/no/a"}
        elif self.path == "/inside":
            status, headers = 302, {"Location": f"http://127.0.0.2:{port}/a"}
        elif self.path == "/file":
            status, headers = 302, {"Location": "file:///etc/hostname"}
        elif self.path == "/gone":
            status = 404
        elif self.path == "/bomb":
            body = gzip.compress(b"0" * 50_000_000)
            headers["Content-Encoding"] = "gzip"
        elif self.path == "/half":
            headers["Content-Length"] = str(len(body) * 2)
        elif self.path == "/halfzip":
            body = gzip.compress(body)[:-20]
            headers["Content-Encoding"] = "gzip"
        elif self.path == "/zipped":
            body = gzip.compress(body)
            headers["Content-Encoding"] = "gzip"
        elif self.path == "/feed":
            items = "".join(f"<item><title>x</title><link>http://127.0.0.1:{port}/{n}</link></item>" for n in "ab")
            body = f'<rss version="2.0"><channel><title>t</title>{items}</channel></rss>'.encode()
        if self.path == "/drip":
            # One byte at a time of a header that never ends.
            for _ in range(80):
                self.wfile.write(b"H")
                time.sleep(0.1)
            return
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.end_headers()
        if self.path == "/slow":
            for _ in range(40):
                self.wfile.write(b"x")
                time.sleep(0.1)
        elif status < 300:
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    SEEN.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


HERE = Limits(seconds=1.5, max_bytes=100_000, private=True)


def code(url: str, limits: Limits = HERE) -> str:
    with pytest.raises(InputError) as caught:
        get(url, limits)
    return caught.value.code


@pytest.mark.parametrize(
    "ip",
    ["127.0.0.1", "10.1.2.3", "192.168.0.9", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1", "::1", "fe80::1",
     "fd00::1", "::ffff:127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "::"],
)  # fmt: skip
def test_private_addresses_are_told(ip: str) -> None:
    assert not guard.public(ip)


def test_public_addresses_are_told() -> None:
    assert guard.public("93.184.216.34")
    assert guard.public("2606:2800:220:1:248:1893:25c8:1946")


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://a.example/", "http://", "http://u:p@127.0.0.1/", "http://127.0.0.1:99999/", "x"],
)
def test_only_plain_web_addresses(url: str) -> None:
    assert code(url) == "bad-address"


def test_a_local_machine_is_refused_unless_meant(site: str) -> None:
    assert code(f"{site}/a", Limits()) == "private-address"
    assert SEEN == []
    assert get(f"{site}/a", HERE).data == html()


def test_each_redirect_is_checked_anew(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "public", lambda ip: ip == "127.0.0.1")
    open_only = Limits(seconds=2, private=False)
    assert get(f"{site}/moved", open_only).url == f"{site}/a"
    assert code(f"{site}/inside", open_only) == "private-address"
    assert code(f"{site}/file", open_only) == "bad-address"
    assert code(f"{site}/loop", open_only) == "unreachable"


def test_size_and_time_have_limits(site: str) -> None:
    assert get(f"{site}/zipped", HERE).data == html()
    assert code(f"{site}/bomb") == "too-large"
    assert code(f"{site}/half") == code(f"{site}/halfzip") == "unreachable", "half a page is none"
    for path in ("/slow", "/drip"):
        before = time.monotonic()
        assert code(site + path) == "too-slow"
        assert time.monotonic() - before < 4


def test_robots_are_obeyed_on_every_step_and_the_site_is_given_pauses(site: str) -> None:
    pauses: list[float] = []
    guest = Guest(HERE, sleep=pauses.append)
    guest.get(f"{site}/a")
    for path in ("/no/b", "/hidden"):
        with pytest.raises(InputError) as caught:
            guest.get(site + path)
        assert caught.value.code == "robots"
    assert SEEN == ["/robots.txt", "/a", "/hidden"]
    assert pauses[0] == pytest.approx(1, abs=0.5)
    assert pauses[1] > 5, "what its robots.txt asks for"


def test_pages_of_lists_and_feeds_are_kept_and_read(site: str, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(f"# mine\n{site}/moved\n{site}/gone\n", "utf-8")
    names = [str(tmp_path / "list.txt"), f"{site}/feed"]
    kept = tmp_path / "pages"
    kept.mkdir()
    found = list(fetched(names, kept, Guest(HERE, sleep=lambda _: None)))
    issues = [one for one in found if isinstance(one, Issue)]
    paths = [one for one in found if not isinstance(one, Issue)]
    assert [issue.code for issue in issues] == ["unreachable"]
    assert len(paths) == 3
    documents, _ = read(paths, ReadOptions())
    assert documents[0].text
    asked = len(SEEN)
    again = list(fetched([f"{site}/moved"], kept, Guest(HERE, sleep=lambda _: None)))
    assert (again, len(SEEN)) == ([paths[0]], asked)
