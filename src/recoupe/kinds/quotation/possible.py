"""What someone says may be: « n'exclut pas un retour », « laisse ouverte l'hypothèse de », *left the door open to*."""

from __future__ import annotations

from recoupe.kinds.quotation import extents, nominal
from recoupe.kinds.quotation.cues import Cue
from recoupe.kinds.quotation.draft import Scene
from recoupe.kinds.quotation.frame import Item
from recoupe.kinds.quotation.infinitives import infinitive
from recoupe.kinds.quotation.lexicon import grammar, words

Found = tuple[int, int, str, float]
_OF = frozenset({"de", "d'", "du", "des", "of"})
_TO = frozenset({"à", "au", "aux", "to", "for"})
AFTER = 4


def read(scene: Scene, cue: Cue) -> Found | None:
    """Where what is held possible starts and ends, and which construction says so; None when nothing is."""
    items = scene.items
    at = _past_not(scene, cue.end)
    if at + 1 >= len(items):
        return None
    if cue.takes("excluded") and cue.negated:
        if _bare(scene, at):
            return None
        start = _possibility(scene, at) or at
        return _whole(scene, cue, start, start > at)
    if cue.negated:
        return None
    if cue.takes("possible"):
        named = _possibility(scene, at)
        return _whole(scene, cue, named, True) if named is not None else None
    if cue.takes("door") and items[at].low in _TO:
        return _whole(scene, cue, at + 1, True)
    return None


def _past_not(scene: Scene, at: int) -> int:
    """The item after « pas » and adverbs, which stand between the verb and its object."""
    items = scene.items
    passed = ({"pas", "plus"} | words(scene.lang, "between")) - _TO - _OF
    while at < len(items) and items[at].low in passed:
        at += 1
    return at


def _possibility(scene: Scene, at: int) -> int | None:
    """The item after « la possibilité de », *the prospect that*: where what is possible begins."""
    items = scene.items
    named = words(scene.lang, "possibilities")
    for i in range(at, min(len(items) - 2, at + AFTER)):
        if items[i].low in named:
            opens = items[i + 1].low
            return i + 2 if opens in _OF | words(scene.lang, "that") else None
        if items[i].quote is not None or items[i].is_punct:
            return None
    return None


def _bare(scene: Scene, at: int) -> bool:
    """« n'écarte pas l'idée »: an idea told before, which these words don't say."""
    items = scene.items
    found = nominal.right(items, at, scene.lang, appose=False)
    return (
        found is not None
        and found.end == found.head + 1
        and items[found.head].low in words(scene.lang, "possibilities")
    )


def _whole(scene: Scene, cue: Cue, start: int, named: bool) -> Found | None:
    """The clause, infinitive, gerund or noun phrase at item `start`."""
    items, lang = scene.items, scene.lang
    first = items[start]
    that = first.low in words(lang, "that")
    if that or items[start - 1].low in words(lang, "that"):
        opens = start + 1 if that else start
        return opens, extents.clause_end(scene, cue, opens), "possible", 0.75
    verb = start + 1 if first.low in {"de", "d'"} else start
    if verb < len(items) and _acts(scene, items[verb]):
        return verb, extents.clause_end(scene, cue, verb), "possible", 0.75
    if not named and first.low in {"ce", "cet", "cette", "ces", "this", "that", "these", "those"}:
        return None
    determined = first.low in grammar(lang, "determiners") or first.pos == "DET"
    if first.quote is None and (named or determined) and nominal.right(items, start, lang, appose=False) is not None:
        return start, extents.fragment_end(scene, start, dated=True), "possible", 0.7
    return None


def _acts(scene: Scene, item: Item) -> bool:
    if scene.lang == "fr":
        return infinitive(item)
    return item.quote is None and item.low.endswith("ing") and item.pos in {"VERB", "AUX", "NOUN"}
