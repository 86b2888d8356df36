"""Quotations of the same words in two accounts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from rapidfuzz import fuzz

from recoupe.compare.findings import Finding
from recoupe.types import Reason, Statement

# Six words are more than two speakers say alike by chance; a tenth of the letters may differ (a comma, « encore »).
WORDS = 6
ALIKE = 88.0
_WORD = regex.compile(r"\w+")


def said(statement: Statement) -> list[str]:
    """Each passage quoted, in lower case without marks; passages of a few words are left out."""
    contents = getattr(statement.body, "contents", ()) or (statement.anchor,)
    words = [_WORD.findall(content.exact.casefold()) for content in contents]
    return [" ".join(each) for each in words if len(each) >= WORDS]


def rows(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement, Finding]]:
    """Pairs of quotations of different accounts that hold the same words, or nearly."""
    index: dict[tuple[str, ...], list[int]] = {}
    quotations = [s for s in statements if s.kind == "quotation"]
    texts = [said(s) for s in quotations]
    for number, passages in enumerate(texts):
        keys = {tuple(words[i : i + 3]) for p in passages if (words := p.split()) for i in range(len(words) - 2)}
        for key in sorted(keys):
            index.setdefault(key, []).append(number)
    pairs = {(i, j) for members in index.values() for i in members for j in members if i < j}
    for i, j in sorted(pairs):
        left, right = quotations[i], quotations[j]
        if left.anchor.document == right.anchor.document:
            continue
        score = max((fuzz.ratio(a, b) for a in texts[i] for b in texts[j]), default=0.0)
        if score >= ALIKE:
            anchors = (left.anchor, right.anchor)
            yield left, right, Finding("agrees", (Reason("same-words", (), anchors),), score / 100)
