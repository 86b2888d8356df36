"""What may stand between a verb and its object without being part of what is said."""

from __future__ import annotations

from recoupe.kinds.quotation import nominal
from recoupe.kinds.quotation.draft import Scene, inner
from recoupe.kinds.quotation.frame import Item, tensed
from recoupe.kinds.quotation.lexicon import grammar, words
from recoupe.kinds.quotation.voices import speaking_nouns

REACH = 14


def past(scene: Scene, at: int) -> int:
    """The item after the times, places and means at `at`: « lundi, dans un communiqué, », *in a statement,*.

    `at` itself when none stands there, or when one opens a clause.
    """
    items, i = scene.items, at
    while i < min(len(items), at + REACH):
        here = items[i]
        if here.quote is not None or here.low in {"ne", "n'"}:
            break
        if [item.low for item in items[i : i + 3]] == ["par", "voie", "de"]:
            # « par voie de communiqué »
            i += 4
            continue
        if here.low in grammar(scene.lang, "adjunct_openers"):
            if items[i + 1 : i + 2] and items[i + 1].low in {"écrit", "writing"}:
                i += 2
                continue
            if i + 1 < len(items) and _timely(scene, i + 1):
                i += 1
                continue
            marks = next((k for k in range(i + 1, len(items)) if items[k].quote is not None), len(items))
            found = nominal.right(items, i + 1, scene.lang, marks, appose=False)
            if found is None or found.pronoun is not None:
                break
            i = found.end
        elif (ago := _ago(scene, i)) > i:
            i = ago
        elif here.low == "," or _timely(scene, i) or (here.pos == "ADV" and here.low not in words(scene.lang, "that")):
            i += 1
        else:
            break
    return i


def _ago(scene: Scene, at: int) -> int:
    """The item after « quelques heures plus tôt », *two days later*; `at` when none stands there."""
    items = scene.items
    told = grammar(scene.lang, "ago")
    for end in range(at + 2, min(len(items), at + 5)):
        if items[end].low in told and items[at].pos in {"DET", "NUM", "ADJ", "PRON"} | {"ADP"}:
            last = end + 1 if items[end].low in {"plus", "much"} and end + 1 < len(items) else end
            return last + 1
    return at


def _timely(scene: Scene, at: int) -> bool:
    """A day or a part of one, its article aside: « lundi soir », « ce matin »."""
    lang, items = scene.lang, scene.items
    moments = grammar(lang, "moments") | grammar(lang, "days")
    if items[at].low in moments:
        return True
    after = items[at + 1].low if at + 1 < len(items) else ""
    return items[at].low in {"ce", "cette", "le", "this", "last"} and after in moments


def object_after(scene: Scene, at: int) -> int:
    """Where quoted words that an adjunct parts from their verb begin; `at` when nothing parts them.

    A passage right after a noun may be that noun's name (« dans la revue "Plantes" »): a capital keeps it there.
    """
    items, start = scene.items, past(scene, at)
    if start >= len(items) or all(item.low == "," for item in items[at:start]):
        return at
    opens = items[start]
    if opens.quote is not None:
        if start + 1 < len(items) and items[start + 1].pos in {"NOUN", "PROPN", "ADJ"}:
            # *in his mock “news anchor” voice*: the marks hold a part of the adjunct.
            return at
        if scene.lang == "en" and items[start - 1].low != "," and not _timely(scene, start - 1):
            return at
        parted = items[start - 1].low == "," or not nominal_end(scene, start)
        return start if parted or scene.text[inner(opens)[0]].islower() else at
    quoted = any(item.quote is not None for item in items[start : start + 6])
    return start if quoted and opens.low in grammar(scene.lang, "determiners") else at


def subject_after(items: tuple[Item, ...], at: int, verb: int, lang: str) -> nominal.Nominal | None:
    """The subject that an occasion at `at` parts from what stands before: *and under questioning Tom Hale admitted*."""
    if not at < verb <= at + REACH or items[at].low not in grammar(lang, "adjunct_openers"):
        return None
    between = items[at + 1 : verb]
    relative = words(lang, "relative")
    if any(i.pos == "AUX" or tensed(i) or i.low in relative or i.quote is not None for i in between):
        return None
    for start in range(at + 2, verb):
        found = nominal.right(items, start, lang, verb, appose=False)
        if found is not None and found.end == verb:
            name = nominal.is_capital(items[found.head]) and items[found.head].pos == "PROPN"
            return found if name or found.pronoun or items[found.head].low in speaking_nouns(lang) else None
    return None


def nominal_end(scene: Scene, at: int) -> bool:
    """The word before is a noun or a name that is no time."""
    before = scene.items[at - 1]
    return before.pos in {"NOUN", "PROPN"} and not _timely(scene, at - 1)
