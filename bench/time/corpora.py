"""Reading annotated time expressions: TimeML files and MEANTIME's, each as a text, its day and its gold."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

Span = tuple[int, int, str | None]
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
SENTENCES = 6  # MEANTIME annotates a title, a dateline and the first sentences; nothing after


class Sample(NamedTuple):
    """One account: its text, the day it bears, and where its expressions are with their values."""

    text: str
    day: dt.date
    gold: list[Span]
    lang: str = "en"


def timeml(path: Path) -> Sample | None:
    """A TimeML file (`*.tml`); None when it bears no day."""
    raw = path.read_text("utf8")
    day = re.search(r'<DCT>.*?value="(\d{4}-\d\d-\d\d)', raw, re.S)
    body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.S)
    if day is None or body is None:
        return None
    text, gold, opened = "", [], None
    for piece in re.split(r"(<[^>]*>)", body[1]):
        if piece.startswith("<TIMEX3"):
            opened = (len(text), dict(ATTRIBUTE.findall(piece)).get("value"))
        elif piece == "</TIMEX3>" and opened:
            gold.append((opened[0], len(text), opened[1]))
            opened = None
        elif not piece.startswith("<"):
            text += html.unescape(piece)
    return Sample(text, dt.date.fromisoformat(day[1]), gold)


def meantime(path: Path) -> Sample | None:
    """A MEANTIME file: its first sentences, joined again from their tokens; None when it bears no day."""
    root = ElementTree.parse(path).getroot()
    text, places, sentence = "", {}, 0
    for token in root.findall("token"):
        number, word = int(token.get("sentence") or 0), token.text or ""
        if number >= SENTENCES:
            break
        if text:
            text += "\n" if number != sentence else "" if _glued(text, word) else " "
        sentence = number
        places[token.get("t_id")] = (len(text), len(text) + len(word))
        text += word
    day, gold = None, []
    for timex in root.iter("TIMEX3"):
        value = timex.get("value") or ""
        if timex.get("functionInDocument") == "CREATION_TIME" and re.fullmatch(r"\d{4}-\d\d-\d\d.*", value):
            day = dt.date.fromisoformat(value[:10])
        spans = [places[a.get("t_id")] for a in timex.iter("token_anchor") if a.get("t_id") in places]
        if spans:
            gold.append((min(s for s, _ in spans), max(e for _, e in spans), value or None))
    return Sample(text, day, sorted(gold)) if day else None


def _glued(text: str, word: str) -> bool:
    """The word stands close to what is before it, as in running text."""
    return word in {",", ".", ";", ":", "!", "?", ")", "%", "'s", "’s", "n't", "]"} or text[-1] in "([$€£"


def samples(folder: Path) -> Iterator[Sample]:
    """Every sample of a folder of TimeML or of MEANTIME files, in the order of the names."""
    for path in sorted([*folder.rglob("*.tml"), *folder.rglob("*.xml")]):
        sample = timeml(path) if path.suffix == ".tml" else meantime(path)
        if sample is not None:
            yield sample
