"""Plain text and Markdown: the bytes are the text."""

from __future__ import annotations

from collections.abc import Iterable

from recoupe.read.draft import Draft, Found, Source, clean, note, sha256
from recoupe.read.encoding import decode


def read(source: Source) -> Iterable[Found]:
    """One account, its text kept exactly as decoded."""
    text, guess = decode(source.data)
    yield Draft(text=clean(text), sha256=sha256(source.data))
    if guess:
        yield note("encoding-guessed", guess, source.path)
