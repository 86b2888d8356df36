"""What a verb reports after it: clauses, infinitives, noun phrases, counts, and a few quoted words."""

from __future__ import annotations

from recoupe.kinds.quotation import acts, agents, extents
from recoupe.kinds.quotation.complements import content
from recoupe.kinds.quotation.cues import Cue
from recoupe.kinds.quotation.draft import Draft, Scene, Span, inner
from recoupe.kinds.quotation.lexicon import words
from recoupe.kinds.quotation.reporters import may_speak, relativised, reporter, said_in
from recoupe.kinds.quotation.speaker import Speaker


def read(scene: Scene, last: Speaker | None) -> list[Draft]:
    """The quotations of one sentence reported after a verb; `last` is who spoke before, for « ajoutant que »."""
    drafts: list[Draft] = []
    speaker_here: Speaker | None = None
    for cue in scene.cues:
        agent = agents.after(scene, cue) if cue.passive else None
        if cue.start in scene.used or (cue.passive and agent is None):
            continue
        nested = any(d.start <= scene.items[cue.start].start < d.end for d in drafts)
        found = content(scene, cue)
        if found is None:
            continue
        start, end, construction, score = found
        if construction != "that-clause" and all(
            item.is_punct or i in scene.quoted for i, item in enumerate(scene.items[start:end], start)
        ):
            continue
        if nested and construction not in {"that-clause", "bare-clause"}:
            continue
        if agent is not None and construction not in {"that-clause", "indirect-question"}:
            continue
        if agent is not None and cue.start == 0:
            # « Interrogé par la juge… », *Asked by Reed if he knew, Moss…*: the main clause follows the comma.
            end = next((i for i in range(start, end) if scene.items[i].low == ","), end)
        joined = cue.shape == "gerund" and cue.start and scene.items[cue.start - 1].low in extents.AND
        speaker, same = (agent, False) if agent is not None else reporter(scene, cue, speaker_here or last)
        if joined and drafts and drafts[-1].shape == "gerund":
            # « des tracts appelant à X ou dénonçant Y »: both say what the same source says.
            speaker, same = drafts[-1].speaker, False
        if not may_speak(scene, cue, speaker, same, construction):
            continue
        if construction in {"infinitive", "reports-noun"} and speaker is not None and relativised(scene, speaker):
            continue
        weak = construction in acts.WEAK if scene.lang == "en" else construction == "act"
        if weak and not acts.someone(scene, speaker):
            continue
        contents = _contents(scene, start, end, construction)
        if not contents:
            continue
        quoted = any(not _scare(scene, i) for i in range(start, end) if scene.items[i].quote is not None)
        whole = end - start == 1 and scene.items[start].quote is not None
        form = (
            "direct"
            if whole and (construction == "words" or scene.text[inner(scene.items[start])[1] - 1] in "!?")
            else "mixed"
            if quoted
            else "indirect"
        )
        if construction == "object" and not quoted:
            continue
        scene.mark(start, end)
        scene.used.update(range(cue.start, start))
        cue_span = (scene.items[_cue_start(scene, cue)].start, scene.items[_cue_end(scene, cue) - 1].end)
        drafts.append(
            Draft(contents, form, construction, score, scene.sentence.number, cue_span, speaker,  # type: ignore[arg-type]
                  cue.taking("que"), same=same, negated=False)
        )  # fmt: skip
        speaker_here = speaker or speaker_here
        drafts[-1].via_span, drafts[-1].shape = said_in(scene, cue), cue.shape
    return drafts


def _cue_start(scene: Scene, cue: Cue) -> int:
    """The item of the reflexive pronoun of « s'est engagé », else the verb group's own first."""
    at, held = cue.start, words(scene.lang, "reflexive")
    while at > 0 and cue.options[0].reflexive and scene.items[at - 1].low in held | {"en", "y"}:
        at -= 1
    return at


def _cue_end(scene: Scene, cue: Cue) -> int:
    nxt = scene.items[cue.end].low if cue.end < len(scene.items) else ""
    return cue.end + 1 if any(o.after for o in cue.options) and nxt in {"de", "d'"} else cue.end


def _contents(scene: Scene, start: int, end: int, construction: str) -> list[Span]:
    """The reported clauses, one for each coordinated « que »."""
    if construction not in {"that-clause"}:
        span = scene.span(start, end)
        return [span] if span else []
    that = words(scene.lang, "that")
    cuts, spans = [start], []
    for i in range(start + 1, end - 1):
        if (
            scene.items[i + 1].low in that
            and (scene.items[i].low in extents.AND or scene.items[i].low == ",")
            and i > cuts[-1]
        ):
            if scene.items[i].low == "," and scene.lang == "en":
                continue
            left = i - 1 if scene.items[i - 1].low == "," else i
            spans.append((cuts[-1], left))
            cuts.append(i + 2)
    spans.append((cuts[-1], end))
    return [span for a, b in spans if (span := scene.span(a, b))]


def _scare(scene: Scene, at: int) -> bool:
    start, end = inner(scene.items[at])
    return scene.text.count(scene.text[start:end]) > 1 and end - start < 40
