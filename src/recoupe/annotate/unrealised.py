"""Infinitives of what is not done yet: purposes (« pour vendre », *to sell*), and headlines' futures (*Firm to sell*).

An infinitive under a verb that implies it (*began to sell*, « a réussi à vendre ») is as real as that verb.
"""

from __future__ import annotations

from spacy.tokens import Token

from recoupe.annotate.hedging import Hedge, hedges
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.verbgroup import VERBAL, VerbGroup, group, is_verb, language, low, relation, sentence

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
    if relation(head) == "root" or _headline(head):
        # *Firm to sell its plant*: a headline's future, as sure as *will*.
        return None
    if relation(head) not in _TIED or _reached(head):
        return None
    if lead.i and low(lead.nbor(-1)) not in known.aim:
        if lemma_in(head.head, known.implying) is not None:
            return None
        if any(low(t) in known.implying for t in head.head.children if not relation(t).startswith(("aux", "cop"))):
            return None
    return Hedge("possible"), lead


def _headline(head: Token) -> bool:
    """The infinitive hangs on the subject of a sentence that has no other verb."""
    return (
        head.head.dep_ == "ROOT"
        and head.head.i < head.i
        and not any(t.pos_ in VERBAL and "Fin" in t.morph.get("VerbForm", []) for t in sentence(head))
    )


def _reached(head: Token) -> bool:
    """*Fell to reach a low*, « a bondi pour atteindre 3 % »: where a change ended, not what it was meant for."""
    known = hedges(language(head))
    over = head.head if head.head.pos_ in VERBAL else head.head.head
    return lemma_in(head, known.reached) is not None and lemma_in(over, known.moving) is not None
