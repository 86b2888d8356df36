"""An account: one text as it was read, never edited afterwards."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass

from recoupe.types.anchor import CONTEXT, Anchor
from recoupe.types.evidence import Evidence
from recoupe.types.ids import content_id

Published = dt.date | dt.datetime


@dataclass(frozen=True, slots=True)
class Document:
    """One account of a story; every offset in recoupe counts code points of `text`.

    `published` is a date, or a date and time with its zone when the source gave one; `None` when unknown.
    `sha256` is that of the raw bytes read; `offset_map` holds (offset in `text`, offset in the decoded source)
    pairs where a run of `text` starts that was cut out of the source, and is empty when the two are the same. The
    decoded source is the characters of the text, page or rich text, the XML of a Word or OpenDocument text, the text
    layer of a PDF's pages one after another, the body of a message, or the line or row that the account is.

    `author`, `agency` (the news agency credited) and `updated` are what the source states; `dates` is the evidence for
    the date of publication, the one believed and the others.
    """

    id: str
    text: str
    lang: str
    path: str = ""
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: Published | None = None
    sha256: str = ""
    offset_map: tuple[tuple[int, int], ...] = ()
    author: str | None = None
    agency: str | None = None
    updated: Published | None = None
    dates: tuple[Evidence, ...] = ()

    @staticmethod
    def make_id(text: str, outlet: str | None, url: str | None, name: str) -> str:
        """The id of an account that brings none: text, outlet, address and file name decide, not the folder."""
        return content_id("d", text, outlet, url, name)

    @property
    def day(self) -> dt.date | None:
        """The calendar day of publication, in the zone the source gave."""
        if isinstance(self.published, dt.datetime):
            return self.published.date()
        return self.published

    def source_offset(self, offset: int) -> int:
        """Where the character at `offset` of the text stands in the decoded source."""
        place = bisect_right(self.offset_map, offset, key=lambda pair: pair[0]) - 1
        return self.offset_map[place][1] + offset - self.offset_map[place][0] if place >= 0 else offset

    def anchor(self, start: int, end: int) -> Anchor:
        """The passage `text[start:end]` with its context; raises ValueError outside the text or when empty."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no passage {start}:{end} in a text of {len(self.text)} characters")
        return Anchor(
            document=self.id,
            start=start,
            end=end,
            exact=self.text[start:end],
            prefix=self.text[max(0, start - CONTEXT) : start],
            suffix=self.text[end : end + CONTEXT],
        )
