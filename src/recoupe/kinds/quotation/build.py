"""Drafts become anchored statements: medium, chain, factuality, antecedents."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.factuality import assess
from recoupe.kinds.quotation import confidence, nominal, subjects
from recoupe.kinds.quotation.antecedents import Antecedents
from recoupe.kinds.quotation.body import QuotationBody
from recoupe.kinds.quotation.draft import Draft, Span
from recoupe.kinds.quotation.frame import Sentence
from recoupe.kinds.quotation.lexicon import low, source_words, words
from recoupe.kinds.quotation.medium import via
from recoupe.kinds.quotation.speaker import Speaker
from recoupe.types import Anchor, Attribution, Factuality, Statement, Voice

BY = "quotation/1"
_CLOSED = frozenset({"”", '"', "’", "''", "»"})
_NO_NAME = frozenset({"ADV", "CCONJ", "SCONJ", "ADP", "INTJ"})


def build(annotated: Annotated, drafts: list[Draft], told: list[Sentence]) -> Iterable[Statement]:
    """One statement for each draft that duplicates no other."""
    by_number = {sentence.number: sentence for sentence in told}
    antecedents = Antecedents(annotated, told)
    seen: set[tuple[Span, ...]] = set()
    out: dict[str, Statement] = {}
    for draft in drafts:
        draft.contents = [(start, end) for start, end in draft.contents if start < end]
        key = tuple(draft.contents)
        sentence = by_number.get(draft.sentence)
        if not key or key in seen or sentence is None or _nobody(annotated, draft.speaker):
            continue
        seen.add(key)
        statement = _statement(annotated, draft, sentence, antecedents)
        if statement.id not in out:
            out[statement.id] = statement
    return [out[ident] for ident in out]


def _nobody(annotated: Annotated, speaker: Speaker | None) -> bool:
    """A lone word that can name no one was taken for the subject: *proudly called…*, *And…*; nobody is accused then."""
    if speaker is None or speaker.pronoun:
        return False
    span = annotated.doc.char_span(speaker.start, speaker.end)
    if span is None or len(span) > 1:
        return False
    if span[0].pos_ == "ADJ" and span.text.islower():
        return span.text not in subjects.speaking_nouns(annotated.lang) | words(annotated.lang, "alone")
    after_marks = span.start > 0 and span.text[0].isupper() and span[0].nbor(-1).text in _CLOSED
    return span[0].pos_ in _NO_NAME and not after_marks


def _statement(annotated: Annotated, draft: Draft, sentence: Sentence, antecedents: Antecedents) -> Statement:
    parts = [*draft.contents]
    if draft.cue:
        parts.append(draft.cue)
    if draft.speaker:
        parts.append((draft.speaker.start, draft.speaker.end))
    anchor = annotated.anchor(min(s for s, _ in parts), max(e for _, e in parts))
    contents = tuple(annotated.anchor(s, e) for s, e in draft.contents)
    medium = (annotated.document.text[slice(*draft.via_span)], draft.via_span) if draft.via_span else None
    medium = medium or via(annotated, draft, sentence)
    voice = _voice(annotated, draft.speaker, draft.same and draft.cue is None)
    source = _source(annotated, draft, sentence)
    cue = annotated.anchor(*draft.cue) if draft.cue else None
    body = QuotationBody(
        contents, draft.form, draft.construction, cue, draft.verb.lemma if draft.verb else None,
        draft.verb.classes[0] if draft.verb else None,
        "same" if draft.same and draft.cue is None else draft.speaker.pronoun if draft.speaker else None,
        antecedents.before(draft), draft.sentence,
    )  # fmt: skip
    given = confidence.way(voice.mention.exact if voice.mention else None, body.pronoun)
    facts = _factuality(annotated, contents[0])
    return Statement(
        Statement.make_id("quotation", anchor), "quotation", anchor, body,
        Attribution(
            voice, cue, medium[0] if medium else None, annotated.anchor(*medium[1]) if medium else None, source
        ),
        polarity=facts.polarity, certainty=facts.certainty, conditional=facts.conditional, reported=True,
        by=BY, score=confidence.score(draft.construction, draft.score, given),
    )  # fmt: skip


def _factuality(annotated: Annotated, content: Anchor) -> Factuality:
    return assess(annotated, content.start, content.end)


def _voice(annotated: Annotated, speaker: Speaker | None, implicit: bool) -> Voice:
    if speaker is None:
        return Voice("named")
    mention = annotated.anchor(speaker.start, speaker.end)
    named = (
        None if speaker.pronoun else annotated.document.text[slice(*speaker.name)] if speaker.name else mention.exact
    )
    return Voice(
        speaker.kind, None if implicit else mention, named, None, None, speaker.gender, speaker.number, speaker.count
    )


def _source(annotated: Annotated, draft: Draft, sentence: Sentence) -> Attribution | None:
    """« Politico, qui se réfère à ses sources »: the next link of the chain."""
    if draft.speaker is None:
        return None
    text = low(annotated.document.text[draft.speaker.end : sentence.end])
    for phrase, pattern in _refers(annotated.lang):
        match = pattern.match(text) if phrase in text else None
        if match is None:
            continue
        start = draft.speaker.end + match.end()
        at = next((i for i, item in enumerate(sentence.items) if item.start >= start), None)
        found = nominal.right(sentence.items, at, annotated.lang) if at is not None else None
        if found is not None:
            speaker = subjects.make(sentence.items, found, annotated.lang)
            cue_start = draft.speaker.end + match.start() + len(match.group()) - len(phrase)
            return Attribution(_voice(annotated, speaker, False), annotated.anchor(cue_start, start))
    return None


@cache
def _refers(lang: str) -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """The words by which one source refers to another, longest first, each with its pattern after a speaker."""
    phrases = sorted(source_words(lang, "refers"), key=lambda p: (-len(p), p))
    return tuple((p, regex.compile(r"[\s,]*(?:\w+[\s,]+){0,3}?" + regex.escape(p) + r"\b")) for p in phrases)
