"""Events of a text outside any story, as the library finds them."""

from __future__ import annotations

import datetime as dt

from recoupe.annotate.annotate import annotate
from recoupe.kinds.event.body import EventBody
from recoupe.kinds.event.extract import extract
from recoupe.kinds.timing.extract import extract as times
from recoupe.types import Document, Statement


def events(text: str, lang: str, published: dt.date | None = None) -> list[Statement]:
    """The events of a text in text order."""
    annotated = annotate(Document("d-1", text, lang, published=published))
    return list(extract(annotated, list(times(annotated, []))))


def plover(statement: Statement) -> str:
    """The PLOVER class of an event."""
    assert isinstance(statement.body, EventBody)
    return statement.body.plover


def trigger(statement: Statement) -> str:
    """The word that names an event, in lower case."""
    assert isinstance(statement.body, EventBody)
    return statement.body.trigger.exact.lower()
