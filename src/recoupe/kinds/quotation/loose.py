"""Quoted speech no cue of its sentence accounts for: it goes on, is signed, announced, or has an implicit speaker."""

from __future__ import annotations

from recoupe.kinds.quotation import nominal, subjects
from recoupe.kinds.quotation.controllers import root_subject
from recoupe.kinds.quotation.cues import find
from recoupe.kinds.quotation.draft import Draft, Scene, Span, inner
from recoupe.kinds.quotation.frame import Sentence, speechlike, tensed, words_in
from recoupe.kinds.quotation.lexicon import words
from recoupe.kinds.quotation.speaker import Speaker
from recoupe.kinds.quotation.spoken import speaker_of

# Quoted speech alone in its sentence: how many characters make it speech, after a report and elsewhere.
SHORT, LONG = 12, 30
TRAILING = 8
_DASHES = frozenset({"-", "–", "—", "―", "--"})
_PERSONS = frozenset({"il", "elle", "ils", "elles", "he", "she", "they"})


def read(
    scene: Scene, told: list[Sentence], number: int, here: list[Draft],
    previous: Draft | None, last: Speaker | None, earlier: list[Draft],
) -> list[Draft]:  # fmt: skip
    """Quoted speech no cue of its sentence accounts for: it goes on, is signed below, or has an implicit speaker."""
    sentence, text = scene.sentence, scene.text
    opening = sentence.items[0].quote
    if not here and previous is not None and opening is not None and text[opening.start].isalnum():
        # The words before a closing mark that nothing opens in its paragraph: the passage left open goes on.
        previous.contents.append((opening.inner_start, opening.inner_end))
        return []
    before = told[number - 1] if number else None
    if not here and previous is not None and _runs_on(scene, before, previous):
        previous.contents.append((opening.inner_start, sentence.items[-1].start))  # type: ignore[union-attr]
        return []
    if here or not alone(sentence, text):
        return []
    contents = spans_of(sentence)
    below = told[number + 1] if number + 1 < len(told) else None
    if below is not None and sentence.first and (sentence.last or below.items[0].low in _DASHES):
        speaker = signature(below, scene.lang)
        if speaker is not None:
            return [Draft(contents, "direct", "signed", 0.85, sentence.number, None, speaker)]
    near = before is not None and sentence.paragraph - before.paragraph <= 1
    lead = announced(text, scene.lang, before, last) if before is not None and near else None
    if lead is not None:
        lead.contents, lead.sentence = contents, sentence.number
        return [lead]
    if previous is not None and near:
        previous.contents += contents
        return []
    ahead = _next_speaker(scene, below) if previous is None and sentence.first else None
    if ahead is not None and sum(end - start for start, end in contents) > 30:
        return [Draft(contents, "direct", "implicit", 0.6, sentence.number, None, ahead)]
    told_on = bool(earlier) and sentence.first is False and text[contents[-1][1] - 1] in ".!?…"
    long_enough = sum(end - start for start, end in contents) > (SHORT if told_on else LONG)
    if before is None or not near or not long_enough:
        return []
    apart = before.paragraph != sentence.paragraph
    if apart and (text[contents[-1][1] - 1] not in ".!?…" or sentence.paragraph == 0):
        return []
    named = None if told_on else spoken_of(text, scene.lang, before)
    speaker = named or last
    if speaker is None:
        return []
    score, same = 0.5 if apart else 0.6, named is None
    return [Draft(contents, "direct", "implicit", score, sentence.number, None, speaker, same=same)]


def _runs_on(scene: Scene, before: Sentence | None, previous: Draft) -> bool:
    """*"…," said Reed. "It is a tax rise" for the few.*: speech that goes on, and ends in the account's words."""
    items = scene.items
    if before is None or before.paragraph != scene.sentence.paragraph or previous.sentence != before.number:
        return False
    rest = items[1:-1]
    if items[0].quote is None or not 1 <= len(rest) <= TRAILING or items[-1].low != ".":
        return False
    if rest[0].is_punct or any(item.quote is not None or item.pos in {"VERB", "AUX"} for item in rest):
        return False
    return speechlike(scene.text, items[0]) and not scene.text[items[0].quote.inner_start].islower()


def _next_speaker(scene: Scene, below: Sentence | None) -> Speaker | None:
    """« "Je n'ai rien signé." D'emblée, Paul Vial a tenté… »: whom the next sentence names."""
    if (
        below is None
        or below.items[0].low in _DASHES
        or below.paragraph != scene.sentence.paragraph
        or any(i.quote is not None for i in below.items)
    ):
        return None
    speaker = spoken_of(scene.text, scene.lang, below)
    span = [i for i in below.items if speaker is not None and speaker.start <= i.start < speaker.end]
    return speaker if sum(i.pos == "PROPN" for i in span) > 1 else None


def alone(sentence: Sentence, text: str) -> bool:
    """The sentence is nothing but quoted speech."""
    if any(i.quote is None and not i.is_punct for i in sentence.items):
        return False
    return any(speechlike(text, i) for i in sentence.items if i.quote is not None)


def spans_of(sentence: Sentence) -> list[Span]:
    """The contents of a sentence that is nothing but quoted speech."""
    return [inner(item) for item in sentence.items if item.quote is not None]


def spoken_of(text: str, lang: str, before: Sentence) -> Speaker | None:
    """Whose words follow a sentence that announces none: its subject when that is someone, else the one it names."""
    scene = Scene(text, lang, before, find(before.items, lang))
    speaker = root_subject(scene, len(before.items))
    if speaker is not None and _someone(scene, speaker):
        return speaker
    for at in range(len(before.items)):
        found = nominal.right(before.items, at, lang)
        name = found is not None and all(
            nominal.is_capital(i) and i.pos == "PROPN" for i in before.items[found.start : found.end]
        )
        if found is not None and name and found.end - found.start > 1:
            return subjects.make(before.items, found, lang)
    return None


def _someone(scene: Scene, speaker: Speaker) -> bool:
    """A pronoun of persons, a name, or a noun of people and bodies."""
    if speaker.pronoun is not None:
        return speaker.pronoun in _PERSONS
    span = [item for item in scene.items if speaker.start <= item.start < speaker.end]
    nouns = subjects.speaking_nouns(scene.lang)
    return any(item.low in nouns or (item.pos == "PROPN" and nominal.is_capital(item)) for item in span)


def signature(sentence: Sentence, lang: str) -> Speaker | None:
    """A bare name under a quotation set apart, « Nadia Férant », or after a dash: « — Yves Quil, pêcheur »."""
    items = sentence.items
    start, end = 0, len(items)
    while start < end and items[start].low in _DASHES:
        start += 1
    if not sentence.last or (start == 0 and not sentence.first):
        return None
    while end > start and items[end - 1].low == ".":
        end -= 1
    if start and any(item.low[:1].isdigit() for item in items[start:end]):
        # *“Paper found on street” — The Harbour Star, 15 August 2008*: a source in a list.
        return None
    comma = next((i for i in range(start, end) if items[i].low == ","), end)
    if start and comma < end and end - comma <= TRAILING and not any(tensed(i) for i in items[comma:end]):
        end = comma
    if words_in(" ".join(i.low for i in items[start:end])) > 5:
        return None
    particles = {"de", "du", "von", "van", "al", "el", "ben", "bin", "la", "le", "d'"}
    name = items[start:end]
    if (
        not name
        or not all(nominal.is_capital(i) or i.low in particles for i in name)
        or not nominal.is_capital(name[-1])
    ):
        return None
    return subjects.make(items, nominal.Nominal(start, end, start), lang)


def announced(text: str, lang: str, before: Sentence, last: Speaker | None) -> Draft | None:
    """Who a line that ends with a colon announces: *Reed went on:*; the draft has no contents yet."""
    if not before.items or before.items[-1].low != ":":
        return None
    scene = Scene(text, lang, before, find(before.items, lang))
    cue = next((c for c in reversed(scene.cues) if c.takes("quote") and not c.passive and not c.negated), None)
    if cue is None or (cue.shape == "infinitive" and lang == "en"):
        return None
    speaker = speaker_of(scene, cue) or last
    if speaker is None or speaker.pronoun in words(lang, "first_person"):
        return None
    span = (before.items[cue.start].start, before.items[cue.end - 1].end)
    return Draft([], "direct", "cue-before", 0.9, before.number, span, speaker, cue.taking("quote"))
