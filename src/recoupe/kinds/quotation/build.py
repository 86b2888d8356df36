"""Drafts become anchored statements: medium, chain, factuality, antecedents."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex
from spacy.tokens import Token

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.factuality import assess
from recoupe.kinds.quotation import nominal, subjects
from recoupe.kinds.quotation.body import QuotationBody
from recoupe.kinds.quotation.draft import Draft, Span
from recoupe.kinds.quotation.frame import Item, Sentence
from recoupe.kinds.quotation.lexicon import low, source_words
from recoupe.kinds.quotation.subjects import Speaker
from recoupe.lang import table
from recoupe.types import Anchor, Attribution, Factuality, Statement, Voice

BY = "quotation/1"
ANTECEDENTS = 12
NEAR = 1500


def build(annotated: Annotated, drafts: list[Draft], told: list[Sentence]) -> Iterable[Statement]:
    """One statement for each draft that duplicates no other."""
    by_number = {sentence.number: sentence for sentence in told}
    nouns = _subjects(annotated, told)
    seen: set[tuple[Span, ...]] = set()
    out: dict[str, Statement] = {}
    for draft in drafts:
        key = tuple(draft.contents)
        sentence = by_number.get(draft.sentence)
        if key in seen or sentence is None:
            continue
        seen.add(key)
        statement = _statement(annotated, draft, sentence, nouns)
        if statement.id not in out:
            out[statement.id] = statement
    return [out[ident] for ident in out]


def _statement(annotated: Annotated, draft: Draft, sentence: Sentence, nouns: list[Token]) -> Statement:
    parts = [*draft.contents]
    if draft.cue:
        parts.append(draft.cue)
    if draft.speaker:
        parts.append((draft.speaker.start, draft.speaker.end))
    anchor = annotated.anchor(min(s for s, _ in parts), max(e for _, e in parts))
    contents = tuple(annotated.anchor(s, e) for s, e in draft.contents)
    via = (
        (annotated.document.text[slice(*draft.via_span)], annotated.anchor(*draft.via_span)) if draft.via_span else None
    )
    via = via or _via(annotated, draft, sentence)
    voice = _voice(annotated, draft.speaker, draft.same and draft.cue is None)
    source = _source(annotated, draft, sentence)
    cue = annotated.anchor(*draft.cue) if draft.cue else None
    body = QuotationBody(
        contents, draft.form, draft.construction, cue, draft.verb.lemma if draft.verb else None,
        draft.verb.classes[0] if draft.verb else None,
        "same" if draft.same and draft.cue is None else draft.speaker.pronoun if draft.speaker else None,
        _antecedents(annotated, draft, nouns), draft.sentence,
    )  # fmt: skip
    facts = _factuality(annotated, contents[0])
    return Statement(
        Statement.make_id("quotation", anchor), "quotation", anchor, body,
        Attribution(voice, cue, via[0] if via else None, via[1] if via else None, source),
        polarity=facts.polarity, certainty=facts.certainty, conditional=facts.conditional, reported=True,
        by=BY, score=draft.score,
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


def _via(annotated: Annotated, draft: Draft, sentence: Sentence) -> tuple[str, Anchor] | None:
    """The medium spoken through, in the sentence's words outside what is said."""
    items = sentence.items
    inside = [
        i for i in range(len(items))
        if any(s <= items[i].start < e for s, e in draft.contents)
        or (draft.speaker is not None and draft.speaker.start <= items[i].start < draft.speaker.end)
    ]  # fmt: skip
    carried = source_words(annotated.lang, "carried_by")
    places = [i for i in range(len(items) - 1) if i not in inside and items[i].low in carried and i + 1 not in inside]
    for i in places:
        outlet = nominal.medium(items, i + 1, annotated.lang)
        if outlet is not None and outlet[0] not in inside:
            span = annotated.anchor(items[outlet[0]].start, items[outlet[1] - 1].end)
            return span.exact, span
    for i in places:
        found = _carrier(annotated, items, i + 1)
        if found is not None:
            return found
    return None


def _carrier(annotated: Annotated, items: tuple[Item, ...], at: int) -> tuple[str, Anchor] | None:
    """« dans un communiqué », « dans les pages du Parisien »: the outlet when one is named, else the words."""
    found = nominal.right(items, at, annotated.lang, appose=False)
    if found is None or found.pronoun:
        return None
    heads = {items[k].low for k in range(found.start, min(found.end, found.head + 2))}
    if not heads & (set(source_words(annotated.lang, "carriers")) | set(media_nouns(annotated.lang))):
        return None
    for k in range(found.head + 1, found.end):
        outlet = nominal.medium(items, k, annotated.lang)
        if outlet is not None:
            span = annotated.anchor(items[outlet[0]].start, items[outlet[1] - 1].end)
            return span.exact, span
    span = annotated.anchor(items[found.start].start, items[found.end - 1].end)
    return span.exact, span


def media_nouns(lang: str) -> list[str]:
    """Nouns that announce an outlet's name."""
    return list(table(lang, "media")["announce"])


def _subject(annotated: Annotated, token: Token) -> Anchor:
    """A subject with what belongs to its name: « Son leader, Paul Rivet »."""
    left = token.left_edge.i if token.i - token.left_edge.i < 6 else token.i
    right = token.i
    for child in token.children:
        if child.i > token.i and child.dep_.startswith(("flat", "appos", "amod", "nmod")) and child.i - token.i < 10:
            right = max(right, child.right_edge.i if child.right_edge.i - token.i < 12 else child.i)
    last = annotated.doc[right]
    return annotated.anchor(annotated.doc[left].idx, last.idx + len(last.text))


def _described(annotated: Annotated, speaker: Speaker) -> bool:
    """A description with its article and no name in it, which may stand for someone named before."""
    words = annotated.document.text[speaker.start : speaker.end]
    return (
        speaker.kind == "named"
        and speaker.name is None
        and regex.match(r"(?:l[ea]s?|l['’]|the)\b", low(words)) is not None
    )


def _subjects(annotated: Annotated, told: list[Sentence]) -> list[Token]:
    """The nominal subjects outside quoted passages, the last of the account first."""
    outside = {item.token.i for sentence in told for item in sentence.items if item.token is not None}
    nouns = [t for t in annotated.doc if t.dep_.startswith("nsubj") and t.pos_ in {"NOUN", "PROPN"} and t.i in outside]
    return nouns[::-1]


def _antecedents(annotated: Annotated, draft: Draft, nouns: list[Token]) -> tuple[Anchor, ...]:
    """The subjects before a quotation, nearest first, where a pronoun may find its name."""
    if draft.speaker is None or not (draft.speaker.pronoun or draft.same or _described(annotated, draft.speaker)):
        return ()
    near = [t for t in nouns if 0 < draft.speaker.start - t.idx <= NEAR]
    return tuple(_subject(annotated, token) for token in near[:ANTECEDENTS])
