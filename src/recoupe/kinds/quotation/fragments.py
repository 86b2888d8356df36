"""What a verb reports in a few words: a noun phrase that holds quoted words, a number and what it counts."""

from __future__ import annotations

from recoupe.kinds.quotation import adjuncts, extents, nominal
from recoupe.kinds.quotation.cues import Cue
from recoupe.kinds.quotation.draft import Scene, inner
from recoupe.kinds.quotation.frame import Item, tensed, words_in
from recoupe.kinds.quotation.lexicon import grammar, words

NAME = 5


def count(scene: Scene, cue: Cue, at: int) -> tuple[int, int, str, float] | None:
    """« a recensé 40 blessés »: the number and what it counts, to the comma."""
    items = scene.items
    if not cue.takes("count") or (cue.options[0].lemma == "compter" and cue.start == cue.verb):
        # « La commune compte 50 rues » has them; « La police a compté 50 blessés » says so.
        return None
    for i in range(at, min(len(items), at + 4)):
        if items[i].is_punct or items[i].quote is not None:
            return None
        number = any(c.isdigit() for c in items[i].low) or items[i].pos == "NUM"
        if number and i == at:
            return at, extents.phrase_end(scene, at), "count", 0.8
        if i == at and items[i].low in {
            "plus",
            "environ",
            "près",
            "quelque",
            "au",
            "about",
            "some",
            "more",
            "à",
            "entre",
            "around",
        }:
            number_later = any(any(c.isdigit() for c in items[k].low) for k in range(at, min(len(items), at + 8)))
            return (at, extents.phrase_end(scene, at), "count", 0.8) if number_later else None
    return None


def fragment(scene: Scene, cue: Cue, at: int) -> tuple[int, int, str, float] | None:
    """A few quoted words in what the verb is about: « a dénoncé une "honte nationale" »."""
    items = scene.items
    acts = scene.lang == "en" and cue.takes("act")
    if not (cue.takes("fragment") or cue.takes("quote") or cue.takes("words") or acts):
        return None
    if at < len(items) and items[at].low == "by":
        # *the cousin, referred to by his surname “Wu”*
        return None
    at = adjuncts.object_after(scene, at)
    end, relative = at, False
    for i in range(at, min(len(items), at + 24)):
        item = items[i]
        if item.quote is not None:
            if i in scene.quoted or _a_name(scene, i):
                return None
            end = i + 1
            break
        if item.low in grammar(scene.lang, "places") or (i > at and item.low in extents.SUBORDINATED):
            return None
        relative = relative or (i > at and item.low in words(scene.lang, "relative"))
        verb = item.pos == "AUX" or (item.pos == "VERB" and tensed(item))
        if item.low in {":", ";"} or (item.low == "," and not _aside(items, i, at)) or (verb and not relative):
            return None
    if end == at:
        return None
    if cue.options[0].lemma == "put" and items[end - 2].low != "at":
        return None
    if cue.takes("words") and not (cue.takes("fragment") or cue.takes("quote")):
        return end - 1, end, "words", 0.8
    whole = end == at + 1 and scene.lang == "en" and end < len(items)
    if whole and items[end].pos in {"VERB", "AUX"} and tensed(items[end]):
        return at, end, "words", 0.75
    start = at
    commas = [i for i in range(at, end - 1) if items[i].low == "," and items[i + 1].low in {"à", "de", "d'", "sur"}]
    start = commas[-1] + 1 if commas else at
    start = _past_whom(scene, start, end, cue.options[0].lemma)
    lead = {"de", "d'", "à", "du", "des", "as", "notamment", "for", "about", "pour", ",", "lui", "elle", "eux"}
    while start < end - 1 and (items[start].low in lead or items[start].pos == "ADV") and items[start].low != "des":
        start += 1
    bare = all(items[i].low in grammar(scene.lang, "determiners") for i in range(start, end - 1))
    if bare and scene.lang == "fr" and _nothing_after(scene, end):
        # Marks that hold the whole noun are the source's words; the article before them is the account's.
        start = end - 1
    if start == end - 1 and end < len(items) and items[end].low == ":":
        return None
    if scene.text[inner(items[end - 1])[1] - 1] in "!?":
        return end - 1, end, "object", 0.75
    return start, extents.fragment_end(scene, end), "object", 0.75


def _a_name(scene: Scene, at: int) -> bool:
    """« la société "La Gaule", surnommé "le Furet" »: the marks hold what something is called, not what is said."""
    before = scene.items[at - 1]
    if before.low in words(scene.lang, "naming") or before.low == "(":
        return True
    start, end = inner(scene.items[at])
    text = scene.text[start:end]
    short = text[:1].isupper() and words_in(text) <= NAME and text[-1:] not in ".!?…,"
    return short and before.quote is None and before.pos in {"NOUN", "PROPN"}


def _past_whom(scene: Scene, at: int, end: int, lemma: str) -> int:
    """The item after whom something is said to: « reproche à l'accusé son "mépris" », *told the board any deal…*."""
    if scene.lang == "en" and lemma in {"tell", "warn", "assure", "inform"}:
        whom = nominal.right(scene.items, at, "en", end - 1, appose=False)
        more = whom is not None and whom.end < end - 1 and scene.items[whom.end].pos == "DET"
        return whom.end if whom is not None and more else at
    if scene.lang != "fr" or scene.items[at].low not in {"à", "au", "aux"}:
        return at
    found = nominal.right(scene.items, at + 1, scene.lang, end - 1, appose=False)
    if found is None or found.end >= end:
        return at
    opens = scene.items[found.end]
    return found.end if opens.pos == "DET" or opens.quote is not None or opens.low in {"de", "d'"} else at


def _nothing_after(scene: Scene, end: int) -> bool:
    """The noun phrase ends with its marks."""
    return all(item.is_punct for item in scene.items[end : extents.fragment_end(scene, end)])


def _aside(items: tuple[Item, ...], at: int, first: int) -> bool:
    """A comma of « préfère, lui, un "nouveau départ" », « conclut, avec prudence, à "…" » or right before the marks."""
    around = [items[i].low for i in (at - 1, at + 1) if 0 <= i < len(items)]
    if any(word in {"lui", "elle", "eux", "elles", "quant"} for word in around):
        return True
    if at + 1 < len(items) and items[at + 1].quote is not None:
        return at > first
    return any(items[k].low == "," for k in range(first, at)) or any(
        items[k].low == "," for k in range(at + 1, min(len(items), at + 5)) if at == first
    )
