"""What a French verb reports after it: an infinitive, a noun phrase after « de », what is called for."""

from __future__ import annotations

from recoupe.kinds.quotation import adjuncts, extents, nominal, subjects
from recoupe.kinds.quotation.cues import Cue
from recoupe.kinds.quotation.draft import Scene
from recoupe.kinds.quotation.fragments import count, fragment
from recoupe.kinds.quotation.frame import Item, tensed
from recoupe.kinds.quotation.infinitives import accusation, infinitive, opens_with_infinitive
from recoupe.kinds.quotation.lexicon import grammar, words

REACH, ASIDE = 24, 10
_BETWEEN = frozenset({"devant", "à", "au", "aux", "auprès", "lors", "en", "sur", "dans", "pendant", "durant"})
_LINKS = frozenset({"que", "qu'", "qui", "si", "dont", "où", "car", "comme", "ni", "or", "lorsque", "quand", "donc"})


def french_object(scene: Scene, cue: Cue, at: int) -> tuple[int, int, str, float] | None:
    """Where what a French verb has for object starts and ends, and which construction it is."""
    items = scene.items
    if at >= len(items):
        return None
    if cue.takes("inf"):
        verb = at if infinitive(items[at]) else _past_adjunct(scene, at)
        if verb is not None and infinitive(items[verb]):
            return verb, extents.clause_end(scene, cue, verb), "infinitive", 0.85
    de = items[at].low in {"de", "d'"}
    if de and cue.takes("np"):
        start = at + 1
        return start, extents.phrase_end(scene, start), "reports-noun", 0.8
    if items[at].low == "," and at + 3 < len(items) and items[at + 2].low == "," and items[at + 1].pos != "PROPN":
        # « menace, sinon, de partir »
        at += 3
        de = items[at].low in {"de", "d'"}
    if cue.takes("de-inf"):
        told = items[at].low in {"à", "au", "aux"} or not cue.takes("act")
        asked = at if de else _past_addressee(scene, at) if told else None
        if asked is not None and asked + 1 < len(items) and infinitive(items[asked + 1]):
            return asked + 1, extents.clause_end(scene, cue, asked + 1), "infinitive", 0.75
    if cue.takes("quoted-inf") and opens_with_infinitive(scene, at):
        return at, extents.fragment_end(scene, at + 1), "wants", 0.7
    accused = accusation(scene, cue, at)
    if accused is not None:
        return accused
    if cue.takes("a-np") or cue.takes("a-inf"):
        called = _called_for(scene, cue, at)
        if called is not None:
            return called
    return count(scene, cue, at) or fragment(scene, cue, at) or _denied(scene, cue, at)


def _denied(scene: Scene, cue: Cue, at: int) -> tuple[int, int, str, float] | None:
    """« dément toute négociation », « réclame une hausse »: a plain object with its article, to the phrase's end."""
    items = scene.items
    if not cue.takes("act") or cue.shape == "infinitive" or items[at].low not in grammar("fr", "objects"):
        return None
    found = nominal.right(items, at, "fr", appose=False)
    if found is None or any(item.quote is not None for item in items[at : found.end]):
        return None
    return at, extents.fragment_end(scene, at), "act", 0.65


def _past_adjunct(scene: Scene, at: int) -> int | None:
    """The infinitive after « samedi », « devant les gendarmes », « , lors de l'assemblée, » said in between."""
    items, i, end = scene.items, at, min(len(scene.items), at + REACH)
    while i < end and not infinitive(items[i]):
        item = items[i]
        close = _aside_end(scene, i, end) if item.low == "," else None
        if close is not None:
            i = close + 1
        elif item.low in _BETWEEN:
            found = nominal.right(items, i + 1, scene.lang, appose=False)
            if found is None:
                return None
            i = found.end
        elif (timely := adjuncts.past(scene, i)) > i and not infinitive(item):
            i = timely
        elif item.low == "," or item.pos == "ADV" or item.low in grammar(scene.lang, "stops") - _LINKS:
            i += 1
        else:
            return None
    return i if at < i < end else None


def _aside_end(scene: Scene, at: int, end: int) -> int | None:
    """The comma that closes « , quelques semaines avant sa mort, » right before an infinitive."""
    close = next((i for i in range(at + 2, min(end, at + ASIDE)) if scene.items[i].low == ","), None)
    if close is None or close + 1 >= end or not infinitive(scene.items[close + 1]):
        return None
    inside = scene.items[at + 1 : close]
    return close if all(i.quote is None and i.pos not in {"VERB", "AUX", "SCONJ"} for i in inside) else None


def _past_addressee(scene: Scene, at: int) -> int | None:
    """The « de » after who is asked: « demande aux habitants de », « prie les jurés de »."""
    items = scene.items
    start = at + 1 if items[at].low in {"à", "au", "aux"} else at
    found = nominal.right(items, start, scene.lang, appose=False)
    if found is None:
        return None
    for i in range(start + 1, min(found.end + 2, len(items) - 1)):
        if items[i].low in {"de", "d'"} and infinitive(items[i + 1]):
            return i
    return None


def _called_for(scene: Scene, cue: Cue, at: int) -> tuple[int, int, str, float] | None:
    """« appelle à la grève », « appelle les habitants à rester »: what is called for, an act or a verb."""
    items = scene.items
    for i in range(at, min(len(items) - 1, at + 9)):
        if items[i].is_punct or items[i].low in words(scene.lang, "that"):
            return None
        if items[i].low in {"à", "au", "aux"}:
            after = items[i + 1]
            if infinitive(after) or opens_with_infinitive(scene, i + 1):
                return i + 1, extents.clause_end(scene, cue, i + 1), "infinitive", 0.75
            whom = cue.start > 0 and items[cue.start - 1].low == "en" and _somebody(items, i + 1)
            if (
                i == at
                and not whom
                and cue.takes("a-np")
                and not {after.low, items[min(i + 2, len(items) - 1)].low} & words(scene.lang, "not_calls")
            ):
                found = nominal.right(items, i + 1, scene.lang)
                return (i + 1, _before_verb(scene, i + 1), "reports-noun", 0.7) if found else None
    return None


def _somebody(items: tuple[Item, ...], at: int) -> bool:
    """« en appelle au ministre »: who is called on, not what is called for."""
    found = nominal.right(items, at, "fr", appose=False)
    head = items[found.head] if found is not None else items[at]
    return nominal.is_capital(head) or head.low in subjects.speaking_nouns("fr")


def _before_verb(scene: Scene, at: int) -> int:
    """The end of a noun phrase that may be followed by the main verb: « des tracts appelant à la grève ont été… »."""
    end = extents.fragment_end(scene, at)
    for i in range(at, end):
        if scene.items[i].low in words(scene.lang, "relative"):
            return end
        if scene.items[i].pos == "AUX" or (scene.items[i].pos == "VERB" and tensed(scene.items[i])):
            return i
    return end
