"""Demands that no verb of asking names: a duty that the one who speaks lays on someone else."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from recoupe.annotate.arguments import Arguments
from recoupe.annotate.clauses import above
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.verbgroup import VERBAL, group, language, low, relation
from recoupe.lang import table


@cache
def _duties(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    head = table(lang, "events")
    return frozenset(head["duties"]), frozenset(head["saying"])


def demanded(token: Token, tied: Arguments) -> bool:
    """*Said that Libya must hand over…*: the clause told is a duty, and whoever bears it is named."""
    duties, saying = _duties(language(token))
    verbs = group(token)
    if not any(low(t) in duties for t in verbs.words) or not tied.actors or verbs.passive:
        return False
    over = next((t for t, name in above(token) if name == "ccomp"), None)
    if relation(token) != "ccomp" or over is None or over.pos_ not in VERBAL or lemma_in(over, saying) is None:
        return False
    return all(t.pos_ != "PRON" for t in tied.actors)
