from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.pipeline import load
from recoupe.errors import SetupError
from recoupe.kinds.timing.extract import extract
from recoupe.types import Document, Statement

WEDNESDAY = dt.date(2022, 6, 15)
Read = Callable[..., list[Statement]]


@pytest.fixture
def annotate() -> Callable[..., Annotated]:
    def reader(text: str, lang: str, published: dt.date | None = WEDNESDAY) -> Annotated:
        try:
            nlp = load(lang)
        except SetupError as err:
            pytest.skip(str(err))
        return Annotated(Document(id="d", text=text, lang=lang, published=published), nlp(text))

    return reader


@pytest.fixture
def read(annotate: Callable[..., Annotated]) -> Read:
    def reader(text: str, lang: str, published: dt.date | None = WEDNESDAY) -> list[Statement]:
        return sorted(extract(annotate(text, lang, published), ()), key=lambda s: s.anchor.start)

    return reader
