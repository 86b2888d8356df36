"""Titles that quote with a colon and no verb: « Valnac sur la réforme : "…" », « "…" : le maire se défend »."""

from __future__ import annotations

import regex

from recoupe.kinds.quotation import nominal, subjects, voices
from recoupe.kinds.quotation.draft import Draft, Scene, inner
from recoupe.kinds.quotation.frame import speechlike, tensed, words_in
from recoupe.kinds.quotation.lexicon import low, words
from recoupe.kinds.quotation.nominal import Nominal

# Someone speaks in the words when they hold a subject pronoun.
_SPEECH = regex.compile(
    r"(?<!\p{L})(?:je|j'|nous|on|vous|tu|ils?|elles?|c'|ce|ça|cela|i|i'm|we|we're|you|it|it's|they|he|she|that's)(?!\p{L})"
)
FEW = 3
LABEL = 25


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
    found = _name_alone(scene, found)
    rest = items[found.end : at - 1]
    topic = bool(rest) and rest[0].low in words(lang, "topics") and not any(i.pos in {"VERB", "AUX"} for i in rest)
    if (rest and not topic) or not _said(scene, at, found):
        return None
    speaker = subjects.make(items, found, lang)
    return Draft([inner(items[at])], "direct", "headline", 0.8, scene.sentence.number, None, speaker)


def _name_alone(scene: Scene, found: Nominal) -> Nominal:
    """« Férant à Brévannes : "…" »: the name before the place or the matter it is said to speak of."""
    items = scene.items
    end = next((i for i in range(found.start, found.end) if not nominal.is_capital(items[i])), found.end)
    topic = end < found.end and items[end].low in words(scene.lang, "topics")
    named = end > found.start and items[found.start].pos == "PROPN"
    return Nominal(found.start, end, found.start) if topic and named else found


def stated(scene: Scene) -> Draft | None:
    """*Minister: Bridge will reopen*, *Bridge 'safe' despite cracks - engineers*: titles that name who says it."""
    items, sentence = scene.items, scene.sentence
    title = sentence.paragraph == 0 and sentence.first and sentence.last and items[-1].low != "."
    if scene.lang != "en" or not title or len(items) < FEW + 2:
        return None
    colon = next((i for i in range(1, FEW + 1) if items[i].low == ":"), None)
    if colon is not None and _bare_voice(scene, 0, colon):
        span = scene.span(colon + 1, len(items))
        verb = any(tensed(item) for item in items[colon + 1 :])
        quoted = any(item.quote is not None for item in items)
        return _stated(scene, (0, colon), span) if span and verb and not quoted else None
    dash = next((i for i in range(len(items) - FEW - 1, len(items) - 1) if items[i].low in {"-", "–", "—"}), None)
    if dash is None or items[dash - 1].end == items[dash].start or not _bare_voice(scene, dash + 1, len(items)):
        return None
    span = scene.span(0, dash)
    return _stated(scene, (dash + 1, len(items)), span) if span else None


def _bare_voice(scene: Scene, start: int, end: int) -> bool:
    """A noun of people, bodies or papers alone, without a determiner: *minister*, *fire chief*, *report*."""
    found = nominal.right(scene.items, start, "en", end, appose=False)
    if found is None or found.end != end or scene.items[start].pos == "DET":
        return False
    return scene.items[found.head].low in subjects.speaking_nouns("en")


def _stated(scene: Scene, who: tuple[int, int], said: tuple[int, int]) -> Draft:
    speaker = subjects.make(scene.items, Nominal(*who, who[1] - 1), "en")
    quoted = any(i.quote is not None and said[0] <= i.start < said[1] for i in scene.items)
    scene.mark(0, len(scene.items))
    return Draft([said], "mixed" if quoted else "indirect", "title", 0.6, scene.sentence.number, None, speaker)


def _named_after(scene: Scene) -> Draft | None:
    """The subject of the clause after the colon, when it is a person's name or office."""
    items, lang = scene.items, scene.lang
    found = nominal.right(items, 2, lang, appose=False)
    if found is None or found.pronoun is not None or not _opens_line(scene):
        return None
    told = _whose(scene, found)
    if told is not None:
        speaker = subjects.make(items, told, lang)
        return Draft([inner(items[0])], "direct", "headline", 0.65, scene.sentence.number, None, speaker)
    if not _said(scene, 0, found):
        return None
    after = found.end
    while after < len(items) and items[after].low in words(lang, "clitics") | words(lang, "reflexive"):
        after += 1
    if after < len(items) and items[after].pos not in {"VERB", "AUX"} and items[after].low != ".":
        return None
    speaker = subjects.make(items, found, lang)
    return Draft([inner(items[0])], "direct", "headline", 0.65, scene.sentence.number, None, speaker)


def _opens_line(scene: Scene) -> bool:
    """The sentence is the first of its paragraph, a label in capitals aside: « VIDÉO. "…" : »."""
    if scene.sentence.first:
        return True
    label = scene.text[scene.text.rfind("\n", 0, scene.sentence.start) + 1 : scene.sentence.start]
    return label.isupper() and len(label) < LABEL


def _whose(scene: Scene, found: Nominal) -> Nominal | None:
    """« "Une honte" : la colère des riverains »: those whose call, anger or account the noun announces."""
    items, lang = scene.items, scene.lang
    if items[found.head].low not in words(lang, "announcing"):
        return None
    for start in range(found.head + 1, found.end):
        if items[start - 1].low in {"de", "d'", "du", "des", "of", "from"}:
            whose = nominal.right(items, start, lang, found.end, appose=False)
            return whose if whose is not None and whose.end == found.end else None
    return None


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
