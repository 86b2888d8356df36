"""The clauses of a passage, each as terms with its factuality."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span, Token

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.arguments import arguments
from recoupe.annotate.clauses import clause_words, is_clause_head, predicate
from recoupe.annotate.factuality import assess_head
from recoupe.annotate.terms import names, term
from recoupe.types import Claim, Factuality

MIN_TERMS = 2


def claims(annotated: Annotated, start: int, end: int) -> tuple[Claim, ...]:
    """The clauses that lie in `[start, end)`, in text order.

    Each is headed by a verb or by a noun with a copula; a passage without one is a clause of its highest word. A
    clause that says less than two terms goes into the one above it.
    """
    span = annotated.doc.char_span(start, end, alignment_mode="contract")
    if span is None or not len(span):
        return ()
    named = names(annotated)
    heads = [token for token in span if _heads(token, span)]
    top = predicate(span)
    if top not in heads:
        heads = sorted([*heads, top], key=lambda token: token.i)
    found = []
    for head in heads:
        words = [word for word in clause_words(head) if span.start <= word.i < span.end]
        claim = _claim(annotated, head, words, named)
        if claim is not None and (len(claim.terms) >= MIN_TERMS or len(heads) == 1):
            found.append(claim)
    return tuple(found)


def _heads(token: Token, span: Span) -> bool:
    return not token.is_punct and is_clause_head(token) and token.dep_ not in {"amod", "flat"}


def _claim(annotated: Annotated, head: Token, words: list[Token], named: dict[int, str]) -> Claim | None:
    lang = annotated.lang
    roles = arguments(head)
    subject = _terms(roles.actors, lang, named)
    patient = _terms(roles.patients, lang, named)
    terms = sorted({t for word in words if (t := term(word, lang, named))} | {*subject, *patient})
    if not terms:
        return None
    solid = [word for word in words if not word.is_punct and not word.is_space]
    first, last = min(solid, key=lambda w: w.i), max(solid, key=lambda w: w.i)
    return Claim(
        anchor=annotated.anchor(first.idx, last.idx + len(last)),
        head=term(head, lang, named) or "w:" + head.lemma_.lower(),
        terms=tuple(terms),
        factuality=_factuality(annotated, head),
        subject=subject,
        object=patient,
    )


def _factuality(annotated: Annotated, head: Token) -> Factuality:
    """As assessed, but an infinitive has no tense of its own: what was never intended may still come."""
    found = assess_head(annotated, head)
    return replace(found, tense="none") if "Inf" in head.morph.get("VerbForm", []) else found


def _terms(heads: tuple[Token, ...], lang: str, named: dict[int, str]) -> tuple[str, ...]:
    words = [word for head in heads for word in (head, *head.children)]
    return tuple(sorted({t for word in words if (t := term(word, lang, named))}))
