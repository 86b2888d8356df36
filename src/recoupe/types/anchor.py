"""The place of a passage in a stored text.

An anchor holds both selectors of the W3C Web Annotation model: the position (start, end) and the quote
(exact, prefix, suffix). Offsets are Unicode code points into `Document.text`. `Document.anchor` is the only
place that makes one.
"""

from __future__ import annotations

from dataclasses import dataclass

CONTEXT = 32


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A true passage: `document.text[start:end] == exact`."""

    document: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"an anchor needs 0 <= start < end, got {self.start}, {self.end}")
        if len(self.exact) != self.end - self.start:
            raise ValueError("an anchor's exact words must be as long as its span")

    def overlaps(self, other: Anchor) -> bool:
        """The two passages share at least one character of one document."""
        return self.document == other.document and self.start < other.end and other.start < self.end

    def contains(self, other: Anchor) -> bool:
        """The other passage lies wholly inside this one."""
        return self.document == other.document and self.start <= other.start and other.end <= self.end
