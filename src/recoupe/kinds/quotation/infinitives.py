"""Infinitives, and who is accused of one."""

from __future__ import annotations

import regex

from recoupe.kinds.quotation import extents, nominal
from recoupe.kinds.quotation.cues import Cue
from recoupe.kinds.quotation.draft import Scene
from recoupe.kinds.quotation.lexicon import low, words

_OPENING = regex.compile(
    r"(?:ne (?:pas|plus|jamais|rien|point) )?(?:(?:se|me|te|le|la|les|lui|leur|en|y|nous|vous|tout|bien) |[slmn]')*"
    r"(?!hier|cher|premier|dernier|notre|votre|autre|entre|pire|contre|outre|encore|quatre)\p{Ll}+(?:er|ir|re)(?!\p{L})"
)


_CLITICS = frozenset(
    {"ne", "n'", "n’", "se", "s'", "s’", "y", "en", "l'", "l’", "le", "la", "les", "lui", "leur", "m'", "m’"}
)


def opens_with_infinitive(scene: Scene, at: int) -> bool:
    """The quoted words at item `at` open with a French infinitive: « veut "tourner la page" »."""
    quote = scene.items[at].quote
    return quote is not None and _OPENING.match(low(scene.text[quote.inner_start : quote.inner_start + 60])) is not None


def accusation(scene: Scene, cue: Cue, at: int) -> tuple[int, int, str, float] | None:
    """*accused the firm of hiding data*, « accuse la direction d'avoir menti »: whom and what, to the clause's end."""
    items = scene.items
    if not cue.takes("accusation"):
        return None
    if scene.lang == "fr" and at + 1 < len(items) and items[at].low in {"de", "d'"} and _of_someone(scene, cue):
        # « l'accuse d'avoir menti », « les accuse de "trahison" »
        if items[at + 1].quote is not None:
            return at + 1, extents.fragment_end(scene, at + 2), "accusation", 0.75
        if infinitive(items[at + 1]):
            return at + 1, extents.clause_end(scene, cue, at + 1), "accusation", 0.75
        return None
    found = nominal.right(items, at, scene.lang, appose=False)
    start = at
    if found is None and scene.lang == "en" and items[at].low in words("en", "objects"):
        found = nominal.Nominal(at, at + 1, at)
    if found is None or found.pronoun in words(scene.lang, "first_person"):
        return None
    for i in range(found.start + 1, min(found.end + 2, len(items) - 1)):
        after = items[i + 1]
        verb = after.low.endswith("ing") if scene.lang == "en" else infinitive(after)
        quoted = after.quote is not None and items[i].low in {"of", "de", "d'"}
        if quoted:
            return start, extents.fragment_end(scene, i + 2), "accusation", 0.75
        if items[i].low in {"of", "for", "de", "d'"} and verb:
            return start, extents.clause_end(scene, cue, start), "accusation", 0.75
    return None


def _of_someone(scene: Scene, cue: Cue) -> bool:
    """The one who is accused is a pronoun before the verb."""
    before = [item.low for item in scene.items[max(0, cue.verb - 3) : cue.verb]]
    return bool(set(before) & {"l'", "le", "la", "les", "m'", "nous", "vous", "t'"})


def infinitive(item: object) -> bool:
    """An infinitive stands here, its clitics and its negation before it."""
    token = getattr(item, "token", None)
    if token is None:
        return False
    if token.text.lower() in _CLITICS and token.i + 1 < len(token.doc):
        token = token.doc[token.i + 1]
        if token.text.lower() in {"pas", "plus", "jamais"} and token.i + 1 < len(token.doc):
            token = token.doc[token.i + 1]
    if token.text[:1].isupper():
        return False
    return "Inf" in token.morph.get("VerbForm", []) or (
        token.pos_ in {"VERB", "AUX"} and token.text.lower().endswith(("er", "ir", "oir", "re"))
    )
