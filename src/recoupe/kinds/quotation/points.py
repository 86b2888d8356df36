"""Where an attribution stands after or inside what is said: « …, a dit X », *…, she said*."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from recoupe.annotate.conjugation import read as read_form
from recoupe.kinds.quotation import according, asides, nominal, standpoints, subjects
from recoupe.kinds.quotation.cues import Cue
from recoupe.kinds.quotation.draft import Point, Scene, Span
from recoupe.kinds.quotation.frame import Item, speechlike, words_in
from recoupe.kinds.quotation.lexicon import Verb, grammar, inverted, words
from recoupe.kinds.quotation.nominal import Nominal
from recoupe.kinds.quotation.speaker import Speaker

MOST = 40
# Third persons of the present and the imperfect, by their endings.
_PRESENT = regex.compile(r"(?:[^aeiou]e|[aeiouéèy]e|ent|ait|aient|it|ut|d|a)$")
_BE = frozenset({"est", "sont", "était", "étaient"})
_DONE = ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue")
_PLAIN = frozenset({"say", "write", "report", "add", "warn", "note", "explain"})


ASIDE = frozenset({"subject-verb", "inverted-noun", "inverted-pronoun"})


_CLOSING = frozenset({",", "!", "?", "…", "...", "–", "—", "-", "(", "!?", "?!"})


def points(scene: Scene) -> list[Point]:
    """Every attribution of the sentence that is put after words or between them, in order."""
    found = [p for cue in scene.cues if (p := _by_verb(scene, cue)) is not None]
    found += according.by_preposition(scene) + standpoints.points(scene)
    if not found and (unknown := unknown_verb(scene)) is not None:
        found.append(unknown)
    kept: list[Point] = []
    for point in sorted(found, key=lambda p: (p.start, -p.end)):
        if not kept or point.start >= kept[-1].end - 1:
            kept.append(point)
    return kept


def _by_verb(scene: Scene, cue: Cue) -> Point | None:
    items, lang = scene.items, scene.lang
    if cue.shape != "finite" or cue.passive or not (cue.takes("quote") or cue.takes("after")):
        return None
    follows = items[cue.end].low if cue.end < len(items) else ""
    if follows in words(lang, "that") | {":"}:
        return None
    at = cue.start
    while at > 0 and items[at - 1].low in words(lang, "clitics") | words(lang, "reflexive"):
        at -= 1
    first = at if items[at].low in words(lang, "reflexive") else cue.start
    cue_span = (items[first].start, items[cue.end - 1].end)
    clitic = subjects.from_clitic(items, cue, lang)
    verb = cue.taking("quote") if cue.takes("quote") else cue.taking("after")
    if clitic is not None:
        if not _after_speech(scene, at) or _asks(scene, cue):
            return None
        return Point(at, cue.end, cue_span, clitic, verb, "inverted-pronoun", 0.95)
    if lang == "en" and _after_speech(scene, at) and not _quoted_before(scene, at):
        plain = _subject_first(scene, cue, cue_span, verb) if _beside_marks(scene, cue, cue.start) else None
        if plain is not None:
            return plain
    if _after_speech(scene, at) and (_quoted_before(scene, at) or _clause_before(scene, cue, at)):
        speaker = subjects.rightward(items, cue.end, lang)
        if speaker is not None and not _has_own_clause(scene, cue, speaker) and not _written(cue, speaker):
            return Point(at, speaker.after, cue_span, speaker, verb, "inverted-noun", 0.93)
    if lang == "fr" and at == 2 and items[1].low == "," and items[0].low in words("fr", "retorts") and cue.takes("que"):
        # « Faux, rétorque Matignon. »
        speaker = subjects.rightward(items, cue.end, lang)
        if speaker is not None:
            return Point(at, speaker.after, cue_span, speaker, verb, "inverted-noun", 0.8)
    if items[at - 1].low == "," and at and (middle := _parts_clause(scene, cue, at)) is not None:
        return Point(at, middle.after, cue_span, middle, verb, "inverted-noun", 0.85)
    if lang == "fr" and cue.takes("que") and _after_speech(scene, at) and scene.items[at - 1].low == ",":
        # « D'ici là, précise la préfecture, la route restera fermée »: the clause comes after.
        speaker = subjects.rightward(items, cue.end, lang)
        if speaker is not None and _could_speak(scene, cue) and clause_after(scene, speaker.after, len(items)):
            return Point(at, speaker.after, cue_span, speaker, verb, "inverted-noun", 0.85)
    return _subject_first(scene, cue, cue_span, verb)


def _written(cue: Cue, speaker: Speaker) -> bool:
    """« Nadia Férant, morte en 1962, avait écrit un livre »: the paper is what is written, and says nothing."""
    return speaker.kind == "document" and cue.options[0].lemma in {"écrire", "publier", "write", "publish"}


def _parts_clause(scene: Scene, cue: Cue, at: int) -> Speaker | None:
    """*Members, said Mauer, are required to pay*, « La digue, dit le maire, s'y brisera »: between subject and verb."""
    items, lang = scene.items, scene.lang
    start = next((i + 1 for i in range(at - 2, -1, -1) if items[i].is_punct), 0)
    subject = nominal.right(items, start, lang, at - 1, appose=False)
    speaker = subjects.rightward(items, cue.end, lang)
    if subject is None or subject.end != at - 1 or subject.pronoun is not None or speaker is None:
        return None
    after = speaker.after
    plain = cue.takes("que") if lang == "fr" else any(o.lemma in _PLAIN for o in cue.options)
    if not plain or after + 1 >= len(items) or items[after].low != ",":
        return None
    at = after + 1
    while lang == "fr" and at + 1 < len(items) and items[at].low in words("fr", "clitics") | words("fr", "reflexive"):
        at += 1
    verb = items[at]
    return speaker if verb.pos in {"VERB", "AUX"} and finite_or_past(verb) else None


def _quoted_before(scene: Scene, at: int) -> bool:
    """Quoted speech stands right before, a comma apart at most."""
    i = at - 1
    while i > 0 and scene.items[i].is_punct:
        i -= 1
    return scene.items[i].quote is not None


def _clause_before(scene: Scene, cue: Cue, at: int) -> bool:
    """A clause with a finite verb stands before, and the verb has no subject of its own there."""
    if scene.items[0].quote is not None and speechlike(scene.text, scene.items[0]):
        return True
    if scene.lang == "en" and not any(option.lemma in _PLAIN for option in cue.options):
        return False
    if scene.lang == "fr" and not cue.takes("que"):
        return False
    relative, finite = False, False
    for i, item in enumerate(scene.items[:at]):
        if item.low in {"qui", "dont", "où", "who", "which"} and i and scene.items[i - 1].low == ",":
            relative = True
        elif item.low == ",":
            relative = False
        finite = finite or (not relative and item.pos not in {"NOUN", "DET", "PUNCT"} and is_finite(item))
    if _subject_right(scene, cue) and not _subject_left(scene, cue):
        return True
    return finite and (not _subject_left(scene, cue) or _could_speak(scene, cue))


def _could_speak(scene: Scene, cue: Cue) -> bool:
    """What follows the verb is a person, a body or a document by its noun, which outweighs a parse that says object."""
    found = subjects.rightward(scene.items, cue.end, scene.lang)
    if found is None:
        return False
    first = next(i for i in range(cue.end, len(scene.items)) if scene.items[i].start >= found.start)
    if any(item.pos != "ADV" and item.low not in grammar(scene.lang, "stops") for item in scene.items[cue.end : first]):
        return False
    span = scene.items[first : found.after]
    heads = subjects.speaking_nouns(scene.lang)
    return any(item.low in heads for item in span[:3]) or any(
        i.pos == "PROPN" and nominal.is_capital(i) for i in span[:2]
    )


def _has_own_clause(scene: Scene, cue: Cue, speaker: Speaker) -> bool:
    """What follows is not the speaker but a clause the verb reports: *X, said his firm had closed*."""
    items = scene.items
    tail = [item.low for item in items[cue.end : speaker.after + 2]]
    if set(tail) & words(scene.lang, "that"):
        return True
    if scene.lang == "en":
        if speaker.pronoun and items[cue.end].low in {"it", "that", "there"}:
            return True
        after = items[speaker.after] if speaker.after < len(items) else None
        return after is not None and after.pos in {"VERB", "AUX"} and not after.low.endswith("ing")
    return False


def _asks(scene: Scene, cue: Cue) -> bool:
    return cue.start == 0


def _after_speech(scene: Scene, at: int) -> bool:
    if at == 0:
        return False
    before = scene.items[at - 1]
    if before.quote is None:
        return before.low in _CLOSING and not _hyphen(scene.items, at - 1)
    if at == 1 or scene.items[at - 2].is_punct or scene.items[at - 2].quote is not None:
        return True
    return speechlike(scene.text, before)


def _hyphen(items: tuple[Item, ...], at: int) -> bool:
    """A dash that touches the word before it joins two words: *a second-degree charge*."""
    return at > 0 and items[at - 1].end == items[at].start and items[at].low in {"-", "–", "—"}


def _subject_left(scene: Scene, cue: Cue) -> bool:
    """The parse gives the verb a subject before it."""
    token = scene.items[cue.verb].token
    if token is None:
        return False
    left = scene.items[0].start
    return any(
        child.dep_.startswith("nsubj") and left <= child.idx < scene.items[cue.start].start for child in token.children
    )


def _subject_right(scene: Scene, cue: Cue) -> bool:
    """The parse gives the verb a subject after it."""
    token = scene.items[cue.verb].token
    end = scene.items[cue.end - 1].end
    return token is not None and any(child.dep_.startswith("nsubj") and child.idx >= end for child in token.children)


def _subject_first(scene: Scene, cue: Cue, cue_span: Span, verb: Verb) -> Point | None:
    """*…, the lawyer said Thursday.* and « "…", le maire a dit »: subject and verb in their plain order, at the end."""
    items, lang = scene.items, scene.lang
    end = cue.start
    while end > 0 and (items[end - 1].low in words(lang, "between") or items[end - 1].low in words(lang, "clitics")):
        end -= 1
    bare_end = end - 1 if end > 0 and items[end - 1].low == "," else end
    beside = _beside_marks(scene, cue, end) if lang == "en" else None
    if beside is not None:
        speaker = subjects.make(items, beside, lang)
        return Point(beside.start, _past_tail(scene, cue.end), cue_span, speaker, verb, "subject-verb", 0.92)
    for at in range(max(1, end - 14), end):
        before = items[at - 1]
        if before.quote is None and (before.low not in _CLOSING or lang == "fr" or _hyphen(items, at - 1)):
            continue
        if before.quote is not None and not speechlike(scene.text, before):
            continue
        found = nominal.right(items, at, lang, end)
        aside = found is not None and any(items[i].low == "," for i in range(found.start, found.end))
        reach = {end, bare_end} if aside else {end}
        if found is None or found.end not in reach or not _closes(scene, cue.end):
            continue
        region = items[:at]
        if cue.takes("small") and before.quote is None and cue.end < len(items) and not items[cue.end].is_punct:
            # *In the memo, he described the plan as “late”*: the verb has its own object.
            return None
        if lang == "en" and (_led_in(scene, cue, before) or (before.quote is None and _has_object(scene, cue))):
            return None
        clause = (
            before.quote is not None
            or _trailed(scene, at)
            or _speech_and_comma(scene, at)
            or any(is_finite(i) for i in region if i.pos in {"VERB", "AUX"})
            or (lang == "en" and before.low == "," and _past_told(region))
        )
        if (not clause and not (cue.takes("bare") or cue.takes("that"))) or (
            not clause and not clause_after(scene, cue.end, len(items))
        ):
            return None
        return Point(
            at, _past_tail(scene, cue.end), cue_span, subjects.make(items, found, lang), verb, "subject-verb", 0.92
        )
    return None


def _past_told(region: Sequence[Item]) -> bool:
    """*Hundreds marched on Sunday, police said*: a noun and a past form that the parse takes for a participle.

    Of several clauses the last counts: *Asked on Monday, police said* tells no clause.
    """
    start = max((i + 1 for i, item in enumerate(region[:-1]) if item.low == ","), default=0)
    last = region[start:]
    verb = next((i for i, item in enumerate(last) if item.pos == "VERB" and finite_or_past(item)), 0)
    if last and last[0].pos == "ADP":
        return False  # *In a statement published on Sunday, the company said*
    return any(item.pos in {"NOUN", "PROPN", "PRON", "NUM"} for item in last[:verb])


def _speech_and_comma(scene: Scene, at: int) -> bool:
    """*“It is a mess”, she said*: the comma stands outside the marks, and the speech opens the sentence or is long."""
    spoken = scene.items[at - 2] if at > 1 and scene.items[at - 1].low == "," else None
    if spoken is None or spoken.quote is None:
        return False
    return at == 2 or speechlike(scene.text, spoken) or _predicate(scene, at - 2)


def _predicate(scene: Scene, at: int) -> bool:
    """*The notes “were never sent”, she said*: the marks hold the verb of the noun before them."""
    before, quote = scene.items[at - 1].token, scene.items[at].quote
    if before is None or quote is None or before.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return False
    first = before.doc.char_span(quote.inner_start, quote.inner_start + 1, alignment_mode="expand")
    return first is not None and first[0].pos_ in {"VERB", "AUX"} and "Fin" in first[0].morph.get("VerbForm", [])


def _has_object(scene: Scene, cue: Cue) -> bool:
    """*Evenings are fun, the singer adds colour to the room*: the verb has an object of its own, and nobody is told."""
    if cue.end >= len(scene.items) or any(option.lemma in {"tell", "inform", "assure"} for option in cue.options):
        return False
    follows = scene.items[cue.end]
    if follows.quote is not None or follows.pos not in {"DET", "NOUN", "ADJ"} or _timed(follows.low):
        return False
    found = nominal.right(scene.items, cue.end, "en", appose=False)
    return found is not None and not any(_timed(item.low) for item in scene.items[found.start : found.end])


def _trailed(scene: Scene, at: int) -> bool:
    """*“It is a mess” for the town, she said*, *The rule “will help us all,” nurses too, she said*: no name in between.

    The marks open the sentence, or hold the verb of what opens it.
    """
    items = scene.items
    spoken = next((i for i in range(at - 2) if items[i].quote is not None and speechlike(scene.text, items[i])), None)
    if spoken is None or nominal.is_capital(items[spoken + 1]):
        return False
    subject = nominal.right(items, 0, scene.lang, spoken, appose=False) if spoken else None
    return spoken == 0 or (subject is not None and subject.end == spoken)


def _led_in(scene: Scene, cue: Cue, before: Item) -> bool:
    """*Though the pier is shut, Reed said the ferry…*: what stands before only leads in the clause that follows."""
    if before.quote is not None or not (cue.takes("bare") or cue.takes("that")) or cue.end >= len(scene.items):
        return False
    follows = scene.items[cue.end]
    opens = scene.items[0].low in grammar("en", "lead_ins") | {"in", "on", "at", "during", "by", "with", "since"}
    if follows.low == "," and cue.end + 2 >= len(scene.items) - 1 and _answering(scene):
        # *Asked if he knew, Reed said, “No.”*: what follows the comma is what he said.
        after = scene.items[cue.end + 1] if cue.end + 1 < len(scene.items) else follows
        return after.quote is not None and speechlike(scene.text, after)
    own = any(is_finite(item) for item in scene.items[1 : cue.start - 1] if item.pos in {"VERB", "AUX"})
    if scene.items[0].pos == "VERB" and scene.items[0].low.endswith(("ed", "ing")) and not own:
        return not follows.is_punct and not _timed(follows.low) and follows.pos != "ADP"
    return opens and follows.pos in {"DET", "PRON", "PROPN", "NOUN", "NUM"} and not _timed(follows.low)


def _answering(scene: Scene) -> bool:
    """*Asked if…*, *When pressed on…*, *Speaking in Leeds*: how he came to speak, not what he said."""
    led = scene.items[0].low in grammar("en", "lead_ins") and len(scene.items) > 1
    first = scene.items[1 if led else 0]
    return first.low in words("en", "prompted")


def _timed(word: str) -> bool:
    return word in grammar("en", "stops") or word in grammar("en", "moments")


def _beside_marks(scene: Scene, cue: Cue, end: int) -> Nominal | None:
    """All that stands between quoted speech and the verb: *"…," Lena Roe, the harbour master, said in opening…*."""
    items = scene.items
    at = next((i for i in range(end - 1, max(-1, end - MOST), -1) if items[i].quote is not None), None)
    if at is None or at + 1 >= end or not speechlike(scene.text, items[at]):
        return None
    if scene.text[items[at].quote.inner_end - 1] not in ",!?…—–-":  # type: ignore[union-attr]
        return None
    if cue.end < len(items) and items[cue.end].low in words("en", "that") | {":"}:
        return None
    found = nominal.right(items, at + 1, "en", end, appose=False)
    if found is None:
        # *"…," Meeks said.*: a surname the tagger takes for something else.
        surname = (
            end == at + 2 and nominal.is_capital(items[at + 1]) and items[at + 1].low not in grammar("en", "stops")
        )
        return Nominal(at + 1, end, at + 1) if surname else None
    comma = next((i for i in range(found.end, end) if items[i].low == ","), end)
    found = asides.so_named(items, found, comma) or found
    if found.end == end:
        return found
    opens, closes = items[found.end].low, items[end - 1].low
    bracket = opens == "(" and closes == ")"
    if bracket or (opens == closes == "," and asides.is_aside(items, found.end + 1, end - 1, "en")):
        name = all(nominal.is_capital(item) for item in items[found.end + 1 : end - 1])
        return Nominal(found.start, end - 1, found.head) if name and not bracket else found
    plain = not any(i.pos in {"VERB", "AUX"} and is_finite(i) for i in items[at + 1 : end])
    after = items[found.end + 1]
    office = after.low in subjects.speaking_nouns("en") and not nominal.is_capital(after)
    if plain and opens == "," and (after.pos == "DET" or office) and nominal.is_capital(items[found.head]):
        # *Lena Roe, the harbour master said*: the second comma is missing.
        return found
    if plain and items[at + 1].pos == "DET" and items[end - 1].pos in {"NOUN", "PROPN"}:
        return Nominal(at + 1, end, end - 1)
    return None


def _closes(scene: Scene, at: int) -> bool:
    """Nothing but a time, a place or a medium follows in the clause: the verb has no complement clause of its own."""
    items, lang = scene.items, scene.lang
    for i in range(at, len(items)):
        item = items[i]
        if item.low in words(lang, "that") | {":"}:
            return False
        if item.is_punct or item.quote is not None:
            return True
        if i > at - 1 and item.low in grammar(lang, "subordinators") | {"when", "after"}:
            return True
        if item.pos == "AUX" or (item.pos == "VERB" and i > at and is_finite(item)):
            return False
    return True


def _past_tail(scene: Scene, at: int) -> int:
    i = at
    while i < len(scene.items) and not scene.items[i].is_punct and scene.items[i].quote is None:
        i += 1
    return i


def clause_after(scene: Scene, at: int, limit: int) -> bool:
    """A comma and a clause of its own follow: *But, Reed added, the dam will hold*."""
    items = scene.items
    if at >= len(items) or items[at].low != ",":
        return False
    return any(finite_or_past(item) for item in items[at + 1 : limit] if item.quote is None)


def finite_or_past(item: Item) -> bool:
    """A finite verb, or an English past form, which the parse may take for a participle: *, police said, fled*."""
    english = item.token is not None and item.token.doc.lang_.endswith("en")
    return is_finite(item) or (english and item.pos == "VERB" and not item.low.endswith("ing"))


def is_finite(item: object) -> bool:
    """The parse or the form says that the word is a finite verb."""
    token = getattr(item, "token", None)
    if token is None:
        return False
    return "Fin" in token.morph.get("VerbForm", []) or (
        token.doc.lang_.endswith("fr") and read_form(token.text) is not None
    )


def unknown_verb(scene: Scene) -> Point | None:
    """« "On s'est battus", savoure Inès Barral »: a verb no table holds, between speech and a speaker."""
    items, lang = scene.items, scene.lang
    if lang != "fr" or not items or items[0].quote is None or not _long(scene, 0):
        return None
    at = 1
    while at < len(items) and (items[at].low == "," or items[at].low in words(lang, "reflexive")):
        at += 1
    if at + 1 >= len(items) or not 1 < at <= 3 or any(cue.start <= at < cue.end for cue in scene.cues):
        return None
    first = items[at - 1].low in words(lang, "reflexive")
    begins = at - 1 if first else at
    if first and items[at].low in _BE and items[at + 1].low.endswith(_DONE):
        # « "Quand ?" s'est engouffrée l'avocate »
        at += 1
    verb, after = items[at], at + 1
    if after + 1 < len(items) and items[after].pos == "ADV":
        after += 1
    if after >= len(items):
        return None
    if items[at + 1].low in inverted("fr"):
        # « minimise-t-on au Palais »
        pronoun = inverted("fr")[items[at + 1].low]
        speaker = subjects.from_clitic(items, Cue(at, at + 2, at, "finite", (), pronoun, at + 1), lang)
        return Point(begins, at + 2, (items[begins].start, items[at + 1].end), speaker, None, "unknown-verb", 0.8)
    present = verb.token is not None and verb.token.text.islower() and _PRESENT.search(verb.low) is not None
    present = present or at > begins + 1
    if not present or verb.pos not in {"VERB", "NOUN", "ADJ", "X"} or verb.low in subjects.speaking_nouns(lang):
        return None
    found = nominal.right(items, after, lang)
    closed = found is not None and (found.end >= len(items) or items[found.end].is_punct)
    if found is None or found.pronoun or not closed or (verb.pos != "VERB" and items[after].low in {"de", "du", "des"}):
        return None
    person = all(nominal.is_capital(item) for item in items[found.start : found.end] if item.pos == "PROPN")
    named = person and any(item.pos == "PROPN" for item in items[found.start : found.start + 2])
    office = items[found.head].low in subjects.speaking_nouns(lang)
    if not office and not (named and (verb.pos == "VERB" or items[after].pos == "PROPN")):
        return None
    span = (items[begins].start, verb.end)
    return Point(begins, found.end, span, subjects.make(items, found, lang), None, "unknown-verb", 0.65)


def _long(scene: Scene, at: int) -> bool:
    quote = scene.items[at].quote
    return quote is not None and (
        speechlike(scene.text, scene.items[at]) or words_in(scene.text[quote.start : quote.end]) > 1
    )
