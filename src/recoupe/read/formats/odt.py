"""OpenDocument texts (.odt): paragraphs and headings of `content.xml`, title and date of `meta.xml`."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from recoupe.errors import InputError
from recoupe.read.blocks import joined
from recoupe.read.draft import Draft, Found, Source, clean, sha256, traced
from recoupe.read.limits import member
from recoupe.read.press import exports
from recoupe.read.shown import markup
from recoupe.read.xml import parse
from recoupe.types import Evidence

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
SKIP = {TEXT + "note", TEXT + "tracked-changes", OFFICE + "annotation", OFFICE + "forms"}


def read(source: Source) -> Iterable[Found]:
    """One account, or each article of a press database's export."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            if "META-INF/manifest.xml" in archive.namelist() and b"encryption-data" in member(
                archive, "META-INF/manifest.xml"
            ):
                raise InputError("encrypted", "it is protected by a password.", "Give it without its password.")
            written = member(archive, "content.xml")
            content = parse(written)
            meta = parse(member(archive, "meta.xml")) if "meta.xml" in archive.namelist() else None
    except (zipfile.BadZipFile, KeyError) as err:
        raise InputError("damaged", "this document cannot be opened.", "Save it again, or as .txt.") from err
    body = content.find(f".//{OFFICE}text")
    lines = ["".join(_words(node)) for node in _paragraphs(body)] if body is not None else []
    shown = markup(written.decode("utf-8", "replace"))
    articles = exports.from_lines(lines, source)
    if articles:
        yield from traced(articles, shown)
        return
    title = meta.findtext(f".//{TITLE}") if meta is not None else None
    created = meta.findtext(f".//{META}creation-date") if meta is not None else None
    dates = (Evidence("file-property", created, created[:10]),) if created else ()
    yield from traced(
        [Draft(text=clean(joined(lines)), sha256=sha256(source.data), title=title or None, dates=dates)], shown
    )


def _paragraphs(node: Any) -> Iterator[Any]:
    for child in node:
        if child.tag in SKIP:
            continue
        if child.tag in {TEXT + "p", TEXT + "h"}:
            yield child
        else:
            yield from _paragraphs(child)


def _words(node: Any) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        if child.tag == TEXT + "s":
            yield " " * int(child.get(TEXT + "c", "1")[:3] or 1)
        elif child.tag in {TEXT + "tab", TEXT + "line-break"}:
            yield " "
        elif child.tag not in SKIP:
            yield from _words(child)
        yield child.tail or ""
