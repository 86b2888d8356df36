"""Interviews printed as questions and answers: an answer has no mark, cue or speaker of its own."""

from __future__ import annotations

from itertools import groupby, pairwise

import regex

from recoupe.annotate.naming.view import first_name
from recoupe.kinds.quotation import loose
from recoupe.kinds.quotation.draft import Draft, Span
from recoupe.kinds.quotation.frame import Sentence
from recoupe.kinds.quotation.lexicon import words
from recoupe.kinds.quotation.nominal import Nominal, is_capital
from recoupe.kinds.quotation.speaker import Speaker, make

# Fewer turns than this are no interview; a question is no longer than this, in characters.
TURNS, LONG = 3, 420
# A paragraph of an answer without a first person is longer than the caption of a picture; who is interviewed is named
# within so many words of the word that says so.
CAPTION, NEAR = 130, 8
# What the account says of the one who answers, a sentence of its own in brackets.
_STAGE = regex.compile(r"\(\p{Lu}[^()\n]{2,30}[.!…]\)\s*")
_DASH = regex.compile(r"[-–—]\s*")
Turn = list[Sentence]


def read(text: str, lang: str, told: list[Sentence], drafts: list[Draft]) -> list[Draft]:
    """The drafts with an interview's answers among them; the same drafts when the account is no interview.

    The one who answers is named before the first question; without a full name there nobody is quoted.
    """
    paragraphs = [list(group) for _, group in groupby(told, key=lambda s: s.paragraph)]
    pairs = _pairs(text, lang, paragraphs, drafts)
    if len(pairs) < TURNS or sum(_addressed(question, lang) for question, _ in pairs) < TURNS - 1:
        return drafts
    first = pairs[0][0][0].number
    speaker = _introduced(lang, [s for s in told if s.number < first])
    if speaker is None:
        return drafts
    answers = [
        Draft(spans, "direct", "interview", 0.75, turns[0][0].number, None, speaker)
        for turns in _answers(lang, paragraphs, pairs, drafts)
        if (spans := [span for turn in turns for span in _said(text, turn)])
    ]
    title = told[0]
    if loose.alone(title, text) and title.last and not any(d.sentence == title.number for d in drafts):
        answers.append(Draft(loose.spans_of(title), "direct", "interview", 0.75, title.number, None, speaker))
    return [d for d in drafts if not (d.construction == "implicit" and _inside(d, answers))] + answers


def _pairs(text: str, lang: str, paragraphs: list[Turn], drafts: list[Draft]) -> list[tuple[Turn, Turn]]:
    """Each question's paragraph with the one that answers it."""
    found = []
    for question, answer in pairwise(paragraphs):
        asked = text[question[0].start : question[-1].end]
        whole = asked.rstrip(' »”"').endswith(("?", "…", "..."))
        if len(asked) > LONG or not (whole or _addressed(question, lang)) or _first_person(question, lang):
            continue
        if _reported(answer, drafts) or text[answer[0].start : answer[-1].end].rstrip().endswith("?"):
            continue
        if _first_person(answer, lang) or whole:
            found.append((question, answer))
    return found


def _answers(
    lang: str, paragraphs: list[Turn], pairs: list[tuple[Turn, Turn]], drafts: list[Draft]
) -> list[list[Turn]]:
    """The paragraphs of each answer: up to the next question, and past the last one only in the first person."""
    asked = [question[0].number for question, _ in pairs]
    found = []
    for at, (_, answer) in enumerate(pairs):
        stop = asked[at + 1] if at + 1 < len(asked) else None
        turns = [answer]
        for turn in paragraphs:
            if turn[0].number <= answer[0].number or (stop is not None and turn[0].number >= stop):
                continue
            mine = _first_person(turn, lang)
            asks = turn[-1].items[-1].low.endswith("?") or (_addressed(turn, lang) and not mine)
            if asks or _reported(turn, drafts) or not (mine or stop is not None):
                break
            if mine or turn[-1].end - turn[0].start > CAPTION:
                turns.append(turn)
        found.append(turns)
    return found


def _addressed(turn: Turn, lang: str) -> bool:
    """Someone is spoken to."""
    addressed = words(lang, "second_person")
    return any(item.low in addressed for s in turn for item in s.items if item.quote is None)


def _first_person(turn: Turn, lang: str) -> bool:
    said = words(lang, "first_person") - {"on", "tu", "vous", "you"}
    return any(item.low in said for s in turn for item in s.items if item.quote is None)


def _reported(turn: Turn, drafts: list[Draft]) -> bool:
    """Somebody else is quoted from the start of the paragraph, as the account's own prose does."""
    opening = turn[0]
    near = [d for d in drafts if d.sentence == opening.number and d.cue is not None and d.speaker is not None]
    return any(d.cue is not None and d.cue[1] <= opening.end and d.speaker is not None and not d.speaker.pronoun
               for d in near)  # fmt: skip


def _introduced(lang: str, before: list[Sentence]) -> Speaker | None:
    """Whom what stands before the first question says is interviewed, else the first full name of a person in it."""
    told = words(lang, "interviewing")
    for sentence in before:
        at = next((i for i, item in enumerate(sentence.items) if item.low in told), None)
        if at is not None:
            found = _full_name(lang, sentence, at, at + NEAR) or _full_name(lang, sentence, 0, at)
            if found is not None:
                return found
    return next((found for sentence in before if (found := _full_name(lang, sentence, 0)) is not None), None)


def _full_name(lang: str, sentence: Sentence, at: int, stop: int | None = None) -> Speaker | None:
    """The first full name of a person from item `at` on, opening before item `stop`."""
    items = sentence.items
    last = len(items) - 1
    for start in range(at, last if stop is None else min(last, stop)):
        end = start
        while end < len(items) and is_capital(items[end]) and items[end].pos == "PROPN":
            end += 1
        held = {item.token.ent_type_ for item in items[start:end] if item.token is not None}
        opening = items[start].token
        given = opening is not None and first_name(opening.text)
        if end - start > 1 and (given or held & {"PER", "PERSON"}):
            return make(items, Nominal(start, end, start), lang)
    return None


def _said(text: str, turn: Turn) -> list[Span]:
    """The words of an answer without its dash and without what the account says between brackets: « (Elle rit.) »."""
    start, end = turn[0].start, turn[-1].end
    dash = _DASH.match(text, start, end)
    start = dash.end() if dash is not None else start
    spans = []
    for aside in [*_STAGE.finditer(text, start, end), None]:
        stop = aside.start() if aside is not None else end
        if text[start:stop].strip():
            spans.append((start + len(text[start:stop]) - len(text[start:stop].lstrip()), stop))
        start = aside.end() if aside is not None else end
    return [(a, a + len(text[a:b].rstrip())) for a, b in spans]


def _inside(draft: Draft, answers: list[Draft]) -> bool:
    return any(answer.start <= draft.start and draft.end <= answer.end for answer in answers)
