"""How far what is said goes on past the attribution put inside it: « Le projet coûtera, selon X, dix millions »."""

from __future__ import annotations

from recoupe.kinds.quotation import nominal, subjects
from recoupe.kinds.quotation.draft import Point, Scene
from recoupe.kinds.quotation.extents import AND
from recoupe.kinds.quotation.frame import Item
from recoupe.kinds.quotation.lexicon import grammar, source_words, words
from recoupe.kinds.quotation.points import finite_or_past, is_finite
from recoupe.lang import table

_TURNS = frozenset({";", "mais", "but", "tandis", "alors", "while", "whereas", "or", "quand", "lorsque"})
_COMPLEMENT = frozenset({"DET", "NUM", "ADP", "ADJ", "NOUN", "PROPN", "ADV", "PRON", "SYM"})
_NOT_FIRST = frozenset({"dont", "où", "que", "qu'", "who", "which", "whose", "that", "where", "cité", "cited"})

_NEAR = frozenset({"hier", "aujourd'hui", "yesterday", "today"})


def goes_on(scene: Scene, point: Point, limit: int, more: bool, start: int, end: int) -> int:
    """Up to which item what is said goes on after the attribution; the attribution's own end when it does not."""
    items = scene.items
    at = point.end
    while at < limit and items[at].is_punct and items[at].low in {",", ":", "–", "—"}:
        at += 1
    if at >= limit or (at == point.end and items[at].quote is None):
        return point.end
    if items[at].quote is not None:
        return point.end if more and items[at + 1 : at + 2] and at + 1 >= limit - 1 else at + 1
    if more or point.end >= len(items) or items[point.end].low != ",":
        return point.end
    if scene.lang == "en" and _complement_after(scene, at):
        return limit
    if _cut_off(scene, point, end, at):
        return _end(scene, at, limit)
    said_verb = any(i.pos in {"VERB", "AUX"} and is_finite(i) for i in items[start:end] if i.quote is None)
    unfinished = items[start].low in grammar(scene.lang, "lead_ins") or items[end - 1].pos == "AUX"
    if said_verb and not unfinished and items[end - 1].low not in {"qui"}:
        return point.end
    if any(items[i].quote is not None for i in range(start, end)) or items[at].low.endswith(("ing", "ant")):
        return point.end
    if items[end - 1].pos == "AUX" and items[at].pos in {"VERB", "AUX", "ADV"}:
        return limit
    if at + 1 >= len(items) or items[at + 1].is_punct:
        # « La digue, assure le maire, tiendra »
        return at + 1 if is_finite(items[at]) else point.end
    rest_verb = next((i for i in items[at:limit] if i.pos in {"VERB", "AUX"}), None)
    return (
        limit
        if rest_verb is not None and finite_or_past(rest_verb) and items[at].low not in words(scene.lang, "relative")
        else point.end
    )


def _cut_off(scene: Scene, point: Point, end: int, at: int) -> bool:
    """What stands before ends in its verb, and a complement follows: « L'incendie a détruit, selon X, dix maisons »."""
    items, lang = scene.items, scene.lang
    last, first = items[end - 1], items[at]
    verb = last.quote is None and last.pos in {"VERB", "AUX"}
    if verb and last.low in words(lang, "auxiliaries") and first.pos in {"VERB", "AUX"}:
        # « Trois personnes ont, selon la police, été blessées »
        return True
    if not verb or first.pos not in _COMPLEMENT or first.low in _NOT_FIRST | words(lang, "relative"):
        return False
    if _of_the_saying(scene, at) or (point.verb is not None and _moment(items, at, lang)):
        return False
    return not _describes(scene, point, at)


def _of_the_saying(scene: Scene, at: int) -> bool:
    """Where or how it was said: « dans un communiqué », *on Radio Four*, *to reporters*."""
    items, lang = scene.items, scene.lang
    if items[at].low not in source_words(lang, "carried_by"):
        return False
    found = nominal.right(items, at + 1, lang, appose=False)
    head = items[found.head].low if found is not None else ""
    heard = source_words(lang, "carriers") + source_words(lang, "listeners")
    return head in heard or nominal.medium(items, at + 1, lang) is not None


def _moment(items: tuple[Item, ...], at: int, lang: str) -> bool:
    """A day or an hour, which may be when it was said."""
    moments = grammar(lang, "moments") | frozenset(table(lang, "capitals")["calendar"]) | _NEAR
    return any(item.low in moments for item in items[at : at + 4])


def _describes(scene: Scene, point: Point, at: int) -> bool:
    """« selon Nadia Férant, une élue du port »: who the speaker is."""
    if point.speaker is None or point.speaker.name is not None:
        return point.speaker is not None
    items = scene.items
    found = nominal.right(items, at, scene.lang, appose=False)
    named = any(i.pos == "PROPN" for i in items if point.speaker.start <= i.start < point.speaker.end)
    return named and found is not None and items[found.head].low in subjects.speaking_nouns(scene.lang)


def _end(scene: Scene, at: int, limit: int) -> int:
    """Before the clause that a conjunction brings in after a comma, else the end of the sentence."""
    items = scene.items
    for i in range(at, limit - 1):
        joins = items[i].low == "," and (items[i + 1].low in _TURNS | AND or items[i + 1].low in _NOT_FIRST)
        if items[i].low == ";" or (joins and any(is_finite(k) for k in items[i + 1 : limit] if k.quote is None)):
            return i
    return limit


def _complement_after(scene: Scene, at: int) -> bool:
    """*The papers show, Reed said, that…*, *his job, he said, is…*: what follows only completes what stands before."""
    items = scene.items
    if items[at].low == "that":
        return True
    return items[at].low == "to" and at + 1 < len(items) and items[at + 1].pos in {"VERB", "AUX"}
