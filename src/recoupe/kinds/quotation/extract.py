"""Finding the quotations of one account: who said what, by which words, through what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.base import silent
from recoupe.kinds.quotation import (
    agents,
    attached,
    clausal,
    headlines,
    interviews,
    labels,
    loose,
    nested,
    shown,
    spoken,
    standpoints,
    sums,
)
from recoupe.kinds.quotation.build import build
from recoupe.kinds.quotation.cues import find
from recoupe.kinds.quotation.draft import Draft, Scene
from recoupe.kinds.quotation.frame import Sentence, inner_items, quotes_of, sentences, speechlike
from recoupe.kinds.quotation.marks import Quote
from recoupe.kinds.quotation.speaker import Speaker
from recoupe.types import Statement

TITLES = 4


def extract(annotated: Annotated, found: Sequence[Statement]) -> Iterable[Statement]:
    """Every quotation of the account in text order; passages that are faults of the page are left out."""
    text, lang = annotated.document.text, annotated.lang
    quotes = quotes_of(text)
    told = [s for s in sentences(annotated.doc, lang, quotes) if not _is_fault(s, found)]
    drafts = _read(annotated, told, quotes)
    drafts = interviews.read(text, lang, told, drafts)
    drafts += _echoed(text, told, drafts)
    drafts.sort(key=lambda d: (d.start, d.end))
    return build(annotated, drafts, told)


def _echoed(text: str, told: list[Sentence], drafts: list[Draft]) -> list[Draft]:
    """Quoted words of a title that a quotation of the account says in full: their speaker is that quotation's."""
    out: list[Draft] = []
    taken = [span for draft in drafts for span in draft.contents]
    for sentence in told[:TITLES]:
        for item in sentence.items:
            if item.quote is None or not speechlike(text, item):
                continue
            start, end = item.quote.inner_start, item.quote.inner_end
            if any(a < end and start < b for a, b in taken):
                continue
            words = text[start:end].strip(" .!?…,").casefold()
            source = next((d for d in drafts if d.start > end and words in text[d.start : d.end].casefold()), None)
            if source is not None and source.speaker is not None:
                out.append(
                    Draft([(start, end)], "direct", "title", 0.8, sentence.number, None, source.speaker, same=True)
                )
    return out


def _is_fault(sentence: Sentence, found: Sequence[Statement]) -> bool:
    for anchor in silent(found):
        inside = min(anchor.end, sentence.end) - max(anchor.start, sentence.start)
        if inside > 0.6 * (sentence.end - sentence.start):
            return True
    return False


def _read(annotated: Annotated, told: list[Sentence], quotes: list[Quote]) -> list[Draft]:
    drafts: list[Draft] = []
    last: Speaker | None = None
    last_direct: Draft | None = None
    spoken_before: list[Draft] = []
    for number, sentence in enumerate(told):
        scene = Scene(annotated.document.text, annotated.lang, sentence, find(sentence.items, annotated.lang))
        label = labels.read(scene, told)
        here = [label] if label is not None else _scene(annotated, scene, quotes, last)
        rest = loose.read(scene, told, number, here, last_direct, last, spoken_before)
        here += rest + nested.read(annotated.doc, scene, quotes)
        sums.take_in(scene, told[number - 1] if number else None, here, spoken_before)
        spoken_before = here
        here.sort(key=lambda d: (d.start, d.end))
        drafts += here
        for draft in here:
            if draft.speaker is not None:
                last = draft.speaker
        direct = [d for d in here if d.form != "indirect"]
        carries = loose.alone(sentence, annotated.document.text) and last_direct is not None
        last_direct = direct[-1] if direct else last_direct if carries else None
    return drafts


def _scene(annotated: Annotated, scene: Scene, quotes: list[Quote], last: Speaker | None) -> list[Draft]:
    here = attached.read(scene) + standpoints.relatives(scene) + standpoints.stances(scene)
    here += standpoints.verdicts(scene)
    if not here and (title := headlines.stated(scene)) is not None:
        return [title]
    for at in list(scene.free()):
        draft = shown.read(scene, at) or spoken.introduced(scene, at, last)
        if draft is None and speechlike(scene.text, scene.items[at]):
            quote = scene.items[at].quote
            assert quote is not None
            draft = spoken.interrupted(scene, at, inner_items(annotated.doc, quote, quotes))
        if draft is not None:
            scene.mark(at, at + 1)
            here.append(draft)
    here += clausal.read(scene, next((d.speaker for d in here if d.speaker), last))
    for at in list(scene.free()):
        draft = agents.read(scene, at) or spoken.introduced(scene, at, last, late=True)
        if draft is not None:
            scene.mark(at, at + 1)
            here.append(draft)
    return here
