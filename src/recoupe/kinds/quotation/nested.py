"""Words quoted inside quoted speech, after a cue there: *‘He looked down and said “not good at all”,’ she said*."""

from __future__ import annotations

from spacy.tokens import Doc

from recoupe.kinds.quotation import spoken
from recoupe.kinds.quotation.cues import find
from recoupe.kinds.quotation.draft import Draft, Scene
from recoupe.kinds.quotation.frame import Item, Sentence, inner_items, speechlike
from recoupe.kinds.quotation.marks import Quote

_ANYONE = frozenset(
    {"people", "some people", "folks", "les gens", "des gens", "you", "they", "everybody", "everyone", "it"}
)
HALF = 0.5
_STOPS = frozenset({".", "!", "?", "…", "...", ";"})


def read(doc: Doc, scene: Scene, quotes: list[Quote]) -> list[Draft]:
    """What a quoted passage reports of someone else's words, in marks of their own after a cue."""
    out: list[Draft] = []
    for item in scene.items:
        if item.quote is None:
            continue
        items = inner_items(doc, item.quote, quotes)
        if not any(inside.quote is not None for inside in items):
            continue
        for part in _sentences(items):
            inside = _scene(scene, item, part)
            if inside.cues:
                out += [draft for draft in _marked(inside) if _part(draft, item, inside)]
    return out


def _part(draft: Draft, item: Item, inside: Scene) -> bool:
    """Without a colon, the inner words are less than half of the outer ones: both would be said to say the same."""
    if inside.text[: draft.start].rstrip(" \u00a0\u202f'\"‘’“«<").endswith(":"):
        return True
    return draft.end - draft.start < HALF * (item.end - item.start)


def _sentences(items: tuple[Item, ...]) -> list[tuple[Item, ...]]:
    found, start = [], 0
    for at, item in enumerate(items):
        ends = item.low in _STOPS or (item.quote is not None and items[at - 1].low == ":")
        if ends or at + 1 == len(items):
            found.append(items[start : at + 1])
            start = at + 1
    return found


def _scene(scene: Scene, item: Item, items: tuple[Item, ...]) -> Scene:
    part = Sentence(scene.sentence.number, scene.sentence.paragraph, items[0].start, items[-1].end, items, False, False)
    return Scene(scene.text, scene.lang, part, find(items, scene.lang))


def _marked(inside: Scene) -> list[Draft]:
    out = []
    for at in list(inside.free()):
        beside = any(cue.end == at for cue in inside.cues)
        told = at and (beside or speechlike(inside.text, inside.items[at]))
        draft = spoken.introduced(inside, at) if told else None
        if draft is not None and draft.cue is not None and draft.verb is not None and not _loose(inside, draft):
            inside.mark(at, at + 1)
            out.append(draft)
    return out


def _loose(inside: Scene, draft: Draft) -> bool:
    """*People say, ‘…’*, *what they called ‘the comeback’*: nobody in particular, or a name given to a thing."""
    whom = inside.text[draft.speaker.start : draft.speaker.end].lower() if draft.speaker is not None else ""
    naming = draft.verb is not None and draft.verb.lemma in spoken.NAMING
    return whom in _ANYONE or naming
