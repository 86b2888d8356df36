"""Score times and figures on accounts written for this, of sport, courts, business, weather and five countries.

usage: python bench/time/press.py [--errors]

`press/*.txt` holds the accounts, each under `# name | day`, with `[words|TIMEX3 value]` and
`{words|low..high unit|a counted word}`; a bound left out is unknown, `-` stands for what is not scored. They were
annotated before the rules were run on them, and then read for classes of errors.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from recoupe.annotate.annotate import annotate
from recoupe.kinds.figure.extract import extract as figures
from recoupe.kinds.timing.extract import extract as times
from recoupe.types import Document, Statement

MARK = re.compile(r"\[([^\]|]*)\|([^\]]*)\]|\{([^}|]*)\|([^}]*)\}")
UNITS = {"km": "kilometer", "km/h": "kilometer-per-hour", "mm": "millimeter", "m": "meter", "bp": "basis-point"}
UNITS |= {"mph": "mile-per-hour"}
NEAR = Decimal("0.001")


class Mark(NamedTuple):
    """One annotated passage: whether it is a time, where it stands and what it must mean."""

    time: bool
    start: int
    end: int
    meaning: str


def read(body: str) -> tuple[str, list[Mark]]:
    """The text without its marks, and the marks."""
    text, marks, at = "", [], 0
    for found in MARK.finditer(body):
        text += body[at : found.start()]
        time = found[1] is not None
        words = found[1] if time else found[3]
        marks.append(Mark(time, len(text), len(text) + len(words), found[2] if time else found[4]))
        text, at = text + words, found.end()
    return text + body[at:], marks


def fits(bound: Decimal | None, gold: str) -> bool:
    """The bound is the one of the gold, to a thousandth; both may be unknown."""
    return bound is None if not gold else bound is not None and abs(bound - Decimal(gold)) < NEAR


def right(mark: Mark, hits: list[Statement], text: str) -> bool:
    """One of the statements on the passage means what the mark says; a range asks for both its ends."""
    if mark.time:
        said = {getattr(hit.value, "value", None) for hit in hits}
        return set(mark.meaning.split("..")) <= said or bool(said & set(mark.meaning.split("/")))
    interval, _, counted = mark.meaning.partition("|")
    bounds, _, unit = interval.partition(" ")
    low, high = bounds.split("..")
    for hit in hits:
        body = hit.body
        words = text[body.counted.start : body.counted.end] if body.counted else ""  # type: ignore[attr-defined]
        value = body.quantity  # type: ignore[attr-defined]
        same = fits(value.low, low) and fits(value.high, high) and value.unit == UNITS.get(unit, unit)
        if same and (counted in {"", "-"} or counted in words):
            return True
    return False


def main(errors: bool) -> None:
    """Print what is right, language by language."""
    for path in sorted((Path(__file__).parent / "press").glob("*.txt")):
        lang = path.stem
        counts = {True: [0, 0], False: [0, 0]}
        accounts = re.split(r"^# ", path.read_text("utf8"), flags=re.MULTILINE)[1:]
        for account in accounts:
            head, _, body = account.partition("\n")
            text, marks = read(body)
            document = Document("d", text, lang, published=dt.date.fromisoformat(head.split("|")[1].strip()))
            annotated = annotate(document)
            dated = list(times(annotated, ()))
            found = {True: dated, False: list(figures(annotated, dated))}
            for mark in marks:
                if mark.meaning == "-":
                    continue
                hits = [s for s in found[mark.time] if s.anchor.start < mark.end and mark.start < s.anchor.end]
                good = right(mark, hits, text)
                counts[mark.time][0] += good
                counts[mark.time][1] += 1
                if errors and not good:
                    print(f"  {head}: {text[mark.start : mark.end]!r} {mark.meaning}, not {[h.value for h in hits]}")
        (dates, of), (numbers, among) = counts[True], counts[False]
        print(
            f"{lang}: {len(accounts)} accounts; times {dates} of {of} ({100 * dates / of:.1f} %), "
            f"figures {numbers} of {among} ({100 * numbers / among:.1f} %)"
        )


if __name__ == "__main__":
    main("--errors" in sys.argv)
