"""Plain text and Markdown: the bytes are the text."""

from __future__ import annotations

from collections.abc import Iterable

from recoupe.read.draft import Draft, Found, Source, clean, note, sha256, traced
from recoupe.read.encoding import decode
from recoupe.read.press import exports
from recoupe.read.shown import plain


def read(source: Source) -> Iterable[Found]:
    """One account, its text kept exactly as decoded, or each article of a press database's export."""
    text, guess = decode(source.data)
    articles = exports.from_lines(text.splitlines(), source)
    if articles:
        yield from traced(articles, plain(text))
    else:
        yield Draft(text=clean(text), sha256=sha256(source.data))
    if guess:
        yield note("encoding-guessed", guess, source.path)
