"""Attributions that stand after or inside what is said: « …, a dit X », « …, selon X, … », *…, she said*."""

from __future__ import annotations

from recoupe.annotate.conjugation import read as read_form
from recoupe.kinds.quotation import according, nominal, subjects
from recoupe.kinds.quotation.body import Form
from recoupe.kinds.quotation.cues import Cue
from recoupe.kinds.quotation.draft import Draft, Point, Scene, Span, inner
from recoupe.kinds.quotation.frame import speechlike
from recoupe.kinds.quotation.lexicon import Verb, grammar, words
from recoupe.kinds.quotation.speaker import Speaker

_PLAIN = frozenset({"say", "write", "report", "add", "warn", "note", "explain"})
ASIDE = frozenset({"subject-verb", "inverted-noun", "inverted-pronoun"})
_CLOSING = frozenset({",", "!", "?", "…", "...", "–", "—", "-", "(", "!?", "?!"})


def points(scene: Scene) -> list[Point]:
    """Every attribution of the sentence that is put after words or between them, in order."""
    found = [p for cue in scene.cues if (p := _by_verb(scene, cue)) is not None]
    found += according.by_preposition(scene)
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
    cue_span = (items[cue.start].start, items[cue.end - 1].end)
    at = cue.start
    while at > 0 and items[at - 1].low in words(lang, "clitics") | words(lang, "reflexive"):
        at -= 1
    clitic = subjects.from_clitic(items, cue, lang)
    verb = cue.taking("quote") if cue.takes("quote") else cue.taking("after")
    if clitic is not None:
        if not _after_speech(scene, at) or _asks(scene, cue):
            return None
        return Point(at, cue.end, cue_span, clitic, verb, "inverted-pronoun", 0.95)
    if _after_speech(scene, at) and (_quoted_before(scene, at) or _clause_before(scene, cue, at)):
        speaker = subjects.rightward(items, cue.end, lang)
        if speaker is not None and not _has_own_clause(scene, cue, speaker):
            return Point(at, speaker.after, cue_span, speaker, verb, "inverted-noun", 0.93)
    if lang == "fr" and cue.takes("que") and _after_speech(scene, at) and scene.items[at - 1].low == ",":
        # « D'ici là, précise la préfecture, la route restera fermée »: the clause comes after.
        speaker = subjects.rightward(items, cue.end, lang)
        if speaker is not None and _could_speak(scene, cue) and _clause_after(scene, speaker.after, len(items)):
            return Point(at, speaker.after, cue_span, speaker, verb, "inverted-noun", 0.85)
    return _subject_first(scene, cue, cue_span, verb)


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
        finite = finite or (not relative and item.pos not in {"NOUN", "DET", "PUNCT"} and _finite(item))
    if _subject_right(scene, cue) and not _subject_left(scene, cue):
        return True
    return finite and (not _subject_left(scene, cue) or _could_speak(scene, cue))


def _could_speak(scene: Scene, cue: Cue) -> bool:
    """What follows the verb is a person, a body or a document by its noun, which outweighs a parse that says object."""
    found = subjects.rightward(scene.items, cue.end, scene.lang)
    if found is None or found.start != scene.items[cue.end].start:
        return False
    span = scene.items[cue.end : found.after]
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
        joined = at > 1 and scene.items[at - 2].end == before.start and before.low in {"-", "–", "—"}
        return before.low in _CLOSING and not joined
    if at == 1 or scene.items[at - 2].is_punct or scene.items[at - 2].quote is not None:
        return True
    return speechlike(scene.text, before)


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
    for at in range(max(1, end - 14), end):
        before = items[at - 1]
        if before.quote is None and (before.low not in _CLOSING or lang == "fr"):
            continue
        if before.quote is not None and not speechlike(scene.text, before):
            continue
        found = nominal.right(items, at, lang, end)
        aside = found is not None and any(items[i].low == "," for i in range(found.start, found.end))
        reach = {end, bare_end} if aside else {end}
        if found is None or found.end not in reach or not _closes(scene, cue.end):
            continue
        region = items[:at]
        clause = before.quote is not None or any(_finite(i) for i in region if i.pos in {"VERB", "AUX"})
        if (not clause and not (cue.takes("bare") or cue.takes("that"))) or (
            not clause and not _clause_after(scene, cue.end, len(items))
        ):
            return None
        return Point(
            at, _past_tail(scene, cue.end), cue_span, subjects.make(items, found, lang), verb, "subject-verb", 0.92
        )
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
        if item.pos == "AUX" or (item.pos == "VERB" and i > at and _finite(item)):
            return False
    return True


def _past_tail(scene: Scene, at: int) -> int:
    i = at
    while i < len(scene.items) and not scene.items[i].is_punct and scene.items[i].quote is None:
        i += 1
    return i


def read(scene: Scene) -> list[Draft]:
    """The quotations whose attribution is attached to them."""
    drafts: list[Draft] = []
    bound = 0
    found = points(scene)
    for number, point in enumerate(found):
        limit = found[number + 1].start if number + 1 < len(found) else len(scene.items)
        draft, bound = _one(scene, point, bound, limit, number + 1 < len(found))
        if draft is not None:
            drafts.append(draft)
            scene.used.update(range(point.start, point.end))
    return drafts


def _one(scene: Scene, point: Point, bound: int, limit: int, more: bool) -> tuple[Draft | None, int]:
    before = _region(scene, bound, point.start)
    if before is not None and point.construction in ASIDE and _opens_only(scene, before):
        before = None
    if before is None:
        aside = point.construction in ASIDE and _clause_after(scene, point.end, limit)
        if point.construction not in {"according", "of-source", "opinion"} and not aside:
            return None, point.end
        end = _split(scene, point.end, limit) if more else limit
        after = scene.span(point.end, end)
        if after is None or end - point.end < 3:
            return None, point.end
        contents, form = _pieces(scene, point.end, end)
        return _draft(scene, point, contents, form), end
    start, end = before
    if point.construction == "according" and _says_it_himself(scene, start, end):
        return None, point.end
    if point.construction == "according":
        start = _after_colon(scene, start, end)
    contents, form = _pieces(scene, start, end)
    if point.construction == "according":
        start, contents, form = _narrow(scene, start, end, point, contents, form)
    relative = not contents and start == end
    if not contents and not relative:
        return None, point.end
    rest_end = limit if relative else _goes_on(scene, point, limit, more, start, end)
    if rest_end > point.end:
        more_contents, more_form = _pieces(scene, point.end, rest_end)
        contents += more_contents
        form = more_form if relative else form if form == more_form else "mixed"
    if not contents:
        return None, point.end
    return _draft(scene, point, contents, form), max(point.end, rest_end)


def _opens_only(scene: Scene, region: tuple[int, int]) -> bool:
    """Nothing stands before but a word that joins the sentence to the last: *But*, « Pourtant »."""
    start, end = region
    return end - start == 1 and scene.items[start].quote is None and scene.items[start].pos in {"CCONJ", "ADV", "SCONJ"}


def _clause_after(scene: Scene, at: int, limit: int) -> bool:
    """A comma and a clause of its own follow: *But, Reed added, the dam will hold*."""
    items = scene.items
    if at >= len(items) or items[at].low != ",":
        return False
    return any(_finite(item) for item in items[at + 1 : limit] if item.quote is None)


def _draft(scene: Scene, point: Point, contents: list[Span], form: Form) -> Draft:
    return Draft(
        contents,
        form,
        point.construction,
        point.score,
        scene.sentence.number,
        point.cue,
        point.speaker,
        point.verb,
    )


def _region(scene: Scene, bound: int, end: int) -> tuple[int, int] | None:
    """The items said before an attribution, without the comma; None when there are none."""
    items = scene.items
    start = bound
    while start < end and (items[start].is_punct or (items[start].low in {"et", "and", "mais", "but"} and bound)):
        start += 1
    while end > start and items[end - 1].is_punct and items[end - 1].low not in {"%", ")", "€"}:
        end -= 1
    return (start, end) if start < end else None


def _pieces(scene: Scene, start: int, end: int) -> tuple[list[Span], Form]:
    """The contents in a run of items: quoted passages alone are direct, words among them make it mixed."""
    items = scene.items
    while start < end and items[start].is_punct:
        start += 1
    while end > start and items[end - 1].is_punct and items[end - 1].low not in {"%", ")", "€"}:
        end -= 1
    plain = [i for i in range(start, end) if items[i].quote is None and not items[i].is_punct]
    quoted = [i for i in range(start, end) if items[i].quote is not None]
    scene.quoted.update(quoted)
    if not plain:
        return [inner(items[i]) for i in quoted], "direct"
    if (
        quoted
        and quoted[-1] == end - 1
        and items[end - 2].low in {":", ".", "?", "!"}
        and speechlike(scene.text, items[end - 1])
    ):
        return [inner(items[end - 1])], "direct"
    if quoted and quoted[0] == start and speechlike(scene.text, items[start]):
        rest = scene.span(start + 1, end)
        return [inner(items[start]), *([rest] if rest else [])], "mixed"
    span = scene.span(start, end)
    real = [i for i in quoted if not _scare(scene, i)]
    return ([span] if span else []), ("mixed" if real else "indirect")


def _scare(scene: Scene, at: int) -> bool:
    """A short quoted name used more than once in the account is a name, not speech."""
    start, end = inner(scene.items[at])
    return scene.text.count(scene.text[start:end]) > 1


def _narrow(
    scene: Scene, start: int, end: int, point: Point, contents: list[Span], form: Form
) -> tuple[int, list[Span], Form]:
    """What « selon X » bears on when it is put inside a clause: after « ce qui », a bracket's noun phrase, a clause."""
    items = scene.items
    opening = items[point.start - 1].low if point.start else ""
    if items[end - 1].quote is not None and end - start > 2 and not speechlike(scene.text, items[end - 1]):
        return end - 1, [inner(items[end - 1])], "mixed"
    if (
        opening in {"(", "–", "—", "-"}
        and point.end < len(items)
        and items[point.end].is_punct
        and point.end + 1 < len(items)
    ):
        for at in range(start, end):
            found = nominal.right(items, at, scene.lang, end)
            numbered = any(c.isdigit() for c in items[at].low)
            if found is not None and found.end == end and (numbered or items[at].pos in {"NUM"}):
                span = scene.span(at, end)
                return at, [span] if span else [], "indirect"
        return start, [], form
    for at in range(end - 1, start, -1):
        if items[at].low in {"qui", "laquelle", "lequel", "lesquels", "which"} and end - at <= 1:
            return end, [], form
        if items[at].low == "laquelle" or (items[at].low == "qui" and not _comma_between(items, at, end)):
            span = scene.span(at + 1, end)
            if opening != ",":
                return at + 1, [span] if span else [], form
            break
    return start, contents, form


def _says_it_himself(scene: Scene, start: int, end: int) -> bool:
    """« Un rescapé a évoqué "une vague", selon sa famille »: the words are the survivor's, whoever passes them on."""
    if scene.items[end - 1].quote is None:
        return False
    return any(
        start < cue.start and cue.end in {end - 1, end - 2} and cue.shape == "finite" and not cue.passive
        for cue in scene.cues
        if cue.takes("fragment") or cue.takes("quote")
    )


def _after_colon(scene: Scene, start: int, end: int) -> int:
    """« La reprise tarde : les ventes ont reculé, selon X »: X is cited for the clause the colon opens."""
    for at in range(end - 1, start, -1):
        if scene.items[at].low == ":":
            clause = any(_finite(item) for item in scene.items[at + 1 : end] if item.quote is None)
            return at + 1 if clause else start
    return start


def _comma_between(items: tuple[object, ...], start: int, end: int) -> bool:
    return any(getattr(items[i], "low", "") == "," for i in range(start, end))


def _split(scene: Scene, start: int, end: int) -> int:
    """Where one attribution's clause gives way to the next one's: the last coordination between the two."""
    for at in range(end - 1, start, -1):
        if scene.items[at].low in {"et", "and", "mais", "but", ";", "tandis"}:
            return at
    return end


def _goes_on(scene: Scene, point: Point, limit: int, more: bool, start: int, end: int) -> int:
    """Up to which item what is said goes on after the attribution; the attribution's own end when it does not."""
    items = scene.items
    at = point.end
    while at < limit and items[at].is_punct and items[at].low in {",", ":", "–", "—"}:
        at += 1
    if at >= limit or (at == point.end and items[at].quote is None):
        return point.end
    if items[at].quote is not None:
        return point.end if more and items[at + 1 : at + 2] and at + 1 >= limit - 1 else at + 1
    if more or point.end >= len(items) or items[point.end].low != ",":
        return point.end
    said_verb = any(i.pos in {"VERB", "AUX"} and _finite(i) for i in items[start:end] if i.quote is None)
    unfinished = items[start].low in grammar(scene.lang, "lead_ins") or items[end - 1].pos == "AUX"
    if said_verb and not unfinished and items[end - 1].low not in {"qui"}:
        return point.end
    if any(items[i].quote is not None for i in range(start, end)) or items[at].low.endswith(("ing", "ant")):
        return point.end
    rest_verb = next((i for i in items[at:limit] if i.pos in {"VERB", "AUX"}), None)
    return (
        limit
        if rest_verb is not None and _finite(rest_verb) and items[at].low not in words(scene.lang, "relative")
        else point.end
    )


def _finite(item: object) -> bool:
    token = getattr(item, "token", None)
    if token is None:
        return False
    return "Fin" in token.morph.get("VerbForm", []) or (
        token.doc.lang_.endswith("fr") and read_form(token.text) is not None
    )
