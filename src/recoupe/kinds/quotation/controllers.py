"""Whose verb it is when a verb has no subject of its own: gerunds, infinitives, coordinated verbs."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.kinds.quotation import extents, nominal, subjects
from recoupe.kinds.quotation.cues import Cue
from recoupe.kinds.quotation.draft import Scene
from recoupe.kinds.quotation.frame import Item, tensed
from recoupe.kinds.quotation.lexicon import grammar, words
from recoupe.kinds.quotation.speaker import Speaker

BACK = 14
_PERSONS = frozenset({"il", "elle", "ils", "elles", "he", "she", "they"})


def joined(scene: Scene, cue: Cue) -> bool:
    """The verb follows « et » or « mais » and shares the subject of the verb before: « est venu et a dit que »."""
    at = cue.start
    if at and scene.items[at - 1].low in _PERSONS:
        # « sa carte est refusée et elle demande que »: the verb has its own subject.
        return False
    while at > 0 and scene.items[at - 1].low in words(scene.lang, "clitics") | words(scene.lang, "reflexive"):
        at -= 1
    while at > 0 and (scene.items[at - 1].low in words(scene.lang, "between") or scene.items[at - 1].pos == "ADV"):
        at -= 1
    at = _before_aside(scene, at)
    return at > 1 and scene.items[at - 1].low in extents.AND


def _before_aside(scene: Scene, at: int) -> int:
    """The place before an aside that parts « et » from its verb: *stood up and, citing the law, endorsed…*."""
    if at < 1 or scene.items[at - 1].low != ",":
        return at
    opening = next((i for i in range(at - 2, max(0, at - BACK - 2), -1) if scene.items[i].low == ","), None)
    return opening if opening is not None and scene.items[opening - 1].low in extents.AND else at


def main_subject(scene: Scene, cue: Cue) -> Speaker | None:
    """The subject of the nearest finite verb before it that no « que » or relative puts below another.

    A coordinated verb may share the subject of a relative clause (« X, qui a démissionné et affirme que… »).
    """
    relative = cue.shape == "finite"
    for verb in _finite(scene, cue.start):
        if not _below(scene, verb, relative) or (relative and _beside_in_clause(scene, verb, cue)):
            found = _subject(scene, verb, cue.start)
            if found is not None:
                return found
    return root_subject(scene, cue.start)


def _finite(scene: Scene, limit: int) -> Iterator[Cue]:
    """The finite verb groups before item `limit`, nearest first."""
    by_item = {i: c for c in scene.cues if c.shape == "finite" and c.end <= limit for i in range(c.start, c.end)}
    given: set[int] = set()
    for i in range(limit - 1, -1, -1):
        item = scene.items[i]
        if i in by_item:
            if by_item[i].start not in given:
                given.add(by_item[i].start)
                yield by_item[i]
        elif item.quote is None and item.pos in {"VERB", "AUX"} and tensed(item):
            yield Cue(i, i + 1, i, "finite", ())


def _below(scene: Scene, verb: Cue, relative: bool) -> bool:
    """The verb stands in a clause opened by « que », a subordinator or a relative, or reported without *that*."""
    items, lang = scene.items, scene.lang
    openers = words(lang, "that") | words(lang, "whether") | grammar(lang, "subordinators")
    if not relative:
        openers |= words(lang, "relative") | {"dont", "où", "que", "which", "who"}
    reports = {i: c for c in scene.cues if c.takes("bare") for i in range(c.start, c.end)}
    relatives = words(lang, "relative") | {"dont", "où", "that", "que", "which", "who"}
    owed = 0
    for i in range(verb.start - 1, max(-1, verb.start - BACK), -1):
        if items[i].is_punct or items[i].quote is not None:
            return items[i].low == "," and _reported_by_parse(scene, verb, items[i].start)
        if i in reports and not owed:
            return True
        if owed and items[i].low in relatives:
            # The verb just passed is that relative's: « le nom qui figure au livre était faux ».
            owed -= 1
        elif items[i].low in openers:
            return True
        elif items[i].pos in {"VERB", "AUX"} and tensed(items[i]):
            if owed or items[i + 1].pos in {"VERB", "AUX"}:
                continue
            owed += 1
    return False


def _reported_by_parse(scene: Scene, verb: Cue, comma: int) -> bool:
    """« pense que le calme, la mer, le vent plaisent »: the parse puts the verb under a « que » before the comma."""
    token = scene.items[verb.verb].token
    if token is None or token.dep_ != "ccomp":
        return False
    return any(child.lower_ in words(scene.lang, "that") and child.idx < comma for child in token.children)


def _beside_in_clause(scene: Scene, verb: Cue, cue: Cue) -> bool:
    """*because he favors the tax and opposes the rest*: both verbs stand under one subordinator, with one subject."""
    items, lang = scene.items, scene.lang
    if any(item.is_punct or item.quote is not None for item in items[verb.start : cue.start]):
        return False
    before = items[verb.start - 1].low if verb.start > 1 else ""
    return before in _PERSONS and items[verb.start - 2].low in grammar(lang, "subordinators") - {"que", "qu'", "that"}


def _subject(scene: Scene, verb: Cue, limit: int) -> Speaker | None:
    """The subject of one verb: its clitic, the noun after it when speech stands before it, else the noun before."""
    items, lang = scene.items, scene.lang
    clitic = subjects.from_clitic(items, verb, lang)
    if clitic is not None:
        return clitic
    before = items[verb.start - 1] if verb.start else None
    spoken = verb.start > 1 and items[verb.start - 2].quote is not None
    comma = before is not None and before.low == "," and (lang == "fr" or spoken)
    inverted = bool(verb.options) and before is not None and (before.quote is not None or comma)
    right = subjects.rightward(items, verb.end, lang) if verb.options else None
    right = right if right is not None and verb.end < limit and right.after <= limit else None
    left = subjects.left(items, verb, 0, lang)
    named = left is not None and left.kind == "named" and left.name is None and comma and not spoken
    apposed = left is not None and comma and not spoken and left.name is not None
    if apposed or (named and left is not None and scene.text[left.start].isupper()):
        # « Nadia Férant, porte-parole du préfet, a appelé le sénateur à… »: the comma closes an aside.
        return left
    return (right or left) if inverted else (left or right)


def main_after(scene: Scene, cue: Cue) -> Speaker | None:
    """« Après avoir confirmé que…, le maire est parti »: the subject that follows."""
    for i in range(cue.end, len(scene.items) - 1):
        if scene.items[i].low == "," and extents.main_clause(scene, i + 1):
            found = nominal.right(scene.items, i + 1, scene.lang)
            return subjects.make(scene.items, found, scene.lang) if found else None
    return None


def root_subject(scene: Scene, limit: int) -> Speaker | None:
    """The subject of the first finite verb before item `limit`."""
    for i in range(limit):
        item = scene.items[i]
        if item.pos in {"VERB", "AUX"} and tensed(item):
            found = subjects.left(scene.items, Cue(i, i + 1, i, "finite", ()), 0, scene.lang)
            if found is not None:
                return found
    colon = next((i for i in range(limit - 1, -1, -1) if scene.items[i].low == ":"), -1)
    for i in range(colon + 1, limit):
        token = scene.items[i].token
        if token is not None and token.dep_.startswith("nsubj"):
            phrase = nominal.right(scene.items, max(0, i - 1), scene.lang) or nominal.right(scene.items, i, scene.lang)
            phrase = _without_verb(scene.items, phrase) if phrase and scene.lang == "fr" else phrase
            return subjects.make(scene.items, phrase, scene.lang) if phrase else None
    return None


def _without_verb(items: tuple[Item, ...], found: nominal.Nominal) -> nominal.Nominal:
    """« La capitaine hausse les épaules »: the verb the parse lacks ends what looks like the subject."""
    last = items[found.end - 1]
    follows = items[found.end].pos if found.end < len(items) else ""
    verb = last.pos in {"NOUN", "ADJ"} and not last.capital and last.low.endswith(("e", "ent", "t", "d"))
    return found._replace(end=found.end - 1) if verb and found.end - 1 > found.head and follows == "DET" else found
