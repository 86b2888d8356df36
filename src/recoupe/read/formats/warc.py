"""Web archives (.warc, .warc.gz), by fastwarc: each page that was answered with success is an input of its own."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable

from recoupe.errors import InputError
from recoupe.read.draft import Found, Source, issue
from recoupe.read.limits import ARTICLE_BYTES

OK = 200


def read(source: Source) -> Iterable[Found]:
    """The HTML pages in the archive's order, each with its address; a truncated archive is said."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415  # few inputs are web archives

    number = 0
    stream = io.BytesIO(source.data)
    for number, record in enumerate(  # the count is used after the loop
        ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="all"), 1
    ):
        if record.http_headers is None or record.http_headers.status_code != OK:
            continue
        if "html" not in (record.http_content_type or ""):
            continue
        data = record.reader.read(ARTICLE_BYTES + 1)
        where = str(record.headers.get("WARC-Target-URI") or "").strip("<>")
        if len(data) > ARTICLE_BYTES:
            source.budget.take(ARTICLE_BYTES)
            yield issue(InputError("too-large", f"the page {where} is too large.", "Save it alone."), source.path)
            continue
        yield source.member(f"{number}.html", data, url=where, charset=record.http_charset)
    if not number:
        raise InputError("no-article", "there is no page in this web archive.", "Record it again.")
    if _cut(source.data):
        cut = InputError("truncated", "this web archive ends in the middle of a record.", "Copy it again.")
        yield issue(cut, source.path)


def _cut(data: bytes) -> bool:
    """Whether the archive stops before its last record ends: no blank lines there, or gzip left open."""
    if not data.startswith(b"\x1f\x8b"):
        return not data.endswith(b"\r\n\r\n")
    try:
        with gzip.open(io.BytesIO(data)) as file:
            while file.read(1 << 20):
                pass
    except (EOFError, OSError):
        return True
    return False
