"""Words that are read or heard rather than said by someone: inscriptions, cries, a noun that announces a quotation."""

from __future__ import annotations

from functools import cache

import regex

from recoupe.kinds.quotation import nominal, subjects
from recoupe.kinds.quotation.draft import Draft, Scene, Span, inner
from recoupe.kinds.quotation.frame import Item, words_in
from recoupe.kinds.quotation.lexicon import grammar, low, words
from recoupe.kinds.quotation.speaker import Speaker
from recoupe.lang import table

REACH = 60
_READS = frozenset({"read", "reads", "reading"})
_BETWEEN = frozenset({":", ","})
_AFTER = frozenset({"as", "over", "despite", "ahead", "amid", "malgré", "lors", "pour"})


def read(scene: Scene, at: int) -> Draft | None:
    """The quotation that the passage at item `at` is by what it stands on, or by who perceives it; else None."""
    return _announced(scene, at) or _perceived(scene, at) or _inscribed(scene, at) or _titled(scene, at)


def _words(lang: str, key: str) -> frozenset[str]:
    return frozenset(table(lang, "reporting")["words"].get(key, ()))


def _draft(scene: Scene, at: int, construction: str, score: float, cue: Span | None, speaker: Speaker | None) -> Draft:
    return Draft([inner(scene.items[at])], "direct", construction, score, scene.sentence.number, cue, speaker)


def _inscribed(scene: Scene, at: int) -> Draft | None:
    """« une banderole "Rendez-nous la gare" », *signs reading “No mine”*: what carries the words is their source."""
    items, quote = scene.items, scene.items[at].quote
    if at == 0 or quote is None or words_in(scene.text[quote.inner_start : quote.inner_end]) < 2:
        return None
    end, cue = at, None
    while end > 1 and items[end - 1].low in _BETWEEN:
        end -= 1
    if end > 1 and items[end - 1].low in _READS:
        cue = (items[end - 1].start, items[end - 1].end)
        end -= 2 if items[end - 2].low in {"that", "which"} else 1
    elif end < at or (scene.lang == "en" and scene.text[quote.inner_start].islower()):
        # *The notes “were never sent”, the clerk said.*: the rest of the clause.
        return None
    if items[end - 1].low not in _words(scene.lang, "inscriptions"):
        return None
    phrases = (nominal.right(items, start, scene.lang, end) for start in range(max(0, end - 4), end))
    found = next((phrase for phrase in phrases if phrase is not None and phrase.end == end), None)
    speaker = subjects.make(items, found or nominal.Nominal(end - 1, end, end - 1), scene.lang)
    return _draft(scene, at, "inscription", 0.7, cue, speaker)


def _titled(scene: Scene, at: int) -> Draft | None:
    """« La montée s'envole, Vasseur "dégoûté" »: in a title, a name with the word it is quoted for."""
    sentence, items = scene.sentence, scene.items
    title = (
        sentence.paragraph == 0
        and sentence.first
        and sentence.last
        and not scene.text[: sentence.end].rstrip().endswith(".")
    )
    if title and 0 < at < len(items) - 1:
        return _qualified(scene, at)
    if not title or at == 0 or at != len(items) - 1 or not nominal.is_capital(items[at - 1]):
        return None
    for start in range(max(0, at - 5), at):
        found = nominal.right(items, start, scene.lang, at)
        opens = start == 0 or items[start - 1].is_punct
        if found is not None and found.end == at and opens and items[at - 1].pos == "PROPN":
            colon = next((i for i in range(start) if items[i].low == ":"), None)
            before = nominal.right(items, 0, scene.lang, colon) if colon is not None else None
            if before is not None and before.end == colon and items[0].pos == "PROPN":
                # *Alan Bell: Moss 'better than me'*: the name before the colon speaks.
                found = before
            draft = _draft(scene, at, "title", 0.6, None, subjects.make(items, found, scene.lang))
            draft.form = "mixed"
            return draft
    return None


def _qualified(scene: Scene, at: int) -> Draft | None:
    """« Le maire "confiant" avant le vote », *Residents 'furious' as bridge shuts*: in a title, no verb before."""
    items, lang = scene.items, scene.lang
    found = nominal.right(items, 0, lang, at, appose=False)
    start = inner(items[at])[0]
    after = items[at + 1].low in words(lang, "topics") | grammar(lang, "subordinators") | _AFTER
    if found is None or found.end != at or found.pronoun or not after or not scene.text[start].islower():
        return None
    head = items[found.head]
    full = found.end - found.start > 1 and all(nominal.is_capital(item) for item in items[found.start : found.end])
    person = head.token is not None and head.token.ent_type_ in {"PER", "PERSON"}
    someone = head.low in subjects.speaking_nouns(lang) or (head.pos == "PROPN" and (full or person))
    if not someone or subjects.make(items, found, lang).kind == "document":
        return None
    draft = _draft(scene, at, "title", 0.55, None, subjects.make(items, found, lang))
    draft.form = "mixed"
    return draft


@cache
def _pattern(written: str) -> regex.Pattern[str]:
    return regex.compile(written)


def _perceived(scene: Scene, at: int) -> Draft | None:
    """« On pouvait lire "…" sur une pancarte », « "…", entend-on »: no one is named, what carries the words may be."""
    patterns = table(scene.lang, "reporting")["words"]
    if "perceived_before" not in patterns:
        return None
    item = scene.items[at]
    left = max(scene.sentence.start, item.start - REACH)
    before = _pattern(patterns["perceived_before"]).search(low(scene.text[left : item.start]))
    after = _pattern(patterns["perceived_after"]).search(
        low(scene.text[item.end : min(scene.sentence.end, item.end + REACH)])
    )
    if before is None and after is None:
        return None
    if before is not None:
        words = before.group().strip(" :")
        start = left + before.start() + before.group().index(words)
    else:
        assert after is not None
        words = after.group().lstrip(" ,")
        start = item.end + after.end() - len(words)
    resume = item.end if before is not None else start + len(words)
    return _draft(scene, at, "perceived", 0.75, (start, start + len(words)), _surface(scene, resume))


def _surface(scene: Scene, start: int) -> Speaker | None:
    """The inscription named right after: « sur une pancarte »."""
    at = next((i for i, item in enumerate(scene.items) if item.start >= start), None)
    if at is None or at + 1 >= len(scene.items) or scene.items[at].low not in {"sur", "on"}:
        return None
    found = nominal.right(scene.items, at + 1, scene.lang, appose=False)
    if found is None:
        return None
    carriers = _words(scene.lang, "inscriptions")
    held = any(item.low in carriers for item in scene.items[found.start : found.end])
    return subjects.make(scene.items, found, scene.lang) if held else None


def _announced(scene: Scene, at: int) -> Draft | None:
    """« Réponse du préfet : "…" »: a noun that announces words, whose they are, and a colon."""
    items, lang = scene.items, scene.lang
    if at < 3 or items[at - 1].low != ":":
        return None
    nouns = _words(lang, "announcing")
    head = next((i for i in range(at - 1) if items[i].low in nouns), None)
    if head is None or head > 3 or any(_tensed(item) for item in items[: at - 1]):
        return None
    for start in range(head + 1, at - 2):
        if items[start].low not in {"de", "d'", "du", "des", "par", "pour", "chez", "from", "by", "of", "for"}:
            continue
        found = nominal.right(items, start + 1, lang, at - 1)
        if found is not None and found.end == at - 1 and found.pronoun is None:
            cue = (items[head].start, items[head].end)
            return _draft(scene, at, "announced", 0.8, cue, subjects.make(items, found, lang))
    return None


def _tensed(item: Item) -> bool:
    """A verb that makes the words before the colon a clause of their own; names are often tagged as verbs."""
    participle = item.low.endswith(("é", "ée", "és", "ées", "u", "ue", "ed", "en", "it", "ite"))
    return item.pos in {"VERB", "AUX"} and not participle and not nominal.is_capital(item)
