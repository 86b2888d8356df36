"""Infinitives of what is not done yet: purposes (« pour vendre », *to sell*), and headlines' futures (*Firm to sell*).

An infinitive under a verb that implies it (*began to sell*, « a réussi à vendre ») is as real as that verb.
"""

from __future__ import annotations

from spacy.tokens import Token

from recoupe.annotate.hedging import Hedge, hedges
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.verbgroup import VerbGroup, group, is_verb, language, low, relation

_TIED = frozenset({"advcl", "acl", "xcomp"})
_REACH = 4


def unrealised(verbs: VerbGroup) -> tuple[Hedge, Token] | None:
    """The hedge of an infinitive nothing says was carried out, with the word that leads it in; None for the others."""
    head = verbs.head
    if relation(head) == "conj" and verbs.finite is None and head.head.i < head.i and is_verb(head.head):
        return unrealised(group(head.head))
    known = hedges(language(head))
    marks = (t for t in head.children if relation(t) in {"mark", "case"} and t.i < verbs.start + _REACH)
    lead = next((t for t in marks if low(t) in known.purpose), None)
    if lead is None or verbs.finite is not None or lead.i > head.i:
        return None
    if relation(head) == "root":
        subject = any(relation(t).startswith("nsubj") for t in head.children)
        return (Hedge("probable"), lead) if subject else None
    if relation(head) not in _TIED or lemma_in(head.head, known.implying) is not None:
        return None
    if any(low(t) in known.implying for t in head.head.children):
        return None
    return Hedge("possible"), lead
