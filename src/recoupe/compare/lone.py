"""One text alone denies something, as its own point, and the other speaks of all that matters in what is denied."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.compare.aligned import ALIKE, Text, reached
from recoupe.compare.denials import narrow
from recoupe.compare.signs import book, denied

# How much of what a denied verb acts on the other text must name, and how many words of all that is denied.
CORE = 0.5
SCOPE = 2
_STEPS = 8
_CORE = ("obj", "xcomp", "ccomp", "obl:arg", "iobj", "attr")
_MAIN = ("xcomp", "ccomp", "conj", "parataxis", "csubj", "root", "obj", "nsubj")
_CONTENTS = ("ccomp", "xcomp", "csubj")


def lone_denials(one: Text, other: Text) -> Iterator[tuple[int, int]]:
    """Each denied clause of a text, by its head, with the first word of the other that speaks of it."""
    if _denies(other):
        return
    for at, word in enumerate(one.words):
        if not (word.clausal and denied(one.words, at, one.lang) and _main(one, at)):
            continue
        scope = [i for i in _scope(one, at) if reached(one.words[i], other) >= ALIKE]
        core = [reached(one.words[i], other) for i in _objects(one, at)]
        if len(scope) < SCOPE or (core and sum(core) / len(core) < CORE) or narrow(one, at, other):
            continue
        yield at, next(there for there in other.telling if reached(one.words[scope[0]], other, [there]) >= ALIKE)


def _denies(text: Text) -> bool:
    """Some word of the text denies something, whatever the parse makes of it."""
    known = book(text.lang)
    return any(word.form in known.negating or word.lemma in known.denying or word.denied for word in text.words)


def _objects(text: Text, at: int) -> list[int]:
    """What the denied verb acts on, what there is none of, or what something is not."""
    word, told = text.words[at], set(text.telling)
    wanted = (*_CORE, "nsubj") if word.lemma in book(text.lang).empty else _CORE
    found = [i for i in text.children[at] if i in told and text.words[i].relation.startswith(wanted)]
    named = at in told and any(text.words[i].relation.startswith("cop") for i in text.children[at])
    return [*found, at] if named else found


def _scope(text: Text, at: int) -> list[int]:
    """What the denied clause says beside its subject, with the clauses that complete it."""
    told, subjects = set(text.telling), set(text.subjects(at))
    inner = [c for c in text.children[at] if text.words[c].relation.startswith(_CONTENTS)]
    every = [*text.subtree(at), *(i for child in inner for i in text.subtree(child))]
    return [i for i in dict.fromkeys(every) if i in told and i not in subjects and i != at]


def _main(text: Text, at: int) -> bool:
    """Only clauses that complete, follow or stand beside one another lie between the word and the root."""
    here = at
    for _ in range(_STEPS):
        word = text.words[here]
        if word.governor == here:
            return True
        if not word.relation.startswith(_MAIN):
            return False
        here = word.governor
    return False
