"""Titles that quote with a colon and no verb: « Valnac sur la réforme : "…" », « "…" : le maire se défend »."""

from __future__ import annotations

import regex

from recoupe.kinds.quotation import nominal, subjects, voices
from recoupe.kinds.quotation.draft import Draft, Scene, inner
from recoupe.kinds.quotation.frame import speechlike, words_in
from recoupe.kinds.quotation.lexicon import low, words
from recoupe.kinds.quotation.nominal import Nominal

# Someone speaks in the words when they hold a subject pronoun.
_SPEECH = regex.compile(
    r"(?<!\p{L})(?:je|j'|nous|on|vous|tu|ils?|elles?|c'|ce|ça|cela|i|i'm|we|we're|you|it|it's|they|he|she|that's)(?!\p{L})"
)
FEW = 3


def read(scene: Scene, at: int) -> Draft | None:
    """The quotation that the passage at item `at` is by a name on the other side of a colon."""
    items = scene.items
    if at and items[at - 1].low == ":":
        return _named_before(scene, at)
    if at == 0 and len(items) > 2 and items[1].low == ":":
        return _named_after(scene)
    return None


def opens_with_name(scene: Scene, at: int) -> bool:
    """The words before the colon at item `at` - 1 are a noun phrase alone, which then is the speaker or nobody is."""
    found = nominal.right(scene.items, 0, scene.lang, at - 1)
    return found is not None and found.end == at - 1


def _named_before(scene: Scene, at: int) -> Draft | None:
    items, lang = scene.items, scene.lang
    found = nominal.right(items, 0, lang, at - 1)
    if found is None or found.pronoun is not None:
        return None
    rest = items[found.end : at - 1]
    topic = bool(rest) and rest[0].low in words(lang, "topics") and not any(i.pos in {"VERB", "AUX"} for i in rest)
    if (rest and not topic) or not _said(scene, at, found):
        return None
    speaker = subjects.make(items, found, lang)
    return Draft([inner(items[at])], "direct", "headline", 0.8, scene.sentence.number, None, speaker)


def _named_after(scene: Scene) -> Draft | None:
    """The subject of the clause after the colon, when it is a person's name or office."""
    items, lang = scene.items, scene.lang
    found = nominal.right(items, 2, lang, appose=False)
    if found is None or found.pronoun is not None or not scene.sentence.first or not _said(scene, 0, found):
        return None
    after = found.end
    while after < len(items) and items[after].low in words(lang, "clitics") | words(lang, "reflexive"):
        after += 1
    if after < len(items) and items[after].pos not in {"VERB", "AUX"} and items[after].low != ".":
        return None
    speaker = subjects.make(items, found, lang)
    return Draft([inner(items[0])], "direct", "headline", 0.65, scene.sentence.number, None, speaker)


def _said(scene: Scene, at: int, found: Nominal) -> bool:
    """The words could be said by that one: a full name says a few, an office or a lone name more."""
    items, lang = scene.items, scene.lang
    span = items[found.start : found.end]
    text = scene.text[slice(*inner(items[at]))]
    spoken = _SPEECH.search(low(text)) is not None
    capital = all(nominal.is_capital(item) for item in span)
    if capital and len(span) > 1 and any(item.pos == "PROPN" for item in span):
        return spoken or words_in(text) >= FEW or text[-1] in "!?"
    office = items[found.head].low in voices.officers(lang) and words_in(text) > FEW
    if not spoken and not office and not speechlike(scene.text, items[at]):
        return False
    if capital:
        return spoken or span[0].pos == "PROPN"
    head = items[found.head].low
    if voices.name_in(span, lang) is not None or head in subjects.speaking_nouns(lang):
        return True
    return subjects.kind_of(span, items[found.head], lang) != "named"
