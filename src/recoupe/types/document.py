"""An account: one text as it was read, never edited afterwards."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from recoupe.types.anchor import CONTEXT, Anchor
from recoupe.types.ids import content_id

Published = dt.date | dt.datetime


@dataclass(frozen=True, slots=True)
class Document:
    """One account of a story; every offset in recoupe counts code points of `text`.

    `published` is a date, or a date and time with its zone when the source gave one; `None` when unknown.
    `sha256` is that of the raw bytes read; `offset_map` holds (offset in `text`, offset in the decoded source)
    pairs where a run of `text` starts that was cut out of the source, and is empty when the two are the same.
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
