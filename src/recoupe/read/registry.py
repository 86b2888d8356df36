"""Which reader reads which file, by its suffix."""

from __future__ import annotations

from recoupe.read.draft import Reader
from recoupe.read.formats import html, jsonl, text

READERS: dict[str, Reader] = {
    ".htm": html.read,
    ".html": html.read,
    ".jsonl": jsonl.read,
    ".md": text.read,
    ".ndjson": jsonl.read,
    ".txt": text.read,
    ".xhtml": html.read,
}
PLAIN: Reader = text.read


def formats() -> str:
    """The suffixes recoupe reads, for a message."""
    return ", ".join(sorted(READERS))
