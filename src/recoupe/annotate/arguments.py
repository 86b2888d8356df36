"""Who does what to whom in one clause: the noun phrases a parse ties to a predicate, and the passage they span.

A wrong parse gives fewer arguments or shorter ones, never an error.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from recoupe.annotate.memo import per_word
from recoupe.annotate.verbgroup import VERBAL, VerbGroup, group, is_verb, language, low, relation, sentence

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"})
_INSIDE = frozenset(
    {"det", "amod", "nummod", "nmod", "nmod:poss", "flat", "flat:name", "flat:foreign", "compound", "case", "fixed",
     "det:poss", "goeswith", "advmod", "obl:mod", "appos", "det:predet", "nmod:desc", "nmod:unmarked"}
)  # fmt: skip
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_BY = frozenset({"par", "by"})
_ACCORDING = frozenset({"selon", "d'après", "according"})
_RELATIVE = frozenset(
    {"qui", "who", "which", "that", "que", "qu'", "dont", "lequel", "laquelle", "lesquels", "lesquelles"}
)
_INNER = ("amod", "nmod", "flat", "compound", "nummod")
_BETWEEN = frozenset({"ne", "n'", "se", "s'", "y", "en", "le", "la", "les", "l'", "lui", "leur", "not"})
_SUBJECT_RELATIVE = frozenset({"qui", "who", "which"})
_QUOTES = frozenset({"«", "»", '"', "“", "”"})
_WHERE = frozenset({"où", "where", "there", "dont"})
_PUNCTUATION = frozenset({",", ";", ":", "(", ")", "-", "–", "—", "«", "»", '"', "“", "”", "<", ">", "<<", ">>"})


@dataclass(frozen=True, slots=True)
class Arguments:
    """The heads of the phrases that act, that are acted upon, and the other phrases with their preposition."""

    actors: tuple[Token, ...] = ()
    patients: tuple[Token, ...] = ()
    others: tuple[tuple[str, Token], ...] = ()


def case_of(token: Token) -> str:
    """The preposition of a phrase in lower case, without the article fused to it; empty when there is none."""
    for child in token.children:
        if relation(child) == "case" and child.i < token.i:
            word = low(child)
            return {"du": "de", "des": "de", "d'": "de", "au": "à", "aux": "à"}.get(word, word)
    return ""


def phrase(head: Token) -> Span:
    """The noun phrase of a head without relative clauses and without what stands after a comma."""
    kept = {head.i}
    stack = [head]
    while stack:
        for child in stack.pop().children:
            name = relation(child)
            verb = child.pos_ not in VERBAL and is_verb(child)
            inside = name in _INSIDE and not verb and not (name == "appos" and _comma_between(child))
            if inside or (name in {"cc", "conj"} and child.head != head and child.pos_ not in VERBAL):
                kept.add(child.i)
                stack.append(child)
    first = last = head.i
    while first - 1 in kept or (first - 2 in kept and _slight(head.doc[first - 1])):
        first -= 1
    while last + 1 in kept or (last + 2 in kept and _slight(head.doc[last + 1])):
        last += 1
    while last > head.i and head.doc[last].pos_ in {"ADP", "DET", "CCONJ"}:
        last -= 1
    own = {child.i for child in head.children if relation(child) == "case"}
    while first < head.i and first in own:
        first += 1
    return head.doc[first : last + 1]


def _slight(token: Token) -> bool:
    """A quotation mark or white space, which a name may hold (« les « gilets jaunes » »)."""
    return token.is_space or token.text in _QUOTES


def _comma_between(child: Token) -> bool:
    low_i, high_i = sorted((child.i, child.head.i))
    return any(t.text in _PUNCTUATION for t in child.doc[low_i:high_i])


def coordinated(head: Token) -> tuple[Token, ...]:
    """The head and the nouns coordinated with it, in text order."""
    rest = [t for t in head.children if relation(t) == "conj" and t.pos_ in NOMINAL]
    return (head, *(deep for t in rest for deep in coordinated(t)))


@per_word
def arguments(head: Token) -> Arguments:
    """The arguments of a verb, from its parse; a passive swaps who acts and who is acted upon."""
    if misread(head):
        return Arguments(tuple(_spread([_left_noun(head)])), tuple(_spread([head.head])))
    verbs = group(head)
    reflexive = any(low(child) in {"se", "s'"} and child.i < head.i for child in head.children)
    actors: list[Token] = []
    patients: list[Token] = []
    others: list[tuple[str, Token]] = []
    for child in head.children:
        name = relation(child)
        if name.startswith(("nsubj", "csubj")) or (name.startswith("expl") and child.pos_ in {"NOUN", "PROPN"}):
            passive = (name.endswith(":pass") or verbs.passive) and not reflexive
            (patients if passive else actors).append(_antecedent(child, head))
        elif name in {"obl:agent", "obl"} and case_of(child) in _BY and (verbs.passive or _participle(head)):
            actors.append(child)
        elif name in {"obj", "iobj"}:
            patients.append(_antecedent(child, head))
        elif name.startswith(("obl", "nmod")) and child.pos_ in NOMINAL:
            others.append((case_of(child), child))
    if not actors and not verbs.passive and relation(head) == "conj":
        actors += _own_subject(head, verbs)
    if not actors and not (patients and (verbs.passive or _participle(head))):
        actors += _shared_subject(head, verbs.passive, patients)
    elif not patients and relation(head) == "acl" and _past_participle(head) and head.head.pos_ in NOMINAL:
        patients.append(head.head)  # « les hommes arrêtés par la police »
    if not actors and not patients and verbs.finite is not None:
        (patients if verbs.passive else actors).extend(_left_subject(verbs))
    if not actors and patients and _after_quotation(verbs):
        actors, patients = patients, []
    elif len(actors) > 1 and not verbs.passive:
        actors, late = _one_subject(actors, verbs)
        patients += late
    return Arguments(tuple(_spread(actors)), tuple(_spread(patients)), tuple(others))


def misread(token: Token) -> bool:
    """*Police seized weapons*: a past verb between two noun phrases, which a small parser takes for an adjective.

    A true one has a determiner, an adjective or a preposition before it (*the seized weapons*).
    """
    if language(token) != "en" or relation(token) != "amod" or token.pos_ != "VERB" or token.head.i < token.i:
        return False
    before = _left_noun(token)
    apposed = token.i > 1 and token.doc[token.i - 1].text == ","
    return (
        token.tag_ in {"VBD", "VBN", ""}
        and before is not token
        and (token.doc[token.i - 1].pos_ in {"NOUN", "PROPN"} or apposed)
        and before.head is not token.head
    )


def _left_noun(token: Token) -> Token:
    """The head of the noun phrase that ends just before a word, over a comma; the word itself when there is none."""
    at = token.i - 1
    while at >= 0 and (token.doc[at].text == "," or token.doc[at].pos_ == "ADV"):
        at -= 1
    if at < sentence(token).start or token.doc[at].pos_ not in {"NOUN", "PROPN"}:
        return token
    found = token.doc[at]
    while found.head.i < found.i and found.head.pos_ in NOMINAL:
        found = found.head
    return found


def _one_subject(actors: list[Token], verbs: VerbGroup) -> tuple[list[Token], list[Token]]:
    """Of two subjects in one clause the nearer before the verb is it; one after the verb is the object."""
    before = [t for t in actors if t.i < verbs.start]
    late = [t for t in actors if t.i > verbs.start and t.pos_ != "PRON"]
    return (before[-1:], late) if before else (actors, [])


def _after_quotation(verbs: VerbGroup) -> bool:
    """« …», a dénoncé le ministre »: the noun after the verb of a quotation speaks."""
    at = verbs.start
    if verbs.passive or at < 2:
        return False
    doc = verbs.head.doc
    return doc[at - 1].text in _QUOTES or (doc[at - 1].text == "," and doc[at - 2].text in _QUOTES)


def _spread(heads: list[Token]) -> list[Token]:
    spread = [token for head in heads for token in coordinated(_solid(head))]
    return [t for t in spread if not (t.is_punct or t.is_space or t.pos_ in {"ADV", "SCONJ"} or low(t) in _WHERE)]


def _solid(token: Token) -> Token:
    """The noun that hangs on a line break the parser took for a word."""
    if not token.is_space:
        return token
    return next((child for child in token.children if child.pos_ in NOMINAL), token)


def _participle(head: Token) -> bool:
    return relation(head) in {"acl", "advcl"} and "Part" in head.morph.get("VerbForm", [])


def _past_participle(head: Token) -> bool:
    return _participle(head) and (head.morph.get("Tense", []) == ["Past"] or head.tag_ == "VBN")


def _antecedent(child: Token, head: Token) -> Token:
    """A relative pronoun stands for the noun its clause hangs on, else for the noun just before it."""
    if low(child) not in _RELATIVE:
        return child
    if relation(head).startswith("acl") and head.head.pos_ in NOMINAL:
        return head.head
    before = [t for t in child.doc[max(0, child.i - 3) : child.i] if t.sent == child.sent]
    if low(child) not in _SUBJECT_RELATIVE or not before or before[-1].pos_ == "ADP":
        return child
    return next((_top(t) for t in reversed(before) if t.pos_ in {"NOUN", "PROPN", "ADJ"}), child)


def _own_subject(head: Token, verbs: VerbGroup) -> list[Token]:
    """*… and police have appealed*: the noun after *and* that the parse tied to what stands before *and*."""
    found = _left_subject(verbs) if verbs.finite is not None else []
    if not found or relation(found[0]) != "conj" or found[0].head.i != head.head.i:
        return []
    return found if any(relation(t) == "cc" for t in found[0].children) and found[0].head.pos_ != "PRON" else []


def _shared_subject(head: Token, passive: bool, patients: list[Token]) -> list[Token]:
    """The subject of the verb above, for an infinitive, a second verb after « et », or a participle after its noun."""
    name = relation(head)
    finite = name == "acl" and not _participle(head) and group(head).finite is head
    if finite and head.i - head.head.i == 1 and head.head.pos_ in NOMINAL and not case_of(head.head):
        # « Les ouvriers arriveront lundi »: a small parser hangs the verb of a short sentence on its subject.
        return [head.head]
    if name == "acl" and _participle(head) and head.head.pos_ in NOMINAL:
        if head.morph.get("Tense", []) == ["Past"] or passive or head.tag_ == "VBN":
            patients.append(head.head)
            return []
        return [head.head]
    if name not in {"xcomp", "conj", "advcl"} or head.head == head or (name == "advcl" and not _participle(head)):
        return []
    over = head.head
    found: list[Token] = []
    for _ in range(4):
        found = [child for child in over.children if relation(child).startswith("nsubj")]
        if found or relation(over) not in {"xcomp", "conj"}:
            break
        over = over.head
    found = [_antecedent(child, over) for child in found]
    if passive:
        patients += found
        return []
    return found


def _left_subject(verbs: VerbGroup) -> list[Token]:
    """The noun phrase that ends just before the verb, when the parse ties no subject to it."""
    i = verbs.start - 1
    doc = verbs.head.doc
    while i >= 0 and (doc[i].pos_ == "ADV" or low(doc[i]) in _BETWEEN or _slight(doc[i])):
        i -= 1
    if i < 0 or doc[i].pos_ not in NOMINAL or doc[i].sent != verbs.head.sent:
        return []
    token = _top(doc[i])
    return [] if case_of(token) or token.i >= verbs.start else [token]


def _top(token: Token) -> Token:
    """The head of the noun phrase whose last word this is."""
    while token.head.i < token.i and token.head.pos_ in NOMINAL and relation(token).startswith(_INNER):
        token = token.head
    return token


def clause_span(head: Token, extra: tuple[Token, ...] = ()) -> Span:
    """The clause of a head from its first to its last word, without what is tied on by a comma or a relative pronoun.

    Infinitives that complete the verb are inside; subordinate, reported and coordinated clauses are outside.
    """
    if not extra:
        return _clause_span(head)
    return _spanned(head, _inside(head) | {token.i for token in extra})


@per_word
def _clause_span(head: Token) -> Span:
    return _spanned(head, _inside(head))


def _inside(head: Token) -> set[int]:
    """The words below the head that belong to its clause."""
    kept = {head.i}
    stack = [head]
    while stack:
        token = stack.pop()
        for child in token.children:
            if child.is_punct or child.is_space or _apart(child):
                continue
            kept.add(child.i)
            stack.append(child)
    return kept


def _spanned(head: Token, kept: set[int]) -> Span:
    bounds = sentence(head)
    first, last = _run(head.doc, kept, head.i, bounds.start, bounds.end)
    return head.doc[first : last + 1]


def _apart(child: Token) -> bool:
    name = relation(child)
    if case_of(child) in _ACCORDING or low(child) in _ACCORDING:
        return True
    if name in {"cc", "mark"} and child.head.pos_ not in _NOUNS:
        return True
    if name in {"parataxis", "acl:relcl", "ccomp", "advcl", "discourse", "vocative", "csubj", "dislocated"}:
        return True
    if name == "conj":
        return child.pos_ in VERBAL and child.head.pos_ in VERBAL
    return False


def _run(doc: Doc, kept: set[int], at: int, start: int, end: int) -> tuple[int, int]:
    """The longest run of kept words round `at`, over gaps that hold only punctuation or a short insertion."""
    first = last = at
    gap = 0
    for i in range(at - 1, start - 1, -1):
        if i in kept:
            first, gap = i, 0
        else:
            gap += 1
            if gap > 12 or doc[i].text in {";", ":", "»", "”"} or "\n" in doc[i].text:
                break
    gap = 0
    for i in range(at + 1, end):
        if i in kept:
            last, gap = i, 0
        else:
            gap += 1
            if gap > 12 or doc[i].text in {";", ":", "«", "“", "»", "”"} or "\n" in doc[i].text:
                break
    return first, last
