"""Which reader reads which file, by its suffix; a reader's module is imported when its first file comes."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from recoupe.read.draft import Reader


@dataclass(frozen=True, slots=True)
class Format:
    """Where a suffix's reader is, whether it is trusted to run in this process, and whether it holds many articles.

    A reader runs here when it only decodes text with the standard library; everything that parses markup or a binary
    format runs in a worker that may die without taking the run along.
    """

    module: str
    function: str = "read"
    here: bool = False
    container: bool = False

    def reader(self) -> Reader:
        """The function that reads such a file."""
        reader: Reader = getattr(import_module(f"recoupe.read.formats.{self.module}"), self.function)
        return reader


TEXT = Format("text", here=True)
PAGE = Format("html")
LINES = Format("jsonl", here=True, container=True)
TABLE = Format("table", here=True, container=True)
FEED = Format("feed")
FORMATS: dict[str, Format] = {
    ".atom": FEED,
    ".csv": TABLE,
    ".docx": Format("docx"),
    ".eml": Format("mail"),
    ".epub": Format("epub", container=True),
    ".htm": PAGE,
    ".html": PAGE,
    ".jsonl": LINES,
    ".mbox": Format("mail", "box", container=True),
    ".md": TEXT,
    ".mht": Format("mail", "page"),
    ".mhtml": Format("mail", "page"),
    ".ndjson": LINES,
    ".odt": Format("odt"),
    ".opml": FEED,
    ".parquet": Format("parquet", container=True),
    ".pdf": Format("pdf", container=True),
    ".rss": FEED,
    ".rtf": Format("rtf"),
    ".tsv": TABLE,
    ".txt": TEXT,
    ".warc": Format("warc", container=True),
    ".xhtml": PAGE,
    ".xml": FEED,
    ".zip": Format("archive", container=True),
}
PLAIN = TEXT


def formats() -> str:
    """The suffixes recoupe reads, for a message."""
    return ", ".join(sorted(FORMATS))
