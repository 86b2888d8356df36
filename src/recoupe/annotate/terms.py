"""Words as language-neutral terms: a concept where the shared lexicon knows the word, else the bare word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from anyascii import anyascii
from spacy.tokens import Token

from recoupe.annotate.annotated import Annotated
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.memo import per_word
from recoupe.annotate.names import known_names
from recoupe.annotate.verbgroup import low
from recoupe.lang.concepts import Lexicon, lexicon, plain

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM", "ADV", "AUX", "X"})
_ARTICLES = ("l'", "l’", "le ", "la ", "les ", "d'", "d’", "the ")
_SHORT = 3


def names(annotated: Annotated) -> dict[int, str]:
    """For each character inside a name, the term of that name: the key data knows it by, else its last word."""
    stop = lexicon(annotated.lang).stop
    found: dict[int, str] = {}
    for mention in annotated.mentions:
        bare = _bare(mention.anchor.exact)
        if mention.form in {"role", "description"} or not bare[:1].isupper() or bare.lower() in stop:
            continue
        listed = known_names().get(bare.replace("’", "'"))
        last = anyascii(bare).lower().split()[-1].strip(".,'\"")
        term = "n:" + (mention.known_as or (listed[0] if listed else last))
        for at in range(mention.anchor.start, mention.anchor.end):
            found.setdefault(at, term)
    return found


def _bare(name: str) -> str:
    for article in _ARTICLES:
        if name.lower().startswith(article) and len(name) > len(article):
            return name[len(article) :]
    return name


def terms(words: Sequence[Token], lang: str, named: Mapping[int, str]) -> dict[int, tuple[str, ...]]:
    """The terms of each word of a clause, by token index; a word that tells nothing has none.

    A set phrase gives its concept at its first word, and its other words only concepts of their own. An ambiguous
    word (« arrêter ») takes the concept that its clause speaks for.
    """
    book = lexicon(lang)
    forms = [_forms(word) for word in words]
    found: dict[int, tuple[str, ...]] = {}
    inside, ignored = 0, False
    for at, word in enumerate(words):
        own = _own(word, book, named)
        hit = book.phrase_at(forms, at) if at >= inside else None
        if hit is not None:
            inside, ignored = at + hit[0], not hit[1]
            own = ("c:" + hit[1], *(t for t in own if t[0] != "w" and t[2:] != hit[1]))
        elif at < inside:
            own = tuple(t for t in own if t[0] != "w")
        if own and not (at < inside and ignored):
            found[word.i] = own
    return _settled(words, found, book)


@per_word
def _forms(word: Token) -> frozenset[str]:
    return frozenset({plain(low(word)), plain(word.lemma_)})


def _own(word: Token, book: Lexicon, named: Mapping[int, str]) -> tuple[str, ...]:
    if word.idx in named:
        concept = lemma_in(word, book.words, verb=False)
        return (named[word.idx], *(("c:" + book.words[concept],) if concept else ()))
    if word.pos_ not in CONTENT or word.is_punct or word.is_space or word.like_num:
        return ()
    lemma = word.lemma_.lower()
    if lemma in book.stop or low(word) in book.stop:
        return ()
    people = lemma_in(word, book.demonyms, verb=False)
    if people is not None:
        return ("n:territory:" + book.demonyms[people],)
    known = lemma_in(word, book.words, verb=word.pos_ in {"VERB", "AUX", "ADJ"})
    if known is not None:
        return ("c:" + book.words[known],)
    if word.pos_ in {"ADV", "AUX", "X"} or len(lemma) < _SHORT or lemma in book.light:
        return ()
    return ("w:" + anyascii(lemma).lower(),)


def _settled(words: Sequence[Token], found: dict[int, tuple[str, ...]], book: Lexicon) -> dict[int, tuple[str, ...]]:
    company = {term[2:] for own in found.values() for term in own if term.startswith("c:")}
    for word in words:
        lemma = lemma_in(word, book.ambiguous, verb=True) if word.i in found else None
        # « la mobilisation s'arrête » arrests nobody.
        itself = lemma is not None and any(child.dep_.startswith("expl") for child in word.children)
        concept = book.settle(lemma, set() if itself else company) if lemma else None
        if concept is not None:
            found[word.i] = ("c:" + concept,)
    return found
