"""Finding events: a word of the event lexicon in a frame, with who acts and who is acted upon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.arguments import phrase
from recoupe.annotate.factuality import assess_head
from recoupe.kinds.event.body import EventBody
from recoupe.kinds.event.frames import Match, match
from recoupe.kinds.event.participants import Participants, participants
from recoupe.types import Anchor, Statement, Timex

BY = "event/1"
SILENT = ("credit-line", "page-furniture", "stray")
FULL, ALONE = 0.9, 0.5


def extract(annotated: Annotated, found: Sequence[Statement]) -> Iterator[Statement]:
    """The events of one account in text order; nothing is taken from passages marked as credit lines or furniture."""
    silent = [s.anchor for s in found if s.kind == "fault" and getattr(s.body, "code", "").startswith(SILENT)]
    times = [s for s in found if s.kind == "time" and isinstance(s.value, Timex)]
    named = _named_characters(annotated)
    seen: set[tuple[int, int]] = set()
    for token in annotated.doc:
        hit = match(token, lambda word: _is_participant(word, named))
        if hit is None or any(a.start <= token.idx < a.end for a in silent):
            continue
        statement = _statement(annotated, hit, times)
        key = (statement.anchor.start, statement.anchor.end)
        if key not in seen:
            seen.add(key)
            yield statement


def _named_characters(annotated: Annotated) -> frozenset[int]:
    """Offsets of the characters that belong to a name or a role."""
    return frozenset(i for m in annotated.mentions for i in range(m.anchor.start, m.anchor.end))


def _is_participant(token: Token, named: frozenset[int]) -> bool:
    return token.idx in named


def _statement(annotated: Annotated, hit: Match, times: list[Statement]) -> Statement:
    who = participants(hit)
    span = _extent(hit, who)
    anchor = annotated.anchor(span.start_char, span.end_char)
    facts = assess_head(annotated, hit.token)
    trigger = annotated.anchor(hit.token.idx, hit.token.idx + len(hit.token.text))
    return Statement(
        id=Statement.make_id("event", anchor),
        kind="event",
        anchor=anchor,
        body=EventBody(
            trigger=trigger,
            plover=hit.frame.plover,
            actors=_anchors(annotated, who.actors),
            recipients=_anchors(annotated, who.recipients),
            form="verb" if hit.verbal else "noun",
            cues=facts.cues,
        ),
        holds_at=_when(annotated, hit, anchor, times),
        polarity=facts.polarity,
        certainty=facts.certainty,
        conditional=facts.conditional,
        by=BY,
        score=FULL if who.actors or who.recipients or who.places else ALONE,
    )


def _anchors(annotated: Annotated, heads: tuple[Token, ...]) -> tuple[Anchor, ...]:
    found = {}
    for head in heads:
        span = phrase(head)
        found[(span.start_char, span.end_char)] = annotated.anchor(span.start_char, span.end_char)
    return tuple(found[key] for key in sorted(found))


def _extent(hit: Match, who: Participants) -> Span:
    """The smallest passage that holds the trigger, its auxiliaries and the phrases that take part."""
    spans = [phrase(head) for head in (*who.actors, *who.recipients, *who.objects, *who.places)]
    near = [span for span in spans if span.sent == hit.token.sent]
    first = min([hit.start, *(span.start for span in near)])
    last = max([hit.end, *(span.end for span in near)])
    return hit.token.doc[first:last]


def _when(annotated: Annotated, hit: Match, anchor: Anchor, times: list[Statement]) -> Timex | None:
    """The time stated in the event's own clause: inside its passage, or the nearest tied to its verb."""
    inside = [s for s in times if anchor.contains(s.anchor)]
    if not inside and hit.verbal:
        inside = [s for s in times if _tied(annotated, hit.token, s.anchor)]
    if not inside:
        return None
    nearest = min(inside, key=lambda s: (abs(s.anchor.start - hit.token.idx), s.anchor.start))
    return nearest.value if isinstance(nearest.value, Timex) else None


def _tied(annotated: Annotated, head: Token, time: Anchor) -> bool:
    """The time expression hangs on the verb itself in the parse."""
    if abs(time.start - head.idx) > 400:
        return False
    span = annotated.doc.char_span(time.start, time.end, alignment_mode="expand")
    return span is not None and head in {span.root.head, span.root.head.head}
