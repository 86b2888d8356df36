"""Another name in a place that holds but one: who founded it, where it was filmed, who its mayor is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoupe.compare.aligned import ALIKE, Text, same
from recoupe.compare.signs import book, denied

_BY = frozenset({"par", "by"})
_WHO = frozenset({"qui", "who", "that", "which"})
_IN = frozenset({"en", "à", "au", "aux", "dans", "in", "at"})
_COUNTRY = "n:territory:"
_TOWN = "n:place:"
Slot = tuple[int, int]


def other_names(one: Text, other: Text) -> Iterator[Slot]:
    """Each pair of words that name two things in one place for one, the first of `one`."""
    known = book(one.lang)
    for listed, apart in ((known.authored, _authors), (known.placed, _places), (known.held, _holders)):
        for at in _said(one, listed):
            for there in _said(other, listed):
                if same(one.words[at], other.words[there], one.lang) >= ALIKE:
                    yield from apart(one, at, other, there)


def _said(text: Text, listed: frozenset[str]) -> list[int]:
    """The words of a list that a text says and does not deny."""
    found = [at for at, word in enumerate(text.words) if word.lemma in listed]
    return [at for at in found if not denied(text.words, at, text.lang)]


def _authors(one: Text, at: int, other: Text, there: int) -> Iterator[Slot]:
    mine, theirs = _roles(one, at), _roles(other, there)
    if mine[0] and theirs[0] and _meet(one, mine[1], other, theirs[1]):
        yield from _apart(one, mine[0], other, theirs[0])


def _roles(text: Text, at: int) -> tuple[list[int], list[int]]:
    """Who acts and what is acted on, every telling word of each."""
    children = [(i, text.words[i]) for i in text.children[at]]
    passive = any(word.relation in {"nsubj:pass", "aux:pass"} for _, word in children)
    subjects = [i for i, word in children if word.relation.startswith("nsubj")]
    if any(text.words[i].form in _WHO for i in subjects):
        subjects = [text.words[at].governor]
    if not passive:
        return _told(text, subjects), _told(text, [i for i, word in children if word.relation == "obj"])
    agents = [i for i, word in children if word.relation == "obl:agent" or (_case(text, i) & _BY)]
    return _told(text, agents), _told(text, subjects)


def _told(text: Text, heads: Sequence[int]) -> list[int]:
    told = set(text.telling)
    return [i for head in heads for i in text.subtree(head) if i in told]


def _case(text: Text, at: int) -> frozenset[str]:
    return frozenset(text.words[i].form for i in text.children[at] if text.words[i].relation == "case")


def _meet(one: Text, mine: Sequence[int], other: Text, theirs: Sequence[int]) -> bool:
    return any(same(one.words[i], other.words[k], one.lang) >= ALIKE for i in mine for k in theirs)


def _apart(one: Text, mine: Sequence[int], other: Text, theirs: Sequence[int]) -> Iterator[Slot]:
    """The first names of two phrases that share no word, neither told anywhere in the other text."""
    if _meet(one, mine, other, theirs):
        return
    left = [i for i in mine if _name(one, i) and not _known(one, i, other)]
    right = [k for k in theirs if _name(other, k) and not _known(other, k, one)]
    if left and right:
        yield left[0], right[0]


def _name(text: Text, at: int) -> bool:
    return text.words[at].pos == "PROPN" or any(term.startswith("n:") for term in text.words[at].terms)


def _known(text: Text, at: int, other: Text) -> bool:
    return any(same(text.words[at], word, text.lang) >= ALIKE for word in other.words)


def _places(one: Text, at: int, other: Text, there: int) -> Iterator[Slot]:
    """Two countries, or two towns; a town may lie in a country."""
    for kind in (_COUNTRY, _TOWN):
        mine, theirs = _sites(one, at, kind), _sites(other, there, kind)
        subjects = one.subjects(at), other.subjects(there)
        if mine and theirs and _meet(one, subjects[0], other, subjects[1]):
            yield from _apart(one, mine, other, theirs)


def _sites(text: Text, at: int, kind: str) -> list[int]:
    return [
        i
        for i in text.children[at]
        if text.words[i].relation.startswith("obl") and _case(text, i) & _IN and _is_kind(text, i, kind)
    ]


def _is_kind(text: Text, at: int, kind: str) -> bool:
    return any(term.startswith(kind) for term in text.words[at].terms)


def _holders(one: Text, at: int, other: Text, there: int) -> Iterator[Slot]:
    """*X is the mayor of Y*, *Z, mayor of Y*."""
    mine, theirs = (_of(text, place) for text, place in ((one, at), (other, there)))
    if mine and theirs and _meet(one, mine, other, theirs):
        yield from _apart(one, _who(one, at), other, _who(other, there))


def _of(text: Text, at: int) -> list[int]:
    return _told(text, [i for i in text.children[at] if text.words[i].relation.startswith("nmod")])


def _who(text: Text, at: int) -> list[int]:
    """The name the role is said of: its subject, what it is said to be, or what it stands beside."""
    word = text.words[at]
    beside = {text.words[i].form for i in (*text.children[at], max(0, at - 1))}
    if beside & book(text.lang).formerly:
        return []
    copular = any(text.words[i].relation == "cop" for i in text.children[at])
    above = text.words[word.governor]
    if copular:
        heads = [i for i in text.children[at] if text.words[i].relation.startswith("nsubj")]
    elif word.relation.startswith("nsubj") and any(
        text.words[i].relation == "cop" for i in text.children[word.governor]
    ):
        heads = [word.governor] if above.pos == "PROPN" else []
    elif word.relation == "appos":
        heads = [word.governor]
    else:
        heads = [i for i in text.children[at] if text.words[i].relation == "appos"]
    return [i for i in heads if text.words[i].pos == "PROPN"]
