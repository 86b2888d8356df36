"""What a figure counts: the noun phrase after it, and the words that narrow it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from recoupe.kinds.figure.lexicon import Lexicon

MARKS = frozenset("\"«»“”„'‘’<>")
SPACES = frozenset(" \u00a0\u202f\u2009")
LONGEST = 12
NOMINAL = frozenset({"NOUN", "PROPN"})
MODIFIER = frozenset({"ADJ", "NOUN", "PROPN", "X", "NUM"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A counted noun phrase: its span, its head noun and, when there is one, the words that narrow the head."""

    span: Span
    head: Token

    @property
    def lemma(self) -> str:
        """The head's lemma in lower case, or its form where the model has no lemma."""
        return (self.head.lemma_ or self.head.text).lower()

    def others(self, lex: Lexicon) -> bool:
        """Only « autres », *others*: what they are was said before."""
        return len(self.span) == 1 and self.head.lower_ in lex.words["others"]

    @property
    def narrowing(self) -> Span | None:
        """The words of the phrase beyond its head, when they stand in one piece."""
        first, last = self.span.start, self.span.end
        if self.head.i == first and last > first + 1:
            return self.span.doc[first + 1 : last]
        if self.head.i > first:
            return self.span.doc[first : self.head.i]
        return None


def _word(token: Token) -> bool:
    return any(ch.isalpha() for ch in token.text)


def _nominal(token: Token, lex: Lexicon, tagged: bool, first: bool) -> bool:
    """The token can belong to the phrase; a plural right after a number is taken for a noun whatever its tag."""
    if not _word(token) or token.lower_ in lex.words["stop"]:
        return False
    if not tagged or token.pos_ in MODIFIER or (first and token.lower_ in lex.words["nouns"]):
        return True
    return first and token.pos_ != "AUX" and token.lower_.endswith(("s", "x"))


def _opens(doc: Doc, at: int, lex: Lexicon) -> int:
    """Past « de », *of the* and an opening mark: where the phrase itself may start."""
    while at < len(doc) and (doc[at].text in MARKS or doc[at].text in SPACES):
        at += 1
    if at < len(doc) and doc[at].lower_ in lex.words["of"]:
        at += 1
        while at < len(doc) and (_determines(doc[at], lex) or doc[at].text in MARKS):
            at += 1
    elif at + 1 < len(doc) and doc[at].lower_ == "more" and doc[at + 1].pos_ in {"ADJ", "NOUN"}:
        at += 1  # *12 more planes*
    return at


def _determines(token: Token, lex: Lexicon) -> bool:
    """An article, or a number that stands between *of the* and its noun."""
    return token.lower_ in lex.words["determiners"] or lex.spelled.fullmatch(token.text) is not None


def _hyphen(doc: Doc, at: int) -> bool:
    """A hyphen with a word glued on each side: *first-half*."""
    if doc[at].text not in {"-", "‑"} or at + 1 >= len(doc) or not _word(doc[at + 1]):
        return False
    return not doc[at - 1].whitespace_ and not doc[at].whitespace_


def _plural(token: Token) -> bool:
    return len(token) > 2 and token.lower_.endswith("s") and not token.lower_.endswith(("ss", "us", "is", "'s", "’s"))


def _past_head(head: Token | None, token: Token, lex: Lexicon) -> bool:
    """An English plural closes its phrase: in *three letters focus on* the last word is a verb, whatever its tag.

    So does a French one before a singular with its own number or article: « les 12 étages compte 96 logements ».
    """
    if lex.lang == "fr" and head is not None and head.i == token.i - 1 and token.pos_ == "NOUN":
        after = token.doc[token.i + 1].pos_ if token.i + 1 < len(token.doc) else ""
        return _plural(head) and not _plural(token) and after in {"NUM", "DET"}
    if token.lower_ in lex.words["of"]:
        return False
    return lex.lang == "en" and head is not None and head.i == token.i - 1 and _plural(head) and not _plural(token)


def _first_after(doc: Doc, end: int) -> int | None:
    low, high = 0, len(doc)
    while low < high:
        middle = (low + high) // 2
        if doc[middle].idx < end:
            low = middle + 1
        else:
            high = middle
    return low if low < len(doc) else None


def verbal(doc: Doc, end: int) -> bool:
    """A verb other than an auxiliary stands right after character `end` (*12 fled*)."""
    at = _first_after(doc, end)
    return at is not None and doc[at].pos_ == "VERB"


def _continues(doc: Doc, at: int, lex: Lexicon, tagged: bool) -> bool:
    """« de », « du », *of* with a noun after it: a complement of the counted noun."""
    if doc[at].lower_ not in lex.words["of"]:
        return False
    after = at + 1
    while after < len(doc) and doc[after].lower_ in lex.words["determiners"]:
        after += 1
    return after < len(doc) and _nominal(doc[after], lex, tagged, first=False)


def phrase(doc: Doc, end: int, lex: Lexicon) -> Phrase | None:
    """The noun phrase that starts after character `end`; None when no noun follows there.

    It stops at a verb, a preposition other than *of*, a conjunction, a mark, or after twelve words. The head is the
    first noun in French and the last noun before *of* in English; without tags every word that is no grammar word
    is taken for a noun.
    """
    tagged = doc.has_annotation("POS") or doc.has_annotation("TAG")
    after = _first_after(doc, end)
    if after is None:
        return None
    first = _opens(doc, after, lex)
    nouns: list[Token] = []
    head: Token | None = None
    at, complements, inside = first, 0, False
    while at < min(first + LONGEST, len(doc)):
        token = doc[at]
        if token.is_space:
            if "\n" in token.text:
                break
            at += 1
            continue
        if inside and _hyphen(doc, at):
            nouns.append(doc[at + 1])
            head = doc[at + 1] if head is doc[at - 1] else head
            at += 2
            continue
        if inside and not complements and _past_head(head, token, lex):
            break
        if _nominal(token, lex, tagged, first=not nouns):
            nouns.append(token)
            last_wins = lex.lang == "en" and not complements
            if (head is None or last_wins) and (not tagged or token.pos_ in NOMINAL):
                head = token
            inside = True
        elif inside and complements < 2 and _continues(doc, at, lex, tagged):
            complements += 1
            while doc[at + 1].lower_ in lex.words["determiners"]:
                at += 1
        elif token.text not in MARKS:
            break
        at += 1
    if not nouns:
        return None
    if head is None:
        head = nouns[0] if lex.lang == "fr" else nouns[-1]
        if tagged and all(token.pos_ == "ADJ" for token in nouns) and len(nouns) > 1:
            head = nouns[-1]
    start = nouns[0].i
    return Phrase(doc[start : nouns[-1].i + 1], head)
