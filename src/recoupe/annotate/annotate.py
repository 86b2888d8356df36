"""A document becomes an annotated one: parsed once, with its names."""

from __future__ import annotations

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.mentions import find
from recoupe.annotate.pipeline import load
from recoupe.annotate.whitespace import parse
from recoupe.errors import InputError
from recoupe.types import Document

MAX_CHARACTERS = 300_000


def annotate(document: Document, model: str | None = None) -> Annotated:
    """The parse and the names of one account.

    Raises InputError `too-long` above MAX_CHARACTERS, which is ten times the longest article and what a gigabyte of
    memory can hold the parse of; SetupError when the model is missing.
    """
    if len(document.text) > MAX_CHARACTERS:
        raise InputError(
            "too-long",
            f"the text has {len(document.text)} characters, more than the {MAX_CHARACTERS} one account may have.",
            "Split it into articles.",
        )
    doc = parse(load(document.lang, model), document.text)
    return Annotated(document=document, doc=doc, mentions=find(document, doc))
