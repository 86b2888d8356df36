"""Which way a clause points: to the past or to the future, from its governing verb."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Span, Token

from recoupe.annotate.conjugation import read
from recoupe.annotate.verbgroup import VERBAL, group, language, relation
from recoupe.kinds.timing.context import Sense
from recoupe.kinds.timing.leads import before, lead_of, noun_leads
from recoupe.lang import LANGUAGES, table

NONE = Sense("none")
_STEPS = 8
_FAR = 50
_DEEP = 3
_SMALL = 6
_OF = frozenset({"de", "du", "des", "d'", "d’", "of", "'s", "’s"})
_CLEFT = frozenset({"acl:relcl", "acl", "ccomp", "advcl", "csubj"})
_NOMINAL = frozenset({"NOUN", "PROPN"})


def _lang(token: Token) -> str:
    """The language whose table to ask: that of the pipeline, English when it is none of ours."""
    found = language(token)
    return found if found in LANGUAGES else "en"


@cache
def _forms(lang: str, name: str) -> frozenset[str]:
    return frozenset(table(lang, "time")["sense"][name])


@cache
def _stems(lang: str, name: str) -> tuple[str, ...]:
    return tuple(table(lang, "time")["sense"][name])


def _plans(token: Token) -> bool:
    """A verb or noun of intent: what it governs is still to come."""
    lang = _lang(token)
    if token.pos_ in VERBAL:
        return token.lower_.startswith(_stems(lang, "plan_stems"))
    return token.lower_ in _forms(lang, "plan_nouns")


def sense_of(doc: Doc, start: int, end: int, a_day: bool = False) -> Sense:
    """The sense of the clause around a passage; `none` when no verb says.

    `a_day` says that the passage names one day: with that, a present tense may point ahead (*opens Thursday*).
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return NONE
    lead = lead_of(doc, span[0].i, _lang(span[0]))
    if lead == "ahead" or _announced(span[0]):
        return Sense("future", True)
    if lead in {"back", "since"}:  # « depuis décembre » cannot lie ahead, however far back that is
        return Sense("past", True, True)
    if a_day and lead == "aim":  # « convoqué pour lundi »
        return Sense("future", True)
    if a_day and _opens_then(doc, span.start):
        return Sense("future")
    noun = _hangs_on_noun(span)
    if noun and (way := _noun_way(span)) is not None:
        return way
    verb, sure = _governor(span.root if doc.has_annotation("DEP") else None, span.start, span.end, doc)
    if verb is None:
        return Sense("future", lead == "by") if lead in {"by", "onward"} else Sense("none", near=noun)
    way = _way(verb)
    if way.way == "none" and way.near and (_opened(verb) or _of_the_next(verb)):
        return Sense("future", False)
    if way.way == "none" and way.near and not noun and (a_day or _timetabled(verb)):
        way = _present(verb)
    if lead == "by":  # *by Monday all schools had closed*, but *they are to close by Monday*
        return way if way.way == "past" and way.sure and sure else Sense("future", True)
    if lead == "onward" and verb.lower_.startswith(_stems(_lang(verb), "extends")):
        return Sense("future", False, noun)
    if lead == "onward" and not (way.way == "past" and sure and way.sure and _told_finite(verb)):
        return Sense("future", way.way == "future" and way.sure and sure, noun)
    if noun and way.way == "past" and not _is_subject(span.root, verb):
        return Sense("none", near=True)
    return Sense(way.way, way.sure and sure and not noun, noun or way.near, way.tense and sure and not noun)


def _told_finite(verb: Token) -> bool:
    """A finite verb tells; the bare participle of a headline (« grève reconduite jusqu'à lundi ») does not."""
    return not verb.pos_ or group(verb).finite is not None


def _of_the_next(verb: Token) -> bool:
    """The subject is the next of its kind: *the next hearing is Tuesday*."""
    coming = _forms(_lang(verb), "coming")
    subjects = (child for token in (verb, verb.head) for child in token.children if relation(child) == "nsubj")
    return any(word.lower_ in coming for subject in subjects for word in subject.children)


def _opened(verb: Token) -> bool:
    """The verb stands in an open condition: *if talks fail on Friday*."""
    marks = _forms(_lang(verb), "open_marks")
    return any(child.i < verb.i and child.lower_ in marks for child in verb.children)


def _opens_then(doc: Doc, start: int) -> bool:
    """« Le musée rouvre jeudi », *Polls open on Sunday*: a timetable's present right before its day."""
    lang = _lang(doc[start])
    at = start - 1
    openers = _forms(lang, "day_openers")
    while (
        at > 0
        and start - at <= _SMALL
        and (doc[at].lower_ in openers or doc[at].text[0].isdigit() or doc[at + 1].lower_ == "time")
    ):
        at -= 1  # « débute à 15 heures samedi », *starts at 3 p.m. on Saturday*
    if at < 1 or doc[at].lower_ not in _forms(lang, "timetable_forms"):
        return False
    subject = doc[at - 1]
    alone = doc[at].pos_ == "NOUN" and doc[at].dep_ == "ROOT" and subject.pos_ == "ADJ"  # a verb taken for a noun
    named = (alone or subject.pos_ in _NOMINAL) and subject.lower_ not in _forms(lang, "past_forms")
    return named or subject.lower_ in {"se", "s'", "s’", "it", "il", "elle", "ils", "elles", "they"}


def _done(verb: Token) -> bool:
    """A future perfect, « il aura fallu attendre le 9 mai »: done, whatever its auxiliary says."""
    perfect = _forms(_lang(verb), "perfect")
    return any(relation(child).startswith("aux") and child.lower_ in perfect for child in verb.children)


def _timetabled(verb: Token) -> bool:
    return verb.lower_.startswith(_stems(_lang(verb), "timetable"))


def _present(verb: Token) -> Sense:
    """A present tense beside a day: in a timetable it points ahead, in the rest of the account either way."""
    lang, word = _lang(verb), verb.lower_
    if relation(verb) in {"xcomp", "conj"} and verb.head.pos_ in VERBAL and _way(verb.head, 1).way == "past":
        return Sense("past")  # a noun taken for a verb, or a narrative
    if _timetabled(verb):
        return Sense("future")
    ahead = table(lang, "time")["sense"]["present_ahead"] and verb.pos_ == "VERB"
    return Sense("future") if ahead and not word.startswith(_stems(lang, "telling")) else Sense("none", near=True)


def _noun_way(span: Span) -> Sense | None:
    """What the noun itself says: a fall or an attack has happened, and so has what comes after « après »."""
    doc, lang = span.doc, _lang(span[0])
    words = before(doc, span.start, 12)
    for name, way in (("noun_back", Sense("past", True)), ("noun_ahead", Sense("future", True, True))):
        if noun_leads(lang, name).match(words):
            return way
    nouns = [span.root.head] if span.root.head.pos_ in _NOMINAL else []
    nouns += [doc[i] for i in (span.start - 2, span.end, span.end + 1) if 0 <= i < len(doc)]
    past = _forms(lang, "past_nouns")
    return Sense("past", True) if any({noun.lower_, noun.lemma_.lower()} & past for noun in nouns) else None


def told(doc: Doc, start: int, end: int) -> bool:
    """The passage surely dates something that has happened: a located date under a past verb of no intent.

    « a adopté en janvier » is told, « a promis une loi en 2030 » and « annulée pour l'année 2030 » are not.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span) or not span.start or not doc.has_annotation("DEP"):
        return False
    if doc[span.start - 1].lower_ not in _forms(_lang(span[0]), "located"):
        return False
    verb, governs = _governor(span.root, span.start, span.end, doc)
    way = sense_of(doc, start, end)
    return verb is not None and governs and way.way == "past" and way.sure and not _plans(verb)


def _announced(token: Token) -> bool:
    """« prévue le », « attendu », *due in the*: a word of plan stands just before, with only small words between."""
    for i in range(token.i - 1, max(-1, token.i - 4), -1):
        before = token.doc[i]
        if _planned(before):
            return True
        if len(before) > 4 or not before.is_alpha:
            return False
    return False


def _is_subject(token: Token, verb: Token) -> bool:
    """The noun that the expression completes is the subject of a verb: it happened if the verb did."""
    for _ in range(_STEPS):
        if token.dep_.lower().startswith("nsubj") and token.head.i == verb.i:
            return True
        if token.i in (token.head.i, verb.i):
            return False
        token = token.head
    return False


def _hangs_on_noun(span: Span) -> bool:
    """« la manifestation de samedi »: the expression completes a noun, so the clause's tense need not be its own."""
    doc = span.doc
    if span.start and doc[span.start - 1].lower_ in _OF:
        return True
    if span.end >= len(doc) or _lang(span[0]) != "en":
        return False
    after, root = doc[span.end], span.root
    return after.lower_ in {"'s", "’s"} or (root.dep_ in {"compound", "nmod"} and root.head.i == after.i)


def _governor(root: Token | None, start: int, end: int, doc: Doc) -> tuple[Token | None, bool]:
    """The verb or participle that governs the expression: by the parse, else the nearest on its left, then right."""
    if root is not None:
        cleft = _cleft(root)
        if cleft is not None:
            return cleft, True
        token = root
        for _ in range(_STEPS):
            if token.head.i == token.i:
                break
            token = token.head
            if _verbal(token) and abs(token.i - start) < _FAR:
                return token, True
            if _planned(token):
                return token, True
    sent = _bounds(doc, start, end)
    for i in (*range(start - 1, sent[0] - 1, -1), *range(end, sent[1])):
        if _verbal(doc[i]):
            helps = relation(doc[i]).startswith("aux") and doc[i].head.pos_ in VERBAL
            return (doc[i].head if helps else doc[i]), False
    return None, False


def _cleft(root: Token) -> Token | None:
    """The verb of « c'est lundi que le jury doit trancher », which says when."""
    if root.head.i != root.i or not any(relation(child) == "cop" for child in root.children):
        return None
    after = (child for child in root.children if child.i > root.i and child.pos_ in VERBAL)
    return next((child for child in after if relation(child) in _CLEFT), None)


def _bounds(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The sentence by its marks: a parser that cuts one in the middle is not followed."""
    low, high = start, end
    while low > 0 and not _stops(doc, low - 1):
        low -= 1
    while high < len(doc) and not _stops(doc, high):
        high += 1
    return low, high


def _stops(doc: Doc, i: int) -> bool:
    token = doc[i]
    if token.text in {".", "!", "?", ";", "…"} or "\n" in token.text:
        return True
    return i > 0 and "\n" in doc[i - 1].whitespace_


def _verbal(token: Token) -> bool:
    if token.pos_ in VERBAL or any(relation(child).startswith(("aux", "cop")) for child in token.children):
        return True
    return not token.pos_ and (token.lower_ in _forms(_lang(token), "past_forms") or _future_form(token))


def _future_form(token: Token) -> bool:
    return token.lower_ in _forms(_lang(token), "future_forms") or bool(_lang(token) == "fr" and read(token.lower_))


def _planned(token: Token) -> bool:
    """« prévu », « attendu », *due*: a word that says the thing is still to come."""
    past = "Past" in token.morph.get("Tense", []) and "Fin" in token.morph.get("VerbForm", [])
    return token.lower_ in _forms(_lang(token), "planned") and not past


def _way(verb: Token, depth: int = 0) -> Sense:
    """The way one verb points, looking up the chain from an infinitive or a participle to what governs it."""
    if _planned(verb):
        return Sense("future", True)
    if _plan_left(verb):
        return Sense("future", True, tense=bool(verb.pos_) and group(verb).tense == "future" and not _done(verb))
    if not verb.pos_:
        return Sense("future" if _future_form(verb) else "past", False)
    predicate = group(verb)
    if any(child.lower_ == "could" and _denied(child) for child in verb.children):
        return Sense("past", True)
    if predicate.mood == "conditional":
        return Sense("past", True) if predicate.tense == "past" else Sense("future", False)
    if predicate.tense == "future":
        return Sense("future", True, tense=not _done(verb))
    if predicate.tense == "past":
        return Sense("future") if _set_up(verb) else Sense("past", True)
    if predicate.mood == "nonfinite" or predicate.finite is None:
        return _nonfinite(verb, depth)
    if _plans(verb) or any(child.lower_ in _forms(_lang(verb), "planned") for child in verb.children):
        return Sense("future", True)
    return Sense("none", near=True)


def _set_up(verb: Token) -> bool:
    """*planned a rally*: a finite verb of plan with its object, in English; what it dates is still to come."""
    if _lang(verb) != "en" or verb.lower_ not in _forms("en", "planned") or verb.tag_ == "VBN":
        return False
    return any(relation(child) == "obj" for child in verb.children)


def _plan_left(verb: Token) -> bool:
    """« doit être discuté », *is going to meet*: a form of plan or duty in the run of verbs and adverbs before it."""
    going = _forms(_lang(verb), "going")
    for i in range(verb.i, max(-1, verb.i - 5), -1):
        token = verb.doc[i]
        if token.lower_ in going:
            return not (token.lower_ == "could" and _denied(token))
        if token.pos_ not in VERBAL and token.pos_ not in {"ADV", "PART"}:
            return False
    return False


def _denied(token: Token) -> bool:
    """A word that denies stands shortly before or right after: *neither could be reached*."""
    denying = _forms(_lang(token), "denying")
    return any(word.lower_ in denying for word in token.doc[max(token.sent.start, token.i - 10) : token.i + 3])


def _passive(verb: Token) -> bool:
    return any(relation(child) == "aux:pass" for child in verb.children)


def _to_be(verb: Token) -> bool:
    """A passive infinitive, « (devra) être votée »: what governs it says when."""
    return any(relation(child) == "aux:pass" and "Inf" in child.morph.get("VerbForm", []) for child in verb.children)


def _nonfinite(verb: Token, depth: int) -> Sense:
    """An infinitive under a plan is to come; a bare past participle is past; else what governs it says."""
    if any(child.lower_ == "to" for child in verb.children) and _passive(verb):
        return Sense("future", True)  # *a meeting to be held on*
    participle = "Part" in verb.morph.get("VerbForm", []) or verb.tag_ in {"VBN", "VBD"}
    if participle and "Pres" not in verb.morph.get("Tense", []) and not _to_be(verb):
        return Sense("past", True)
    if any(child.lower_ in _forms(_lang(verb), "purpose") for child in verb.children if child.i < verb.i):
        if verb.head.pos_ in VERBAL and verb.i < verb.head.i and depth <= _DEEP:
            return Sense(_way(verb.head, depth + 1).way, False)  # « Pour annoncer la nouvelle lundi, il a écrit »
        return Sense("future", False)
    head = verb.head
    alone = head.i == verb.i or (head.pos_ in _NOMINAL and head.head.i == head.i)
    if alone and any(child.lower_ == "to" for child in verb.children if child.i < verb.i):
        return Sense("future", False)  # the headline's *Mayor to open bridge Sunday*
    if head.i == verb.i or depth > _DEEP:
        return NONE
    governor = head if head.pos_ in VERBAL or head.pos_ in _NOMINAL or head.pos_ == "ADJ" else None
    if governor is None:
        return NONE
    if _plans(governor) or _planned(governor):
        return Sense("future", True)
    if governor.pos_ in VERBAL:
        return Sense(_way(governor, depth + 1).way, False)
    return NONE
