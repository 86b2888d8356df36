"""The words around a short passage, to the ends of its sentence or so many characters."""

from __future__ import annotations

import re

REACH = 90
STOP = re.compile(r"[.!?…]['\"”»)]*\s|\n")


def before(text: str, start: int) -> str:
    """The words that lead up to `start`, marked `…` when the sentence begins earlier."""
    low = max(0, start - REACH)
    part = text[low:start]
    stops = list(STOP.finditer(part))
    if stops:
        return part[stops[-1].end() :].lstrip()
    return part if low == 0 else "…" + part[part.find(" ") :] if " " in part else "…" + part


def after(text: str, end: int) -> str:
    """The words that follow `end`, marked `…` when the sentence goes on."""
    part = text[end : end + REACH]
    stop = STOP.search(part)
    if stop:
        return part[: stop.end()].rstrip()
    if end + REACH >= len(text):
        return part
    return (part[: part.rindex(" ")] if " " in part else part) + "…"
