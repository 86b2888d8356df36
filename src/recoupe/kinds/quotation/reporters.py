"""Who says what a verb reports after it, and whether that one can be speaking."""

from __future__ import annotations

from recoupe.kinds.quotation import extents, nominal, subjects
from recoupe.kinds.quotation.controllers import joined, main_after, main_subject
from recoupe.kinds.quotation.cues import Cue
from recoupe.kinds.quotation.draft import Scene, Span
from recoupe.kinds.quotation.lexicon import low, source_words, words
from recoupe.kinds.quotation.speaker import Speaker, house

HEARD = 10
_BODY_ACTS = frozenset({"say", "announce", "deny", "ask"})


def relativised(scene: Scene, speaker: Speaker) -> bool:
    """« la règle que le maire a promis de suivre »: what is promised stands before, not after."""
    before = [item.low for item in scene.items if item.end <= speaker.start]
    return bool(before) and before[-1] in {"que", "qu'", "dont", "où", "that", "which"}


def reporter(scene: Scene, cue: Cue, last: Speaker | None) -> tuple[Speaker | None, bool]:
    """The subject of the verb, or the speaker it shares with an earlier one (`True`)."""
    lang, items = scene.lang, scene.items
    clitic = subjects.from_clitic(items, cue, lang)
    if clitic is not None:
        return clitic, False
    if cue.shape in {"gerund", "infinitive"}:
        heard = _heard(scene, cue)
        if heard is not None:
            return heard, False
        if cue.shape == "gerund" and cue.start > 1 and items[cue.start - 1].pos in {"NOUN", "PROPN"}:
            host = subjects.left(items, cue, 0, lang)
            thing = lang == "fr" and host is not None and not _voiced(scene, host) and not _paper(scene, host)
            if thing and host is not None and _silent_thing(scene, cue, host):
                return None, False
            apart = host is not None and (
                _paper(scene, host) or thing or (lang == "en" and _elsewhere(scene, cue, host))
            )
            if host is not None and (not apart or main_subject(scene, cue) is None):
                return host, False
        main = main_subject(scene, cue) or main_after(scene, cue)
        if main is not None:
            return main, False
        return last, last is not None
    found = (main_subject(scene, cue) if joined(scene, cue) else None) or subjects.left(items, cue, 0, lang)
    if found is not None and found.pronoun == "on" and (inside := house(items, 0, lang)) is not None:
        # « À l'Élysée, on assure que »: the house speaks.
        return inside, False
    if found is not None:
        return found, False
    before = items[cue.start - 1].low if cue.start else ""
    if before in extents.AND | {","} or cue.start == 0:
        return (main_subject(scene, cue) or last), False
    if cue.end < len(items):
        return subjects.rightward(items, cue.end, lang) if before in words(lang, "clitics") else None, False
    return None, False


def _elsewhere(scene: Scene, cue: Cue, host: Speaker) -> bool:
    """*left Pendle in July saying*: the words before the participle say when or where, not who."""
    before = scene.items[cue.start - 2]
    start = next((i for i, item in enumerate(scene.items) if item.start >= host.start), cue.start)
    if start > 1 and scene.items[start - 1].low == "to" and scene.items[start - 2].low in words("en", "sent"):
        # *has written to the minister demanding*: the writer demands.
        return True
    return before.pos == "ADP" and before.low not in {"of", "for", "from"}


def _voiced(scene: Scene, host: Speaker) -> bool:
    """The words name someone, by a name, a pronoun or a noun of people and bodies."""
    if host.pronoun is not None or host.kind != "named":
        return True
    span = [item for item in scene.items if host.start <= item.start < host.end]
    heads = subjects.speaking_nouns(scene.lang)
    return any(item.low in heads or (item.pos == "PROPN" and nominal.is_capital(item)) for item in span)


def _silent_thing(scene: Scene, cue: Cue, host: Speaker) -> bool:
    """« les signes indiquant que », « , ce nom indiquant que »: no one says it, nor does whom the sentence is about."""
    start = next(i for i, item in enumerate(scene.items) if item.start >= host.start)
    main = main_subject(scene, cue)
    return (start > 0 and scene.items[start - 1].is_punct) or main is None or not _voiced(scene, main)


def _paper(scene: Scene, host: Speaker) -> bool:
    """The words name a document or a message, not someone."""
    carriers = source_words(scene.lang, "carriers")
    return host.kind == "document" or any(low(w) in carriers for w in scene.text[host.start : host.end].split())


def said_in(scene: Scene, cue: Cue) -> Span | None:
    """« a publié un communiqué affirmant que »: the document before a gerund is what is spoken through."""
    items = scene.items
    if cue.shape != "gerund" or cue.start < 2 or items[cue.start - 1].pos != "NOUN":
        return None
    host = subjects.left(items, cue, 0, scene.lang)
    main = main_subject(scene, cue)
    if host is None or not _paper(scene, host) or main is None or main.start == host.start:
        return None
    return host.start, host.end


def may_speak(scene: Scene, cue: Cue, speaker: Speaker | None, same: bool, construction: str) -> bool:
    """Impersonal and first-person clauses in the account's own voice report nobody."""
    if speaker is None or low(scene.text[speaker.start : speaker.end]) in words(scene.lang, "nobody"):
        return False
    if low(scene.text[speaker.start : speaker.end]).split()[0] in {"neither", "no", "none"}:
        return False
    if speaker.pronoun in words(scene.lang, "first_person"):
        # « On y rappelle que »: the house just spoken of, not the reader.
        there = {item.low for item in scene.items[max(0, cue.start - 2) : cue.start + 1]} & {"y"}
        return speaker.pronoun == "on" and bool(there) and cue.shape == "finite"
    if speaker.pronoun in {"ce", "cela", "ça", "it", "that"} or scene.text[speaker.start : speaker.end].lower() in {
        "it",
        "this",
        "that",
        "ce",
        "cela",
    }:
        return speaker.pronoun == "it" and cue.taking("that").classes[0] in _BODY_ACTS
    if cue.shape == "infinitive":
        return _light(scene, cue) or _heard(scene, cue) is not None
    return scene.lang == "en" or not _evidence(cue) or _attests(scene, cue, speaker)


def _evidence(cue: Cue) -> bool:
    """A verb of showing and knowing, whose subject is as often a fact as someone: « ce but montre que »."""
    verb = cue.taking("que")
    return verb.classes[0] == "reveal" and "quote" not in verb.takes


def _attests(scene: Scene, cue: Cue, speaker: Speaker) -> bool:
    """Someone, a body or a paper shows it; « sachant que » says nothing of who knows."""
    if cue.shape == "gerund" and cue.taking("que").lemma == "savoir":
        return False
    if speaker.pronoun is not None or speaker.kind in {"document", "outlet", "collective", "unnamed"}:
        return True
    span = [item for item in scene.items if speaker.start <= item.start < speaker.end]
    told = subjects.speaking_nouns(scene.lang) | set(source_words(scene.lang, "carriers"))
    return any(item.low in told or (item.pos == "PROPN" and nominal.is_capital(item)) for item in span)


def _heard(scene: Scene, cue: Cue) -> Speaker | None:
    """Who is heard or seen to say it: « on entend la foule siffler et lui crier que la mairie ment »."""
    items = scene.items
    if cue.shape != "infinitive" or scene.lang != "fr":
        return None
    for i in range(cue.start - 1, max(-1, cue.start - HEARD), -1):
        if items[i].is_punct or items[i].quote is not None:
            return None
        if items[i].low in words("fr", "perceiving"):
            found = nominal.right(items, i + 1, scene.lang, cue.start)
            return subjects.make(items, found, scene.lang) if found is not None and found.pronoun is None else None
    return None


def _light(scene: Scene, cue: Cue) -> bool:
    """An infinitive reports only after a verb that keeps it factual: « a tenu à souligner que »."""
    if scene.lang == "en":
        went = [item.low for item in scene.items[max(0, cue.start - 3) : cue.start + 1]]
        return any(w in {"continued", "went"} for w in went)
    if cue.shape == "infinitive" and scene.items[cue.start].low == "avoir":
        return True
    before = low(
        scene.text[max(scene.sentence.start, scene.items[cue.start].start - 24) : scene.items[cue.start].start]
    ).rstrip()
    return before.endswith(tuple(sorted(words("fr", "light"))))
