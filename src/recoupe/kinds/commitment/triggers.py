"""Which words of a text commit someone: verbs that promise or plan, futures of people and bodies, settled measures."""

from __future__ import annotations

from spacy.tokens import Token

from recoupe.annotate.arguments import arguments
from recoupe.annotate.clauses import is_clause_head
from recoupe.annotate.verbgroup import group, language
from recoupe.kinds.commitment.appointing import bound_to, called, coming, deadline, headlined
from recoupe.kinds.commitment.binding import announced, binding, excluded
from recoupe.kinds.commitment.candidate import Candidate, Surroundings
from recoupe.kinds.commitment.future import future
from recoupe.kinds.commitment.hints import Hints
from recoupe.kinds.commitment.lexicon import lexicon
from recoupe.kinds.commitment.nominal import intention, nominal
from recoupe.kinds.commitment.refusing import out_of_question, refused
from recoupe.kinds.commitment.settling import decided, duty, ready, settled

RULES = (
    refused,
    binding,
    excluded,
    announced,
    called,
    settled,
    duty,
    deadline,
    bound_to,
    future,
    ready,
    coming,
    decided,
    headlined,
)


def find(token: Token, around: Surroundings, hints: Hints) -> Candidate | None:
    """The commitment a word heads, or None."""
    if is_clause_head(token):
        words = lexicon(language(token))
        verbs = group(token)
        if not hints.may_bind(token, verbs, around):
            return None
        tied = arguments(token)
        for rule in RULES:
            found = rule(token, verbs, tied, words, around)
            if found is not None:
                return found
        return None
    if token.i in hints.nouns and token.pos_ == "NOUN":
        words = lexicon(language(token))
        return out_of_question(token, words) or intention(token, words, around) or nominal(token, words, around)
    return None
