"""What an English verb reports without a clause of its own: an act of speech, a will, a name given, a question."""

from __future__ import annotations

from recoupe.kinds.quotation import extents, nominal, subjects
from recoupe.kinds.quotation.cues import Cue
from recoupe.kinds.quotation.draft import Scene
from recoupe.kinds.quotation.frame import Item
from recoupe.kinds.quotation.lexicon import source_words, words
from recoupe.kinds.quotation.speaker import Speaker

Found = tuple[int, int, str, float]
# Constructions whose verb has other senses, so that who does it must be someone who can speak.
WEAK = frozenset({"will", "named-as", "act", "request", "accusation"})
_SAID_AGAIN = frozenset({"answer", "question", "words", "word", "phrase", "sentence", "line"})
_SOMEONE = frozenset({"he", "she", "they", "il", "elle", "ils", "elles", "on"})
_OBJECT = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "VERB", "SYM"})


def complement(scene: Scene, cue: Cue) -> Found | None:
    """Where the complement starts and ends, its construction and how sure that is; None when the verb has none."""
    items, at = scene.items, cue.end
    if at >= len(items) or cue.shape == "infinitive":
        return None
    if cue.takes("wh") and (asked := _question(scene, cue)) is not None:
        return asked, extents.clause_end(scene, cue, asked), "indirect-question", 0.7
    if cue.takes("will") and items[at].low == "to" and not _unsaid(items, at):
        return at, extents.clause_end(scene, cue, at), "will", 0.7
    if cue.takes("small") and _predicated(scene, at):
        return at, extents.fragment_end(scene, at), "named-as", 0.75
    acted = cue.takes("act") and _opens_object(items, at) and not _silent(scene, cue) and not _before_acting(scene, cue)
    end = extents.fragment_end(scene, at) if acted else at
    quoting = any(c.shape == "gerund" and c.end == end for c in scene.cues)
    if acted and not quoting and not _source_cited(scene, cue, at):
        return at, extents.fragment_end(scene, at), "act", 0.7
    if cue.takes("finding") and items[at].pos != "PRON" and _opens_object(items, at) and _by_document(scene, cue):
        return at, extents.clause_end(scene, cue, at), "finding", 0.7
    return None


def someone(scene: Scene, speaker: Speaker | None) -> bool:
    """The speaker is a pronoun of persons, a name, or a noun of people, bodies or papers."""
    if speaker is None or speaker.pronoun is not None:
        return speaker is not None and speaker.pronoun in _SOMEONE
    items = [i for i in scene.items if speaker.start <= i.start < speaker.end]
    nouns = subjects.speaking_nouns(scene.lang)
    return any((i.pos == "PROPN" and i.start + 1 < i.end) or i.low in nouns for i in items)


def _silent(scene: Scene, cue: Cue) -> bool:
    """*declined to comment, citing the inquiry*: a reason for saying nothing."""
    near = {item.low for item in scene.items[max(0, cue.start - 6) : cue.start]}
    return cue.shape == "gerund" and bool(near & words("en", "unsaid"))


def _source_cited(scene: Scene, cue: Cue, at: int) -> bool:
    """*citing two aides*, *quoting the report*: where it comes from, not what is said."""
    if cue.shape != "gerund" or cue.options[0].lemma not in {"cite", "quote"}:
        return False
    found = nominal.right(scene.items, at, "en", appose=False)
    if found is None:
        return False
    told = subjects.speaking_nouns("en") | set(source_words("en", "carriers"))
    span = scene.items[found.start : found.end]
    return any(item.low in told or (item.pos == "PROPN" and nominal.is_capital(item)) for item in span)


def _before_acting(scene: Scene, cue: Cue) -> bool:
    """*After questioning him, police…*: what was done first, not what is said."""
    before = scene.items[cue.start - 1].low if cue.start else ""
    return cue.shape == "gerund" and before in {"after", "before", "without", "while", "for", "under", "from"}


def _question(scene: Scene, cue: Cue) -> int | None:
    """*asked who would pay*, *explained to them why*: the word that opens the question."""
    items = scene.items
    wanted = words("en", "wh")
    for i in range(cue.end, min(len(items) - 2, cue.end + 5)):
        if items[i].is_punct or items[i].quote is not None or items[i].pos in {"VERB", "AUX"}:
            return None
        if items[i].low in wanted:
            return i if items[i - 1].pos != "ADP" or i == cue.end else None
    return None


def _unsaid(items: tuple[Item, ...], at: int) -> bool:
    """*declined to comment*: nothing is said."""
    return at + 1 < len(items) and items[at + 1].low in words("en", "unsaid")


def _predicated(scene: Scene, at: int) -> bool:
    """A noun phrase and what it is called: *called the plan a mistake*, *described him as tired*."""
    items = scene.items
    found = nominal.right(items, at, "en", appose=False)
    if found is None or found.end >= len(items) or not _opens_object(items, at):
        return False
    after = items[found.end]
    if after.low == "as":
        return True
    person = found.pronoun is not None or items[found.head].pos == "PROPN"
    return after.quote is not None or after.pos == "ADJ" or (after.pos == "DET" and person) or after.low in {"a", "an"}


def _opens_object(items: tuple[Item, ...], at: int) -> bool:
    first = items[at]
    if first.quote is not None or first.is_punct or first.low in words("en", "relative"):
        return False
    again = first.low in {"the", "his", "her"} and any(item.low in _SAID_AGAIN for item in items[at + 1 : at + 3])
    return first.pos in _OBJECT and not again and not (first.pos == "PRON" and first.low in words("en", "first_person"))


def _by_document(scene: Scene, cue: Cue) -> bool:
    speaker = subjects.left(scene.items, cue, 0, "en")
    return speaker is not None and speaker.kind == "document"
