"""What an article is grouped by: its names, days, numbers and words as weighted terms, and a sketch of its wording.

The terms are the same in both languages where they can be: a name by the key data knows it by or by its letters
without accents, a day by its date, a concept by its id, a word by its first letters, which cognates share.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import regex
from anyascii import anyascii

from recoupe.engine.sketch import sketch
from recoupe.resolve.keys import words
from recoupe.types import Dossier, Entity, Quantity, Statement, Timex

STEM = 6
LONG = 4
PRECISE = 2
TITLE = 90
NAMES = 6
_WORD = regex.compile(r"\p{L}{4,}")
# A name or a day tells a story from another more than a word does.
WEIGHT = {"n": 2.0, "t": 1.0, "q": 1.0, "c": 1.0, "w": 1.0}


def feature(dossier: Dossier) -> dict[str, Any]:
    """The row of `feature` of a dossier of one article; terms in order of the alphabet."""
    document = dossier.documents[0]
    count = Counter(_terms(dossier))
    weighed = [{"term": t, "weight": WEIGHT[t[0]] * (1 + math.log(n))} for t, n in sorted(count.items())]
    return {
        "document": document.id,
        "lang": document.lang,
        "outlet": document.outlet,
        "title": document.title or document.text.strip().split("\n", 1)[0][:TITLE],
        "day": document.day.isoformat() if document.day else None,
        "names": [entity.named for entity in sorted(_named(dossier), key=lambda e: (-len(e.names), e.named))[:NAMES]],
        "signature": sketch(document.text),
        "terms": weighed,
    }


def _named(dossier: Dossier) -> list[Entity]:
    return [entity for entity in dossier.entities if any(m.form in {"name", "acronym"} for m in entity.names)]


def _terms(dossier: Dossier) -> Iterator[str]:
    text = " ".join(filter(None, (dossier.documents[0].title, dossier.documents[0].text)))
    yield from stems(text)
    for entity in dossier.entities:
        known = sorted({m.known_as for m in entity.names if m.known_as})
        named = any(m.form in {"name", "acronym"} for m in entity.names)
        for key in known or (words(entity.named) if named else ()):
            yield from [f"n:{key}"] * len(entity.names)
    for statement in dossier.statements:
        yield from _of(statement)


def stems(text: str) -> Iterator[str]:
    """The terms that are words of a text."""
    return (f"w:{word[:STEM]}" for word in map(_plain, _WORD.findall(text)) if len(word) >= LONG)


def _of(statement: Statement) -> Iterator[str]:
    value = statement.value
    if isinstance(value, Timex) and value.type in {"DATE", "TIME"} and value.value:
        with suppress(ValueError):
            yield f"t:{dt.date.fromisoformat(value.value[:10])}"
    if isinstance(value, Quantity) and not value.approx and value.low == value.high and value.low is not None:
        number = str(value.low.normalize())
        if len(number.replace("-", "")) >= PRECISE:
            yield f"q:{number} {value.unit}"
    yield from (term for claim in statement.claims for term in claim.terms if term.startswith("c:"))


def _plain(word: str) -> str:
    return anyascii(word).lower() if not word.isascii() else word.lower()
