"""One page over HTTP: every redirect is checked anew, and neither its size nor its time is without limit."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
import zlib
from dataclasses import dataclass
from urllib.parse import quote, urljoin

from recoupe import errors
from recoupe.read.web.guard import Target, target

AGENT = "recoupe"
REDIRECTS = 5
PIECE = 1 << 16
MOVED = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Limits:
    """How long one answer may take in all, in seconds, its size in bytes, and whether local machines are allowed."""

    seconds: float = 30.0
    max_bytes: int = 10_000_000
    private: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back in the end, from the address that gave it."""

    url: str
    status: int
    type: str
    data: bytes


def get(url: str, limits: Limits) -> Answer:
    """The answer of an address, its redirects followed; raises InputError when there is none within the limits."""
    until = time.monotonic() + limits.seconds
    for _ in range(REDIRECTS + 1):
        answer, moved = _once(url, limits, until)
        if moved is None:
            return answer
        url = urljoin(url, moved)
    raise errors.InputError("unreachable", f"it redirects more than {REDIRECTS} times.", "Check the address.")


def step(url: str, limits: Limits) -> tuple[Answer, str | None]:
    """One answer, and where it redirects to."""
    answer, moved = _once(url, limits, time.monotonic() + limits.seconds)
    return answer, None if moved is None else urljoin(url, moved)


def _once(url: str, limits: Limits, until: float) -> tuple[Answer, str | None]:
    where = target(quote(url, safe="%/:=&?~#+!$,;'@()*[]"), limits.private)
    headers = {
        "User-Agent": AGENT, "Accept": "text/html,application/xml;q=0.9,*/*;q=0.5", "Accept-Encoding": "gzip, identity",
        "Connection": "close",
    }  # fmt: skip
    connection = _connection(where, until)
    # A machine that sends one byte now and then never lets a read time out: the connection is cut at the end.
    cut = threading.Timer(max(0.1, until - time.monotonic()), _cut, [connection.sock])
    cut.daemon = True
    cut.start()
    try:
        connection.request("GET", where.path, headers=headers)
        response = connection.getresponse()
        moved = response.getheader("Location") if response.status in MOVED else None
        data = b"" if moved else _body(response, connection, limits.max_bytes, until)
        kind = response.getheader("Content-Type") or ""
        return Answer(url, response.status, kind, data), moved
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as err:
        if time.monotonic() >= until:
            raise errors.InputError("too-slow", "it took too long to answer.", "Try again later.") from err
        raise errors.InputError(
            "unreachable", f"it did not answer ({type(err).__name__}).", "Try again later."
        ) from err
    finally:
        cut.cancel()
        connection.close()


def _cut(connected: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)


def _connection(where: Target, until: float) -> http.client.HTTPConnection:
    connection = http.client.HTTPConnection(where.host, where.port, timeout=max(0.1, until - time.monotonic()))
    try:
        # The checked address is connected to; the name goes in the request and the certificate.
        raw: socket.socket = socket.create_connection((where.ip, where.port), timeout=connection.timeout)
        if where.scheme == "https":
            raw = ssl.create_default_context().wrap_socket(raw, server_hostname=where.host)
    except OSError as err:
        raise errors.InputError("unreachable", f"it did not answer ({type(err).__name__}).", "Try later.") from err
    connection.sock = raw
    return connection


def _body(
    response: http.client.HTTPResponse, connection: http.client.HTTPConnection, max_bytes: int, until: float
) -> bytes:
    coding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if coding not in {"identity", "gzip"}:
        raise ValueError(coding)
    unzip = zlib.decompressobj(31) if coding == "gzip" else None
    data = b""
    while piece := response.read1(PIECE):
        # What is unpacked is limited too, so that a small answer cannot fill the memory.
        data += unzip.decompress(piece, max_bytes + 1 - len(data)) if unzip else piece
        if len(data) > max_bytes:
            raise errors.InputError("too-large", f"it is larger than {max_bytes} bytes.", "Raise --max-bytes.")
        if time.monotonic() > until:
            raise errors.InputError("too-slow", "it took too long to answer.", "Try again later.")
        if connection.sock is not None:
            connection.sock.settimeout(max(0.1, until - time.monotonic()))
    # A connection that was cut looks like the end of an answer.
    if time.monotonic() > until:
        raise errors.InputError("too-slow", "it took too long to answer.", "Try again later.")
    if response.length or (unzip and not unzip.eof):
        raise http.client.IncompleteRead(data)
    return data
