"""Nexis and Nexis Uni: title, source, date, labelled fields, « Body », the text, and « End of Document »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from recoupe.errors import InputError
from recoupe.read.blocks import joined
from recoupe.read.byline import sound
from recoupe.read.draft import Draft, Found, Source, clean, issue, sha256
from recoupe.read.markup import lines as shown
from recoupe.read.prose_dates import first
from recoupe.types import Evidence

END = re.compile(r"^(?:End of Document|Fin du document)\s*$", re.IGNORECASE)
BODY = re.compile(r"^(?:Body|Corps|Corps du document)\s*:?\s*$", re.IGNORECASE)
LABEL = re.compile(
    r"^(?:Copyright|Section|Rubrique|Length|Longueur|Byline|Auteur|Dateline|Highlight|Load-Date|Date de chargement|"
    r"Language|Langue|Graphic|Classification|Publication-Type|Type de publication|Journal Code|Notes|URL)\b\s*:?",
    re.IGNORECASE,
)
BYLINE = re.compile(r"^(?:Byline|Auteur)\b", re.IGNORECASE)
AFTER = re.compile(r"^(?:Load-Date|Date de chargement|Classification|Graphic|Notes)\b\s*:?", re.IGNORECASE)
COVER = re.compile(
    r"^(?:Date and Time|Job Number|Documents? \(\d+\)|Client/Matter|Search Terms|Search Type|Narrowed by|Content Type|"
    r"Date et heure|Numéro de tâche|Termes de recherche|Type de recherche|Type de contenu)",
    re.IGNORECASE,
)
LISTED = re.compile(r"^\d{1,4}\.\s")


def from_lines(lines: Sequence[str], source: Source) -> Iterator[Found]:
    """Each article of an export read as lines; nothing when no line closes a document."""
    current: list[str] = []
    number = 0
    for line in (line.strip() for line in lines):
        if END.match(line):
            number += 1
            yield _article(current, source, number)
            current = []
        elif line:
            current.append(line)


def from_page(page: Any, source: Source) -> Iterator[Found]:
    """Each article of an export saved as a page."""
    if any(closing in page.text_content().lower() for closing in ("end of document", "fin du document")):
        yield from from_lines(shown(page), source)


def _article(lines: list[str], source: Source, number: int) -> Found:
    where = f"{source.path}#{number}"
    body = next((index for index, line in enumerate(lines) if BODY.match(line)), None)
    if body is None:
        return issue(InputError("no-article", "this document has no body in the export.", "Export in full."), where)
    rest = lines[body + 1 :]
    end = next((index for index, line in enumerate(rest) if AFTER.match(line)), len(rest))
    head = _head(lines[:body])
    dates = tuple(Evidence("header", line, first(line)) for line in head if first(line) and not LABEL.match(line))
    try:
        text = clean(joined(rest[:end]))
    except InputError:
        return issue(InputError("empty-file", "this document has no text in the export.", "Export in full."), where)
    named = [line for line in head if not LABEL.match(line) and not first(line)]
    return Draft(
        text=text, sha256=sha256(text.encode("utf-8")), path=where, title=named[0] if named else None,
        outlet=named[1] if len(named) > 1 else None, dates=dates[:1],
        author=next((sound(LABEL.sub("", line)) for line in head if BYLINE.match(line)), None),
        published=next((found.value for found in dates), None),
    )  # fmt: skip


def _head(lines: list[str]) -> list[str]:
    """What stands before the body, without the cover page's list that opens the first document."""
    start = max((index + 1 for index, line in enumerate(lines) if COVER.match(line) or LISTED.match(line)), default=0)
    return lines[start:] or lines
