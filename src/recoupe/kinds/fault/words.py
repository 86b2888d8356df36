"""Faults between words: doubled words, lost spaces, lost subjects, wrong encodings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from operator import eq

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.fault.flaw import Flaw, lines
from recoupe.lang import table

FEW_WORDS = 4
CLAUSE_WORDS = 8
# UTF-8 read as Latin-1 or Windows-1252 (lead bytes 0xC3 and 0xC2, typographic block 0xE2 0x80), as Mac Roman or as a
# DOS code page; letters lost to a question mark; entities and escapes left undecoded; control characters; Cyrillic
# letters that look Latin inside a Latin word
MOJIBAKE = re.compile(
    r"\w*(?:Ã[\x80-\xbf\u0152\u0153\u0160\u0161\u2018-\u203a\u20ac]|â€[^\s\w]|Â[\x80-\xbf«»°]|\ufffd)\S*"
    r"|\w*(?:√[©®†§¢™´ªÆ]|├[®¬ºá¡ó«»¿])\S*"
    r"|(?<![\w/?=&.])[A-Za-zà-ÿ’']*[a-zà-ÿ]\?[a-zà-ÿ]+(?![\w=&/])"
    r"|\w*&(?:[A-Za-z]{2,8}|#\d{2,5}|#x[0-9A-Fa-f]{2,5});\w*|\w*\\u[0-9a-fA-F]{4}\w*|\w*[\x80-\x84\x86-\x9f]\w*"
    r"|[A-Za-zÀ-ÿ]+[\u0400-\u04ff]\w*|[\u0400-\u04ff]+[A-Za-zÀ-ÿ]\w*"
)
SUSPECT = re.compile(r"[ÃÂ\ufffd√├&\\\x80-\x9f\u0400-\u04ff]|â€|[a-z]\?[a-z]")
ASIDE = re.compile(
    r"«[^«»\n]+»|“[^“”\n]+”|\"[^\"\n]+\"|‘[^‘\n]+?’(?!\w)|\([^()\n]+\)|\[[^\[\]\n]+\]|\*[^*\n]+\*|_[^_\n]+_"
)
WORD = re.compile(r"[\w'’-]+")
LONGEST_ECHO = 12
GO_ON = frozenset(["et", "ou", "ni", "puis", "plus", "and", "or", "nor", "then", "more"])
ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+|\b[\w-]+\.(?:com|org|net|fr|be|ch|ca|uk|info|io|tv|eu|gov)\b\S*", re.I
)
JOINED = re.compile(
    r"(?<![\w.@/])([^\W\d_A-ZÀ-Ý][^\W\d_]+|[A-ZÀ-Ý][^\W\d_]{2,})[.!?]([A-ZÀ-Ý][a-zà-ÿ]+)(?![\w.]*\.\w)"
    r"|(?<=[\w.,!?…\u00a0 ])[»”][a-zà-ÿ]{2,}"
)
FRAGMENT = re.compile(r"(?<![.…\w])([\wÀ-ÿ]+)([»”\"]?)\.[ \u00a0]+([a-zà-ÿ][^.!?\n:;«»“”\"()]{1,40})\.(?=\s*(?:\n|$))")


def encodings(text: str) -> Iterator[Flaw]:
    """Words whose bytes were read in another encoding, replacement characters, entities left as they were."""
    if not SUSPECT.search(text):
        return
    for start, end in lines(text):
        if not SUSPECT.search(text, start, end):
            continue
        addresses = [found.span() for found in ADDRESS.finditer(text, start, end)]
        for found in MOJIBAKE.finditer(text, start, end):
            if not any(first <= found.start() < last for first, last in addresses):
                yield Flaw(found.start(), found.end(), "mojibake")


def spaces(text: str) -> Iterator[Flaw]:
    """A sentence glued to the one before (« tour.Les »), or a word glued to a closing mark; never an address."""
    joined = list(JOINED.finditer(text))
    addresses = [found.span() for found in ADDRESS.finditer(text)] if joined else []
    for found in joined:
        if not any(start <= found.start() < end for start, end in addresses):
            yield Flaw(found.start(), found.end(), "missing-space")


@lru_cache(maxsize=2)
def _folded(text: str) -> tuple[list[str], ...]:
    """The words of each line in lower case; kept for the rules that read the same text after one another."""
    return tuple(WORD.findall(text[start:end].lower()) for start, end in lines(text))


@cache
def _doubles(lang: str) -> re.Pattern[str]:
    words = "|".join(table(lang, "faults")["doubles"])
    return re.compile(rf"(?<![\w'’-])(?i:({words}))[ \u00a0]+\1(?![\w'’-])")


def doubles(text: str, lang: str) -> Iterator[Flaw]:
    """A grammar word written twice in a row."""
    for (start, end), folded in zip(lines(text), _folded(text), strict=True):
        if any(map(eq, folded, folded[1:])):
            for found in _doubles(lang).finditer(text, start, end):
                yield Flaw(found.start(), found.end(), "garbled")


def echoes(text: str) -> Iterator[Flaw]:
    """Three to twelve different words that follow themselves with no mark in between: « il est parti il est parti »."""
    for (start, end), lowered in zip(lines(text), _folded(text), strict=True):
        if not _comes_again(lowered):
            continue
        found = list(WORD.finditer(text, start, end))
        folded = [word.group().lower() for word in found]
        last = -1
        for at in range(len(found) - 5):
            if at <= last or folded[at] not in folded[at + 3 : at + LONGEST_ECHO + 1]:
                continue
            for length in range(3, min(LONGEST_ECHO, (len(found) - at) // 2) + 1):
                phrase = folded[at : at + length]
                if phrase != folded[at + length : at + 2 * length] or len(set(phrase)) < length or phrase[0] in GO_ON:
                    continue
                begin, stop = found[at].start(), found[at + 2 * length - 1].end()
                if re.fullmatch(r"[\w'’\s\u00a0-]+", text[begin:stop]) and not any(map(str.isdigit, phrase)):
                    yield Flaw(found[at + length].start(), stop, "repeated")
                    last = at + 2 * length - 1
                    break


def _comes_again(folded: list[str]) -> bool:
    """Two words in a row stand again in the same order within an echo's reach."""
    before: dict[tuple[str, str], int] = {}
    for at, pair in enumerate(pairwise(folded)):
        if at - before.get(pair, -LONGEST_ECHO - 1) <= LONGEST_ECHO:
            return True
        before[pair] = at
    return False


def asides(text: str) -> list[tuple[int, int]]:
    """What stands between marks, in brackets or in slanted letters, where words of another language are at home."""
    return [found.span() for found in ASIDE.finditer(text)]


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
