"""Who a reporting verb has for its subject."""

from __future__ import annotations

from recoupe.annotate.verbgroup import relation
from recoupe.kinds.quotation import adjuncts, asides, nominal
from recoupe.kinds.quotation.cues import Cue
from recoupe.kinds.quotation.frame import Item
from recoupe.kinds.quotation.inverted import rightward
from recoupe.kinds.quotation.lexicon import grammar, words
from recoupe.kinds.quotation.nominal import Nominal
from recoupe.kinds.quotation.speaker import Speaker, from_clitic, make
from recoupe.kinds.quotation.voices import kind_of, speaking_nouns

__all__ = ["Speaker", "from_clitic", "kind_of", "left", "make", "rightward", "speaking_nouns"]

Items = tuple[Item, ...]
_DASHES = frozenset({"-", "–", "—"})
_EMPHATIC = frozenset({"lui", "eux"})


def left(items: Items, cue: Cue, bound: int, lang: str) -> Speaker | None:
    """The subject to the left of a verb group: the parse's when it has one there, else the nearest fitting phrase."""
    found = _left(items, cue, bound, lang)
    return _listed(items, found, lang) if found is not None and found.pronoun is None else found


def _listed(items: Items, found: Speaker, lang: str) -> Speaker:
    """« Paris, Londres et Berlin »: the names a comma joins to two others."""
    start = next((i for i, item in enumerate(items) if item.start >= found.start), None)
    if start is None or not nominal.is_capital(items[start]):
        return found
    span = [item for item in items[start:] if item.start < found.end]
    if not any(item.low in {"et", "and"} for item in span):
        return found
    first = start
    while first > 1 and items[first - 1].low == "," and nominal.is_capital(items[first - 2]):
        first -= 2
        while first > 0 and nominal.is_capital(items[first - 1]) and items[first].pos == "PROPN":
            first -= 1
    if first == start:
        return found
    return make(items, Nominal(first, start + len(span), first), lang)


def _left(items: Items, cue: Cue, bound: int, lang: str) -> Speaker | None:
    bound = next((i + 1 for i in range(cue.start - 1, bound - 1, -1) if items[i].low == ":"), bound)
    bound = _after_as(items, cue.start, bound) if lang == "en" else bound
    bound = _after_dash(items, cue.start, bound, lang)
    end = _strip(items, cue.start, bound, lang)
    emphatic = lang == "fr" and cue.start == bound + 1 and cue.shape == "finite" and items[bound].low in _EMPHATIC
    if emphatic and cue.verb == cue.start:
        # « Lui parle d'un "malentendu" »: the strong pronoun is the subject.
        return make(items, Nominal(bound, bound + 1, bound, items[bound].low), lang)
    if end <= bound:
        return None
    if items[end - 1].low in words(lang, "relative"):
        return _antecedent(items, end - 1, bound, lang)
    if any(items[i].low == "," for i in range(end, cue.start)):
        parted = asides.host(items, end, bound, lang)
        if parted is not None:
            return make(items, parted, lang)
    doing = asides.before_participle(items, end, bound, lang) if cue.shape == "finite" else None
    if doing is not None:
        return make(items, doing, lang)
    beside = _beside(items, end, cue.start, bound, lang)
    if beside is not None and items[beside.start].pos == "NOUN" and not nominal.is_capital(items[beside.start]):
        # « Nadia Férant, ingénieure au port assurait »: a bare noun says who the name before is.
        parted = asides.host(items, end, bound, lang)
        if parted is not None:
            return make(items, parted, lang)
    if beside is not None and cue.shape == "finite" and items[beside.start].low in grammar(lang, "determiners"):
        opening = _opening_name(items, bound, end, lang)
        if opening is not None:
            return make(items, opening, lang)
    for at in range(bound + 1, end - 2):
        if items[at].pos == "CCONJ" and cue.shape == "finite":
            parted = adjuncts.subject_after(items, at + 1, end, lang)
            if parted is not None:
                return make(items, parted, lang)
    by_parse = _by_parse(items, cue, bound, lang)
    if by_parse is not None and (beside is None or by_parse.end >= items[beside.start].start):
        return by_parse
    if beside is not None:
        return make(items, beside, lang)
    if cue.shape == "finite" and end == cue.start == bound + 1 and _mistagged_name(items[bound]):
        return make(items, Nominal(bound, end, bound), lang)
    found = _ending_at(items, end, bound, lang, cue.shape == "gerund" and end == cue.start)
    if found is not None and items[found.head].low in grammar(lang, "moments"):
        return None
    return make(items, found, lang) if found else None


def _after_as(items: Items, verb: int, bound: int) -> int:
    """*Shares slide as chief admits…*: the subject stands after *as*, whatever the parse makes of a title."""
    for i in range(verb - 2, max(bound, verb - 6), -1):
        if items[i].is_punct or items[i].pos in {"VERB", "AUX"}:
            break
        if items[i].low == "as" and items[i - 1].low not in {"well", "such", "much", "known"}:
            found = nominal.right(items, i + 1, "en", verb)
            return i + 1 if found is not None and found.end == verb else bound
    return bound


def _mistagged_name(item: Item) -> bool:
    """A capital right before the verb that the tagger takes for a verb: *Greenwatch pointed out that*."""
    verbal = ("ed", "ing", "é", "ée", "és", "ées", "ant")
    return nominal.is_capital(item) and item.pos in {"VERB", "X"} and not item.low.endswith(verbal)


def _after_dash(items: Items, verb: int, bound: int, lang: str) -> int:
    """« Le chiffre monte – un rapport de l'agence estime que »: a subject stands after a dash that no other closes."""
    dashes = [i for i in range(bound + 1, verb) if items[i].low in _DASHES]
    spaced = [i for i in dashes if items[i - 1].end < items[i].start and items[i].end < items[i + 1].start]
    if len(spaced) % 2 == 0:
        return bound
    at = spaced[-1] + 1
    found = nominal.right(items, at, lang, verb, appose=False) if at < verb else None
    own = found is not None and items[at].low not in words(lang, "relative")
    return at if own and not any(items[i].low == "," for i in range(at, verb)) else bound


def _beside(items: Items, end: int, verb: int, bound: int, lang: str) -> Nominal | None:
    """A noun phrase that opens after a comma and touches the verb: « Interrogée jeudi, la maire répond »."""
    if any(items[i].low == "," for i in range(end, verb)):
        return None
    comma = next((i for i in range(end - 1, bound - 1, -1) if items[i].low == "," or _and_name(items, i, end)), None)
    if comma is None:
        return None
    found = nominal.right(items, comma + 1, lang, end)
    return (
        found
        if found is not None and found.end == end and items[found.head].low not in grammar(lang, "moments")
        else None
    )


def _and_name(items: Items, at: int, end: int) -> bool:
    """*…, and Daley said*, after a clause with a verb of its own: the name alone is the subject."""
    if items[at].pos != "CCONJ" or at + 1 >= end or items[at - 1].pos == "PROPN":
        return False
    name = all(nominal.is_capital(item) and item.pos == "PROPN" for item in items[at + 1 : end])
    return name and any(item.pos in {"VERB", "AUX"} for item in items[:at])


def _strip(items: Items, end: int, bound: int, lang: str) -> int:
    """The place left of a verb group's clitics, adverbs and asides."""
    skip = words(lang, "clitics") | words(lang, "reflexive") | (words(lang, "between") - {"lui", "elle", "eux"})
    while end > bound:
        item = items[end - 1]
        if item.low in skip and item.low not in {"de", "à"}:
            end -= 1
        elif item.low in {"lui", "elle", "eux"} and end - 2 >= bound and items[end - 2].low == ",":
            end -= 2
        elif item.low == ")" and any(items[k].low == "(" for k in range(max(bound, end - 8), end - 1)):
            end = max(k for k in range(max(bound, end - 8), end - 1) if items[k].low == "(")
        elif item.pos == "ADV" and nominal.is_capital(item) and end > 1 and nominal.is_capital(items[end - 2]):
            # *Brock Long said*: a name that looks like an adverb.
            break
        elif item.low == "," or (item.pos == "ADV" and item.low not in words(lang, "pronouns")):
            end -= 1
        else:
            break
    return end


def _by_parse(items: Items, cue: Cue, bound: int, lang: str) -> Speaker | None:
    verb = items[cue.verb].token
    token = verb
    if verb is None:
        return None
    seen = 0
    while token is not None and seen < 3:
        for child in token.children:
            if not relation(child).startswith("nsubj"):
                continue
            here = child.idx
            at = next((i for i in range(bound, cue.start) if items[i].start == here and items[i].token), None)
            if at is not None:
                return _around(items, at, bound, cue.start, lang)
        if token.dep_ not in {"conj", "aux", "cop", "aux:tense", "aux:pass"} or token.head.i >= verb.i + 3:
            return None
        token, seen = token.head, seen + 1
    return None


def _around(items: Items, at: int, bound: int, limit: int, lang: str) -> Speaker | None:
    if items[at].low in words(lang, "relative"):
        return _antecedent(items, at, bound, lang)
    if items[at].low in {"que", "qu'", "dont", "où", "ce", "cela", "that", "which", "ça"}:
        return None
    best: Nominal | None = None
    for start in range(at, max(bound, at - 8) - 1, -1):
        found = nominal.right(items, start, lang, limit)
        if found is None or not found.start <= at < found.end:
            continue
        preposition = start > 0 and items[start - 1].pos == "ADP" and best is not None
        joined = best is not None and found.end == best.end and any(i.low in {"et", "and"} for i in items[start:at])
        if joined and not (start > 0 and items[start - 1].pos == "ADP"):
            best = found
            continue
        if found.head == at or best is None or (found.head >= at and not preposition):
            best = found
    return make(items, best, lang) if best else None


def _ending_at(items: Items, end: int, bound: int, lang: str, governed: bool = False) -> Nominal | None:
    """The longest noun phrase that reaches the verb; an apposition gives way to the name before it.

    `governed` keeps a phrase after a preposition: « face à des riverains criant ».
    """
    for start in range(bound, end):
        found = nominal.right(items, start, lang, end)
        if found is None or found.end != end or _light_object(items, found, bound):
            continue
        if start > bound and items[start - 1].low == ",":
            name = _ending_at(items, start - 1, bound, lang)
            if name is not None and name.pronoun is None and (name.start == bound or items[name.start - 1].is_punct):
                return name
        if start > bound and items[start - 1].pos == "ADP" and not governed:
            opening = nominal.right(items, bound, lang, end)
            return opening if opening is not None else found
        return found
    if items[bound].low in {"à", "a", "en", "dans", "sur", "in", "on", "at"}:
        return None
    opening = nominal.right(items, bound, lang, end)
    return opening if (opening is not None and opening.pronoun is None) or (opening and opening.end == end) else None


def _opening_name(items: Items, bound: int, end: int, lang: str) -> Nominal | None:
    """*Ida Moss, 68, an electrician at the march with her son said*: a full name, and no verb of its own after it."""
    found = nominal.right(items, bound, lang, end, appose=False)
    if found is None or found.end >= end or items[found.end].low != ",":
        return None
    name = all(nominal.is_capital(item) and item.pos == "PROPN" for item in items[found.start : found.end])
    return found if name and found.end - found.start > 1 and asides.is_aside(items, found.end + 1, end, lang) else None


def _light_object(items: Items, found: Nominal, bound: int) -> bool:
    """« font face à des riverains »: a bare noun after its verb belongs to the verb, not to who comes next."""
    first = items[found.start]
    bare = first.pos == "NOUN" and not nominal.is_capital(first)
    before = items[found.start - 1] if found.start > bound else None
    return bare and before is not None and before.pos == "VERB" and not before.low.endswith("ing")


def _antecedent(items: Items, at: int, bound: int, lang: str) -> Speaker | None:
    """The noun phrase a relative pronoun at `at` stands for."""
    end = at - 1 if at > 0 and items[at - 1].low == "," else at
    if end < at:
        parted = asides.host(items, end, bound, lang, True)
        if parted is not None:
            return make(items, parted, lang)
    for start in range(bound, end):
        if items[start].low in {"de", "d'"} and start > bound and items[start - 1].pos in {"NOUN", "PROPN"}:
            continue
        found = nominal.right(items, start, lang, end)
        if found is not None and found.end == end:
            return make(items, person_within(items, found, lang) or found, lang)
    return None


def person_within(items: Items, found: Nominal, lang: str) -> Nominal | None:
    """The person a relative clause is about when the head is a thing: « la coupe du gérant qui se dit trahi »."""
    nouns = speaking_nouns(lang)
    if items[found.head].low in nouns or nominal.is_capital(items[found.head]):
        return None
    for start in range(found.head + 1, found.end):
        inner = nominal.right(items, start, lang, found.end, appose=False)
        name = inner is not None and items[start].pos == "PROPN" and nominal.is_capital(items[start])
        if inner is not None and inner.end == found.end and (name or items[inner.head].low in nouns):
            return inner
    return None
