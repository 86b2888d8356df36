"""Two words that cannot both hold, said of one thing in the two texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.compare.aligned import Text, reached, same
from recoupe.compare.signs import book, denied

_ARGUMENTS = ("nsubj", "obj", "obl", "iobj", "xcomp", "ccomp", "csubj", "nmod", "advmod")


@dataclass(frozen=True, slots=True)
class Opposed:
    """A word of each text at the two ends of one scale.

    `anchors` counts what both stand beside, `covered` is how much of the second word's clause the first text tells.
    """

    one: int
    other: int
    anchors: int
    covered: float
    shared: int
    heads: bool


def opposed(one: Text, other: Text) -> Iterator[Opposed]:
    """Each pair of opposite words, the first of `one`, unless either text says both."""
    mine, theirs = _ends(one), _ends(other)
    for at, key, end in mine:
        for there, name, far in theirs:
            if key != name or end != -far:
                continue
            if _said(other, one.words[at].lemma) or _said(one, other.words[there].lemma):
                continue
            if denied(one.words, at, one.lang) != denied(other.words, there, other.lang):
                continue
            frame = _around(other, there)
            shares = [reached(other.words[i], one) for i in frame]
            beside = _beside(one, at)
            anchors = sum(
                any(same(other.words[i], one.words[k], one.lang) == 1.0 for k in beside) for i in _beside(other, there)
            )
            covered = sum(shares) / len(shares) if shares else 0.0
            heads = one.words[at].clausal and other.words[there].clausal
            yield Opposed(at, there, anchors, covered, sum(s == 1.0 for s in shares), heads)


def _ends(text: Text) -> list[tuple[int, str, int]]:
    keys = book(text.lang).keys
    return [
        (at, key, end)
        for at, word in enumerate(text.words)
        for key, end in keys.get(word.lemma, ())
        if end and word.pos != "AUX" and not (word.lemma in {"plus", "moins", "more", "less"} and _counts(text, at))
    ]


def _counts(text: Text, at: int) -> bool:
    """« plus de cinq »: how many, which the figures tell."""
    return any(
        text.words[i].pos == "NUM" or text.words[i].form in {"de", "than", "d'"}
        for i in (at + 1, at + 2)
        if i < len(text.words)
    )


def _said(text: Text, lemma: str) -> bool:
    return any(word.lemma == lemma for word in text.words)


def _around(text: Text, at: int) -> list[int]:
    head = at
    while not text.words[head].clausal and text.words[head].governor != head:
        head = text.words[head].governor
    return [i for i in text.frame(head) if i != at]


def _beside(text: Text, at: int) -> list[int]:
    """What the word is said of: what it modifies, else its subject and objects."""
    word = text.words[at]
    found = [i for i in text.children[at] if text.words[i].relation.startswith(_ARGUMENTS)]
    if word.governor != at and not (word.clausal and not word.relation.startswith(("acl", "amod", "xcomp"))):
        found.append(word.governor)
        found += [i for i in text.children[word.governor] if text.words[i].relation.startswith(_ARGUMENTS)]
    telling = set(text.telling)
    deep = [k for i in found if i not in telling for k in text.children[i] if text.words[k].relation.startswith("nmod")]
    return [i for i in dict.fromkeys([*found, *deep]) if i in telling and i != at]
