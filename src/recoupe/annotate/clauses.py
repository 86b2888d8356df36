"""Which words of a sentence belong to one clause, and what stands above it; tolerant of a wrong or absent parse."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from spacy.attrs import DEP, HEAD, LOWER, POS
from spacy.symbols import AUX, VERB
from spacy.tokens import Doc, Span, Token

from recoupe.annotate.memo import per_parse, per_word, text_of
from recoupe.annotate.verbgroup import is_verb, low, relation, sentence, verb_forms

SUBCLAUSES = frozenset(
    {"ccomp", "csubj", "csubj:pass", "advcl", "acl", "acl:relcl", "advcl:cleft", "parataxis", "xcomp"}
)
_CLIMB = frozenset({"xcomp", "ccomp", "csubj", "csubj:pass", "acl", "conj", "obl", "obj"})
_TIED = ("cop", "nsubj", "aux")
_OPEN = frozenset("«“")
_CLOSE = frozenset("»”")
_VERBAL = frozenset({VERB, AUX})


def predicate(span: Span) -> Token:
    """The word that heads the clause in the span: its highest verb, else its highest word.

    A span of one word is headed by that word.
    """
    size = len(span)
    steps = _steps(span.doc)[span.start : span.end]
    roots = [span[i] for i, step in enumerate(steps) if step == 0 or not 0 <= i + step < size]
    words = [t for t in roots if not (t.is_punct or t.is_space)] or [span[0]]
    verbal = next((t for t in words if is_clause_head(t)), None)
    if verbal is not None:
        return verbal
    if len(span) > 3:
        finite = [t for t in span if is_verb(t) and relation(t) not in SUBCLAUSES | {"aux", "aux:pass", "cop"}]
        if finite and relation(words[0]) not in {"nsubj", "obj", "obl", "nmod"}:
            return finite[0]
    return words[0]


def is_clause_head(token: Token) -> bool:
    """The token is a verb that carries a clause, or a noun or adjective with a copula or a subject of its own."""
    return token.i in clause_heads(token.doc)


@per_parse
def clause_heads(doc: Doc) -> frozenset[int]:
    """The places of the words for which `is_clause_head` holds."""
    strings = doc.vocab.strings
    columns = [doc.to_array(attribute).tolist() for attribute in (POS, DEP, LOWER)]
    labels = {label: strings[label].lower() for label in set(columns[1])}
    led = {label for label, name in labels.items() if name.startswith(("aux", "cop"))}
    clausal = {label for label, name in labels.items() if name.startswith(("ccomp", "csubj"))}
    verbs = verb_forms(doc)
    found = {
        i for i, (pos, label, word) in enumerate(zip(*columns, strict=True))
        if label in clausal or ((pos in _VERBAL or word in verbs) and label not in led)
    }  # fmt: skip
    return frozenset(found | _carriers(doc))


@per_parse
def _steps(doc: Doc) -> list[int]:
    """How far the governor of each word stands from it, in words; 0 for the root of a sentence."""
    steps: list[int] = doc.to_array(HEAD).astype(np.int64).tolist()
    return steps


@per_parse
def _carriers(doc: Doc) -> frozenset[int]:
    """The words that have a copula, a subject or an auxiliary."""
    labels = doc.to_array(DEP).tolist()
    wanted = {label for label in set(labels) if doc.vocab.strings[label].lower().startswith(_TIED)}
    return frozenset(
        i + step for i, (label, step) in enumerate(zip(labels, _steps(doc), strict=True)) if step and label in wanted
    )


def clause_words(head: Token) -> list[Token]:
    """The words of the clause in text order, without those of the clauses inside it."""
    return [head if word.i == head.i else word for word in _clause_words(head)]


@per_word
def _clause_words(head: Token) -> list[Token]:
    found = [head]
    stack = [head]
    while stack:
        for child in stack.pop().children:
            if relation(child) in SUBCLAUSES or (relation(child) == "conj" and is_clause_head(child)):
                continue
            found.append(child)
            stack.append(child)
    return sorted(found, key=lambda token: token.i)


def above(head: Token) -> Iterator[tuple[Token, str]]:
    """The governors of a clause with the relation that ties the clause below to each, nearest first."""
    token = head
    for _ in range(6):
        name = relation(token)
        if name not in _CLIMB or token.head == token:
            return
        yield token.head, name
        token = token.head


@per_word
def in_quotation(token: Token) -> bool:
    """The word stands inside quotation marks opened in its paragraph."""
    text = text_of(token.doc)
    before = text[text.rfind("\n", 0, token.idx) + 1 : token.idx].replace("<<", "«").replace(">>", "»")
    depth = 0
    for mark in before:
        depth += (mark in _OPEN) - (mark in _CLOSE and depth > 0)
    return depth > 0 or before.count('"') % 2 == 1


def after_that(token: Token, marks: frozenset[str]) -> Token | None:
    """The subordinator (« que », *that*) that opens the clause, by position, for when the parse has none."""
    for i in range(token.i - 1, max(sentence(token).start, token.i - 60) - 1, -1):
        other = token.doc[i]
        if low(other) in marks and other.pos_ in {"SCONJ", "PRON", "ADP"}:
            return other
    return None
