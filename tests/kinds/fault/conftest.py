from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.fault.extract import extract
from recoupe.types import Document

BLANK = spacy.blank("xx")

Faults = Callable[[str, str], list[tuple[str, str]]]


@pytest.fixture
def faults() -> Faults:
    def reader(text: str, lang: str) -> list[tuple[str, str]]:
        document = Document(id="d", text=text, lang=lang)
        found = extract(Annotated(document, BLANK(text)), ())
        return [(statement.body.row(statement)["code"], statement.anchor.exact) for statement in found]

    return reader
