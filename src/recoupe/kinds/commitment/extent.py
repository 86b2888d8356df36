"""The passage of a commitment: its clause or noun phrase, its date and its condition, without who reports it."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.arguments import clause_span, phrase
from recoupe.annotate.memo import text_of
from recoupe.annotate.verbgroup import VERBAL, low, relation, sentence
from recoupe.kinds.commitment.candidate import Candidate
from recoupe.kinds.commitment.due import REACH, Due
from recoupe.types import Anchor

NEAR = 4
_OPENS = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"})
_RELATIVE = frozenset({"qui", "que", "qu'", "dont", "où", "who", "which", "that", "whose", "where"})


def extent(
    annotated: Annotated, candidate: Candidate, due: Due, condition: Anchor | None, cues: Sequence[Anchor]
) -> tuple[int, int]:
    """The clause or noun phrase of the commitment, stretched to a due date that stands just after a comma, and to its
    condition; what comes after a comma and reports it (« …, a-t-on appris ») is left out."""
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
    text = annotated.document.text
    if condition is not None and 0 <= condition.start - end < NEAR and not text[end : condition.start].strip(" ,"):
        end = condition.end
    elif condition is not None and 0 <= start - condition.end < NEAR and text[condition.end : start].strip() == ",":
        start = condition.start
    end = _before_cue(text, candidate, start, end, cues)
    end = _before_next(candidate, end)
    passage = text[start:end].rstrip(" ,\n")
    end = start + len(passage)
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
        t.pos_ in VERBAL and "Fin" in t.morph.get("VerbForm", []) for t in between
    )


def _before_cue(text: str, candidate: Candidate, start: int, end: int, cues: Sequence[Anchor]) -> int:
    """The end without the words that report the passage, which a comma parts from it."""
    last = max(candidate.head.idx, candidate.trigger.idx, candidate.action.idx)
    for cue in cues:
        comma = text.rfind(",", start, cue.start)
        if start < comma < cue.start < end and comma > last and cue.start - comma < REACH:
            return comma
    return end


def _before_next(candidate: Candidate, end: int) -> int:
    """The end without a clause that follows after « et », « mais » with its own subject and verb, which a small parser
    takes for a second object (« bloquer la rocade et une grève est prévue »)."""
    last = max(candidate.head.i, candidate.trigger.i, candidate.action.i)
    bounds = sentence(candidate.head)
    for token in bounds.doc[last + 1 : bounds.end]:
        if token.idx >= end:
            break
        if token.pos_ != "CCONJ" or token.i + 1 >= bounds.end or bounds.doc[token.i + 1].pos_ not in _OPENS:
            continue
        rest = [t for t in bounds.doc[token.i + 2 : bounds.end] if t.idx < end]
        verb = next((t for t in rest if t.pos_ in VERBAL and "Fin" in t.morph.get("VerbForm", [])), None)
        relative = any(low(t) in _RELATIVE for t in rest if verb is not None and t.i < verb.i)
        if verb is not None and (not relative or any(t.pos_ in VERBAL and t.i > verb.i for t in rest)):
            return bounds.doc[token.i - 1].idx + len(bounds.doc[token.i - 1].text)
    return end
