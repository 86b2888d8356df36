"""Two texts word by word: which word of one stands for which of the other, and what a clause says beside its head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from anyascii import anyascii

from recoupe.compare.concepts import near
from recoupe.compare.signs import book
from recoupe.types import Word

# « vacciner », « vaccination »: words of one stem begin alike for at least this many letters and this part.
STEM = 5
STEM_PART = 0.6
NEAR = 0.5
# From here on two words are taken to say one thing.
ALIKE = 1.0
_APART = ("advcl", "acl:relcl", "parataxis", "appos", "discourse", "vocative", "dislocated", "punct")


class Text:
    """The words of one text, with what hangs on each."""

    def __init__(self, words: Sequence[Word], lang: str) -> None:
        self.words = words
        self.lang = lang
        self.children: list[list[int]] = [[] for _ in words]
        for at, word in enumerate(words):
            if word.governor != at:
                self.children[word.governor].append(at)
        self.telling = [at for at, word in enumerate(words) if self._tells(word)]

    def _tells(self, word: Word) -> bool:
        return (
            word.content
            and word.lemma not in book(self.lang).empty
            and (bool(word.terms) or word.pos in {"NUM", "ADJ"})
        )

    def subtree(self, at: int) -> Iterator[int]:
        """A word and what hangs on it, without the clauses that speak for themselves."""
        yield at
        for child in self.children[at]:
            name = self.words[child].relation
            if not name.startswith(_APART) and not (name == "conj" and self.words[child].clausal):
                yield from self.subtree(child)

    def frame(self, at: int) -> list[int]:
        """What the clause of a word says: what hangs on it, and the subject it shares with the verb above."""
        found = set(self.subtree(at))
        here = at
        while self.words[here].relation.startswith(("xcomp", "obj", "ccomp", "csubj")):
            above = self.words[here].governor
            light = self.words[above].lemma in book(self.lang).empty or self.words[here].relation == "xcomp"
            if not light:
                break
            for child in self.children[above]:
                if self.words[child].relation.startswith(("nsubj", "obl", "iobj")):
                    found.update(self.subtree(child))
            here = above
        return sorted(i for i in found if i in set(self.telling))

    def at(self, start: int) -> int | None:
        """The word that begins at or after a character."""
        return next((at for at, word in enumerate(self.words) if word.start >= start), None)

    def subjects(self, at: int) -> list[int]:
        """Every telling word of the subject of a verb."""
        heads = [i for i in self.children[at] if self.words[i].relation.startswith("nsubj")]
        told = set(self.telling)
        return [i for head in heads for i in self.subtree(head) if i in told]


@lru_cache(maxsize=65536)
def _stem(one: str, other: str) -> bool:
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= max(STEM, STEM_PART * max(len(one), len(other)))


@lru_cache(maxsize=16384)
def _bare(lemma: str) -> str:
    return anyascii(lemma).lower()


def same(one: Word, other: Word, lang: str) -> float:
    """How surely two words say one thing: 1 for one lemma, term, stem or scale end, NEAR for near concepts, else 0."""
    if one.lemma == other.lemma or one.form == other.form or set(one.terms) & set(other.terms):
        return 1.0
    if "NUM" in (one.pos, other.pos):
        return 0.0
    keys = book(lang).keys
    if set(keys.get(one.lemma, ())) & set(keys.get(other.lemma, ())):
        return 1.0
    if _stem(_bare(one.lemma), _bare(other.lemma)):
        return 1.0
    beside = near()
    if any(beside.get(t, frozenset()) & set(other.terms) for t in one.terms):
        return NEAR
    return 0.0


def reached(word: Word, text: Text, places: Sequence[int] | None = None) -> float:
    """How surely a word stands in the other text, or at some places of it."""
    among = text.telling if places is None else places
    return max((same(word, text.words[at], text.lang) for at in among), default=0.0)
