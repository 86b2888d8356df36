"""The words of an account, detached from the parse they were read from."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.clauses import clause_words, is_clause_head
from recoupe.annotate.hedging import negations
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.negation import negators, ruled_out
from recoupe.annotate.terms import names, terms
from recoupe.annotate.verbgroup import group, language, low, relation
from recoupe.lang import entries
from recoupe.types import Word

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM", "ADV", "X"})
_VERBAL = frozenset({"VERB", "AUX", "ADJ"})


@cache
def _listed(lang: str) -> frozenset[str]:
    rows = entries(lang, "oppositions")
    return frozenset(word for row in rows for key in ("words", "one", "other") for word in row.get(key, ()))


def words(annotated: Annotated) -> tuple[Word, ...]:
    """Every word in text order, white space and punctuation too, so that governors are indexes."""
    doc = annotated.doc
    listed = _listed(annotated.lang)
    told = terms(list(doc), annotated.lang, names(annotated))
    return tuple(
        Word(
            start=token.idx,
            end=token.idx + len(token),
            form=low(token),
            lemma=lemma_in(token, listed, verb=token.pos_ in _VERBAL) or token.lemma_.lower(),
            terms=told.get(token.i, ()),
            pos=token.pos_,
            relation=relation(token),
            governor=token.head.i,
            clausal=is_clause_head(token),
            denied=_denied(token),
            content=token.pos_ in _CONTENT and not token.is_punct and not token.is_space,
            sentence=token.sent.start,
        )
        for token in doc
    )


def _denied(token: Token) -> bool:
    if token.is_punct or token.is_space:
        return False
    if is_clause_head(token):
        return bool(negators(group(token), clause_words(token)) or ruled_out(token))
    known = negations(language(token))
    before = [child for child in token.children if child.i < token.i]
    marks = known.nominal | known.preposition
    return any(low(child) in marks for child in before) or bool(token.pos_ == "NOUN" and ruled_out(token))
