"""The condition a commitment hangs on: « si le prix baisse », *provided that*, « à moins que »."""

from __future__ import annotations

from spacy.tokens import Token

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.clauses import above, after_that
from recoupe.annotate.hedging import hedges
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.verbgroup import language, low, relation, sentence
from recoupe.kinds.commitment.lexicon import lexicon
from recoupe.types import Anchor

_THAT = frozenset({"que", "qu'", "that"})
_STOPS = frozenset({",", ";", ".", "»", "”", '"', ":", "–", "\n"})


def supposed(head: Token) -> bool:
    """The clause is itself a condition (« si le train part »)."""
    mark = _if(head)
    return mark is not None and "," not in {t.text for t in head.doc[mark.i : head.i]}


def _if(head: Token) -> Token | None:
    known = hedges(language(head)).hypothesis
    return next((t for t in head.children if relation(t) == "mark" and low(t) in known and t.i < head.i), None)


def condition(annotated: Annotated, head: Token) -> Anchor | None:
    """The clause of condition the commitment hangs on."""
    for child in head.children:
        if relation(child) == "advcl" and supposed(child):
            words = sorted(child.subtree, key=lambda token: token.i)
            return annotated.anchor(words[0].idx, words[-1].idx + len(words[-1].text))
    mark = _if(head)
    if mark is None:
        return _said(annotated, head)
    # A small parser may hang « si » on the main verb; the condition then ends at the comma before it.
    comma = next((t for t in head.doc[mark.i : head.i] if t.text == ","), None)
    return annotated.anchor(mark.idx, comma.idx) if comma is not None else None


def _said(annotated: Annotated, head: Token) -> Anchor | None:
    """A condition in set words after the verb (« à condition que… », *provided that*, *only if*), or opening the
    sentence; it ends where the clause does."""
    phrases = hedges(language(head)).hypothesis_phrases
    bounds = sentence(head)
    whole = bounds.text.lower().replace("’", "'")
    if not any(said in whole for said in phrases):
        return None
    for token in bounds:
        words = bounds.doc[token.i : token.i + 4].text.lower().replace("’", "'") + " "
        if not any(words.startswith(f"{said} ") for said in phrases):
            continue
        end = next((t.i for t in bounds.doc[token.i + 1 : bounds.end] if t.text in _STOPS), bounds.end)
        if token.i > head.i or (token.i == bounds.start and end < head.i):
            return annotated.anchor(token.idx, bounds.doc[end - 1].idx + len(bounds.doc[end - 1].text))
    return None


def forecast(head: Token) -> bool:
    """The clause is what someone fears, expects or predicts (*analysts predict that prices will be cut*)."""
    known = lexicon(language(head)).forecasts
    for over, name in above(head):
        if name == "ccomp":
            return lemma_in(over, known) is not None
        if name not in {"xcomp", "conj"}:
            break
    that = after_that(head, _THAT)
    return that is not None and that.i > 0 and lemma_in(that.nbor(-1), known) is not None
