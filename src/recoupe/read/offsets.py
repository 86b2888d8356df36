"""An extracted text led back to its source: where each run of it stands there, and the source's own blanks."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from recoupe.read.shown import Shown

Pairs = tuple[tuple[int, int], ...]
ORDINARY = " \t\r\n\f\v"
TOKEN = re.compile(r"\S+")
SHORT = 12
NEAR = 400
MISSES = 2000


def to_source(pairs: Pairs, offset: int) -> int:
    """The offset in the source of an offset in the text; the same where there are no pairs."""
    place = bisect_right(pairs, (offset, 1 << 62)) - 1
    return pairs[place][1] + offset - pairs[place][0] if place >= 0 else offset


def chained(outer: Pairs, inner: Pairs) -> Pairs:
    """The pairs of a text made from another text that has pairs of its own."""
    if not outer or not inner:
        return outer or inner
    starts = {a for a, _ in outer}
    ends = [*(a for a, _ in outer[1:]), 1 << 62]
    for (a, b), end in zip(((0, 0), *outer), (outer[0][0], *ends), strict=True):
        starts.update(a + c - b for c, _ in inner if b <= c and a + c - b < end)
    return tuple((at, to_source(inner, to_source(outer, at))) for at in sorted(starts))


@dataclass(frozen=True, slots=True)
class Led:
    """A text with its own source's blanks, its pairs, and how many of the source's characters it writes otherwise."""

    text: str
    pairs: Pairs
    composed: int = 0
    unseen: int = 0


def led(text: str, shown: Shown, blanks: bool = False) -> Led:
    """The text with the pairs that lead back to what its source shows; words found nowhere there are left out of them.

    With `blanks`, the no-break and thin spaces that an extractor made plain are those of the source again.
    """
    return _Leading(text, shown, blanks).done()


@dataclass(slots=True)
class _Leading:
    text: str
    shown: Shown
    blanks: bool
    out: list[str] = field(default_factory=list)
    size: int = 0
    pairs: list[tuple[int, int]] = field(default_factory=list)
    cursor: int = 0
    misses: int = 0
    composed: int = 0
    unseen: int = 0
    _folded: str = ""
    _index: array[int] = field(default_factory=lambda: array("L"))

    def done(self) -> Led:
        self._folded, self._index = _squeezed(self.shown.text)
        place = 0
        for line in re.finditer(r"[^\n]+", self.text):
            self._write(self.text[place : line.start()])
            self._place(line.start(), line.end())
            place = line.end()
        self._write(self.text[place:])
        pairs = tuple(self.pairs)
        same = not pairs or pairs == ((0, 0),)
        return Led("".join(self.out), () if same else pairs, self.composed, self.unseen)

    def _write(self, piece: str) -> None:
        self.out.append(piece)
        self.size += len(piece)

    def _place(self, start: int, end: int) -> None:
        """Find a line in the source, else its halves; what is found nowhere is written as it is."""
        stack = [(start, end)]
        while stack:
            left, right = stack.pop()
            words = [match.span() for match in TOKEN.finditer(self.text, left, right)]
            if not words:
                self._write(self.text[left:right])
                continue
            folded, places = _squeezed(self.text[left:right])
            found = self._find(folded)
            if found >= 0 and folded:
                self._write(self.text[left : left + places[0]])
                self._copy(left, places, found)
                self._write(self.text[left + places[-1] + 1 : right])
                self.cursor = found + len(folded)
            elif len(words) == 1 or self.misses > MISSES:
                self._write(self.text[left:right])
            else:
                self.misses += 1
                middle = words[len(words) // 2][0]
                stack += [(middle, right), (left, middle)]

    def _find(self, folded: str) -> int:
        if len(folded) < SHORT:
            return self._folded.find(folded, self.cursor, self.cursor + NEAR)
        found = self._folded.find(folded, self.cursor)
        return found if found >= 0 else self._folded.find(folded)

    def _copy(self, left: int, places: Sequence[int], found: int) -> None:
        """Write the characters found, each gap between them as the source has it where it means more than a blank."""
        for number, place in enumerate(places):
            here = self._index[found + number]
            if number:
                gap = self.text[left + places[number - 1] + 1 : left + place]
                self._write(self._gap(gap, self._index[found + number - 1] + 1, here))
            source = self.shown.at[here]
            if not self.pairs or self.pairs[-1][1] + self.size - self.pairs[-1][0] != source:
                self.pairs.append((self.size, source))
            character = self.text[left + place]
            self.composed += character != self.shown.text[here]
            self._write(character)

    def _gap(self, gap: str, start: int, end: int) -> str:
        between = self.shown.text[start:end]
        if not between:
            return gap
        self.unseen += sum(not character.isprintable() and not character.isspace() for character in between)
        own = "".join(character for character in between if character.isspace())
        if not self.blanks or "\n" in gap or all(character in ORDINARY for character in own):
            return gap
        return re.sub(rf"[{ORDINARY}]+", " ", own)


def _squeezed(text: str) -> tuple[str, array[int]]:
    """The characters that can be seen, composed (NFC), and the place of each in the text."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        places = array("L", (n for n, c in enumerate(text) if not c.isspace() and c.isprintable()))
        return "".join(text[n] for n in places), places
    characters: list[str] = []
    index = array("L")
    for start, cluster in _clusters(text):
        for character in unicodedata.normalize("NFC", cluster):
            if not character.isspace() and character.isprintable():
                characters.append(character)
                index.append(start)
    return "".join(characters), index


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not unicodedata.combining(text[place]):
            yield start, text[start:place]
            start = place
