"""The dated commitments as a calendar (RFC 5545): the day each one can be checked on."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from recoupe.export.rows import statement_row
from recoupe.types import Document, Dossier, Timex

VALUE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?")


def write(dossier: Dossier, kind: str | None = None) -> Iterator[str]:
    """One all-day event for each commitment due on a day, in a month or in a year; the last day of it.

    `kind` other than commitment gives an empty calendar, because nothing else falls due.
    """
    documents = {document.id: document for document in dossier.documents}
    yield from ("BEGIN:VCALENDAR\r\n", "VERSION:2.0\r\n", "PRODID:-//recoupe//recoupe//EN\r\n")
    for statement in dossier.statements:
        if statement.kind != "commitment" or kind not in {None, "commitment"}:
            continue
        row = statement_row(statement)
        due = getattr(statement.body, "due", None)
        day = due.latest if isinstance(due, Timex) and due.latest else last_day(str(row.get("due") or ""))
        if day is not None:
            who, text = str(row.get("who") or ""), statement.anchor.exact
            stands = str(row.get("status") or "open")
            yield from _event(statement.id, day, who, text, documents[statement.anchor.document], stands)
    yield "END:VCALENDAR\r\n"


def last_day(value: str) -> dt.date | None:
    """The last day of a TIMEX3 day, month or year; None for anything vaguer."""
    found = VALUE.fullmatch(value)
    if not found:
        return None
    year, month = int(found[1]), int(found[2] or 12)
    try:
        return dt.date(year, month, int(found[3]) if found[3] else calendar.monthrange(year, month)[1])
    except ValueError:
        return None


def _event(ident: str, day: dt.date, who: str, text: str, document: Document, status: str) -> Iterator[str]:
    said = document.day or day
    source = document.outlet or document.title or document.path
    fields = [
        "BEGIN:VEVENT",
        f"UID:{ident}@recoupe",
        # The stamp must not be the clock's: the same dossier gives the same bytes.
        f"DTSTAMP:{said:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"SUMMARY:{_escape(f'{who} : {text}' if who else text)}",
        f"DESCRIPTION:{_escape(f'« {text} » ({source})')}",
        *([f"CATEGORIES:{status.upper()}"] if status != "open" else []),
        "END:VEVENT",
    ]
    yield from (_fold(field) + "\r\n" for field in fields)


def _escape(text: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", " ".join(text.split()))


def _fold(line: str) -> str:
    """Lines of at most 75 bytes, cut between characters (RFC 5545, 3.1)."""
    pieces: list[str] = []
    current = ""
    for character in line:
        if len((current + character).encode("utf-8")) > (75 if not pieces else 74):
            pieces.append(current)
            current = ""
        current += character
    return "\r\n ".join([*pieces, current])
