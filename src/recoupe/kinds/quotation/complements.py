"""Where what a verb reports starts and ends, by the construction that follows it."""

from __future__ import annotations

from recoupe.kinds.quotation import extents, nominal, possible
from recoupe.kinds.quotation.cues import Cue
from recoupe.kinds.quotation.draft import Scene
from recoupe.kinds.quotation.english import english_object
from recoupe.kinds.quotation.frame import Item, tensed
from recoupe.kinds.quotation.french import french_object
from recoupe.kinds.quotation.infinitives import infinitive
from recoupe.kinds.quotation.lexicon import grammar, words
from recoupe.kinds.quotation.voices import speaking_nouns

MAX_GAP = 24
_ITS_SIDE = frozenset({"son", "leur", "nouveau", "manière", "façon", "concert"})
_OF = frozenset({"de", "d'", "des", "du"})
ASIDE = 14
_PARTICIPLE = ("é", "ée", "és", "ées", "is", "ise", "ises", "u", "ue", "us", "ues", "t", "te", "ts", "tes")
_READY = frozenset({"prêt", "prête", "prêts", "prêtes"})


def content(scene: Scene, cue: Cue) -> tuple[int, int, str, float] | None:
    """Where what a verb reports starts and ends, which construction it is, and how sure that is."""
    lang = scene.lang
    may = possible.read(scene, cue)
    if may is not None:
        return may
    state = None if cue.negated else _state(scene, cue)
    if state is not None:
        return state
    that = _after_that(scene, cue)
    if that is not None and cue.takes("que" if lang == "fr" else "that"):
        if cue.negated and cue.taking("que").classes[0] not in {"deny", "believe"}:
            return None
        return that, extents.clause_end(scene, cue, that), "that-clause", 0.93
    if cue.negated:
        return None
    if lang == "fr" and (said := _taken_ahead(scene, cue)) is not None:
        return said
    asked = words(lang, "whether") | (words("fr", "wh") if lang == "fr" else frozenset())
    whether = _after(scene, cue, asked, 3)
    if whether is not None and lang == "fr" and scene.items[whether - 1].low in words("fr", "wh"):
        # « demande pourquoi il ment »: the word that asks is part of the question, « si » is not.
        whether -= 1
    if (
        whether is not None
        and (cue.takes("si") or cue.takes("whether"))
        and cue.taking("si").classes[0] in {"ask", "believe"}
    ):
        return whether, extents.clause_end(scene, cue, whether), "indirect-question", 0.7
    at = cue.end
    if lang == "fr":
        return french_object(scene, cue, at)
    return english_object(scene, cue, at)


def _state(scene: Scene, cue: Cue) -> tuple[int, int, str, float] | None:
    """« se dit favorable à… », « juge nécessaire de… »: an adjective that says what is thought."""
    items, at = scene.items, cue.end
    while at < len(items) and (items[at].pos == "ADV" or items[at].low in {"très", "plutôt", ",", "lui", "elle"}):
        at += 1
    if at >= len(items):
        return None
    participle = items[at].pos == "VERB" and items[at].low.endswith(_PARTICIPLE)
    of = at + 1 < len(items) and items[at + 1].low in {"de", "d'", "du", "des", "à", "par"}
    participle = participle or items[at].low in _READY
    noun = cue.takes("adj") and (items[at].pos in {"NOUN", "X"} or (of and items[at].pos == "VERB"))
    adjective = items[at].pos == "ADJ" or participle or noun
    opinion = at + 1 < len(items) and items[at + 1].low in {"de", "d'", "que", "qu'"} and items[at].pos == "ADJ"
    if (cue.takes("adj") and (adjective or items[at].low in {"pour", "contre"})) or (cue.takes("adj-de") and opinion):
        start = cue.end if items[cue.end].low != "," and cue.end < at else at
        end = extents.clause_end(scene, cue, at)
        if any(item.low in words(scene.lang, "relative") for item in items[max(0, cue.start - 2) : cue.start]):
            end = next((i for i in range(at + 1, end) if _main_verb(items, i)), end)
        return start, end, "state", 0.75
    return None


def _main_verb(items: tuple[Item, ...], at: int) -> bool:
    """« un groupe qui se dit prêt n'a rien signé »: the verb the relative clause gives way to."""
    verb = at + 1 if items[at].low in {"n'", "ne", "s'", "se"} and at + 1 < len(items) else at
    return items[verb].pos in {"VERB", "AUX"} and tensed(items[verb]) and items[at - 1].low not in {"qui", "que", "où"}


def _taken_ahead(scene: Scene, cue: Cue) -> tuple[int, int, str, float] | None:
    """« Le maire l'avoue : il n'a rien lu »: the pronoun stands for the clause the colon opens."""
    items, at = scene.items, cue.end
    ahead = cue.takes("que") and cue.start and items[cue.start - 1].low in {"l'", "le"}
    if not ahead or at + 2 >= len(items) or items[at].low != ":" or items[at + 1].quote is not None:
        return None
    return at + 1, extents.clause_end(scene, cue, at + 1), "that-clause", 0.75


def _after_that(scene: Scene, cue: Cue) -> int | None:
    return _after(scene, cue, words(scene.lang, "that"), MAX_GAP)


def _after(scene: Scene, cue: Cue, wanted: frozenset[str], gap: int) -> int | None:
    """The item after « que » when nothing but adjuncts stands between the verb and it."""
    items, lang_en = scene.items, scene.lang == "en"
    past = cue.end
    for i in range(cue.end, min(len(items), cue.end + gap)):
        if i < past:
            continue
        past = _past_participle(items, i)
        if past > i:
            continue
        if items[i].low in wanted:
            if i > cue.end and _object_between(scene, cue, i):
                return None
            noun = i + 2 < len(items) and items[i + 2].low in {",", ".", ";"} and items[i + 1].pos in {"NOUN", "VERB"}
            if lang_en and noun:
                # *dispute that figure, which…*: the word points at a noun.
                return None
            return i + 1 if i + 1 < len(items) else None
        if items[i].quote is not None or items[i].low in {":", ";"}:
            return None
        if items[i].pos in {"AUX"} or (items[i].pos == "VERB" and (tensed(items[i]) or infinitive(items[i]))):
            return None
    return None


def _past_participle(items: tuple[Item, ...], at: int) -> int:
    """The item after « , citant deux proches, », *, citing two aides,*; `at` when no such aside starts there."""
    if items[at].low != "," or at + 1 >= len(items) or not items[at + 1].low.endswith(("ing", "ant")):
        return at
    close = next((i for i in range(at + 2, min(len(items), at + ASIDE)) if items[i].low == ","), None)
    return at if close is None else close + 1


def _object_between(scene: Scene, cue: Cue, that: int) -> bool:
    """A noun right before « que » makes it a relative: « a publié la note que le maire a lue »."""
    items = scene.items
    first = items[cue.end]
    if scene.lang == "fr" and first.low == "de" and cue.end + 1 < that and items[cue.end + 1].low in _ITS_SIDE:
        # « affirme de son côté que », « a répété de nouveau que »
        return False
    if scene.lang == "fr" and first.low in _OF and that - cue.end > 1 and items[that - 1].low != "fait":
        # « s'inquiète des suites qu'il prévoit »
        return cue.options[0].after == "" and not cue.takes("np")
    person = first.low in words(scene.lang, "between") or first.pos in {"ADV", "ADP"} or first.is_punct
    timely = first.low in grammar(scene.lang, "stops")
    if person or timely or first.low in words(scene.lang, "clitics"):
        return False
    if scene.lang == "en":
        return cue.taking("that").lemma not in {"tell", "assure", "inform", "warn", "notify", "remind", "advise"}
    found = nominal.right(items, cue.end, scene.lang)
    if found is not None and items[found.head].low in grammar(scene.lang, "moments"):
        return False
    speaks = found is not None and items[found.head].low in speaking_nouns(scene.lang)
    inverted = cue.start > 0 and items[cue.start - 1].is_punct and speaks
    human = found is not None and (nominal.is_capital(items[found.head]) or items[cue.end].low in {"les", "des"})
    return not (human or inverted) or cue.taking("que").lemma in {"publier", "écrire"}
