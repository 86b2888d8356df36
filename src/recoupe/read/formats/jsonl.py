"""Lines of JSON, one account each: `id, text, title, outlet, published, url, lang`, all but `text` optional."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from recoupe.errors import InputError
from recoupe.read.draft import Draft, Found, Source, clean, issue, note, sha256
from recoupe.read.encoding import decode

# A piece of a long file states the number of its first line.
FIRST_LINE = "first-line"
WRITTEN = re.compile(r'"text"\s*:\s*"((?:[^"\\]|\\.)*)"', re.DOTALL)
ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL)
FIELDS = ("id", "title", "outlet", "published", "url", "lang", "author")


def read(source: Source) -> Iterable[Found]:
    """Every good line as an account; a bad line is one issue with its number and the rest goes on."""
    text, guess = decode(source.data)
    if guess:
        yield note("encoding-guessed", guess, source.path)
    clean(text.replace("\0", ""))
    # Not splitlines(): U+2028 and the like may stand unescaped inside a JSON string.
    for number, line in enumerate(text.split("\n"), int(dict(source.stated).get(FIRST_LINE, 1))):
        if not line.strip():
            continue
        try:
            yield _draft(line)
        except InputError as err:
            yield issue(err, source.path, f", line {number}")


def _draft(line: str) -> Draft:
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError) as err:
        why = err.msg if isinstance(err, json.JSONDecodeError) else "nested too deeply"
        raise InputError("not-json", f"this is not JSON ({why}).", "Write one JSON object a line.") from err
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise InputError("no-text", "there is no « text » in it.", 'Write {"text": "…"}.')
    fields: dict[str, Any] = {}
    for name in FIELDS:
        value = row.get(name)
        if name == "id" and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if value is not None and not isinstance(value, str):
            raise InputError("bad-field", f"« {name} » is not a string.", "Write it between quotation marks.")
        fields[name] = clean(value) if value and value.strip() else None
    text = clean(row["text"])
    offsets = _offsets(line, text)
    return Draft(text=text, sha256=sha256(line.rstrip("\r").encode("utf-8")), offsets=offsets, **fields)


def _offsets(line: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where the text and what follows each of its escapes stand in the line."""
    for written in WRITTEN.finditer(line):
        if json.loads(f'"{written[1]}"', strict=False) != text:
            continue
        pairs, shorter = [(0, written.start(1))], 0
        for escape in ESCAPE.finditer(written[1]):
            shorter += len(escape[0]) - 1
            pairs.append((escape.end() - shorter, written.start(1) + escape.end()))
        return tuple(pairs)
    return ()
