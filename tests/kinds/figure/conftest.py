from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.figure.extract import extract
from recoupe.types import Document, Statement

BLANK = spacy.blank("xx")  # cuts at spaces and punctuation only: what is tested here needs no model

Read = Callable[..., list[Statement]]


@pytest.fixture
def read() -> Read:
    def reader(text: str, lang: str, found: tuple[Statement, ...] = ()) -> list[Statement]:
        document = Document(id="d", text=text, lang=lang)
        return list(extract(Annotated(document, BLANK(text)), found))

    return reader
