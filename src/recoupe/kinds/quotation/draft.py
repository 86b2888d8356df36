"""A quotation while it is being found: offsets only, anchored once at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from recoupe.kinds.quotation.body import Form
from recoupe.kinds.quotation.cues import Cue
from recoupe.kinds.quotation.frame import Item, Sentence
from recoupe.kinds.quotation.lexicon import Verb
from recoupe.kinds.quotation.speaker import Speaker

Span = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """One quotation: see `QuotationBody` and `Attribution` for what the parts are."""

    contents: list[Span]
    form: Form
    construction: str
    score: float
    sentence: int
    cue: Span | None = None
    speaker: Speaker | None = None
    verb: Verb | None = None
    via: str | None = None
    via_span: Span | None = None
    source: Speaker | None = None
    same: bool = False
    negated: bool = False
    shape: str = ""

    @property
    def start(self) -> int:
        """The first character of its contents."""
        return min(start for start, _ in self.contents)

    @property
    def end(self) -> int:
        """The character after its contents."""
        return max(end for _, end in self.contents)


@dataclass(slots=True)
class Scene:
    """One sentence being read: its items and cues, and which items are already accounted for."""

    text: str
    lang: str
    sentence: Sentence
    cues: list[Cue]
    used: set[int] = field(default_factory=set)
    quoted: set[int] = field(default_factory=set)

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of the sentence."""
        return self.sentence.items

    def span(self, start: int, end: int) -> Span | None:
        """The characters of items `start` to `end`, without outer punctuation; a lone quoted passage without marks."""
        items = self.items
        while start < end and items[start].is_punct and items[start].low not in {"(", "["}:
            start += 1
        while end > start and items[end - 1].is_punct and items[end - 1].low not in {")", "]", "%", "€", "$"}:
            end -= 1
        if start >= end:
            return None
        if end - start == 1:
            return inner(items[start])
        return items[start].start, items[end - 1].end

    def mark(self, start: int, end: int) -> None:
        """Take the quoted passages among these items as accounted for."""
        self.quoted.update(i for i in range(start, end) if self.items[i].quote is not None)

    def free(self) -> Sequence[int]:
        """The quoted passages no rule has taken yet."""
        return [i for i, item in enumerate(self.items) if item.quote is not None and i not in self.quoted]


def inner(item: Item) -> Span:
    """A quoted passage without its marks, or the word itself."""
    if item.quote is None:
        return item.start, item.end
    return item.quote.inner_start, item.quote.inner_end


class Point(NamedTuple):
    """An attribution by item offsets: what is said ends at `start`, and may go on at `end`."""

    start: int
    end: int
    cue: Span
    speaker: Speaker | None
    verb: Verb | None
    construction: str
    score: float
