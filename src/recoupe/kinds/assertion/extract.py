"""Finding what an account states in its own voice: the clauses that no report, event or commitment covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.arguments import clause_span
from recoupe.annotate.clauses import clause_heads
from recoupe.annotate.factuality import assess_head
from recoupe.annotate.verbgroup import relation
from recoupe.kinds.assertion.body import AssertionBody
from recoupe.kinds.base import moments, nearest, silent
from recoupe.types import Anchor, Factuality, Statement

BY = "assertion/1"
# A clause of fewer words, or without a noun or a name, says too little to be compared (« Il faut voir »).
WORDS = 4
_STATING = frozenset({"root", "conj", "parataxis", "acl:relcl", "advcl", "ccomp"})
_SUBJECTS = ("nsubj", "expl:subj", "csubj")
_FINITE = ("aux", "cop")
_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})


def extract(annotated: Annotated, found: Sequence[Statement]) -> Iterator[Statement]:
    """The assertions of one account in text order; nothing that is asked, wished or supposed is one."""
    covered = _covered(found)
    times = moments(s for s in found if s.kind == "time")
    seen: set[tuple[int, int]] = set()
    for place in sorted(clause_heads(annotated.doc)):
        token = annotated.doc[place]
        if token.idx in covered or relation(token) not in _STATING or not _finite(token):
            continue
        span = _extent(token)
        if (span.start, span.end) in seen or not _telling(span):
            continue
        seen.add((span.start, span.end))
        facts = assess_head(annotated, token)
        if facts.certainty == "unknown" or _unfulfilled(facts):
            continue
        anchor = annotated.anchor(span.start_char, span.end_char)
        yield Statement(
            id=Statement.make_id("assertion", anchor),
            kind="assertion",
            anchor=anchor,
            body=AssertionBody(annotated.anchor(token.idx, token.idx + len(token.text)), facts.cues),
            holds_at=nearest([s for s in times if anchor.contains(s.anchor)], token.idx),
            polarity=facts.polarity,
            certainty=facts.certainty,
            conditional=facts.conditional,
            by=BY,
        )


def _unfulfilled(facts: Factuality) -> bool:
    """*Should have been ahead*, « aurait pu tomber »: what did not happen is not stated."""
    return facts.modal and facts.tense == "past" and facts.certainty != "certain"


def _covered(found: Sequence[Statement]) -> frozenset[int]:
    """The characters another statement speaks for: of an event only its verb, since a noun is told in a clause."""
    spoken = [s.anchor for s in found if s.kind in {"quotation", "commitment"}]
    acts = [s.body for s in found if s.kind == "event" and getattr(s.body, "form", "") == "verb"]
    triggers = [trigger for body in acts if isinstance(trigger := getattr(body, "trigger", None), Anchor)]
    return frozenset(i for a in (*spoken, *triggers, *silent(found)) for i in range(a.start, a.end))


def _finite(head: Token) -> bool:
    """The clause has a subject of its own and a tense, or shares a subject and has a tense."""
    below = [(relation(child), child) for child in head.children]
    if any(name.startswith(_SUBJECTS) for name, _ in below):
        return True
    return any(
        "Fin" in word.morph.get("VerbForm", [])
        for word in (head, *(t for name, t in below if name.startswith(_FINITE)))
    )


def _extent(head: Token) -> Span:
    """The clause; one that a relative pronoun ties to a noun before it begins with that noun."""
    span = clause_span(head)
    if relation(head) == "acl:relcl" and head.head.i < span.start:
        return head.doc[head.head.i : span.end]
    return span


def _telling(span: Span) -> bool:
    words = [token for token in span if not (token.is_punct or token.is_space)]
    return len(words) >= WORDS and any(token.pos_ in _NOUNS for token in words)
