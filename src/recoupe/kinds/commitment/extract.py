"""Finding commitments: who is bound to do what, by when, how firmly, on which condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.arguments import phrase
from recoupe.annotate.clauses import clause_heads, is_clause_head
from recoupe.annotate.factuality import assess_head
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.verbgroup import language, relation
from recoupe.kinds.base import silent
from recoupe.kinds.commitment.body import CommitmentBody, Firmness
from recoupe.kinds.commitment.candidate import Candidate, Surroundings
from recoupe.kinds.commitment.condition import condition, forecast, supposed
from recoupe.kinds.commitment.due import REACH, Due
from recoupe.kinds.commitment.extent import extent
from recoupe.kinds.commitment.hints import Hint, hints
from recoupe.kinds.commitment.lexicon import lexicon
from recoupe.kinds.commitment.triggers import find
from recoupe.types import Anchor, Factuality, Statement, Timex

BY = "commitment/1"
VERBAL_SCORE, NOMINAL_SCORE = 0.8, 0.6


def extract(annotated: Annotated, found: Sequence[Statement]) -> Iterator[Statement]:
    """The commitments of one account in text order; none is taken from passages marked as credit lines or furniture."""
    closed = silent(found)
    due = Due(annotated, found)
    named = frozenset(i for m in annotated.mentions for i in range(m.anchor.start, m.anchor.end))
    around = Surroundings(
        is_named=lambda token: token.idx in named,
        is_time=due.holds,
        has_due=lambda token: due.on(token) is not None,
        ahead=due.ahead,
    )
    cues = tuple(cue for s in found if (cue := getattr(s.body, "cue", None)) is not None)
    drafts: list[Draft] = []
    told = hints(annotated.doc)
    heads = clause_heads(annotated.doc)
    for place in [at for at, flags in enumerate(told) if flags and (at in heads or flags & Hint.NOUN)]:
        token = annotated.doc[place]
        if any(a.start <= token.idx < a.end for a in closed):
            continue
        candidate = find(token, around, told[place])
        if candidate is None:
            continue
        facts = assess_head(annotated, candidate.head)
        if facts.certainty == "unknown" or supposed(candidate.head) or forecast(candidate.head):
            continue
        on = condition(annotated, candidate.head)
        drafts.append(Draft(candidate, facts, on, *extent(annotated, candidate, due, on, cues)))
    for draft in _without_inner(drafts):
        yield draft.statement(annotated, due)


class Draft:
    """A candidate with its passage, before the ones inside others are dropped."""

    def __init__(self, candidate: Candidate, facts: Factuality, on: Anchor | None, start: int, end: int) -> None:
        self.candidate = candidate
        self.facts = facts
        self.condition = on
        self.start = start
        self.end = end

    def statement(self, annotated: Annotated, due: Due) -> Statement:
        """The finished statement."""
        anchor = annotated.anchor(self.start, self.end)
        candidate = self.candidate
        when = due.within(candidate.action.idx if candidate.due_after_action else self.start, self.end)
        value = when.value if when is not None and isinstance(when.value, Timex) else None
        return Statement(
            id=Statement.make_id("commitment", anchor),
            kind="commitment",
            anchor=anchor,
            body=CommitmentBody(
                trigger=_word(annotated, candidate.trigger),
                firmness=_firmness(candidate, self.facts, self.condition),
                action=_word(annotated, candidate.action),
                who=_who(annotated, candidate),
                due=value,
                due_anchor=when.anchor if when is not None else None,
                condition=self.condition,
                told=_told(candidate),
            ),
            holds_at=value,
            polarity=self.facts.polarity,
            certainty=self.facts.certainty,
            conditional=self.facts.conditional,
            by=BY,
            score=NOMINAL_SCORE if candidate.nominal else VERBAL_SCORE,
        )


def _word(annotated: Annotated, token: Token) -> Anchor:
    return annotated.anchor(token.idx, token.idx + len(token.text))


def _who(annotated: Annotated, candidate: Candidate) -> Anchor | None:
    if not candidate.who:
        return None
    span = phrase(candidate.who[0])
    last = phrase(candidate.who[-1])
    end = last.end_char if span.end <= last.start <= span.end + REACH // 4 else span.end_char
    return annotated.anchor(span.start_char, end)


def _told(candidate: Candidate) -> bool:
    """The trigger is a verb of saying and its subject is more than a pronoun."""
    words = lexicon(language(candidate.trigger))
    if candidate.nominal or not candidate.who or candidate.who[0].pos_ == "PRON":
        return False
    return lemma_in(candidate.trigger, words.promises | words.told) is not None


def _firmness(candidate: Candidate, facts: Factuality, condition: Anchor | None) -> Firmness:
    if condition is not None or facts.conditional:
        return "conditional"
    return candidate.firmness


def _without_inner(drafts: list[Draft]) -> list[Draft]:
    """Each passage once, in text order: a second verb of one subject joins the first, an inner one gives way."""
    joined: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end)):
        first = next((d for d in joined if _one_promise(d.candidate.head, draft.candidate.head)), None)
        if first is not None:
            first.end = max(first.end, draft.end)
        elif not any(d.start <= draft.start and draft.end <= d.end for d in joined):
            joined.append(draft)
    return joined


def _one_promise(first: Token, second: Token) -> bool:
    if relation(second) != "conj" or second.head != first or not is_clause_head(first):
        return False
    return not any(relation(t).startswith("nsubj") for t in second.children)
