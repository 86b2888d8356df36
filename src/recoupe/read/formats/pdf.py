"""PDF, by pypdfium2: lines become paragraphs again, hyphens at line ends are joined, running heads are left out.

Measured before choosing (two justified columns, hyphenated): pypdfium2 kept 23 of 26 paragraphs whole, pypdf 12,
pdfminer.six 5, pdfplumber 1.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from recoupe.errors import InputError
from recoupe.read.blocks import joined
from recoupe.read.draft import Draft, Found, Source, clean, note, sha256, traced
from recoupe.read.press import exports
from recoupe.read.shown import plain
from recoupe.types import Evidence

PAGES = 400
ENDS = re.compile(r"[.!?…:»”\"’)\]]\s*$")
FOLIO = re.compile(r"^\W*(?:page\s*)?\d{1,4}(?:\s*(?:/|sur|of)\s*\d{1,4})?\W*$", re.IGNORECASE)
LIGATURES = re.compile("[\ufb00-\ufb06]")
STAMP = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


def read(source: Source) -> Iterable[Found]:
    """One account, or each article of a press database's export; a scan without text is an issue."""
    layer, about = _pages(source.data)
    shown = plain("".join(layer))
    pages = [list(_lines(text)) for text in layer]
    lines = list(_without_running_heads(pages))
    articles = exports.from_lines([line for page in lines for line in page], source)
    if articles:
        yield from traced(articles, shown)
        return
    text = joined(paragraph for page in _flowing(lines) for paragraph in page)
    if not text:
        raise InputError("no-text", "it holds pictures of pages and no text.", "Run it through OCR first.")
    if len(pages) == PAGES:
        yield note("cut", f"only its first {PAGES} pages were read.", source.path)
    stamp = STAMP.match(about.get("CreationDate", ""))
    dates = (Evidence("file-property", stamp[0], "-".join(stamp.groups())),) if stamp else ()
    if ligatures := len(LIGATURES.findall(shown.text)):
        yield note("ligatures", f"{ligatures} ligatures of its font were written as letters.", source.path)
    whole = Draft(text=clean(text), sha256=sha256(source.data), title=about.get("Title") or None, dates=dates)
    yield from traced([whole], shown)


def _pages(data: bytes) -> tuple[list[str], dict[str, str]]:
    import pypdfium2  # noqa: PLC0415  # a tenth of a second, and few inputs are PDF

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as err:
        if "password" in str(err).lower():
            raise InputError("encrypted", "it is protected by a password.", "Give it without its password.") from err
        raise InputError("damaged", "this PDF cannot be opened.", "Save it again, or as .txt.") from err
    try:
        about = {key: str(value) for key, value in pdf.get_metadata_dict(skip_empty=True).items()}
        return [pdf[number].get_textpage().get_text_bounded() for number in range(min(len(pdf), PAGES))], about
    except pypdfium2.PdfiumError as err:
        raise InputError("damaged", "a page of this PDF cannot be read.", "Save it again, or as .txt.") from err
    finally:
        pdf.close()


def _lines(text: str) -> Iterator[str]:
    # pdfium writes a hyphen that only breaks a line as U+FFFE; ligatures are glyphs, not letters.
    text = re.sub("\ufffe\\s*", "", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = LIGATURES.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    yield from (line.replace("\0", "").strip() for line in text.split("\n"))


def _without_running_heads(pages: list[list[str]]) -> Iterator[list[str]]:
    """The pages without folios and without lines that stand at the edge of most pages."""
    edges: Counter[str] = Counter()
    for page in pages:
        edges.update({_shape(line) for line in [*page[:2], *page[-2:]] if line})
    often = {shape for shape, count in edges.items() if count >= 3 and count > len(pages) / 2}
    for page in pages:
        last = len(page) - 3
        yield [
            line
            for number, line in enumerate(page)
            if not ((number < 2 or number > last) and (FOLIO.match(line) or _shape(line) in often))
        ]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _flowing(pages: list[list[str]]) -> Iterator[list[str]]:
    """Lines to paragraphs: one ends at a blank line, or where a line is clearly short and ends a sentence."""
    for lines in pages:
        width = sorted(len(line) for line in lines if line)[-max(1, len(lines) // 3) :][:1] or [0]
        paragraphs, current = [], ""
        for line in lines:
            current = _glued(current, line) if line else current
            if not line or (ENDS.search(line) and len(line) < 0.8 * width[0]):
                paragraphs.append(current)
                current = ""
        yield [*paragraphs, current]


def _glued(current: str, line: str) -> str:
    if re.search(r"[^\W\d_]\u00ad$", current):
        return current[:-1] + line
    if re.search(r"[^\W\d_]-$", current) and line[:1].islower():
        # A hyphen the page shows may belong to the word (« vice-président »): it stays, without a blank.
        return current + line
    return f"{current} {line}" if current else line
