"""Quoted speech that its cue comes before, and speech interrupted by a cue inside the marks."""

from __future__ import annotations

from functools import cache

import regex

from recoupe.kinds.quotation import headlines, nominal, subjects
from recoupe.kinds.quotation.controllers import joined, main_subject, root_subject
from recoupe.kinds.quotation.cues import Cue, find
from recoupe.kinds.quotation.draft import Draft, Scene, inner
from recoupe.kinds.quotation.frame import Item, speechlike, tensed
from recoupe.kinds.quotation.lexicon import grammar, source_words, words
from recoupe.kinds.quotation.speaker import Speaker
from recoupe.lang import table

REACH = 8
NAMING = frozenset({"call", "term", "dub", "label", "brand", "appeler", "nommer", "baptiser"})
_CRIED = frozenset({"crier", "s'écrier", "hurler", "scander", "chanter", "entonner", "huer"})
_TELLING = frozenset({"tell", "assure", "inform", "warn", "remind"})
_AT = frozenset({"chez", "pour", "côté", "from", "for"})


def interrupted(scene: Scene, at: int, doc_items: tuple[Item, ...]) -> Draft | None:
    """« "La route est coupée, a dit le maire. On attend." »: a cue inside the marks, between two commas or stops."""
    quote = scene.items[at].quote
    if quote is None or len(doc_items) < 6:
        return None
    for cue in find(doc_items, scene.lang):
        if cue.start == 0 or cue.shape != "finite" or cue.passive or not cue.takes("quote"):
            continue
        if doc_items[cue.start - 1].low not in {",", "!", "?", "…"}:
            continue
        speaker = subjects.from_clitic(doc_items, cue, scene.lang) or _named_right(doc_items, cue, scene.lang)
        if speaker is None or speaker.pronoun in words(scene.lang, "first_person"):
            continue
        after = speaker.after
        while after < len(doc_items) and not doc_items[after].is_punct:
            after += 1
        after = _past_apposition(doc_items, after)
        closing = after >= len(doc_items) or doc_items[after].low in {",", ".", ":", "…"}
        if not closing or after - speaker.after > 10:
            continue
        mark = doc_items[cue.start - 1]
        first = (quote.inner_start, mark.start if mark.low == "," else mark.end)
        contents = [first]
        if after < len(doc_items) - 1:
            contents.append((doc_items[after + 1].start, quote.inner_end))
        cue_span = (doc_items[cue.start].start, doc_items[cue.end - 1].end)
        return Draft(
            contents, "direct", "inside-marks", 0.88, scene.sentence.number, cue_span, speaker, cue.taking("quote")
        )
    return None


def _past_apposition(items: tuple[Item, ...], at: int) -> int:
    """The full stop after « , 72 ans » or « , caissière à Brévannes »: what says who speaks before speech goes on."""
    if at + 2 >= len(items) or items[at].low != ",":
        return at
    stop = next((i for i in range(at + 1, min(len(items), at + 14)) if items[i].low in {".", "!", "?", "…"}), None)
    opens = items[at + 1]
    if stop is None or stop + 1 >= len(items) or any(i.pos == "AUX" or tensed(i) for i in items[at + 1 : stop]):
        return at
    aged = items[at + 2].low in {"ans", "years", "an"}
    common = opens.pos in {"NOUN", "ADJ", "VERB"} and not nominal.is_capital(opens) and not opens.low.endswith("ant")
    return stop if aged or common or opens.pos == "NUM" else at


def _named_right(items: tuple[Item, ...], cue: Cue, lang: str) -> Speaker | None:
    return subjects.rightward(items, cue.end, lang)


def introduced(scene: Scene, at: int, last: Speaker | None = None, late: bool = False) -> Draft | None:
    """Speech after its cue: « X a déclaré : "…" », « X : "…" », « aux cris de "…" ».

    `late`, once clauses have been read: words after « que » that no clause took.
    """
    items, lang = scene.items, scene.lang
    if at == 0:
        return headlines.read(scene, at)
    colon = items[at - 1].low == ":"
    cries = _cries(scene, at)
    if cries is not None:
        return cries
    cue = _nearest(scene, at, colon, late)
    if cue is not None and not cue.negated and not (_names(scene, cue, at) and not colon):
        speaker = speaker_of(scene, cue) or (last if colon else None)
        crowd = {"on"} if colon or cue.taking("quote").lemma in _CRIED else set()
        if speaker is not None and speaker.pronoun not in words(lang, "first_person") - crowd:
            span = (items[cue.start].start, items[cue.end - 1].end)
            score = 0.94 if colon else 0.85
            return Draft(
                [inner(items[at])],
                "direct",
                "cue-before",
                score,
                scene.sentence.number,
                span,
                speaker,
                cue.taking("quote"),
            )
    if not colon:
        return None
    title = headlines.read(scene, at)
    if title is not None or headlines.opens_with_name(scene, at) or not speechlike(scene.text, items[at]):
        return title
    speaker = _closing_name(scene, at - 1) or _person(scene, root_subject(scene, at - 1))
    if speaker is not None and speaker.pronoun not in words(lang, "first_person"):
        return Draft([inner(items[at])], "direct", "colon", 0.7, scene.sentence.number, None, speaker)
    return None


def _nearest(scene: Scene, at: int, colon: bool, late: bool) -> Cue | None:
    """The last cue before a quoted passage with nothing but adjuncts in between."""
    before = [c for c in scene.cues if c.end <= at and c.start not in scene.used and not c.passive]
    for cue in reversed(before):
        between = scene.items[cue.end : at - 1 if colon else at]
        if any(item.quote is not None for item in between) and not colon:
            return None
        whole = cue.takes("after") and not between and (colon or _sentence(scene, at))
        if not (cue.takes("quote") or (colon and cue.takes("que")) or whole) or (
            cue.shape == "infinitive" and not (colon and scene.lang == "fr")
        ):
            continue
        if colon and len(between) <= 20:
            return None if between and _in_relative(scene, cue) else cue
        if scene.lang == "en" and between and (_own_subject(between, cue) or cue.takes("accusation")):
            return None
        adverbial = (
            all(
                i.is_punct or i.pos in {"ADV", "ADP", "PRON", "PROPN"} or i.low in grammar(scene.lang, "stops")
                for i in between
            )
            or _adjunct(between)
            or _told_whom(between, cue)
        )
        clause = any(item.low in words(scene.lang, "that") for item in between)
        if scene.lang == "fr" and (not (cue.takes("quote") or whole) or (clause and not late)):
            continue
        if not colon and scene.lang == "fr" and _part_of_a_noun(scene, at):
            return None
        if len(between) <= REACH and adverbial and speechlike(scene.text, scene.items[at]):
            return cue
        return None
    return None


def _in_relative(scene: Scene, cue: Cue) -> bool:
    """« il céda au joueur qui en demandait deux : "…" »: the verb of a relative clause, whose main clause announces."""
    near = scene.items[max(0, cue.start - 4) : cue.start]
    relative = next((k for k, item in enumerate(near) if item.low in words(scene.lang, "relative")), None)
    if relative is None or any(item.is_punct for item in near[relative:]):
        return False
    start = cue.start - len(near) + relative
    told = start > 0 and not scene.items[start - 1].is_punct
    return told and any(i.pos in {"VERB", "AUX"} and tensed(i) for i in scene.items[:start])


def _person(scene: Scene, speaker: Speaker | None) -> Speaker | None:
    """Who a thing belongs to: « Le bilan de l'entraîneur est mitigé : "…" »."""
    if speaker is None or speaker.pronoun is not None:
        return speaker
    span = [i for i, item in enumerate(scene.items) if speaker.start <= item.start < speaker.end]
    if not span:
        return speaker
    whole = nominal.right(scene.items, span[0], scene.lang, span[-1] + 1, appose=False)
    head = whole.head if whole else next((i for i in span if scene.items[i].pos in {"NOUN", "PROPN"}), span[0])
    found = subjects.person_within(scene.items, nominal.Nominal(span[0], span[-1] + 1, head), scene.lang)
    return subjects.make(scene.items, found, scene.lang) if found is not None else speaker


def _told_whom(between: tuple[Item, ...], cue: Cue) -> bool:
    """*told The Harbour Post, “…”*: who was told, and a comma."""
    if len(between) < 2 or between[-1].low != "," or cue.taking("quote").lemma not in _TELLING:
        return False
    found = nominal.right(between, 0, "en", len(between) - 1)
    return found is not None and found.end == len(between) - 1


def _part_of_a_noun(scene: Scene, at: int) -> bool:
    """« a réclamé "un vrai plan" de la flotte »: words in small letters whose complement follows the marks."""
    start, end = inner(scene.items[at])
    follows = scene.items[at + 1].low if at + 1 < len(scene.items) else ""
    return scene.text[start].islower() and scene.text[end - 1] not in ".!?…" and follows in {"de", "d'", "du", "des"}


def _names(scene: Scene, cue: Cue, at: int) -> bool:
    """*a hymn called “A Charge to Keep”*: the marks hold a name."""
    start = inner(scene.items[at])[0]
    return cue.taking("quote").lemma in NAMING and scene.text[start].isupper()


def _adjunct(between: tuple[Item, ...]) -> bool:
    """*saying during the hearing last week, “…”*: a time or a place, closed by a comma."""
    if len(between) < 3 or between[-1].low != "," or between[0].pos not in {"ADP", "ADV"}:
        return False
    return not any(i.pos in {"VERB", "AUX", "SCONJ"} or i.low == "," for i in between[:-1])


def _closing_name(scene: Scene, end: int) -> Speaker | None:
    """Who ends a lead without a verb: « Même son de cloche chez Nadia Férant : "…" »."""
    items = scene.items
    if any(item.pos in {"VERB", "AUX"} for item in items[:end]):
        return None
    for start in range(end - 1, max(0, end - 8), -1):
        if items[start].low in _AT:
            found = nominal.right(items, start + 1, scene.lang, end)
            return subjects.make(items, found, scene.lang) if found is not None and found.end == end else None
    return None


def _sentence(scene: Scene, at: int) -> bool:
    """The quoted passage is a sentence by its capital and its stop: « Il a poursuivi "Nous irons voter." »."""
    start, end = inner(scene.items[at])
    words_ = scene.text[start:end]
    return words_[:1].isupper() and words_[-1:] in ".!?…" and speechlike(scene.text, scene.items[at])


def _own_subject(between: tuple[Item, ...], cue: Cue) -> bool:
    """*said the firm "has no plan"*, *said that he "would not go"*: the marks hold the rest of a clause."""
    if any(item.low == "that" for item in between):
        return True
    last = between[-1]
    if _told_whom(between, cue):
        return False
    if last.low in words("en", "pronouns") - {"you"}:
        return True
    governed = any(item.pos == "ADP" for item in between) or last.low in grammar("en", "stops")
    return last.pos == "PROPN" and not governed and cue.taking("quote").lemma in {"say", "claim", "insist", "argue"}


def _someone(item: Item) -> bool:
    """A name, a pronoun or a noun of people, no paper."""
    person = item.low in subjects.speaking_nouns("en") - set(source_words("en", "carriers"))
    return item.pos in {"PROPN", "PRON"} or (item.pos == "NOUN" and person)


def speaker_of(scene: Scene, cue: Cue) -> Speaker | None:
    """Whose words a cue brings before them: its clitic, its subject before or after it, else the sentence's subject."""
    clitic = subjects.from_clitic(scene.items, cue, scene.lang)
    if clitic is not None:
        return clitic
    beside = scene.items[cue.start - 1] if cue.start else None
    if cue.shape == "gerund" and beside is not None and scene.lang == "en" and _someone(beside):
        # *a film of Marsh saying, “…”*, *recalled a colleague saying, “…”*
        return subjects.left(scene.items, cue, 0, scene.lang)
    if cue.shape == "gerund" or (cue.shape == "finite" and joined(scene, cue)):
        return main_subject(scene, cue)
    left = subjects.left(scene.items, cue, 0, scene.lang) if cue.shape == "finite" else None
    if left is None and cue.shape == "finite":
        left = subjects.rightward(scene.items, cue.end, scene.lang)
    return left or root_subject(scene, cue.start)


@cache
def _crying(lang: str) -> tuple[regex.Pattern[str], ...]:
    """The words that announce a cry, near the end of what stands before it."""
    phrases = [phrase.split() for phrase in table(lang, "reporting")["words"]["cries"]]
    return tuple(regex.compile(rf"{regex.escape(a)}\s+{regex.escape(b)}[^.:;]{{0,40}}$") for a, b, *_ in phrases)


def _cries(scene: Scene, at: int) -> Draft | None:
    """« aux cris de "Dehors !" »: the crowd speaks; the speaker is the subject before."""
    before = scene.text[scene.sentence.start : scene.items[at].start].lower().rstrip()
    for pattern in _crying(scene.lang):
        match = pattern.search(before)
        if match is None:
            continue
        start = scene.sentence.start + match.start()
        limit = next((i for i, item in enumerate(scene.items) if item.start >= start), at)
        speaker = _ending(scene, limit) or root_subject(scene, limit)
        if speaker is None:
            return None
        span = (start, scene.sentence.start + len(before))
        return Draft([inner(scene.items[at])], "direct", "cries", 0.75, scene.sentence.number, span, speaker)
    return None


def _ending(scene: Scene, limit: int) -> Speaker | None:
    """The noun phrase right before the words « aux cris de »: « insulté par des manifestants aux cris de »."""
    for start in range(max(0, limit - 8), limit):
        found = nominal.right(scene.items, start, scene.lang, limit)
        by = start > 0 and scene.items[start - 1].low in {"par", "by"}
        if by and found is not None and found.end == limit and found.pronoun is None:
            return subjects.make(scene.items, found, scene.lang)
    return None
