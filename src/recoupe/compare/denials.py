"""One text denies what the other says: the denied clause must hold nothing the other text does not tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.compare.aligned import Text, reached, same
from recoupe.compare.signs import book, denied
from recoupe.types import Word

CORE = 0.5
JOINED = 0.7
SHARED = 3
_TO = frozenset({"de", "d'", "to"})
# What is spoken of is acted on.
_ABOUT = frozenset({"about", "of"})
_BELOW = ("xcomp", "obj", "ccomp", "csubj")
_CORE = ("obj", "xcomp", "ccomp", "obl:arg", "iobj", "attr")


@dataclass(frozen=True, slots=True)
class Denial:
    """A denied word of one text and the word of the other that answers it, if one does.

    `covered` is how much of the denied clause stands in the other text, 0 to 1, `shared` how many of its words stand
    there as they are; `told` whether the other says the denied word itself, `echoed` whether it denies it too; `core`
    how much of what the denied verb acts on it names; `narrow` whether only a part is denied or on a condition.
    """

    at: int
    there: int
    covered: float
    shared: int
    told: float
    echoed: bool
    core: float
    narrow: bool
    joined: float

    @property
    def against(self) -> bool:
        """The denial goes against the other text: that text says the word, or one of its clauses holds the rest."""
        if self.echoed or self.narrow or self.core < CORE or self.there < 0:
            return False
        return self.told == 1.0 or (self.joined >= JOINED and self.shared >= SHARED)


def denials(one: Text, other: Text) -> Iterator[Denial]:
    """Each denied word of one text with what the other text says of it."""
    for at in one.telling:
        if _heads(one, at) and denied(one.words, at, one.lang) and not _adjunct(one, at):
            yield _denial(one, other, at)


def _denial(one: Text, other: Text, at: int) -> Denial:
    word = one.words[at]
    frame = [i for i in one.frame(at) if i != at]
    shares = [reached(one.words[i], other) for i in frame]
    below = [i for i in frame if one.words[i].governor == at]
    core = [i for i in below if one.words[i].relation.startswith(_CORE)]
    core = core or [i for i in below if any(one.words[k].form in _ABOUT for k in one.children[i])]
    core_shares = [reached(one.words[i], other) for i in core]
    match = [(same(word, other.words[j], one.lang), j) for j in other.telling]
    said = [(s, j) for s, j in match if s and not denied(other.words, j, other.lang)]
    best = max(said, key=lambda row: (row[0], -row[1]), default=(0.0, -1))
    echoed = any(s == 1.0 and denied(other.words, j, other.lang) for s, j in match)
    joined = 0.0
    there = best[1]
    for j in other.telling:
        if other.words[j].clausal and not denied(other.words, j, other.lang):
            inside = [other.words[k] for k in other.frame(j)]
            part = sum(max((same(one.words[i], w, one.lang) for w in inside), default=0.0) for i in frame)
            if part > joined:
                joined, there = part, best[1] if best[0] == 1.0 else j
    return Denial(
        at,
        there,
        sum(shares) / len(shares) if shares else 0.0,
        sum(s == 1.0 for s in shares),
        best[0],
        echoed,
        sum(core_shares) / len(core_shares) if core else 1.0,
        narrow(one, at, other),
        joined / len(frame) if frame else 0.0,
    )


def narrow(text: Text, at: int, other: Text) -> bool:
    """Only a part is denied, of some only, another number, or on a condition."""
    known = book(text.lang)
    numbers = [text.words[i] for i in text.frame(at) if i != at and text.words[i].pos == "NUM"]
    if any(not reached(word, other) for word in numbers):
        return True
    here, around = at, list(text.children[at])
    while text.words[here].relation.startswith(_BELOW) or not text.words[here].clausal:
        above = text.words[here].governor
        if above == here:
            break
        here = above
        around += text.children[here]
    if any(_is(text.words[i], known.narrowing) for i in (*text.subtree(at), *around)):
        return True
    if any(_is(text.words[k], known.partial) for k in text.subtree(here)):
        return True
    below = [i for i in around if text.words[i].relation.startswith("advcl")]
    return any(_is(text.words[k], known.supposing) for i in below for k in text.children[i])


def _is(word: Word, listed: frozenset[str]) -> bool:
    return word.form in listed or word.lemma in listed


def _adjunct(text: Text, at: int) -> bool:
    """« sans test »: what is lacking goes with something else."""
    word = text.words[at]
    if text.words[word.governor].lemma in book(text.lang).denying:
        return False
    return word.relation.startswith(("obl", "nmod", "advcl", "amod")) or any(
        text.words[i].form in {"sans", "without"} for i in text.children[at]
    )


def _heads(text: Text, at: int) -> bool:
    """The word heads a clause or is what an empty verb or a denying word grants or denies."""
    word = text.words[at]
    if word.clausal or word.relation == "xcomp":
        return True
    if word.pos not in {"NOUN", "VERB", "PROPN"}:
        return False
    above = text.words[word.governor]
    if above.lemma in book(text.lang).denying:
        return above.lemma in book(text.lang).lacking or (word.pos != "PROPN" and text.words[at - 1].form in _TO)
    return (word.relation.startswith(("obj", "nsubj")) and above.lemma in book(text.lang).empty) or word.denied
