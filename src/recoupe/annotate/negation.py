"""Which words negate a verb group, in French (« ne … pas ») and English (*not*, *never*, *no*)."""

from __future__ import annotations

from spacy.tokens import Token

from recoupe.annotate.clauses import clause_words
from recoupe.annotate.hedging import Negations, negations
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.verbgroup import VERBAL, VerbGroup, group, language, low, relation


def negators(verbs: VerbGroup, words: list[Token]) -> list[Token]:
    """The negating words of the clause in text order, empty when it is positive.

    `words` are those of the clause. « ne … que » restricts and does not negate; a lone « ne » negates only after
    « pouvoir », « cesser » and their like, and is empty elsewhere (« avant qu'il ne parte »).
    """
    known = negations(language(verbs.head))
    without = [t for t in verbs.head.children if low(t) in known.preposition and relation(t) in {"mark", "case"}]
    if without:
        return without
    if known.clitic:
        return _french(verbs, words, known)
    return _english(verbs, words, known)


def _clitic_before(verbs: VerbGroup, known: Negations) -> Token | None:
    doc, first = verbs.head.doc, verbs.finite or verbs.words[0]
    seconds = 0
    for i in range(first.i - 1, max(-1, first.i - 6), -1):
        token = doc[i]
        if low(token) in known.clitic:
            return token
        if low(token) in known.second and seconds < 2:
            seconds += 1
        elif low(token) not in known.between:
            return None
    return None


def _french(verbs: VerbGroup, words: list[Token], known: Negations) -> list[Token]:
    clitic = _clitic_before(verbs, known)
    first = verbs.finite or verbs.words[0]
    if clitic is None:
        return _spoken(verbs, first, known)
    doc = verbs.head.doc
    near = list(doc[clitic.i + 1 : min(len(doc), verbs.words[-1].i + 3)])
    seconds = [t for t in near if low(t) in known.second]
    seconds = seconds or [t for t in words if low(t) in known.second and _is_negator(t)]
    if seconds:
        follower = doc[seconds[0].i + 1] if seconds[0].i + 1 < len(doc) else None
        restricted = low(seconds[0]) == "pas" and follower is not None and low(follower) in known.not_negating
        return [] if restricted else [clitic, seconds[0]]
    if any(low(t) in known.restrictive for t in doc[first.i + 1 : verbs.words[-1].i + 8]):
        return []
    return [clitic] if lemma_in(first, known.alone) else []


def _is_negator(token: Token) -> bool:
    """« personne » and « point » negate when they stand without a determiner."""
    if low(token) not in {"personne", "point", "plus", "pas"}:
        return True
    return not any(relation(child) in {"det", "nummod"} for child in token.children)


def _spoken(verbs: VerbGroup, first: Token, known: Negations) -> list[Token]:
    """« C'est pas vrai », « j'ai jamais dit ça »: the second word alone, right after the finite verb."""
    doc = verbs.head.doc
    if first.pos_ not in VERBAL or first.i + 1 >= len(doc):
        return []
    after = doc[first.i + 1]
    following = low(doc[after.i + 1]) if after.i + 1 < len(doc) else ""
    if low(after) in known.spoken and following not in known.not_negating and after.pos_ != "NOUN":
        return [after]
    return []


def _english(verbs: VerbGroup, words: list[Token], known: Negations) -> list[Token]:
    doc = verbs.head.doc
    found: list[Token] = []
    for token in words:
        word = low(token)
        if word not in known.second:
            continue
        follower = low(doc[token.i + 1]) if token.i + 1 < len(doc) else ""
        if follower in known.not_negating or (word == "no" and follower in {"doubt", "matter"}):
            continue
        if word == "no" and relation(token) == "discourse":
            continue
        if word in {"not", "n't", "never"} and token.head not in verbs.words and token.head.pos_ in VERBAL:
            continue
        if word in {"not", "n't"} and token.head not in verbs.words and not _beside(token, verbs):
            continue
        if word in {"no", "neither"} and _far(token, verbs):
            continue
        if word == "not" and token.i >= verbs.end and low(doc[token.i - 1]) == "but":
            continue  # *was expected but not a surprise*
        found.append(token)
    both = {low(token) for token in found} == {"neither", "nor"}
    return found[:1] if len(found) != 2 or both else []


def ruled_out(head: Token) -> list[Token]:
    """The words just before a clause or a noun phrase that say it is not so: *instead of*, « loin de », *nearly*."""
    known, doc = negations(language(head)), head.doc
    first = head.i
    while first and (low(doc[first - 1]) in known.between or doc[first - 1].pos_ in {"DET", "NUM", "AUX"}):
        first -= 1
    longest = max((len(phrase) for phrase in known.leading), default=0)
    for at in {first: None, head.i: None}:
        start = max(0, at - longest)
        told = tuple(low(doc[i]) for i in range(start, at))
        for phrase in known.leading:
            if told[-len(phrase) :] == phrase:
                return [doc[i] for i in range(at - len(phrase), at)]
    almost = head.pos_ == "VERB" and head.i and low(doc[head.i - 1]) in known.almost
    if almost and lemma_in(head, known.by_degrees) is None:
        return [doc[head.i - 1]]
    return []


def called_off(head: Token) -> list[Token]:
    """The words that say an event does not come about: « la marche annulée », *the vote will not be held*."""
    known, over = negations(language(head)), head.head
    for child in head.children:
        if relation(child) in {"amod", "acl"} and lemma_in(child, known.undone):
            return [child]
    name = relation(head)
    if over.pos_ not in VERBAL or not name.startswith(("nsubj", "obj")):
        return []
    verbs = group(over)
    denied = negators(verbs, clause_words(over))
    undoing = lemma_in(over, known.undone) is not None or (low(over) == "called" and _off(over))
    if undoing and (name == "obj" or verbs.passive):
        return [] if denied else [over]
    if name.startswith("nsubj") and denied and lemma_in(over, known.held) and (verbs.passive or _takes_place(over)):
        return denied
    return []


def _off(verb: Token) -> bool:
    return any(low(child) == "off" for child in verb.children)


def _takes_place(verb: Token) -> bool:
    """« aura lieu », « se tiendra », *takes place*, *happened*."""
    if language(verb) == "fr":
        return any(low(child) in {"lieu", "se", "s'"} for child in verb.children)
    return lemma_in(verb, {"take"}) is None or any(low(child) == "place" for child in verb.children)


def _beside(token: Token, verbs: VerbGroup) -> bool:
    """The word stands among the verb's own words or next to them, whatever the parse ties it to."""
    return verbs.start - 1 <= token.i <= verbs.end + 1


def _far(token: Token, verbs: VerbGroup) -> bool:
    """*no* negates the clause when it stands in the subject, the object or the adverb of the verb itself."""
    noun = token.head
    if noun in verbs.words:
        return False
    return not (noun.head in verbs.words and relation(noun).startswith(("nsubj", "obj", "advmod", "xcomp", "obl")))
