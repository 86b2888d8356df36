"""Faults between words: doubled words, lost spaces, lost subjects, wrong encodings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.fault.flaw import Flaw
from recoupe.lang import table

FEW_WORDS = 4
CLAUSE_WORDS = 8
# UTF-8 read as Latin-1 or Windows-1252: the lead bytes 0xC3 and 0xC2 and the typographic block 0xE2 0x80
MOJIBAKE = re.compile(
    r"\w*(?:Ã[\x80-\xbf\u0152\u0153\u0160\u0161\u2018-\u203a\u20ac]|â€[^\s\w]|Â[\x80-\xbf«»°]|\ufffd)\S*"
)
ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+|\b[\w-]+\.(?:com|org|net|fr|be|ch|ca|uk|info|io|tv|eu|gov)\b\S*", re.I
)
JOINED = re.compile(
    r"(?<![\w.@/])([^\W\d_A-ZÀ-Ý][^\W\d_]+|[A-ZÀ-Ý][^\W\d_]{2,})[.!?]([A-ZÀ-Ý][a-zà-ÿ]+)(?![\w.]*\.\w)"
    r"|(?<=[\w.,!?…\u00a0 ])[»”][a-zà-ÿ]{2,}"
)
FRAGMENT = re.compile(r"(?<![.…\w])([\wÀ-ÿ]+)([»”\"]?)\.[ \u00a0]+([a-zà-ÿ][^.!?\n:;«»“”\"()]{1,40})\.(?=\s*(?:\n|$))")


def encodings(text: str) -> Iterator[Flaw]:
    """Words whose bytes were read in another encoding, and replacement characters."""
    for found in MOJIBAKE.finditer(text):
        yield Flaw(found.start(), found.end(), "mojibake")


def spaces(text: str) -> Iterator[Flaw]:
    """A sentence glued to the one before (« tour.Les »), or a word glued to a closing mark; never an address."""
    addresses = [found.span() for found in ADDRESS.finditer(text)]
    for found in JOINED.finditer(text):
        if not any(start <= found.start() < end for start, end in addresses):
            yield Flaw(found.start(), found.end(), "missing-space")


@cache
def _doubles(lang: str) -> re.Pattern[str]:
    words = "|".join(table(lang, "faults")["doubles"])
    return re.compile(rf"(?<![\w'’-])(?i:({words}))[ \u00a0]+\1(?![\w'’-])")


def doubles(text: str, lang: str) -> Iterator[Flaw]:
    """A grammar word written twice in a row."""
    for found in _doubles(lang).finditer(text):
        yield Flaw(found.start(), found.end(), "garbled")


def fragments(text: str, lang: str) -> Iterator[Flaw]:
    """A few words in lower case between a full stop and the end of a paragraph: « … le maire. m'a dit. »."""
    abbreviations = frozenset(table(lang, "faults")["abbreviations"])
    for found in FRAGMENT.finditer(text):
        word = found.group(1).lower()
        if word in abbreviations or len(word) < 3 or word.isdigit() or len(found.group(3).split()) > FEW_WORDS:
            continue
        if re.search(r"\d|\.\w|https?|www", found.group(3)):
            continue
        yield Flaw(found.start(3), found.end(), "stray-words")


def restrictions(annotated: Annotated) -> Iterator[Flaw]:
    """« apparemment que sur » with no « ne », no comparison before it and no verb after it: a word was lost."""
    data = table(annotated.lang, "faults")
    if "adverb_que" not in data:
        return
    text = annotated.document.text
    for found in re.finditer(data["adverb_que"], text, re.I):
        begin = max(text.rfind(mark, 0, found.start()) for mark in ".!?;\n") + 1
        stop = re.compile(r"[.!?;,\n]|$").search(text, found.end())
        end = stop.start() if stop else len(text)
        begin = max([begin, *(cut.end() for cut in re.finditer(data["clause"], text[: found.start()], re.I))])
        if re.search(data["restrictive"], text[begin : found.start()], re.I):
            continue
        if not _noun(annotated, found.start()) and not _has_verb(annotated, found.end(), end, data["finite"]):
            yield Flaw(found.start(1), found.end(1), "garbled")


def _has_verb(annotated: Annotated, start: int, end: int, finite: str) -> bool:
    words = annotated.document.text[start:end]
    if len(words.split()) > CLAUSE_WORDS or re.search(finite, words, re.I):
        return True
    span = annotated.doc.char_span(start, end, alignment_mode="contract")
    return span is not None and any(token.pos_ in {"VERB", "AUX"} for token in span)


def _noun(annotated: Annotated, start: int) -> bool:
    """The word was tagged a noun (« un financement que pour »), so it is no adverb."""
    span = annotated.doc.char_span(start, start + 1, alignment_mode="expand")
    return span is not None and span[0].pos_ in {"NOUN", "PROPN"}
