from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.wording.extract import extract
from recoupe.types import Document, Statement

BLANK = spacy.blank("xx")

Loaded = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def loaded() -> Loaded:
    def reader(text: str, lang: str, found: tuple[Statement, ...] = ()) -> list[tuple[str, str]]:
        document = Document(id="d", text=text, lang=lang)
        return [(s.body.code, s.anchor.exact) for s in extract(Annotated(document, BLANK(text)), found)]

    return reader
