"""The words that carry a clause: the predicate, its auxiliaries, the finite form with its tense and mood.

The parse says which words belong together; the letters of the finite form say its tense, because endings are
surer than a small tagger. Every function accepts a wrong parse and gives its best guess.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from recoupe.annotate.conjugation import read
from recoupe.annotate.memo import per_word
from recoupe.lang import table
from recoupe.types import Tense

Mood = Literal["indicative", "conditional", "nonfinite", "none"]

VERBAL = frozenset({"VERB", "AUX"})


@cache
def _words(lang: str, name: str) -> frozenset[str]:
    return frozenset(table(lang, "auxiliaries")[name])


class VerbGroup(NamedTuple):
    """One predicate: `head` is the word of meaning, `finite` the inflected word, `words` all of them in text order."""

    head: Token
    finite: Token | None
    words: tuple[Token, ...]
    tense: Tense
    mood: Mood
    passive: bool

    @property
    def start(self) -> int:
        """Token index of the first word."""
        return self.words[0].i

    @property
    def end(self) -> int:
        """Token index after the last word."""
        return self.words[-1].i + 1


@lru_cache(maxsize=16)
def _language(vocab: Vocab) -> str:
    name: str = vocab.lang
    return name.removeprefix("recoupe_")


def language(token: Token) -> str:
    """The two-letter language of the word's text; a shipped model names its language `recoupe_fr`."""
    return _language(token.vocab)


# spaCy decodes a string anew each time it is asked for one; its numbers for strings are hashes, the same in every
# vocabulary, so what is worked out of a string is kept under its number.
_LOW: dict[int, str] = {}
_RELATIONS: dict[int, str] = {}
MOST_WORDS = 200_000


def low(token: Token) -> str:
    """The word in lower case with a straight apostrophe."""
    known = _LOW.get(token.lower)
    if known is None:
        if len(_LOW) >= MOST_WORDS:
            _LOW.clear()
        known = _LOW[token.lower] = token.lower_.replace("’", "'")
    return known


def relation(token: Token) -> str:
    """The dependency label, lower-cased; empty when the text was not parsed."""
    known = _RELATIONS.get(token.dep)
    if known is None:
        known = _RELATIONS[token.dep] = token.dep_.lower()
    return known


def is_verb(token: Token) -> bool:
    """The word is a verb: by its tag, or by a form that can be nothing else."""
    return token.pos_ in VERBAL or (language(token) == "fr" and low(token) in _words("fr", "finite"))


def verb_forms(doc: Doc) -> frozenset[int]:
    """spaCy's numbers for the words, in lower case, that are verbs whatever their tag."""
    return _verb_forms(doc.vocab) if _language(doc.vocab) == "fr" else frozenset()


@lru_cache(maxsize=16)
def _verb_forms(vocab: Vocab) -> frozenset[int]:
    return frozenset(vocab.strings[word] for word in _words("fr", "finite"))


@per_word
def sentence(token: Token) -> Span:
    """The sentence of a word; the whole text when it was not split into sentences."""
    doc = token.doc
    return token.sent if doc.has_annotation("SENT_START") else doc[:]


def group(head: Token) -> VerbGroup:
    """The verb group of a predicate; `tense` is `none` when no finite word is found."""
    found = _group(head)
    if found.head is head:
        return found
    # spaCy makes a new object for a word each time it is asked for; callers tell the head by its identity.
    words = tuple(head if word.i == head.i else word for word in found.words)
    finite = head if found.finite is found.head else found.finite
    return VerbGroup(head, finite, words, found.tense, found.mood, found.passive)


@per_word
def _group(head: Token) -> VerbGroup:
    lang = language(head)
    found = {head}
    for child in head.children:
        if relation(child).startswith(("aux", "cop")) and abs(child.i - head.i) < 12:
            found.add(child)
    words = tuple(sorted(found, key=lambda token: token.i))
    if lang == "fr":
        return _french(head, _with_left(head, words))
    return _english(head, words)


def _with_left(head: Token, words: tuple[Token, ...]) -> tuple[Token, ...]:
    """The auxiliaries just left of a participle or infinitive, when the parse gave none."""
    if len(words) > 1 or head.pos_ not in VERBAL or _is_finite_fr(head):
        return words
    for i in range(head.i - 1, max(sentence(head).start, head.i - 6) - 1, -1):
        token = head.doc[i]
        if token.pos_ == "AUX":
            return (token, *words)
        if low(token) not in _words("fr", "clitics") | _words("fr", "negative") and token.pos_ != "ADV":
            break
    return words


def _is_finite_fr(token: Token) -> bool:
    word = token.text.lower()
    if read(word) or word in _words("fr", "present") or word in _words("fr", "finite"):
        return True
    form = token.morph.get("VerbForm", [])
    if form:
        return form[0] == "Fin"
    return word.endswith(("aient", "ait")) and token.pos_ in VERBAL


def _french(head: Token, words: tuple[Token, ...]) -> VerbGroup:
    finite = next((t for t in words if (is_verb(t) or t is not head) and _is_finite_fr(t)), None)
    participle = head if finite is not None and finite is not head and head.pos_ in VERBAL else None
    be = [t for t in words if t is not head and t.lemma_ == "être"]
    passive = participle is not None and bool(be) and head.lemma_ not in _words("fr", "move") and not _reflexive(head)
    if finite is None:
        return VerbGroup(head, None, words, "none", "nonfinite", passive)
    tense, mood = _french_tense(finite, words, participle, passive)
    return VerbGroup(head, finite, words, tense, mood, passive)


def _reflexive(head: Token) -> bool:
    return any(low(child) in _words("fr", "reflexive") and child.i < head.i for child in head.children)


def _french_tense(
    finite: Token, words: tuple[Token, ...], participle: Token | None, passive: bool
) -> tuple[Tense, Mood]:
    word = finite.text.lower()
    form = read(word)
    if form:
        perfect = participle is not None and form[1] == "avoir"
        if form[0] == "conditional":
            return ("past" if perfect else "present"), "conditional"
        return "future", "indicative"
    if word in _words("fr", "perfect") and participle is not None:
        return "past", "indicative"
    moved = low(words[-1]).rstrip("es") in {m.rstrip("e") for m in _words("fr", "moved")}
    if word in _words("fr", "be") and (moved or (participle is not None and not passive)):
        return "past", "indicative"
    if word in _words("fr", "present"):
        return "present", "indicative"
    morph = finite.morph.get("Tense", [])
    if word.endswith(("ait", "aient", "ais", "èrent", "irent", "urent")) and "Pres" not in morph:
        return "past", "indicative"
    if morph and morph[0] in {"Past", "Imp"}:
        return "past", "indicative"
    return "present", "indicative"


def _english(head: Token, words: tuple[Token, ...]) -> VerbGroup:
    auxiliaries = [t for t in words if t is not head]
    first = auxiliaries[0] if auxiliaries else head
    passive = any(relation(t) == "aux:pass" for t in auxiliaries)
    word = low(first)
    form = first.morph.get("VerbForm", [])
    mistagged = head.pos_ not in VERBAL and any(relation(t).startswith("nsubj") for t in head.children)
    mistagged = mistagged or (first is head and form == ["Part"] and _past_with_subject(head))
    if first is head and not mistagged and (head.pos_ not in VERBAL or (form and form[0] != "Fin")):
        return VerbGroup(head, None, words, "none", "nonfinite", passive)
    tense: Tense = "present"
    lows = [low(t) for t in auxiliaries]
    if word in _words("en", "future"):
        tense = "future"
    elif word in _words("en", "modal"):
        tense = "past" if len(lows) > 1 and lows[1] == "have" else "present"
    elif word in _words("en", "present"):
        tense = "present"
    elif word in _words("en", "past") or (word in _words("en", "perfect") and first is not head) or _past_form(first):
        tense = "past"
    elif word == "to" or (form and form[0] == "Inf" and first.tag_ != "VBP"):
        return VerbGroup(head, None, words, "none", "nonfinite", passive)
    return VerbGroup(head, first, words, tense, "indicative", passive)


def _past_with_subject(head: Token) -> bool:
    """*Police vowed to find them*: a past the tagger takes for a participle, with a subject and no auxiliary."""
    if relation(head) not in {"root", "ccomp", "conj", "parataxis"} or not _past_form(head):
        return False
    return any(relation(t) == "nsubj" and t.i < head.i for t in head.children)


def _past_form(token: Token) -> bool:
    return token.morph.get("Tense", []) == ["Past"] or token.tag_ == "VBD"
