"""Which words of a text commit someone: verbs that promise or plan, futures of people and bodies, settled measures."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from spacy.tokens import Token

from recoupe.annotate.arguments import arguments
from recoupe.annotate.clauses import is_clause_head
from recoupe.annotate.verbgroup import VerbGroup, group, language
from recoupe.kinds.commitment.appointing import bound_to, called, coming, deadline, headlined
from recoupe.kinds.commitment.binding import announced, binding, excluded
from recoupe.kinds.commitment.candidate import Candidate, Surroundings, Tied
from recoupe.kinds.commitment.future import future
from recoupe.kinds.commitment.hints import Hint
from recoupe.kinds.commitment.lexicon import Lexicon, lexicon
from recoupe.kinds.commitment.nominal import intention, nominal
from recoupe.kinds.commitment.refusing import out_of_question, refused
from recoupe.kinds.commitment.settling import decided, duty, ready, settled
from recoupe.kinds.commitment.ultimatum import given

Rule = Callable[[Token, VerbGroup, Tied, Lexicon, Surroundings], Candidate | None]
# Each with what it asks for first.
RULES = (
    (refused, Hint.REFUSAL | Hint.SETTING),
    (given, Hint.SETTING),
    (binding, Hint.VERB),
    (excluded, Hint.EXCLUDE),
    (announced, Hint.ANNOUNCE),
    (called, Hint.CALL),
    (settled, Hint.SETTLED),
    (duty, Hint.DUTY),
    (deadline, Hint.DEADLINE),
    (bound_to, Hint.TO | Hint.HAVE),
    (future, Hint.FUTURE),
    (ready, Hint.READY),
    (coming, Hint.COMING),
    (decided, Hint.ACT),
    (headlined, Hint.TO),
)


def find(token: Token, around: Surroundings, hints: int) -> Candidate | None:
    """The commitment a word heads, or None; only rules that the hints for the word call for are tried."""
    if is_clause_head(token):
        rules = _called_for(hints)
        if not rules:
            return None
        words = lexicon(language(token))
        verbs, tied = group(token), partial(arguments, token)
        for rule in rules:
            found = rule(token, verbs, tied, words, around)
            if found is not None:
                return found
        return None
    if hints & Hint.NOUN and token.pos_ == "NOUN":
        words = lexicon(language(token))
        return out_of_question(token, words) or intention(token, words, around) or nominal(token, words, around)
    return None


@cache
def _called_for(hints: int) -> tuple[Rule, ...]:
    return tuple(rule for rule, wanted in RULES if hints & wanted)
