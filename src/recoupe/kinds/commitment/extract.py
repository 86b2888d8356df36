"""Finding commitments: who is bound to do what, by when, how firmly, on which condition."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.arguments import clause_span, phrase
from recoupe.annotate.clauses import is_clause_head
from recoupe.annotate.factuality import assess_head
from recoupe.annotate.hedging import hedges
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.memo import text_of
from recoupe.annotate.verbgroup import language, low, relation
from recoupe.kinds.commitment.body import CommitmentBody, Firmness
from recoupe.kinds.commitment.candidate import Candidate, Surroundings
from recoupe.kinds.commitment.lexicon import lexicon
from recoupe.kinds.commitment.triggers import find
from recoupe.types import Anchor, Factuality, Statement, Timex

BY = "commitment/1"
SILENT = ("credit-line", "page-furniture", "stray")
VERBAL_SCORE, NOMINAL_SCORE = 0.8, 0.6
REACH = 60


def extract(annotated: Annotated, found: Sequence[Statement]) -> Iterator[Statement]:
    """The commitments of one account in text order; none is taken from passages marked as credit lines or furniture."""
    silent = [s.anchor for s in found if s.kind == "fault" and getattr(s.body, "code", "").startswith(SILENT)]
    due = Due(annotated, found)
    named = frozenset(i for m in annotated.mentions for i in range(m.anchor.start, m.anchor.end))
    around = Surroundings(
        is_named=lambda token: token.idx in named,
        is_time=due.holds,
        has_due=lambda token: due.on(token) is not None,
        ahead=due.ahead,
    )
    drafts: list[Draft] = []
    for token in annotated.doc:
        if any(a.start <= token.idx < a.end for a in silent):
            continue
        candidate = find(token, around)
        if candidate is None:
            continue
        facts = assess_head(annotated, candidate.head)
        if facts.certainty == "unknown" or _supposed(candidate.head):
            continue
        drafts.append(Draft(candidate, facts, *_extent(annotated, candidate, due)))
    for draft in _without_inner(drafts):
        yield draft.statement(annotated, due)


class Due:
    """The time expressions of an account that can be a due date: calendar dates not wholly before publication."""

    def __init__(self, annotated: Annotated, found: Sequence[Statement]) -> None:
        day = annotated.document.day
        self.doc = annotated.doc
        stated = [s for s in found if s.kind == "time" and isinstance(s.value, Timex)]
        self.times = [s for s in stated if isinstance(s.value, Timex) and _ahead(s.value, day)]
        self.later = [s for s in self.times if isinstance(s.value, Timex) and _later(s.value, day)]
        self.covered = frozenset(i for s in stated for i in range(s.anchor.start, s.anchor.end))

    def on(self, head: Token) -> Statement | None:
        """The first due date in the clause of a word."""
        span = clause_span(head)
        return self.within(span.start_char, span.end_char)

    def holds(self, token: Token) -> bool:
        """The word is part of a time expression, so it can bind nobody (« lundi apportera… »)."""
        return token.idx in self.covered

    def ahead(self, start: int, end: int) -> bool:
        """A date that begins after publication lies in the characters `[start, end)`."""
        return any(start <= s.anchor.start and s.anchor.end <= end for s in self.later)

    def within(self, start: int, end: int) -> Statement | None:
        """The first due date that lies in the characters `[start, end)`."""
        return next((s for s in self.times if start <= s.anchor.start and s.anchor.end <= end), None)

    def after(self, end: int, limit: int) -> Statement | None:
        """The first due date within reach after the clause, where no new clause begins."""
        return next((s for s in self.times if end <= s.anchor.start <= min(end + REACH, limit)), None)


def _ahead(value: Timex, day: dt.date | None) -> bool:
    if value.type not in {"DATE", "TIME"} or value.value in {None, "PAST_REF", "PRESENT_REF"}:
        return False
    if value.value == "FUTURE_REF":
        return True
    return day is None or value.latest is None or value.latest >= day


def _later(value: Timex, day: dt.date | None) -> bool:
    if value.value == "FUTURE_REF":
        return True
    return day is not None and value.earliest is not None and value.earliest > day


class Draft:
    """A candidate with its passage, before the ones inside others are dropped."""

    def __init__(self, candidate: Candidate, facts: Factuality, start: int, end: int) -> None:
        self.candidate = candidate
        self.facts = facts
        self.start = start
        self.end = end

    def statement(self, annotated: Annotated, due: Due) -> Statement:
        """The finished statement."""
        anchor = annotated.anchor(self.start, self.end)
        candidate = self.candidate
        when = due.within(candidate.action.idx if candidate.due_after_action else self.start, self.end)
        value = when.value if when is not None and isinstance(when.value, Timex) else None
        condition = _condition(annotated, candidate.head)
        return Statement(
            id=Statement.make_id("commitment", anchor),
            kind="commitment",
            anchor=anchor,
            body=CommitmentBody(
                trigger=_word(annotated, candidate.trigger),
                firmness=_firmness(candidate, self.facts, condition),
                action=_word(annotated, candidate.action),
                who=_who(annotated, candidate),
                due=value,
                due_anchor=when.anchor if when is not None else None,
                condition=condition,
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


def _supposed(head: Token) -> bool:
    """The clause is itself a condition (« si le train part »)."""
    mark = _if(head)
    return mark is not None and "," not in {t.text for t in head.doc[mark.i : head.i]}


def _if(head: Token) -> Token | None:
    known = hedges(language(head)).hypothesis
    return next((t for t in head.children if relation(t) == "mark" and low(t) in known and t.i < head.i), None)


def _condition(annotated: Annotated, head: Token) -> Anchor | None:
    """The clause of condition the commitment hangs on."""
    for child in head.children:
        if relation(child) == "advcl" and _supposed(child):
            words = sorted(child.subtree, key=lambda token: token.i)
            return annotated.anchor(words[0].idx, words[-1].idx + len(words[-1].text))
    mark = _if(head)
    if mark is None:
        return None
    # A small parser may hang « si » on the main verb; the condition then ends at the comma before it.
    comma = next((t for t in head.doc[mark.i : head.i] if t.text == ","), None)
    return annotated.anchor(mark.idx, comma.idx) if comma is not None else None


def _extent(annotated: Annotated, candidate: Candidate, due: Due) -> tuple[int, int]:
    """The clause or noun phrase of the commitment, stretched to a due date that stands just after a comma."""
    head = candidate.head
    extra = tuple(t for t in head.children if relation(t).startswith("nsubj") and t.i < head.i)
    span = clause_span(head, extra)
    start, end = span.start_char, span.end_char
    done = candidate.action
    if done is not head and (relation(done) in {"ccomp", "advcl"} or (done.i > head.i and not head.is_ancestor(done))):
        inner = clause_span(done)
        start, end = min(start, inner.start_char), max(end, inner.end_char)
    if candidate.whole:
        last = next((t for t in reversed(list(head.subtree)) if not (t.is_punct or t.is_space)), head)
        end = max(end, last.idx + len(last.text))
    if candidate.nominal:
        start = max(start, phrase(head).start_char)
    start = _from_subject(candidate, start, due)
    if due.within(start, end) is None:
        later = due.after(end, head.sent.end_char)
        if later is not None and not _new_clause(annotated, end, later.anchor.start):
            end = later.anchor.end
    passage = annotated.document.text[start:end]
    return start + len(passage) - len(passage.lstrip()), end - len(passage) + len(passage.rstrip())


def _from_subject(candidate: Candidate, start: int, due: Due) -> int:
    """Where the subject begins: after an opening complement and its comma, or before the clause the parse gave."""
    before = [t for t in candidate.who if t.i < candidate.head.i and candidate.head.i - t.i < REACH // 3]
    if not before or candidate.nominal:
        return start
    at = phrase(before[0]).start_char
    if at < start:
        return at
    opening = text_of(candidate.head.doc)[start:at]
    return at if "," in opening and due.within(start, at) is None else start


def _new_clause(annotated: Annotated, start: int, end: int) -> bool:
    between = annotated.doc.char_span(start, end, alignment_mode="expand")
    if between is None:
        return False
    return any(t.text in {".", ";", "»", "”", "–", ":"} for t in between) or any(
        t.pos_ == "VERB" and "Fin" in t.morph.get("VerbForm", []) for t in between
    )


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
