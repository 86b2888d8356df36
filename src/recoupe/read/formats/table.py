"""Tables of accounts (.csv, .tsv): a header naming the columns of the JSON-lines input, `text` among them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from recoupe.errors import InputError
from recoupe.read.draft import Draft, Found, Source, clean, issue, note, sha256
from recoupe.read.encoding import decode

FIELDS = ("id", "title", "outlet", "published", "url", "lang", "author")
SAME = {
    "body": "text", "content": "text", "texte": "text", "contenu": "text", "titre": "title", "headline": "title",
    "source": "outlet", "media": "outlet", "média": "outlet", "journal": "outlet", "date": "published",
    "auteur": "author", "byline": "author", "langue": "lang", "language": "lang", "link": "url", "lien": "url",
}  # fmt: skip


def read(source: Source) -> Iterable[Found]:
    """Every row with a text as an account; a row without one is an issue with its number and the rest goes on."""
    text, guess = decode(source.data)
    if guess:
        yield note("encoding-guessed", guess, source.path)
    first = text.split("\n", 1)[0]
    delimiter = "\t" if source.suffix == ".tsv" else max(",;\t", key=first.count)
    previous = csv.field_size_limit(len(text) + 1)
    try:
        yield from _rows(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), source)
    except csv.Error as err:
        yield issue(InputError("damaged", f"this is not a table ({err}).", "Export it again."), source.path)
    finally:
        csv.field_size_limit(previous)


def _rows(rows: Iterable[list[str]], source: Source) -> Iterable[Found]:
    names: list[str] = []
    for number, row in enumerate(rows, 1):
        if not names:
            names = [SAME.get(name.strip().lower(), name.strip().lower()) for name in row]
            if "text" not in names:
                raise InputError("no-text", "no column is called « text ».", "Name the columns in the first line.")
            continue
        if not any(cell.strip() for cell in row):
            continue
        cells = dict(zip(names, row, strict=False))
        fields: dict[str, Any] = {name: cells[name].strip() or None for name in FIELDS if name in cells}
        try:
            body = clean(cells.get("text", ""))
            whole = "\x1f".join(row)
            offsets = ((0, whole.find(body)),) if whole.find(body) > 0 else ()
            yield Draft(text=body, sha256=sha256(whole.encode("utf-8", "surrogatepass")), offsets=offsets, **fields)
        except InputError as err:
            yield issue(err, source.path, f", row {number}")
