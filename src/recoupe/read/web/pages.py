"""Addresses, lists of addresses and feeds to pages kept in a folder, each as a WARC record with its address and day."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from recoupe.errors import InputError
from recoupe.read.draft import issue
from recoupe.read.web.get import Answer
from recoupe.read.web.polite import Guest
from recoupe.types import Issue

ENTRIES = 100
FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
WEB = re.compile(r"https?://\S+")


def fetched(names: Sequence[str], folder: Path, guest: Guest) -> Iterator[Path | Issue]:
    """The kept page of every address, in order; one kept before is not asked for again."""
    for url in dict.fromkeys(url for name in names for url in _addresses(name)):
        try:
            yield from _page(url, folder, guest, feeds=True)
        except InputError as err:
            yield issue(err, url)


def _addresses(name: str) -> list[str]:
    """The address itself, or those in a file: one a line, or those of an OPML list."""
    if WEB.match(name):
        return [name]
    try:
        text = Path(name).read_text("utf-8", "replace")
    except OSError:
        return [name]
    listed = re.findall(r"""xmlUrl\s*=\s*["'](https?://[^"']+)""", text)
    lines = (line.strip() for line in text.splitlines())
    return listed or [line for line in lines if line and not line.startswith("#")]


def _page(url: str, folder: Path, guest: Guest, feeds: bool) -> Iterator[Path | Issue]:
    place = folder / f"{hashlib.sha256(url.encode('utf-8')).hexdigest()[:16]}.warc"
    if place.is_file():
        yield place
        return
    answer = guest.get(url)
    if feeds and FEED.search(answer.data[:2000]):
        for link in _links(answer.data):
            try:
                yield from _page(link, folder, guest, feeds=False)
            except InputError as err:
                yield issue(err, link)
        return
    _keep(answer, place)
    yield place


def _links(data: bytes) -> list[str]:
    import feedparser  # noqa: PLC0415  # only feeds need it

    links = [entry.get("link") for entry in feedparser.parse(data).entries[:ENTRIES]]
    return list(dict.fromkeys(link for link in links if isinstance(link, str) and WEB.match(link)))


def _keep(answer: Answer, place: Path) -> None:
    """Write the record in one step (ISO 28500); the address is that which answered in the end."""
    kind = answer.type if answer.type.isascii() and answer.type.isprintable() else "text/html"
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind or 'text/html'}\r\nContent-Length: {len(answer.data)}\r\n\r\n"
    block = head.encode("ascii") + answer.data
    now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    record = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {answer.url}\r\nWARC-Date: {now}\r\n"
        f"WARC-Record-ID: <urn:sha256:{hashlib.sha256(block).hexdigest()}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    temporary = place.with_suffix(".tmp")
    temporary.write_bytes(record.encode("utf-8") + block + b"\r\n\r\n")
    os.replace(temporary, place)
