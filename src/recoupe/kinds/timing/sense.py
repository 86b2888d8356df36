"""Which way a clause points: to the past or to the future, from its governing verb."""

from __future__ import annotations

from functools import cache
from typing import Any

import regex
from spacy.tokens import Doc, Span, Token

from recoupe.annotate.conjugation import read
from recoupe.annotate.verbgroup import VERBAL, group, language
from recoupe.kinds.timing.context import Sense
from recoupe.kinds.timing.words import SPACE, loosen
from recoupe.lang import LANGUAGES, table

NONE = Sense("none")
_STEPS = 8
_NOMINAL = frozenset({"NOUN", "PROPN"})


def _lang(token: Token) -> str:
    """The language whose table to ask: that of the pipeline, English when it is none of ours."""
    found = language(token)
    return found if found in LANGUAGES else "en"


@cache
def _forms(lang: str, name: str) -> frozenset[str]:
    return frozenset(table(lang, "time")["sense"][name])


@cache
def _stems(lang: str) -> tuple[str, ...]:
    return tuple(table(lang, "time")["sense"]["plan_stems"])


def _plans(token: Token) -> bool:
    """A verb or noun of intent: what it governs is still to come."""
    lang = _lang(token)
    if token.pos_ in VERBAL:
        return token.lower_.startswith(_stems(lang))
    return token.lower_ in _forms(lang, "plan_nouns")


def sense_of(doc: Doc, start: int, end: int) -> Sense:
    """The sense of the clause around a passage; `none` when no verb says."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return NONE
    lead = _lead(doc, span[0])
    if lead == "ahead" or _announced(span[0]):
        return Sense("future", True)
    if lead == "back":
        return Sense("past", True)
    noun = _hangs_on_noun(span)
    verb, sure = _governor(span.root if doc.has_annotation("DEP") else None, span.start, span.end, doc)
    if verb is None:
        return Sense("none", noun=noun)
    way = _way(verb)
    if lead == "onward" and not (way.way == "past" and sure and way.sure):
        return Sense("future", False, noun)
    if noun and way.way == "past" and not _is_subject(span.root, verb):
        return Sense("none", noun=True)
    return Sense(way.way, way.sure and sure and not noun, noun)


@cache
def _leads(lang: str) -> tuple[tuple[str, Any], ...]:
    data = table(lang, "time")["sense"]
    return tuple(
        (name, regex.compile(rf"\b(?:{loosen(data[name])}){SPACE}?$", regex.IGNORECASE))
        for name in ("ahead", "back", "onward")
    )


def _lead(doc: Doc, token: Token) -> str | None:
    """Which of the leading words (`ahead`, `back`, `onward`) stand just before an expression."""
    before = doc.text[max(0, token.idx - 30) : token.idx]
    return next((name for name, pattern in _leads(_lang(token)) if pattern.search(before)), None)


def told(doc: Doc, start: int, end: int) -> bool:
    """The passage surely dates something that has happened: a located date under a past verb of no intent.

    « a adopté en janvier » is told, « a promis une loi en 2030 » and « annulée pour l'année 2030 » are not.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span) or not span.start or not doc.has_annotation("DEP"):
        return False
    if doc[span.start - 1].lower_ not in _forms(_lang(span[0]), "located"):
        return False
    verb, governs = _governor(span.root, span.start, span.end, doc)
    way = sense_of(doc, start, end)
    return verb is not None and governs and way.way == "past" and way.sure and not _plans(verb)


def _announced(token: Token) -> bool:
    """« prévue le », « attendu », *due in the*: a word of plan stands just before, with only small words between."""
    for i in range(token.i - 1, max(-1, token.i - 4), -1):
        before = token.doc[i]
        if _planned(before):
            return True
        if len(before) > 4 or not before.is_alpha:
            return False
    return False


def _is_subject(token: Token, verb: Token) -> bool:
    """The noun that the expression completes is the subject of a verb: it happened if the verb did."""
    for _ in range(_STEPS):
        if token.dep_.lower().startswith("nsubj") and token.head.i == verb.i:
            return True
        if token.i in (token.head.i, verb.i):
            return False
        token = token.head
    return False


def _hangs_on_noun(span: Span) -> bool:
    """« la manifestation de samedi »: the expression completes a noun, so the clause's tense need not be its own."""
    doc = span.doc
    if span.start and doc[span.start - 1].lower_ in {"de", "du", "d'", "d’", "of", "'s", "’s"}:
        return True
    if span.end >= len(doc) or _lang(span[0]) != "en":
        return False
    after, root = doc[span.end], span.root
    return after.lower_ in {"'s", "’s"} or (root.dep_ in {"compound", "nmod"} and root.head.i == after.i)


def _governor(root: Token | None, start: int, end: int, doc: Doc) -> tuple[Token | None, bool]:
    """The verb or participle that governs the expression: by the parse, else the nearest on its left, then right."""
    if root is not None:
        token = root
        for _ in range(_STEPS):
            if token.head.i == token.i:
                break
            token = token.head
            if _verbal(token) and abs(token.i - start) < 25:
                return token, True
            if _planned(token):
                return token, True
    sent = _bounds(doc, start, end)
    for i in range(start - 1, sent[0] - 1, -1):
        if _verbal(doc[i]):
            return doc[i], False
    for i in range(end, sent[1]):
        if _verbal(doc[i]):
            return doc[i], False
    return None, False


def _bounds(doc: Doc, start: int, end: int) -> tuple[int, int]:
    if doc.has_annotation("SENT_START"):
        sent = doc[start].sent
        return sent.start, sent.end
    low, high = start, end
    while low > 0 and doc[low - 1].text not in {".", "!", "?", ";"} and "\n" not in doc[low - 1].text:
        low -= 1
    while high < len(doc) and doc[high].text not in {".", "!", "?", ";"} and "\n" not in doc[high].text:
        high += 1
    return low, high


def _verbal(token: Token) -> bool:
    if token.pos_ in VERBAL:
        return True
    return not token.pos_ and (token.lower_ in _forms(_lang(token), "past_forms") or _future_form(token))


def _future_form(token: Token) -> bool:
    return token.lower_ in _forms(_lang(token), "future_forms") or bool(_lang(token) == "fr" and read(token.lower_))


def _planned(token: Token) -> bool:
    """« prévu », « attendu », *due*: a word that says the thing is still to come."""
    past = "Past" in token.morph.get("Tense", []) and "Fin" in token.morph.get("VerbForm", [])
    return token.lower_ in _forms(_lang(token), "planned") and not past


def _way(verb: Token, depth: int = 0) -> Sense:
    """The way one verb points, looking up the chain from an infinitive or a participle to what governs it."""
    if _planned(verb) or _plan_left(verb):
        return Sense("future", True)
    if not verb.pos_:
        return Sense("future" if _future_form(verb) else "past", False)
    predicate = group(verb)
    if predicate.mood == "conditional":
        return Sense("past", True) if predicate.tense == "past" else Sense("future", False)
    if predicate.tense == "future":
        return Sense("future", True)
    if predicate.tense == "past":
        return Sense("past", True)
    if predicate.mood == "nonfinite" or predicate.finite is None:
        return _nonfinite(verb, depth)
    if _plans(verb) or any(child.lower_ in _forms(_lang(verb), "planned") for child in verb.children):
        return Sense("future", True)
    return NONE


def _plan_left(verb: Token) -> bool:
    """« doit être discuté », *is going to meet*: a form of plan or duty in the run of verbs and adverbs before it."""
    going = _forms(_lang(verb), "going")
    for i in range(verb.i, max(-1, verb.i - 5), -1):
        token = verb.doc[i]
        if token.lower_ in going:
            return True
        if token.pos_ not in VERBAL and token.pos_ not in {"ADV", "PART"}:
            return False
    return False


def _nonfinite(verb: Token, depth: int) -> Sense:
    """An infinitive under a plan is to come; a bare past participle is past; else what governs it says."""
    participle = "Part" in verb.morph.get("VerbForm", []) or verb.tag_ in {"VBN", "VBD"}
    if participle and "Pres" not in verb.morph.get("Tense", []):
        return Sense("past", True)
    if any(child.lower_ in _forms(_lang(verb), "purpose") for child in verb.children if child.i < verb.i):
        return Sense("future", False)
    head = verb.head
    if head.i == verb.i or depth > 3:
        return NONE
    governor = head if head.pos_ in VERBAL or head.pos_ in _NOMINAL or head.pos_ == "ADJ" else None
    if governor is None:
        return NONE
    if _plans(governor) or _planned(governor):
        return Sense("future", True)
    if governor.pos_ in VERBAL:
        return Sense(_way(governor, depth + 1).way, False)
    return NONE
