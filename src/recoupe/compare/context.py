"""What the sentences around a passage speak of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cache

import regex
from anyascii import anyascii

from recoupe.compare.names import Names, words
from recoupe.compare.phrases import phrase_terms
from recoupe.lang import table
from recoupe.types import Anchor, Document

_WORD = regex.compile(r"\w+")
_BREAK = regex.compile(r"(?<=[.!?…][»\"”’)]?)\s+(?=[\p{Lu}«\"“\[(])|\n+")
# « M. Astier », *Gov. Hale*, *George W. Brandt*: a title or an initial before a name ends no sentence.
_TITLE = regex.compile(
    r"(?:\b(?:M|MM|Mr|Mrs|Ms|Dr|Drs|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Capt|Prof|Rev|Hon|St|Ste|Messrs|Pr|Me|Mgr|Jr|vs|No)"
    r"|(?<!\p{L})\p{Lu}(?:\.\p{Lu})*)\.$"
)
_AHEAD = 12
OPENING = 3


def breaks(text: str) -> list[int]:
    """Where the sentences of a text end, by its marks and lines alone."""
    return [
        match.start()
        for match in _BREAK.finditer(text)
        if "\n" in match.group() or not _TITLE.search(text[max(0, match.start() - _AHEAD) : match.start()])
    ]


@cache
def function(lang: str) -> frozenset[str]:
    """The terms of a language's function words."""
    return frozenset("w:" + anyascii(word) for word in table(lang, "concepts")["function"])


@cache
def _first(lang: str) -> frozenset[str]:
    return frozenset(table(lang, "concepts")["first_person"])


def first_person(text: str, lang: str) -> bool:
    """The passage speaks of who says it: « je démissionnerai », *my office*."""
    return any(word.casefold() in _first(lang) for word in _WORD.findall(text))


class Context:
    """The terms of the sentences of the accounts, whatever was or was not found in them, each read when asked for."""

    def __init__(self, documents: Mapping[str, Document], names: Names) -> None:
        self._documents, self._names = documents, names
        self._ends = {ident: breaks(document.text) for ident, document in documents.items()}
        self._terms: dict[tuple[str, int], frozenset[str]] = {}

    def number(self, anchor: Anchor) -> int:
        """The place in its account of the sentence a passage begins in, from 0."""
        return bisect_right(self._ends[anchor.document], anchor.start)

    def sentences(self, ident: str) -> list[tuple[int, int, frozenset[str]]]:
        """Each sentence of an account, in order: where it begins, where it ends, and its terms."""
        ends = self._ends[ident]
        found = []
        for number, (start, end) in enumerate(zip([0, *ends], [*ends, len(self._documents[ident].text)], strict=True)):
            found.append((start, end, self._at(ident, number)))
        return found

    def terms(self, anchor: Anchor, before: int = 0) -> frozenset[str]:
        """The terms of the sentence a passage begins in, or of the one that many sentences before it."""
        return self._at(anchor.document, self.number(anchor) - before)

    def text(self, anchor: Anchor) -> str:
        """The sentence a passage begins in."""
        start, end = self._bounds(anchor.document, self.number(anchor))
        return self._documents[anchor.document].text[start:end].strip()

    def opening(self, ident: str) -> frozenset[str]:
        """The terms of the first sentences of an account, where it says what and where."""
        return frozenset().union(*(self._at(ident, number) for number in range(OPENING)))

    def _bounds(self, ident: str, number: int) -> tuple[int, int]:
        """Where a sentence of an account begins and ends; nowhere for a number it has none of."""
        ends = self._ends[ident]
        if not 0 <= number <= len(ends):
            return 0, 0
        return ends[number - 1] if number else 0, ends[number] if number < len(ends) else len(
            self._documents[ident].text
        )

    def _at(self, ident: str, number: int) -> frozenset[str]:
        place = ident, number
        if place not in self._terms:
            self._terms[place] = self._read(*place)
        return self._terms[place]

    def _read(self, ident: str, number: int) -> frozenset[str]:
        document = self._documents[ident]
        start, end = self._bounds(ident, number)
        if start >= end:
            return frozenset()
        anchor = document.anchor(start, end)
        found = set(phrase_terms(anchor.exact, document.lang) - function(document.lang))
        for key, mention in self._names.inside(anchor):
            found -= {"w:" + word for word in words(mention.anchor.exact)}
            found.add(key)
        return frozenset(found)
