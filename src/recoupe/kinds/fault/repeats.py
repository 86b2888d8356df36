"""The same passage pasted twice into one account."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from recoupe.kinds.fault.flaw import Flaw, lines, trimmed

FEWEST_WORDS = 8
FEWEST_WORDS_NEAR = 12
WORDS_PER_CHANGE = 10
ALIKE = 0.75
SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…]+(?=[^\s\u00a0»”\"'’)\]])[^.!?…\n]*)*[.!?…]*[\s\u00a0]*[»”\"'’)\]]*")
WORD = re.compile(r"\w+(?:[.,]\d+)*")
SHINGLE = 3
SAME_RUN = 6
ABBREVIATION = re.compile(r"(?:^|[^\w.])[A-ZÀ-Ý][\w.]{0,3}\.[\s\u00a0]*$")
NEGATIONS = frozenset(["ne", "n", "pas", "non", "jamais", "plus", "sans", "not", "no", "t", "never", "nor", "without"])


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence: its span, whether it is a line of its own, its words as written and in lower case."""

    start: int
    end: int
    alone: bool
    words: tuple[str, ...]
    folded: tuple[str, ...]


def repeats(text: str, silent: Sequence[tuple[int, int]] = ()) -> Iterator[Flaw]:
    """Sentences of eight words or more that stand in the account a second time, word for word or nearly.

    Nearly: a word misspelt, lost or added for every ten, never a number, a name or a word of another root, since « le
    premier a été libéré » and « le second a été libéré » are two statements. Sentences repeated in a row are one
    flaw. `silent` are lines that are no prose.
    """
    if not _any_run_twice(text):
        return
    pieces = [p for p in _pieces(text) if not any(s <= p.start and p.end <= e for s, e in silent)]
    first_seen: dict[tuple[str, ...], int] = {}
    shingles: dict[tuple[str, ...], list[int]] = {}
    again: set[int] = set()
    for at, piece in enumerate(pieces):
        before = first_seen.setdefault(piece.folded, at)
        twin = before if before != at else _near(piece, pieces, shingles)
        if twin is None:
            for run in _runs(piece.folded, SHINGLE):
                shingles.setdefault(run, []).append(at)
        else:  # of a sentence set apart to catch the eye and the same in its paragraph, the latter is the account
            again.add(twin if pieces[twin].alone and not piece.alone else at)
    yield from _joined([pieces[at] for at in sorted(again)], text)


def _any_run_twice(text: str) -> bool:
    """Some words in a row stand twice: a passage nearly the same, with one slip in ten words, still shares as many."""
    words = WORD.findall(text.lower())
    runs = zip(*(words[at:] for at in range(SAME_RUN)), strict=False)
    return len(set(runs)) < len(words) - SAME_RUN + 1


def _pieces(text: str) -> list[_Piece]:
    found = []
    for first, last in lines(text):
        for match in SENTENCE.finditer(text, first, last):
            words = tuple(WORD.findall(match.group()))
            if len(words) < FEWEST_WORDS or ABBREVIATION.search(text[max(first, match.start() - 8) : match.start()]):
                continue
            start, end = trimmed(text, *match.span())
            alone = start == first and end == last
            found.append(_Piece(start, end, alone, words, tuple(word.lower() for word in words)))
    return found


def _runs(words: tuple[str, ...], step: int = 1) -> Iterator[tuple[str, ...]]:
    """Runs of three words of a sentence long enough to be compared, each begun `step` words after the one before."""
    if len(words) >= FEWEST_WORDS_NEAR:
        for at in range(0, len(words) - SHINGLE + 1, step):
            yield words[at : at + SHINGLE]


def _near(piece: _Piece, pieces: Sequence[_Piece], shingles: dict[tuple[str, ...], list[int]]) -> int | None:
    """An earlier sentence that shares half of its threes of words and differs by slips only."""
    shared: dict[int, int] = {}
    for run in _runs(piece.folded):
        for at in shingles.get(run, ()):
            shared[at] = shared.get(at, 0) + 1
    enough = len(piece.words) // (2 * SHINGLE)
    return next((at for at in sorted(shared) if shared[at] >= enough and _copies(pieces[at], piece)), None)


def _copies(first: _Piece, second: _Piece) -> bool:
    """The second is the first with slips of the pen only."""
    allowed = max(len(first.words), len(second.words)) // WORDS_PER_CHANGE
    if abs(len(first.words) - len(second.words)) > allowed:
        return False
    changes = 0
    for kind, a, b, c, d in SequenceMatcher(None, first.folded, second.folded, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        changes += max(b - a, d - c)
        if changes > allowed or not _slip(first.words[a:b], second.words[c:d]):
            return False
    return True


def _slip(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Words lost or added that name nobody and negate nothing, or one word misspelt."""
    if any(not w.isalpha() or w[0].isupper() for w in (*left, *right)):
        return False
    if left and right:
        pairs = zip(left, right, strict=False)
        return len(left) == len(right) and all(_misspelt(a.lower(), b.lower()) for a, b in pairs)
    return not any(w.lower() in NEGATIONS for w in (*left, *right))


def _misspelt(one: str, other: str) -> bool:
    """Two spellings of a long word; « fermé » and « fermer », « sera » and « serait » may be two statements."""
    shorter = min(len(one), len(other))
    return shorter > SHINGLE and one[-2:] == other[-2:] and SequenceMatcher(None, one, other).ratio() >= ALIKE


def _joined(again: Sequence[_Piece], text: str) -> Iterator[Flaw]:
    """Repeated sentences with nothing but white space between them are one passage."""
    start = end = -1
    for piece in again:
        if start >= 0 and not text[end : piece.start].strip():
            end = piece.end
            continue
        if start >= 0:
            yield Flaw(start, end, "repeated")
        start, end = piece.start, piece.end
    if start >= 0:
        yield Flaw(start, end, "repeated")
