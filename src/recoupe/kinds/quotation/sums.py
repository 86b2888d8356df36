"""A sentence without a verb that sums up the one before: « La perte serait "énorme". Soit un trou, estime X. »"""

from __future__ import annotations

from recoupe.kinds.quotation.draft import Draft, Scene
from recoupe.kinds.quotation.frame import Sentence, tensed
from recoupe.kinds.quotation.lexicon import words


def take_in(scene: Scene, before: Sentence | None, here: list[Draft], earlier: list[Draft]) -> None:
    """What is said begins with the sentence before, when that one holds quoted words nobody is given for."""
    items = scene.items
    if before is None or earlier or not here or before.paragraph != scene.sentence.paragraph:
        return
    first = here[0]
    opens = next((item for item in items if not item.is_punct), items[0])
    if opens.low not in words(scene.lang, "summing") or first.contents[0][0] > opens.start:
        return
    said = [i for i in items if first.contents[0][0] <= i.start < first.contents[0][1] and i.quote is None]
    if any(tensed(item) for item in said) or not any(item.quote is not None for item in before.items):
        return
    first.contents[0] = (before.items[0].start, first.contents[0][1])
    first.form = "mixed"
