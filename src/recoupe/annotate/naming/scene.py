"""What every rule for descriptions shares: the account with its names, and how a phrase becomes a mention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from recoupe.annotate.extents import Names, Span
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.naming.view import View, words
from recoupe.annotate.phrases import Index, Phrase, index, phrases
from recoupe.lang import entries
from recoupe.types import EntityType, Mention, Number

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "obl:agent", "appos", "csubj"})
# The head of a description, by token, and the mention it makes.
Headed = tuple[int, Mention]


@dataclass(frozen=True, slots=True)
class Scene:
    """An account, its proper names, and where its words stand."""

    view: View
    names: Sequence[Mention]
    spans: Names
    where: Index

    def phrases(self, heads: frozenset[str]) -> list[Phrase]:
        """Every phrase under one of these nouns."""
        return phrases(self.view.doc, self.view.lang, heads, self.where, self.spans)


def scene(view: View, names: Sequence[Mention]) -> Scene:
    """The scene of an account whose names are found."""
    return Scene(view, names, Names.of(_spans(view.doc, names)), index(view.doc))


def _spans(doc: Doc, names: Sequence[Mention]) -> Mapping[int, Span]:
    found = {}
    for mention in names:
        span = doc.char_span(mention.anchor.start, mention.anchor.end, alignment_mode="expand")
        if span is not None and len(span):
            found[span.start] = Span(span.start, span.end, mention.type == "PER")
    return found


def mention(view: View, start: int, end: int, type_: EntityType, phrase: Phrase, form: str) -> Mention:
    """The tokens from `start` to `end` as a mention of what the phrase describes."""
    left, right = view.doc[start].idx, view.doc[end - 1].idx + len(view.doc[end - 1])
    number: Number = "plur" if phrase.plural else "sing"
    return Mention(view.document.anchor(left, right), type_, form, phrase.gender, number)  # type: ignore[arg-type]


def speaks(view: View, phrase: Phrase) -> bool:
    """The phrase does something here: subject, agent, or the source after « selon »."""
    if view.doc[phrase.head].dep_ in SUBJECTS:
        return True
    if phrase.lead and lemma_in(view.doc[phrase.lead - 1], _says(view.lang)):
        return True
    before = view.doc[max(0, phrase.lead - 3) : phrase.lead].text.lower().replace("’", "'")
    return before.endswith(("selon", "d'après", "pour", "according to", "by", "par", "from", "to", " de"))


@cache
def _says(lang: str) -> frozenset[str]:
    return frozenset(verb for row in entries(lang, "reporting") for verb in row.get("verbs", ()))


def reduced(view: View, phrase: Phrase) -> int:
    """The end of *briefed on the matter*, « proche du dossier » after the noun, as a token index."""
    doc, at = view.doc, phrase.end
    if at >= len(doc) or doc[at].lower_ not in words(view.lang, "roles", "reduced"):
        return phrase.end
    end = at + 1
    while end < len(doc) and end - at < 6 and doc[end].pos_ in {"ADP", "DET", "NOUN", "PROPN", "ADJ"}:
        end += 1
    while end > at + 1 and doc[end - 1].pos_ in {"ADP", "DET"}:
        end -= 1
    return end if end > at + 1 else phrase.end
