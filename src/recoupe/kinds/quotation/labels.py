"""Words labelled with who says them: a title's *Reed: Ferry Must Wait*, a transcript's *REED: We must wait.*"""

from __future__ import annotations

import regex

from recoupe.kinds.quotation import nominal, subjects
from recoupe.kinds.quotation.body import Form
from recoupe.kinds.quotation.draft import Draft, Scene, inner
from recoupe.kinds.quotation.frame import Sentence
from recoupe.kinds.quotation.lexicon import verbs, words

LONGEST = 5
LEAST = 3


def read(scene: Scene, told: list[Sentence]) -> Draft | None:
    """The words after a name and a colon that open a title or a turn of a transcript; else None."""
    sentence, items = scene.sentence, scene.items
    colon = next((i for i, item in enumerate(items[: LONGEST + 1]) if item.low == ":"), None)
    if not sentence.first or not colon or len(items) - colon - 1 < LEAST:
        return None
    if not all(nominal.is_capital(i) and i.pos in {"PROPN", "NOUN", "ADJ", "X", "VERB"} for i in items[:colon]):
        return None
    name = scene.text[items[0].start : items[colon - 1].end]
    if name.isupper() and len(name) > 3 and _turns(scene.text, name):
        return _draft(scene, colon, max(s.end for s in told if s.paragraph == sentence.paragraph), "transcript")
    title = sentence.last and scene.text[sentence.end - 1] not in ".:" and (sentence.paragraph == 0 or len(items) < 22)
    if title and _speaks(scene, items[colon - 1].low) and (scene.lang == "en" or _spoken(scene, colon)):
        return _draft(scene, colon, sentence.end, "headline")
    return None


def _draft(scene: Scene, colon: int, end: int, construction: str) -> Draft:
    items = scene.items
    rest = items[colon + 1 :]
    whole = len(rest) == 1 and rest[0].quote is not None
    quoted = any(item.quote is not None for item in rest)
    form: Form = "direct" if whole or construction == "transcript" else "mixed" if quoted else "indirect"
    content = inner(rest[0]) if whole else (rest[0].start, end)
    speaker = subjects.make(items, nominal.Nominal(0, colon, colon - 1), scene.lang)
    scene.mark(colon, len(items))
    return Draft([content], form, construction, 0.75, scene.sentence.number, None, speaker)


def _turns(text: str, name: str) -> bool:
    """Other turns of the text are labelled in capitals too."""
    labels = set(regex.findall(r"(?m)^[ \t\"“]*(\p{Lu}[\p{Lu}.' -]{2,40}):", text))
    return len(labels) > 1 and name in labels


def _spoken(scene: Scene, colon: int) -> bool:
    """A French title's words after a name are that one's only when they are quoted or could only be spoken.

    « Férant : la police arrête un homme » speaks about Férant, « Férant : il faut attendre » is what Férant says.
    """
    rest = scene.items[colon + 1 :]
    return any(item.quote is not None or item.low in words("fr", "spoken") for item in rest)


def _speaks(scene: Scene, last: str) -> bool:
    """The name is elsewhere beside a verb that reports, so that it is no topic (*Ferry: Talks Resume*)."""
    forms = verbs(scene.lang)
    tail = scene.text[scene.sentence.end :].lower()
    if last not in tail:
        return False
    for match in regex.finditer(rf"(\w+) (?:\w+ )?{regex.escape(last)}\b,? (\w+)(?: (\w+))?", tail):
        if any(word in forms for word in match.groups() if word):
            return True
    return False
