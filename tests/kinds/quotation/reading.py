"""Reading the quotations of a text written for a test."""

from dataclasses import dataclass
from typing import Any

from recoupe.annotate.annotate import annotate
from recoupe.kinds.quotation.extract import extract
from recoupe.types import Document, Statement


@dataclass
class Read:
    """A quotation and its exported fields."""

    statement: Statement
    row: dict[str, Any]


def read(text: str, lang: str) -> list[Read]:
    """The quotations of a text, in text order."""
    document = Document(id="d-test", text=text, lang=lang)
    return [Read(s, s.body.row(s)) for s in extract(annotate(document), ())]
