"""Quotations of the same words in two accounts, and of the same words but for a denial or a number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

import regex
from rapidfuzz import fuzz

from recoupe.compare.block import MANY, NEAREST
from recoupe.compare.findings import Finding
from recoupe.compare.reasons import one_voice, publication, speakers
from recoupe.compare.updates import denies, others
from recoupe.types import Document, Reason, Relation, Statement

# Six words are more than two speakers say alike by chance; a tenth of the letters may differ (a comma, « encore »).
WORDS = 6
ALIKE = 88.0
MARKED = 0.8
# The same six words in a row, whatever stands around them.
RUN = 0.7
FRAGMENT = 3
# « n'ont pas ouvert »: so many words before the same ones a denial of them may stand.
BEFORE = 2
# « saw », *did not see*: what one wording may have in place of a denial of so many words.
DENIAL = 3
_SENTENCE = regex.compile(r"(?<=[.!?…])\s+")
_MARKED = regex.compile(r"(?:«|“|\"|<<|'')\s*([^«»“”\"<>]{6,80}?)\s*(?:»|”|\"|>>|'')")
_WORD = regex.compile(r"\w+")


def said(statement: Statement) -> list[str]:
    """Each passage quoted and each of its sentences, in lower case without marks; those of a few words are left out.

    Two accounts often quote one sentence of a speech and not the one before.
    """
    contents = getattr(statement.body, "contents", ()) or (statement.anchor,)
    passages = [content.exact for content in contents]
    passages += [part for text in passages if len(parts := _SENTENCE.split(text)) > 1 for part in parts]
    words = [_WORD.findall(passage.casefold()) for passage in passages]
    return [" ".join(each) for each in words if len(each) >= WORDS]


def fragments(statement: Statement) -> list[str]:
    """The words set in marks inside what is reported, three or more: « accuse la police de "tirs au visage" »."""
    contents = getattr(statement.body, "contents", ()) or (statement.anchor,)
    found = [match.group(1) for content in contents for match in _MARKED.finditer(content.exact)]
    words = [_WORD.findall(text.casefold()) for text in found]
    return [" ".join(each) for each in words if FRAGMENT <= len(each) < WORDS]


def rows(
    statements: Sequence[Statement], documents: Mapping[str, Document]
) -> Iterator[tuple[Statement, Statement, Finding]]:
    """Pairs of quotations of different accounts that hold the same words, or nearly, or one speaker's words turned."""
    index: dict[tuple[str, ...], list[int]] = {}
    quotations = [s for s in statements if s.kind == "quotation"]
    if len({s.anchor.document for s in quotations}) < 2:
        return
    texts = [said(s) for s in quotations]
    runs = [_runs(passages) for passages in texts]
    for number, passages in enumerate(texts):
        keys = {tuple(words[i : i + 3]) for p in passages if (words := p.split()) for i in range(len(words) - 2)}
        for key in sorted(keys):
            index.setdefault(key, []).append(number)
    rare = [members for members in index.values() if len(quotations) <= MANY or len(members) <= NEAREST]
    pairs = {(i, j) for members in rare for i in members for j in members if i < j}
    for i, j in sorted(pairs):
        left, right = quotations[i], quotations[j]
        if left.anchor.document == right.anchor.document:
            continue
        score = max((fuzz.ratio(a, b) for a in texts[i] for b in texts[j]), default=0.0)
        if score < ALIKE and not runs[i] & runs[j]:
            continue
        lang = documents[left.anchor.document].lang
        near = [(a, b) for a in texts[i] for b in texts[j] if fuzz.ratio(a, b) >= ALIKE or _runs([a]) & _runs([b])]
        if one_voice(left, right) and any(misquoted(a, b, lang) for a, b in near):
            yield left, right, _conflict(left, right, documents, score / 100)
        elif any(not turned(a, b, lang) for a, b in near):
            reason = Reason("same-words", (), (left.anchor, right.anchor))
            yield left, right, Finding("agrees", (reason,), score / 100 if score >= ALIKE else RUN)
    yield from _marked(quotations)


def _conflict(left: Statement, right: Statement, documents: Mapping[str, Document], score: float) -> Finding:
    """One speaker's words told in two ways: on one day at odds, on two days changed."""
    anchors = (left.anchor, right.anchor)
    told = publication([documents[anchor.document].day for anchor in anchors], anchors)
    relation: Relation = "changed" if told else "contradicts"
    return Finding(relation, (Reason("turned-words", (), anchors), *told, *speakers(left, right, anchors)), score)


def turned(one: str, other: str, lang: str) -> bool:
    """A denial, another number or *another* stands where two wordings part: *was injured*, *was not injured*.

    Of wordings that share no more than a run of words, only what stands right before the run is asked.
    """
    words, against = one.split(), other.split()
    alike = fuzz.ratio(one, other) >= ALIKE
    at = there = 0
    for block in SequenceMatcher(None, words, against, autojunk=False).get_matching_blocks():
        mine, theirs = words[at : block.a], against[there : block.b]
        if alike and _at_odds(mine, theirs, lang):
            return True
        if block.size >= WORDS and _at_odds(mine[-BEFORE:], theirs[-BEFORE:], lang):
            return True
        at, there = block.a + block.size, block.b + block.size
    return False


def misquoted(one: str, other: str, lang: str) -> bool:
    """Two wordings are one but for a denial of which the other has none, or for one number."""
    words, against = one.split(), other.split()
    if fuzz.ratio(one, other) < ALIKE:
        return False
    codes = SequenceMatcher(None, words, against, autojunk=False).get_opcodes()
    parts = [(words[a:b], against[c:d]) for tag, a, b, c, d in codes if tag != "equal"]
    mine, theirs = ([word for part in parts for word in part[side]] for side in (0, 1))
    if len(parts) == len(mine) == len(theirs) == 1 and mine[0].isdigit() and theirs[0].isdigit():
        return True
    few, many = sorted((len(mine), len(theirs)))
    return denies(one, lang) != denies(other, lang) and few <= 1 and many <= DENIAL


def _at_odds(mine: Sequence[str], theirs: Sequence[str], lang: str) -> bool:
    one, other = " ".join(mine), " ".join(theirs)
    numbers = [{word for word in words if word.isdigit()} for words in (mine, theirs)]
    if all(numbers) and numbers[0] != numbers[1]:
        return True
    return denies(one, lang) != denies(other, lang) or others(one) != others(other)


def _runs(passages: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Every run of words that is long enough to be no chance."""
    split = [passage.split() for passage in passages]
    return frozenset(tuple(words[at : at + WORDS]) for words in split for at in range(len(words) - WORDS + 1))


def _marked(quotations: Sequence[Statement]) -> Iterator[tuple[Statement, Statement, Finding]]:
    """Pairs of reports of different accounts that set the same few words in marks, which no third one uses."""
    index: dict[str, list[Statement]] = {}
    for statement in quotations:
        for words in dict.fromkeys(fragments(statement)):
            index.setdefault(words, []).append(statement)
    for words in sorted(index):
        holders = index[words]
        if len(holders) == 2 and holders[0].anchor.document != holders[1].anchor.document:
            anchors = (holders[0].anchor, holders[1].anchor)
            yield holders[0], holders[1], Finding("agrees", (Reason("same-words", (), anchors),), MARKED)
