"""Finding the faults of an account, before anything else is read in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.fault.body import FaultBody
from recoupe.kinds.fault.flaw import Flaw
from recoupe.kinds.fault.marks import mismatched
from recoupe.kinds.fault.patterns import listed
from recoupe.kinds.fault.repeats import repeats
from recoupe.kinds.fault.words import asides, doubles, echoes, encodings, fragments, restrictions, spaces
from recoupe.types import Statement

BY = "fault/1"
WHOLE = ("page-furniture", "credit-line", "stray-words")
BORROWED = ("untranslated",)


def extract(annotated: Annotated, found: Sequence[Statement]) -> Iterable[Statement]:
    """Every fault of the account in the order of its text; none lies inside another.

    Only the surface is read (and, for one rule, tags), so a broken text cannot mislead it through its parse.
    """
    for flaw in flaws(annotated):
        anchor = annotated.anchor(flaw.start, flaw.end)
        yield Statement(
            id=Statement.make_id("fault", anchor), kind="fault", anchor=anchor, body=FaultBody(flaw.code), by=BY
        )


def flaws(annotated: Annotated) -> list[Flaw]:
    """The faults as spans: whole lines first, then what is wrong inside the lines that are left."""
    text, lang = annotated.document.text, annotated.lang
    table = list(listed(text, lang))
    kept = [*(flaw for flaw in table if flaw.code in WHOLE), *fragments(text, lang)]
    silent = [(flaw.start, flaw.end) for flaw in kept]
    kept += repeats(text, silent)
    apart = asides(text) if any(flaw.code in BORROWED for flaw in table) else []
    inner = [
        *encodings(text),
        *mismatched(text, silent),
        *(flaw for flaw in table if flaw.code not in WHOLE and not (flaw.code in BORROWED and _inside(flaw, apart))),
        *doubles(text, lang),
        *echoes(text),
        *restrictions(annotated),
        *spaces(text),
    ]
    for flaw in inner:
        if not any(flaw.start < other.end and other.start < flaw.end for other in kept):
            kept.append(flaw)
    return sorted(kept)


def _inside(flaw: Flaw, spans: list[tuple[int, int]]) -> bool:
    return any(start < flaw.end and flaw.start < end for start, end in spans)
