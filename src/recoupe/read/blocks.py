"""Paragraphs of a document format to one text: one blank line between paragraphs, nothing else changed."""

from __future__ import annotations

import re
from collections.abc import Iterable

ODD_SPACE = re.compile(r"[\t\r\n\f\v ]+")


def joined(paragraphs: Iterable[str]) -> str:
    """The paragraphs that hold something, a blank line between them; line breaks inside one become spaces."""
    kept = (ODD_SPACE.sub(" ", paragraph).strip(" ") for paragraph in paragraphs)
    return "\n\n".join(paragraph for paragraph in kept if paragraph)
