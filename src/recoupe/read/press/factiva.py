"""Factiva: articles closed by « Document » and an accession number, or fields under two-letter codes (HD, PD, SN…)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from recoupe.errors import InputError
from recoupe.read.blocks import joined
from recoupe.read.byline import of_lines, sound
from recoupe.read.draft import Draft, Found, Source, clean, issue, sha256
from recoupe.read.markup import lines as shown
from recoupe.read.prose_dates import first
from recoupe.types import Evidence

CLOSED = re.compile(r"^Document\s+[A-Z0-9]{6,12}((?:19|20)\d{6})[a-z0-9]{6,12}\s*$")
WORDS = re.compile(r"^[\d.,\s\u00a0\u202f]{1,9}\s?(?:mots|words)\s*$", re.IGNORECASE)
CODE = re.compile(r"^(HD|BY|WC|PD|ET|SN|SC|PG|LA|CY|LP|TD|AN|ED|CR|SE|CLM|ART|CT|CO|IN|NS|RE|IPD|IPC|PUB)(?:\s+(.*))?$")
CLOCK = re.compile(r"^\d{1,2}:\d{2}(?:\s?[AP]M)?$", re.IGNORECASE)
LANGUAGE = {"français": "fr", "french": "fr", "anglais": "en", "english": "en"}
COPYRIGHT = re.compile(r"^(?:\(c\)|©|copyright|tous droits|all rights)", re.IGNORECASE)


def from_lines(lines: Sequence[str], source: Source) -> Iterator[Found]:
    """Each article of an export read as lines; nothing when the closing lines or the codes are not there."""
    current: list[str] = []
    number = 0
    for line in (line.strip() for line in lines):
        closing = CLOSED.match(line) or (CODE.match(line) and line.startswith("AN ") and CLOSED.match(line[3:].strip()))
        if not closing:
            current.append(line)
            continue
        number += 1
        yield _article(current, closing[1], source, number)
        current = []


def from_page(page: Any, source: Source) -> Iterator[Found]:
    """Each article of an export saved as a page."""
    blocks = page.xpath("//div[contains(@class, 'article') and contains(@class, 'Article')]")
    yield from from_lines([line for block in blocks for line in shown(block)], source)


def _article(lines: list[str], stamp: str, source: Source, number: int) -> Found:
    where = f"{source.path}#{number}"
    day = f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:]}"
    fields = _coded(lines) if any(line.split(" ")[0] == "HD" for line in lines) else _plain(lines)
    written = fields.get("PD")
    dates = [Evidence("header", written, first(f"{written} {fields.get('ET', '')}"))] if written else []
    dates.append(Evidence("field", stamp, day))
    try:
        text = clean(fields["text"])
    except (InputError, KeyError):
        return issue(InputError("empty-file", "this article has no text in the export.", "Export it in full."), where)
    return Draft(
        text=text, sha256=sha256(text.encode("utf-8")), path=where, title=fields.get("HD"), outlet=fields.get("SN"),
        author=sound(fields.get("BY")),
        lang=LANGUAGE.get(fields.get("LA", "").lower()), dates=tuple(dates),
        published=next((found.value for found in dates if found.value), None),
    )  # fmt: skip


def _coded(lines: list[str]) -> dict[str, str]:
    """Fields under their codes; a line without a code goes on with the field before it."""
    fields: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        match = CODE.match(line)
        if match:
            code = match[1]
            fields.setdefault(code, [])
        words = (match[2] or "") if match else line
        if code and words:
            fields[code].append(words)
    found = {code: " ".join(parts) for code, parts in fields.items() if parts}
    found["text"] = joined([*fields.get("LP", []), *fields.get("TD", [])])
    return found


def _plain(lines: list[str]) -> dict[str, str]:
    """Fields by their order: section, title, byline, « 512 mots », date, hour, source, code, language, copyright."""
    lines = [line for line in lines if line]
    count = next((number for number, line in enumerate(lines) if WORDS.match(line)), None)
    if count is None or count + 2 >= len(lines):
        return {"text": joined(lines)}
    found: dict[str, str] = {"HD": _title(lines[:count]), "PD": lines[count + 1]}
    if signed := of_lines(lines[:count]):
        found["BY"] = signed
    rest = lines[count + 2 :]
    if CLOCK.match(rest[0]):
        found["ET"] = rest.pop(0)
    if rest:
        found["SN"] = rest.pop(0)
    for number, line in enumerate(rest[:8]):
        if line.lower() in LANGUAGE:
            found["LA"] = line
            rest = rest[number + 1 :]
            break
    while rest and COPYRIGHT.match(rest[0]):
        rest.pop(0)
    found["text"] = joined(rest)
    return found


def _title(before: list[str]) -> str:
    """Of section, title and byline the title is the longest that is not signed."""
    unsigned = [line for line in before[-3:] if not re.match(r"^(?:par|by)\b", line, re.IGNORECASE)]
    return max(unsigned, key=len, default="")
