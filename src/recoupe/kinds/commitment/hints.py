"""Which rules may find something for which words of a text, told before any clause is read.

Most clauses hold no word of the table and no future, and reading who does what in them would be for nothing. Every
rule of `triggers` asks first for what is looked for here; a rule that asks for something else needs its own hint.
"""

from __future__ import annotations

from functools import cache

from spacy.attrs import LOWER
from spacy.tokens import Doc, Token

from recoupe.annotate.conjugation import read
from recoupe.annotate.lemmas import Tables, bits_in
from recoupe.annotate.verbgroup import language, low, relation, sentence
from recoupe.kinds.commitment.lexicon import lexicon

AUXILIARIES_WITHIN = 6


class Hint:
    """What a rule for the heads of clauses asks for; `NOUN` is for the rules for nouns.

    The first ten are a lemma of the word's own, in the order of `_tables`; `DUTY` and `FUTURE` may stand in the verb
    group, `TO` right under the word, `SETTLED`, `READY` and `DEADLINE` anywhere in its sentence.
    """

    REFUSAL = 1
    SETTING = 2
    VERB = 4
    EXCLUDE = 8
    ANNOUNCE = 16
    CALL = 32
    COMING = 64
    ACT = 128
    HAVE = 256
    NOUN = 512
    DUTY = 1024
    DEADLINE = 2048
    FUTURE = 4096
    TO = 8192
    SETTLED = 16384
    READY = 32768


_OWN = 2 * Hint.NOUN - 1
_NOT_OWN = Hint.DUTY | Hint.DEADLINE
_TO_HAVE = frozenset({"avoir", "have"})
_WOULD = frozenset({"would", "going"})
# By language: the flags of a word, by the number spaCy has for it in lower case.
_FURTHER: dict[str, dict[int, int]] = {}


@cache
def _tables(lang: str) -> Tables:
    """The lemmas that the lowest bits stand for, up to `DEADLINE`."""
    words = lexicon(lang)
    nouns = frozenset(words.refusals | words.intentions.keys() | words.measures | words.gatherings)
    return (
        (words.refusals, False),
        (words.setting, True),
        (frozenset(words.verbs), True),
        (words.exclude, True),
        (frozenset(words.announcing.keys() | words.promises), True),
        (words.calls, True),
        (words.coming, True),
        (words.acts, True),
        (_TO_HAVE, True),
        (nouns, False),
        (frozenset(words.duties), True),
        (words.deadlines, False),
    )


def hints(doc: Doc) -> list[int]:
    """For each word of a text, the flags of `Hint` that hold for it as the head of a clause or as a noun."""
    if not len(doc):
        return []
    lang = language(doc[0])
    found = bits_in(doc, _tables(lang))
    out = [bits & _OWN for bits in found]
    further = _FURTHER.setdefault(lang, {})
    for place, (word, bits) in enumerate(zip(doc.to_array(LOWER).tolist(), found, strict=True)):
        flags = further.get(word)
        if flags is None:
            flags = further[word] = _further(low(doc[place]), lang)
        if flags := flags | (bits & _NOT_OWN):
            _spread(doc[place], flags, out)
    return out


def _spread(word: Token, flags: int, out: list[int]) -> None:
    """Tell the heads of clauses that may have to do with a word."""
    place = word.i
    if near := flags & (Hint.DUTY | Hint.FUTURE):
        for at in (place, word.head.i):
            out[at] |= near
        if word.pos_ == "AUX":
            for at in range(place + 1, min(place + 1 + AUXILIARIES_WITHIN, len(out))):
                out[at] |= near
    if flags & Hint.TO and relation(word) == "mark":
        out[word.head.i] |= Hint.TO
    if wide := flags & (Hint.SETTLED | Hint.READY | Hint.DEADLINE):
        span = sentence(word)
        for at in range(span.start, span.end):
            out[at] |= wide


def _further(word: str, lang: str) -> int:
    """The flags that a word's own letters raise."""
    words = lexicon(lang)
    ahead = word in words.auxiliary or (word in _WOULD if lang == "en" else read(word) is not None)
    flags = Hint.FUTURE if ahead else 0
    if lang == "en" and word == "to":
        flags |= Hint.TO
    if word in words.settled:
        flags |= Hint.SETTLED
    if word in words.ready:
        flags |= Hint.READY
    return flags
