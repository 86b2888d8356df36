"""A text as the name finder sees it: where its words, sentence starts and headlines are."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

import regex
import simplemma
from anyascii import anyascii
from spacy.tokens import Doc, Token

from recoupe.lang import table
from recoupe.types import Document, Gender

_LOWER = regex.compile(r"(?<![\p{L}\p{M}'’-])\p{Ll}[\p{Ll}\p{M}]+")
_LINE = regex.compile(r"[^\n]+")
# An abbreviation's last point (*G.O.P.*) ends no sentence.
_SENTENCE_END = regex.compile(r"(?:(?<!\.\p{Lu})\.|[!:»”\"])\s*$")
_LONG = regex.compile(r"(?<!\p{L})\p{L}{4,}")
# A line of this many longer words, so many of them capitals, is a headline in title case.
HEADLINE_WORDS, HEADLINE_SHARE = 3, 0.75


@dataclass(slots=True)
class View:
    """One account with what every name rule asks of it."""

    document: Document
    doc: Doc
    lower: frozenset[str] = frozenset()
    headlines: list[tuple[int, int]] = field(default_factory=list)
    _tokens: dict[int, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The account's text."""
        return self.document.text

    @property
    def lang(self) -> str:
        """The account's language."""
        return self.document.lang

    def token(self, at: int) -> Token | None:
        """The token that holds the character, if the tokenizer made one there."""
        index = self._tokens.get(at)
        return self.doc[index] if index is not None else None

    def headline(self, at: int) -> bool:
        """The character lies in a line set in capitals or in title case, where a capital tells nothing."""
        return any(start <= at < end for start, end in self.headlines)


def view(document: Document, doc: Doc) -> View:
    """The view of a parsed account."""
    tokens = {at: token.i for token in doc for at in range(token.idx, token.idx + len(token))}
    lower = frozenset(_LOWER.findall(document.text))
    headlines = [(m.start(), m.end()) for m in _LINE.finditer(document.text) if _is_headline(m.group(), document.lang)]
    return View(document, doc, lower, headlines, tokens)


def _is_headline(line: str, lang: str) -> bool:
    words = _LONG.findall(line)
    if line.isupper() and len(words) > 1:
        return True
    capital = sum(word[0].isupper() for word in words)
    ends = _SENTENCE_END.search(line) is not None
    return lang == "en" and not ends and len(words) > HEADLINE_WORDS and capital >= HEADLINE_SHARE * len(words)


@cache
def words(lang: str, name: str, key: str) -> frozenset[str]:
    """A list of a language table as a set."""
    return frozenset(table(lang, name)[key])


@cache
def titles(lang: str) -> dict[str, Gender | None]:
    """The titles put before a name, with the gender they say."""
    return {title: (gender or None) for title, gender in table(lang, "roles")["titles"].items()}


@cache
def given() -> dict[str, Gender | None]:
    """First names with the gender they tell; None where it is open."""
    data: dict[str, Any] = table("shared", "given")
    found: dict[str, Gender | None] = dict.fromkeys(data["masc"].split(), "masc")
    for name in data["fem"].split():
        found[name] = None if name in found else "fem"
    return found | dict.fromkeys(data["both"].split())


@cache
def common(word: str, lang: str) -> bool:
    """The lower-case word is in the dictionary of the language."""
    return bool(simplemma.is_known(word, lang))


def first_name(word: str) -> bool:
    """The word, or the part before its hyphen, is a first name."""
    known = given()
    plain = anyascii(word)
    return (
        word in known
        or plain in known
        or ("-" in word and word.split("-", maxsplit=1)[0] in known and word[0].isupper())
    )
