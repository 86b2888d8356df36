"""What one text allows or demands and the other forbids or leaves free."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.compare.aligned import ALIKE, Text, reached, same
from recoupe.compare.signs import book, denied

# The act stands this many words after the word that allows or demands it, at most.
REACH = 8
COVERED = 0.6
_TO = frozenset({"to"})
_AGAINST = {"allowed": "forbidden", "forbidden": "allowed", "owed": "free", "free": "owed"}
_TURNED = {"allowed": "forbidden", "forbidden": "allowed", "owed": "free"}


def modal_clash(one: Text, other: Text) -> Iterator[tuple[int, int]]:
    """The words that allow in one text and forbid in the other, demand and leave free, one and the same act.

    Nothing when a text says both, or when the first tells little of what the second says.
    """
    mine, theirs = list(_modes(one)), list(_modes(other))
    told = [reached(other.words[i], one) >= ALIKE for i in other.telling]
    if not told or sum(told) < COVERED * len(told):
        return
    for at, mode, act in mine:
        for there, rival, deed in theirs:
            if _AGAINST[mode] != rival or same(one.words[act], other.words[deed], one.lang) < ALIKE:
                continue
            if mode not in {m for _, m, _ in theirs} and rival not in {m for _, m, _ in mine}:
                yield at, there


def _modes(text: Text) -> Iterator[tuple[int, str, int]]:
    """Each word that allows, forbids or demands, as it is meant once denials are counted, with its act."""
    known = book(text.lang)
    lists = {"allowed": known.allowing, "forbidden": known.forbidding, "owed": known.demanding}
    for at, word in enumerate(text.words):
        for mode, listed in lists.items():
            act = _act(text, at) if word.lemma in listed and not _conditional(text, at) else None
            if act is not None:
                yield at, (_TURNED[mode] if denied(text.words, at, text.lang) else mode), act


def _conditional(text: Text, at: int) -> bool:
    """*Without a ticket you cannot …*: allowed or not on a condition told in the same sentence."""
    known, sentence = book(text.lang).supposing, text.words[at].sentence
    return any(word.sentence == sentence and word.form in known for word in text.words)


def _act(text: Text, at: int) -> int | None:
    """The next verb of the sentence, else what the word is said of."""
    told = set(text.telling)
    for after in range(at + 1, min(at + REACH + 1, len(text.words))):
        word = text.words[after]
        if word.sentence != text.words[at].sentence:
            break
        if after in told and (word.pos == "VERB" or word.clausal or text.words[after - 1].form in _TO):
            return after
    return next(iter(text.subjects(at)), None)
