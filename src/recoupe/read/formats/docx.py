"""Word documents (.docx), by python-docx: paragraphs and table cells in the order of the page."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from recoupe.errors import InputError
from recoupe.read.blocks import joined
from recoupe.read.draft import Draft, Found, Source, clean, sha256, traced
from recoupe.read.limits import member, weigh
from recoupe.read.press import exports
from recoupe.read.shown import markup
from recoupe.read.xml import plain_entities
from recoupe.types import Evidence

if TYPE_CHECKING:
    from docx.document import Document as Word

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def read(source: Source) -> Iterable[Found]:
    """One account, or each article of a press database's export."""
    from docx import Document  # noqa: PLC0415  # costs a tenth of a second, and few inputs are Word files
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415

    if source.data.startswith(OLE):
        # What Word protects with a password is wrapped in the container of its older format.
        if "EncryptedPackage".encode("utf-16-le") in source.data:
            raise InputError("encrypted", "it is protected by a password.", "Give it without its password.")
        raise InputError("damaged", "it is an old Word file (.doc).", "Save it as .docx, or as .txt.")
    try:
        written = _written(source.data)
        word = Document(io.BytesIO(source.data))
        lines = list(_paragraphs(word))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as err:
        raise InputError("damaged", "this Word document cannot be opened.", "Save it again, or as .txt.") from err
    articles = exports.from_lines(lines, source)
    if articles:
        yield from traced(articles, markup(written))
        return
    properties = word.core_properties
    created = properties.created
    dates = (Evidence("file-property", str(created), created.date().isoformat()),) if created else ()
    title = properties.title.strip() or None
    whole = Draft(text=clean(joined(lines)), sha256=sha256(source.data), title=title, dates=dates)
    yield from traced([whole], markup(written))


def _written(data: bytes) -> str:
    """The XML of the text; raises InputError when it is too large or defines entities, which Word never writes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        weigh(archive)
        xml = member(archive, "word/document.xml")
    plain_entities(xml)
    return xml.decode("utf-8", "replace")


def _paragraphs(word: Word) -> Iterator[str]:
    for block in word.iter_inner_content():
        if hasattr(block, "rows"):
            yield from _cells(block)
        else:
            yield block.text


def _cells(grid: Any) -> Iterator[str]:
    for row in grid.rows:
        seen: list[Any] = []
        for cell in row.cells:
            if cell._tc not in seen:  # a merged cell is given once for each column it spans
                seen.append(cell._tc)
                yield from (paragraph.text for paragraph in cell.paragraphs)
