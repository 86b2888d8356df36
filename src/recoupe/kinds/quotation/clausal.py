"""What a verb reports after it: clauses, infinitives, noun phrases, counts, and a few quoted words."""

from __future__ import annotations

from recoupe.kinds.quotation import extents, nominal, subjects
from recoupe.kinds.quotation.controllers import joined, main_after, main_subject
from recoupe.kinds.quotation.cues import Cue
from recoupe.kinds.quotation.draft import Draft, Scene, Span, inner
from recoupe.kinds.quotation.frame import Item
from recoupe.kinds.quotation.lexicon import grammar, low, source_words, words
from recoupe.kinds.quotation.speaker import Speaker

MAX_GAP = 16


def read(scene: Scene, last: Speaker | None) -> list[Draft]:
    """The quotations of one sentence reported after a verb; `last` is who spoke before, for « ajoutant que »."""
    drafts: list[Draft] = []
    speaker_here: Speaker | None = None
    for cue in scene.cues:
        if cue.start in scene.used or cue.passive:
            continue
        nested = any(d.start <= scene.items[cue.start].start < d.end for d in drafts)
        found = _content(scene, cue)
        if found is None:
            continue
        start, end, construction, score = found
        if nested and construction not in {"that-clause", "bare-clause"}:
            continue
        joined = cue.shape == "gerund" and cue.start and scene.items[cue.start - 1].low in extents.AND
        speaker, same = _speaker(scene, cue, speaker_here or last)
        if joined and drafts and drafts[-1].shape == "gerund":
            # « des tracts appelant à X ou dénonçant Y »: both say what the same source says.
            speaker, same = drafts[-1].speaker, False
        if not _may_speak(scene, cue, speaker, same, construction):
            continue
        if construction in {"infinitive", "reports-noun"} and speaker is not None and _relativised(scene, speaker):
            continue
        contents = _contents(scene, start, end, construction)
        if not contents:
            continue
        quoted = any(not _scare(scene, i) for i in range(start, end) if scene.items[i].quote is not None)
        whole = end - start == 1 and scene.items[start].quote is not None
        form = (
            "direct"
            if whole and (construction == "words" or scene.text[inner(scene.items[start])[1] - 1] in "!?")
            else "mixed"
            if quoted
            else "indirect"
        )
        if construction == "object" and not quoted:
            continue
        scene.mark(start, end)
        scene.used.update(range(cue.start, start))
        cue_span = (scene.items[cue.start].start, scene.items[_cue_end(scene, cue) - 1].end)
        drafts.append(
            Draft(contents, form, construction, score, scene.sentence.number, cue_span, speaker,  # type: ignore[arg-type]
                  cue.taking("que"), same=same, negated=False)
        )  # fmt: skip
        speaker_here = speaker or speaker_here
        drafts[-1].via_span, drafts[-1].shape = _said_in(scene, cue), cue.shape
    return drafts


def _relativised(scene: Scene, speaker: Speaker) -> bool:
    """« la règle que le maire a promis de suivre »: what is promised stands before, not after."""
    before = [item.low for item in scene.items if item.end <= speaker.start]
    return bool(before) and before[-1] in {"que", "qu'", "dont", "où", "that", "which"}


def _cue_end(scene: Scene, cue: Cue) -> int:
    nxt = scene.items[cue.end].low if cue.end < len(scene.items) else ""
    return cue.end + 1 if any(o.after for o in cue.options) and nxt in {"de", "d'"} else cue.end


def _speaker(scene: Scene, cue: Cue, last: Speaker | None) -> tuple[Speaker | None, bool]:
    """The subject of the verb, or the speaker it shares with an earlier one (`True`)."""
    lang, items = scene.lang, scene.items
    clitic = subjects.from_clitic(items, cue, lang)
    if clitic is not None:
        return clitic, False
    if cue.shape in {"gerund", "infinitive"}:
        if cue.shape == "gerund" and cue.start > 1 and items[cue.start - 1].pos in {"NOUN", "PROPN"}:
            host = subjects.left(items, cue, 0, lang)
            if host is not None and (not _paper(scene, host) or main_subject(scene, cue) is None):
                return host, False
        main = main_subject(scene, cue) or main_after(scene, cue)
        if main is not None:
            return main, False
        return last, last is not None
    found = (main_subject(scene, cue) if joined(scene, cue) else None) or subjects.left(items, cue, 0, lang)
    if found is not None:
        return found, False
    before = items[cue.start - 1].low if cue.start else ""
    if before in extents.AND | {","} or cue.start == 0:
        return (main_subject(scene, cue) or last), False
    if cue.end < len(items):
        return subjects.rightward(items, cue.end, lang) if before in words(lang, "clitics") else None, False
    return None, False


def _paper(scene: Scene, host: Speaker) -> bool:
    """The words name a document or a message, not someone."""
    carriers = source_words(scene.lang, "carriers")
    return host.kind == "document" or any(low(w) in carriers for w in scene.text[host.start : host.end].split())


def _said_in(scene: Scene, cue: Cue) -> Span | None:
    """« a publié un communiqué affirmant que »: the document before a gerund is what is spoken through."""
    items = scene.items
    if cue.shape != "gerund" or cue.start < 2 or items[cue.start - 1].pos != "NOUN":
        return None
    host = subjects.left(items, cue, 0, scene.lang)
    main = main_subject(scene, cue)
    if host is None or not _paper(scene, host) or main is None or main.start == host.start:
        return None
    return host.start, host.end


def _may_speak(scene: Scene, cue: Cue, speaker: Speaker | None, same: bool, construction: str) -> bool:
    """Impersonal and first-person clauses in the account's own voice report nobody."""
    if speaker is None:
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
        return speaker.pronoun == "it" and cue.taking("that").classes[0] in {"say", "announce"}
    if cue.shape == "infinitive":
        return _light(scene, cue)
    return True


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


def _content(scene: Scene, cue: Cue) -> tuple[int, int, str, float] | None:
    """Where what a verb reports starts and ends, which construction it is, and how sure that is."""
    lang = scene.lang
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
    whether = _after(scene, cue, words(lang, "whether"), 3)
    if (
        whether is not None
        and (cue.takes("si") or cue.takes("whether"))
        and cue.taking("si").classes[0] in {"ask", "believe"}
    ):
        return whether, extents.clause_end(scene, cue, whether), "indirect-question", 0.7
    at = cue.end
    if lang == "fr":
        return _french_object(scene, cue, at)
    return _english_object(scene, cue, at)


def _french_object(scene: Scene, cue: Cue, at: int) -> tuple[int, int, str, float] | None:
    items = scene.items
    if at >= len(items):
        return None
    if cue.takes("inf"):
        verb = at if _infinitive(items[at]) else _past_adjunct(scene, at)
        if verb is not None and _infinitive(items[verb]):
            return verb, extents.clause_end(scene, cue, verb), "infinitive", 0.85
    de = items[at].low in {"de", "d'"}
    if de and cue.takes("np"):
        start = at + 1
        return start, extents.phrase_end(scene, start), "reports-noun", 0.8
    if cue.takes("de-inf"):
        asked = at if de else _past_addressee(scene, at)
        if asked is not None and asked + 1 < len(items) and _infinitive(items[asked + 1]):
            return asked + 1, extents.clause_end(scene, cue, asked + 1), "infinitive", 0.75
    accused = _accusation(scene, cue, at)
    if accused is not None:
        return accused
    if cue.takes("a-np"):
        called = _called_for(scene, cue, at)
        if called is not None:
            return called
    return _count(scene, cue, at) or _fragment(scene, cue, at)


def _past_adjunct(scene: Scene, at: int) -> int | None:
    """The item after « devant les gendarmes », « à la barre », said between a verb and its infinitive."""
    if scene.items[at].low not in {"devant", "à", "au", "aux", "auprès", "lors", "en", "sur", "dans"}:
        return None
    found = nominal.right(scene.items, at + 1, scene.lang, appose=False)
    return found.end if found is not None and found.end < len(scene.items) else None


def _past_addressee(scene: Scene, at: int) -> int | None:
    """The « de » after who is asked: « demande aux habitants de », « prie les jurés de »."""
    items = scene.items
    start = at + 1 if items[at].low in {"à", "au", "aux"} else at
    found = nominal.right(items, start, scene.lang, appose=False)
    if found is None:
        return None
    for i in range(start + 1, min(found.end + 2, len(items) - 1)):
        if items[i].low in {"de", "d'"} and _infinitive(items[i + 1]):
            return i
    return None


def _called_for(scene: Scene, cue: Cue, at: int) -> tuple[int, int, str, float] | None:
    """« appelle à la grève », « appelle les habitants à rester »: what is called for, an act or a verb."""
    items = scene.items
    for i in range(at, min(len(items) - 1, at + 9)):
        if items[i].is_punct or items[i].low in words(scene.lang, "that"):
            return None
        if items[i].low in {"à", "au", "aux"}:
            after = items[i + 1]
            if _infinitive(after):
                return i + 1, extents.clause_end(scene, cue, i + 1), "infinitive", 0.75
            if i == at and not {after.low, items[min(i + 2, len(items) - 1)].low} & words(scene.lang, "not_calls"):
                found = nominal.right(items, i + 1, scene.lang)
                return (i + 1, _before_verb(scene, i + 1), "reports-noun", 0.7) if found else None
    return None


def _before_verb(scene: Scene, at: int) -> int:
    """The end of a noun phrase that may be followed by the main verb: « des tracts appelant à la grève ont été… »."""
    end = extents.fragment_end(scene, at)
    for i in range(at, end):
        if scene.items[i].low in words(scene.lang, "relative"):
            return end
        if scene.items[i].pos == "AUX" or (scene.items[i].pos == "VERB" and extents.tensed(scene.items[i])):
            return i
    return end


def _state(scene: Scene, cue: Cue) -> tuple[int, int, str, float] | None:
    """« se dit favorable à… », « juge nécessaire de… »: an adjective that says what is thought."""
    items, at = scene.items, cue.end
    while at < len(items) and (items[at].pos == "ADV" or items[at].low in {"très", "plutôt", ",", "lui", "elle"}):
        at += 1
    if at >= len(items):
        return None
    participle = items[at].pos == "VERB" and items[at].low.endswith(("é", "ée", "és", "ées", "is", "ise", "u", "ue"))
    adjective = items[at].pos == "ADJ" or participle
    opinion = at + 1 < len(items) and items[at + 1].low in {"de", "d'", "que", "qu'"} and items[at].pos == "ADJ"
    if (cue.takes("adj") and (adjective or items[at].low in {"pour", "contre"})) or (cue.takes("adj-de") and opinion):
        start = cue.end if items[cue.end].low != "," and cue.end < at else at
        return start, extents.clause_end(scene, cue, at), "state", 0.75
    return None


def _english_object(scene: Scene, cue: Cue, at: int) -> tuple[int, int, str, float] | None:
    items = scene.items
    if at >= len(items):
        return None
    if cue.takes("to") and items[at].low == "to":
        return at, extents.clause_end(scene, cue, at), "infinitive", 0.75
    if cue.takes("obj-to") and (asked := _to_after_object(scene, at)) is not None:
        return asked, extents.clause_end(scene, cue, asked), "infinitive", 0.75
    if cue.takes("bare") and cue.shape != "infinitive":
        start = _bare(scene, cue, at)
        start = _complement(scene, cue) if start is None else start
        if start is not None:
            return start, extents.clause_end(scene, cue, start), "bare-clause", 0.85
    if cue.takes("gerund") and items[at].low.endswith("ing") and items[at].pos in {"VERB", "NOUN", "AUX"}:
        return at, extents.clause_end(scene, cue, at), "gerund", 0.75
    accused = _accusation(scene, cue, at)
    if accused is not None:
        return accused
    if cue.takes("np") and nominal.right(items, at, "en") is not None:
        return at, extents.np_end(scene, at), "reports-noun", 0.7
    return _count(scene, cue, at) or _fragment(scene, cue, at)


def _to_after_object(scene: Scene, at: int) -> int | None:
    """The *to* after who is asked: *urged lawmakers to vote*, *called on Congress to act*."""
    items = scene.items
    found = nominal.right(items, at, scene.lang, appose=False)
    if found is None or found.end + 1 >= len(items):
        return None
    to = found.end + 1 if items[found.end].low in {"not", "never"} else found.end
    return to if items[to].low == "to" else None


def _accusation(scene: Scene, cue: Cue, at: int) -> tuple[int, int, str, float] | None:
    """*accused the firm of hiding data*, « accuse la direction d'avoir menti »: whom and what, to the clause's end."""
    items = scene.items
    if not cue.takes("accusation"):
        return None
    found = nominal.right(items, at, scene.lang, appose=False)
    start = at
    if found is None or found.pronoun in words(scene.lang, "first_person"):
        return None
    for i in range(found.start + 1, min(found.end + 2, len(items) - 1)):
        after = items[i + 1]
        verb = after.low.endswith("ing") if scene.lang == "en" else _infinitive(after)
        if items[i].low in {"of", "for", "de", "d'"} and verb:
            return start, extents.clause_end(scene, cue, start), "accusation", 0.75
    return None


def _complement(scene: Scene, cue: Cue) -> int | None:
    """The clause the parse makes the verb's complement, when it starts right after the verb."""
    token = scene.items[cue.verb].token
    if token is None:
        return None
    place = {item.token.i: i for i, item in enumerate(scene.items) if item.token is not None}
    for child in token.children:
        start = place.get(child.left_edge.i)
        clause = child.dep_ == "ccomp" and any(c.dep_.startswith("nsubj") for c in child.children)
        if clause and start is not None and cue.end <= start <= cue.end + 1 and child.i > token.i:
            return start
    return None


def _bare(scene: Scene, cue: Cue, at: int) -> int | None:
    """The start of a clause without *that*: a subject with its verb right after it."""
    items = scene.items
    i = at
    for _ in range(8):
        if i >= len(items) or items[i].is_punct or items[i].quote is not None:
            return None
        found = nominal.right(items, i, "en", appose=True)
        skip = (
            items[i].low in grammar("en", "stops")
            or items[i].pos in {"ADV"}
            or items[i].low in {"only", "afternoon", "morning"}
        )
        if found is not None and not skip:
            told = cue.taking("bare").lemma in {"tell", "assure", "inform", "warn", "notify"} and i == at
            if told and found.pronoun is None:
                within = next(
                    (k for k in range(i + 1, found.end) if items[k].low in words("en", "pronouns")), found.end
                )
                if within < found.end or not _verb_follows(scene, found.end):
                    i = within
                    continue
            if _verb_follows(scene, found.end):
                return i
            if told:
                i = found.end
                continue
            return i if items[i].low in {"there"} else None
        if items[i].low == "there":
            return i
        if skip:
            i += 1
            continue
        if items[i].pos == "ADP":
            inside = nominal.right(items, i + 1, "en", appose=False)
            if inside is None:
                i += 1
                continue
            i = inside.end
            continue
        return i if items[i].pos == "SCONJ" and items[i].low == "if" else None
    return None


def _verb_follows(scene: Scene, at: int) -> bool:
    items = scene.items
    for i in range(at, min(len(items), at + 4)):
        if items[i].pos in {"VERB", "AUX"} and not items[i].low.endswith("ing"):
            return True
        if items[i].low in {"'s", "’s", "'d", "'ll", "'re", "'ve"}:
            return True
        if items[i].pos not in {"ADV", "PART", "PRON"} and items[i].low not in {"who", "which"}:
            return False
    return False


def _infinitive(item: object) -> bool:
    token = getattr(item, "token", None)
    if token is None:
        return False
    if token.text.lower() in {"ne", "n'", "n’", "se", "s'", "s’", "y", "en"} and token.i + 1 < len(token.doc):
        token = token.doc[token.i + 1]
        if token.text.lower() in {"pas", "plus", "jamais"} and token.i + 1 < len(token.doc):
            token = token.doc[token.i + 1]
    return "Inf" in token.morph.get("VerbForm", []) or (
        token.pos_ in {"VERB", "AUX"} and token.text.lower().endswith(("er", "ir", "oir", "re"))
    )


def _after_that(scene: Scene, cue: Cue) -> int | None:
    return _after(scene, cue, words(scene.lang, "that"), MAX_GAP)


def _after(scene: Scene, cue: Cue, wanted: frozenset[str], gap: int) -> int | None:
    """The item after « que » when nothing but adjuncts stands between the verb and it."""
    items = scene.items
    for i in range(cue.end, min(len(items), cue.end + gap)):
        if items[i].low in wanted:
            if i > cue.end and _object_between(scene, cue, i):
                return None
            return i + 1 if i + 1 < len(items) else None
        if items[i].quote is not None or items[i].low in {":", ";"}:
            return None
        if items[i].pos in {"AUX"} or (items[i].pos == "VERB" and extents.tensed(items[i])):
            return None
    return None


def _object_between(scene: Scene, cue: Cue, that: int) -> bool:
    """A noun right before « que » makes it a relative: « a publié la note que le maire a lue »."""
    items = scene.items
    first = items[cue.end]
    person = first.low in words(scene.lang, "between") or first.pos in {"ADV", "ADP"} or first.is_punct
    timely = first.low in grammar(scene.lang, "stops")
    if person or timely or first.low in words(scene.lang, "clitics"):
        return False
    if scene.lang == "en":
        return cue.taking("that").lemma not in {"tell", "assure", "inform", "warn", "notify", "remind", "advise"}
    found = nominal.right(items, cue.end, scene.lang)
    inverted = cue.start > 0 and items[cue.start - 1].is_punct
    human = found is not None and (nominal.is_capital(items[found.head]) or items[cue.end].low in {"les", "des"})
    return not (human or inverted) or cue.taking("que").lemma in {"publier", "écrire"}


def _count(scene: Scene, cue: Cue, at: int) -> tuple[int, int, str, float] | None:
    """« a recensé 40 blessés »: the number and what it counts, to the comma."""
    items = scene.items
    if not cue.takes("count"):
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


def _fragment(scene: Scene, cue: Cue, at: int) -> tuple[int, int, str, float] | None:
    """A few quoted words in what the verb is about: « a dénoncé une "honte nationale" »."""
    items = scene.items
    if not (cue.takes("fragment") or cue.takes("quote") or cue.takes("words")):
        return None
    end, relative = at, False
    for i in range(at, min(len(items), at + 24)):
        item = items[i]
        if item.quote is not None:
            if i in scene.quoted:
                return None
            end = i + 1
            break
        if item.low in grammar(scene.lang, "places"):
            return None
        relative = relative or (i > at and item.low in words(scene.lang, "relative"))
        verb = item.pos == "AUX" or (item.pos == "VERB" and extents.tensed(item))
        if item.low in {":", ";"} or (item.low == "," and not _aside(items, i, at)) or (verb and not relative):
            return None
    if end == at:
        return None
    if cue.takes("words") and not (cue.takes("fragment") or cue.takes("quote")):
        return end - 1, end, "words", 0.8
    start = at
    commas = [i for i in range(at, end - 1) if items[i].low == "," and items[i + 1].low in {"à", "de", "d'", "sur"}]
    start = commas[-1] + 1 if commas else at
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


def _contents(scene: Scene, start: int, end: int, construction: str) -> list[Span]:
    """The reported clauses, one for each coordinated « que »."""
    if construction not in {"that-clause"}:
        span = scene.span(start, end)
        return [span] if span else []
    that = words(scene.lang, "that")
    cuts, spans = [start], []
    for i in range(start + 1, end - 1):
        if (
            scene.items[i + 1].low in that
            and (scene.items[i].low in extents.AND or scene.items[i].low == ",")
            and i > cuts[-1] + 2
        ):
            if scene.items[i].low == "," and scene.lang == "en":
                continue
            left = i - 1 if scene.items[i - 1].low == "," else i
            spans.append((cuts[-1], left))
            cuts.append(i + 2)
    spans.append((cuts[-1], end))
    return [span for a, b in spans if (span := scene.span(a, b))]


def _scare(scene: Scene, at: int) -> bool:
    start, end = inner(scene.items[at])
    return scene.text.count(scene.text[start:end]) > 1 and end - start < 40
