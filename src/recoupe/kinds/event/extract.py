"""Finding events: a word of the event lexicon in a frame, with who acts and who is acted upon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.arguments import arguments, phrase
from recoupe.annotate.factuality import assess_head
from recoupe.annotate.verbgroup import language, relation
from recoupe.kinds.base import moments, nearest, silent
from recoupe.kinds.event.body import EventBody
from recoupe.kinds.event.frames import Known, Match, is_person, match, places
from recoupe.kinds.event.lexicon import lexicon
from recoupe.kinds.event.participants import Participants, participants
from recoupe.types import Anchor, EntityType, Factuality, Statement, Timex

BY = "event/1"
FULL, ALONE = 0.9, 0.5


def extract(annotated: Annotated, found: Sequence[Statement]) -> Iterator[Statement]:
    """The events of one account in text order; nothing is taken from passages marked as credit lines or furniture."""
    closed = silent(found)
    times = [s for s in found if s.kind == "time" and isinstance(s.value, Timex)]
    covered = frozenset(i for s in times for i in range(s.anchor.start, s.anchor.end))
    known = Known(_types(annotated), covered)
    seen: set[tuple[int, int]] = set()
    for place in places(annotated.doc):
        token = annotated.doc[place]
        hit = match(token, known)
        if (
            hit is None
            or (not hit.verbal and _bare(hit, times, known))
            or any(a.start <= token.idx < a.end for a in closed)
        ):
            continue
        statement = _statement(annotated, hit, times, known)
        key = (statement.anchor.start, statement.anchor.end)
        if key not in seen:
            seen.add(key)
            yield statement


def _types(annotated: Annotated) -> dict[int, EntityType]:
    """For each character of a name or a role, the type of what it names."""
    return {i: m.type for m in annotated.mentions for i in range(m.anchor.start, m.anchor.end)}


def _own_doubt(facts: Factuality, trigger: Anchor) -> bool:
    """The only hedge is the trigger: a threat makes doubtful what is threatened, and is itself a fact."""
    return bool(facts.cues) and not facts.conditional and all(trigger.contains(cue) for cue in facts.cues)


def _bare(hit: Match, times: list[Statement], known: Known) -> bool:
    """A noun with nobody, nothing, no place and no moment is too little to be compared."""
    who = participants(hit)
    if who.actors or who.recipients or who.objects or who.places:
        return False
    span = phrase(hit.token)
    if any(relation(t) == "nmod" for t in hit.token.children):
        return False
    if relation(hit.token).startswith(("nsubj", "obj", "obl")) and hit.token.head.pos_ == "VERB":
        beside = arguments(hit.token.head)
        words = lexicon(language(hit.token))
        heads = [t for t in (*beside.actors, *beside.patients) if t is not hit.token]
        if any(is_person(t, words, known) for t in heads):
            return False
    return not any(span.start_char <= s.anchor.start and s.anchor.end <= span.end_char for s in times)


def _statement(annotated: Annotated, hit: Match, times: list[Statement], known: Known) -> Statement:
    who = _without_times(participants(hit), times)
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
            ahead=facts.tense == "future",
        ),
        holds_at=_when(annotated, hit, anchor, times),
        polarity=facts.polarity,
        certainty="certain" if _own_doubt(facts, trigger) else facts.certainty,
        conditional=facts.conditional,
        by=BY,
        score=FULL if who.actors or who.recipients or who.places else ALONE,
    )


def _without_times(who: Participants, times: list[Statement]) -> Participants:
    """A day the parse took for a subject or an object takes no part."""

    def kept(heads: tuple[Token, ...]) -> tuple[Token, ...]:
        return tuple(h for h in heads if not any(s.anchor.start <= h.idx < s.anchor.end for s in times))

    return Participants(kept(who.actors), kept(who.recipients), kept(who.objects), kept(who.places))


def _anchors(annotated: Annotated, heads: tuple[Token, ...]) -> tuple[Anchor, ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted({(span.start_char, span.end_char) for span in map(phrase, heads)}):
        # Names a small parser cut in pieces (« Ms. », « Zimmer », « 's ») are one phrase.
        if merged and start - merged[-1][1] <= 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(annotated.anchor(start, end) for start, end in merged)


def _extent(hit: Match, who: Participants) -> Span:
    """The smallest passage that holds the trigger, its auxiliaries and the phrases that take part."""
    spans = [phrase(head) for head in (*who.actors, *who.recipients, *who.objects)]
    places = [phrase(head) for head in who.places if head.i > hit.token.i]
    near = [span for span in (*spans, *places) if span.sent == hit.token.sent]
    if not hit.verbal:
        near.append(phrase(hit.token))
    first = min([hit.start, *(span.start for span in near)])
    last = max([hit.end, *(span.end for span in near)])
    while last > hit.end and hit.token.doc[last - 1].is_space:
        last -= 1
    return hit.token.doc[first:last]


def _when(annotated: Annotated, hit: Match, anchor: Anchor, times: list[Statement]) -> Timex | None:
    """The moment stated in the event's own clause: inside its passage, or the nearest tied to its verb."""
    told = moments(times)
    inside = [s for s in told if anchor.contains(s.anchor)]
    if not inside and hit.verbal:
        inside = [s for s in told if _tied(annotated, hit.token, s.anchor)]
    return nearest(inside, hit.token.idx)


def _tied(annotated: Annotated, head: Token, time: Anchor) -> bool:
    """The time expression hangs on the verb itself in the parse."""
    if abs(time.start - head.idx) > 400:
        return False
    span = annotated.doc.char_span(time.start, time.end, alignment_mode="expand")
    return span is not None and head in {span.root.head, span.root.head.head}
