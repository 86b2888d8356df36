"""The clauses of a passage, each as terms with its factuality."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from spacy.tokens import Span, Token

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.arguments import Arguments, arguments
from recoupe.annotate.clauses import clause_words, is_clause_head, predicate
from recoupe.annotate.factuality import assess_head
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.terms import names, terms
from recoupe.annotate.verbgroup import language, relation
from recoupe.lang import table
from recoupe.lang.concepts import lexicon
from recoupe.types import Claim, Factuality

MIN_TERMS = 2
_LEADING = frozenset({"PRON", "AUX", "PART"})
# spaCy calls them marks, and a number is told with them.
_SIGNS = frozenset("%‰")
_COMPLETES = ("obj", "xcomp", "ccomp", "obl", "nmod", "attr", "acl")
_INNER = ("nmod", "flat", "compound", "appos")
Terms = Mapping[int, tuple[str, ...]]


class Clauses:
    """The clauses of an account's passages; each passage is read once."""

    def __init__(self, annotated: Annotated) -> None:
        self._annotated = annotated
        self._named = names(annotated)
        self._read: dict[tuple[int, int], tuple[Claim, ...]] = {}

    def within(self, start: int, end: int) -> tuple[Claim, ...]:
        """The clauses that lie in `[start, end)`, in text order.

        Each is headed by a verb or by a noun with a copula; a passage without one is a clause of its highest word. A
        clause that says less than two terms is left out, unless it is the only one or no clause says more.
        """
        if (start, end) not in self._read:
            self._read[start, end] = _claims(self._annotated, self._named, start, end)
        return self._read[start, end]


def claims(annotated: Annotated, start: int, end: int) -> tuple[Claim, ...]:
    """The clauses of one passage, as `Clauses.within` gives them."""
    return Clauses(annotated).within(start, end)


def _claims(annotated: Annotated, named: Mapping[int, str], start: int, end: int) -> tuple[Claim, ...]:
    span = annotated.doc.char_span(start, end, alignment_mode="contract")
    if span is None or not len(span):
        return ()
    heads = [token for token in span if _heads(token)]
    top = predicate(span)
    if top not in heads:
        heads = sorted([*heads, top], key=lambda token: token.i)
    found, bare = [], []
    for head in heads:
        words = [word for word in clause_words(head) if span.start <= word.i < span.end]
        words = _with_state(head, words, span)
        told = terms(words, annotated.lang, named)
        claim = _claim(
            annotated, head, words, {**terms(_antecedents(head, words), annotated.lang, named), **told}, span
        )
        if claim is not None and (len(claim.terms) >= MIN_TERMS or len(heads) == 1):
            found.append(claim)
        elif claim is not None and claim.terms[0].startswith("c:"):
            bare.append(claim)
    return tuple(found or bare[:1])


def _heads(token: Token) -> bool:
    return not token.is_punct and is_clause_head(token) and token.dep_ not in {"amod", "flat"}


def _with_state(head: Token, words: list[Token], span: Span) -> list[Token]:
    """« Les écoles resteront ouvertes, a dit le conseil »: the state right after *stay* is the clause's own."""
    after = head.i + 1
    if after >= span.end or lexicon(language(head)).words.get(head.lemma_.lower()) != "stay":
        return words
    state = head.doc[after]
    return [*words, state] if state.pos_ in {"ADJ", "VERB", "ADV"} and state not in words else words


def _antecedents(head: Token, words: list[Token]) -> list[Token]:
    """Of whom a participle or relative clause speaks: « le maire, qui a démissionné », « insulté par la foule »."""
    if not relation(head).startswith("acl") or len(words) < MIN_TERMS or _noun_before(words) not in _titled(head.head):
        return []
    roles, inside = arguments(head), {word.i for word in words}
    found = {word for role in (*roles.actors, *roles.patients) if role.i not in inside for word in _named(role)}
    return sorted(found, key=lambda word: word.i)


def _noun_before(words: list[Token]) -> Token | None:
    """The noun or name the clause follows: where another stands between, a parse is often wrong."""
    doc, first = words[0].doc, min(word.i for word in words)
    before = (token for token in reversed(doc[:first]) if token.pos_ == "NOUN" or _leads(token))
    return next((token for token in before if token.sent == words[0].sent), None)


def _leads(token: Token) -> bool:
    """A name that belongs to no noun: *Ian Holt*, but not « la mairie de Lorme », *Mayor Holt*."""
    return token.pos_ == "PROPN" and not relation(token).startswith(_INNER)


def _titled(noun: Token) -> list[Token]:
    """The noun, and of « le philosophe Jean Morel » both: a title with the name right after it."""
    named = [child for child in noun.children if relation(child) == "appos" and _apposed(noun, child)]
    titles = [noun.head] if relation(noun) == "appos" and _apposed(noun.head, noun) else []
    return [noun, *named, *titles]


def _apposed(title: Token, name: Token) -> bool:
    return name.i == title.i + 1 and name.pos_ == "PROPN"


def _named(noun: Token) -> list[Token]:
    """The noun with its title and the parts of its name."""
    return [part for each in _titled(noun) for part in (each, *_parts(each))]


def _parts(name: Token) -> list[Token]:
    return [child for child in name.children if relation(child).startswith(("flat", "compound"))]


def _claim(annotated: Annotated, head: Token, words: list[Token], told: Terms, span: Span) -> Claim | None:
    every = sorted({term for own in told.values() for term in own})
    if not every:
        return None
    roles = arguments(head)
    solid = [word for word in words if word.text in _SIGNS or not (word.is_punct or word.is_space)]
    first, last = min(solid, key=lambda w: w.i), max(solid, key=lambda w: w.i)
    return Claim(
        anchor=annotated.anchor(first.idx, last.idx + len(last)),
        head=_nucleus(head, roles, told),
        terms=tuple(every),
        factuality=_factuality(annotated, head, span),
        subject=_around(roles.actors, head, told),
        object=_around(roles.patients, head, told),
    )


def _nucleus(head: Token, roles: Arguments, told: Terms) -> str:
    """The term of what the clause is about: that of the head, or of what completes a verb that says little."""
    own = told.get(head.i, ())
    if own and not _light(head, own):
        return own[0]
    led = [child for child in head.children if child.i + 1 == head.i and child.pos_ in _LEADING]
    phrase = [term for child in led for term in told.get(child.i, ()) if term[:2] == "c:"]
    if not own and phrase:
        return phrase[0]  # « se rendra », *was shot down*: the set phrase begins before its verb
    below = [child for child in head.children if relation(child).startswith(_COMPLETES)]
    others = [token for _, token in roles.others]
    said = [
        term
        for word in (*roles.patients, *below, *others, *roles.actors)
        for term in told.get(word.i, ())
        if term[0] != "n" and not _light(word, (term,))
    ]
    acts = [term for term in said if term[2:] not in _people()]
    if acts or said:
        known = [term for term in acts if term[:2] == "c:"]
        return (known or acts or said)[0]
    return own[0] if own else "w:" + head.lemma_.lower()


def _people() -> frozenset[str]:
    """Those something happens to: « le maire a été visé par des menaces » is about threats."""
    shared = table("shared", "concepts")
    return frozenset((*shared["roles"], *shared["folk"], *shared["anyone"]))


def _light(word: Token, own: tuple[str, ...]) -> bool:
    shared = frozenset(table("shared", "concepts")["light"])
    return own[0][2:] in shared or lemma_in(word, lexicon(language(word)).light) is not None


def _factuality(annotated: Annotated, head: Token, span: Span) -> Factuality:
    """That of the head; a noun shares the negation of the empty verb it completes (« ne constitue pas un retrait »)."""
    found = assess_head(annotated, head)
    over = head.head
    completes = relation(head) in {"obj", "xcomp", "attr", "nsubj:pass"}
    if is_clause_head(head) or not completes or span.start <= over.i < span.end or found.polarity == "negative":
        return found
    if lemma_in(over, lexicon(annotated.lang).light) is None:
        return found
    above = assess_head(annotated, over)
    if above.polarity == "negative":
        return replace(found, polarity="negative", cues=(*found.cues, *above.cues))
    return found


def _around(nouns: Iterable[Token], head: Token, told: Terms) -> tuple[str, ...]:
    words = [word for noun in nouns for word in (noun, *noun.children) if word != head or noun == head]
    return tuple(sorted({term for word in words for term in told.get(word.i, ())}))
