"""Which words of a text may commit someone at all, told before any clause is read.

Most clauses hold no word of the table and no future, and reading who does what in them would be for nothing. Every
rule of `triggers` asks first for one of the things looked for here; a rule that asks for another needs its hint.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from recoupe.annotate.lemmas import places_in
from recoupe.annotate.verbgroup import VerbGroup, language, low, relation, sentence
from recoupe.kinds.commitment.appointing import BE
from recoupe.kinds.commitment.candidate import Surroundings
from recoupe.kinds.commitment.doers import has
from recoupe.kinds.commitment.future import future_words
from recoupe.kinds.commitment.lexicon import Lexicon, lexicon

_TO_HAVE = frozenset({"avoir", "have"})


@dataclass(frozen=True, slots=True)
class Hints:
    """Places of words: `verbs` that bind by themselves, `duties`, `acts`, `nouns` that may bind; `sentences` (by the
    place of their first word) that hold a word that settles, a deadline, or that someone is ready."""

    verbs: frozenset[int]
    duties: frozenset[int]
    acts: frozenset[int]
    nouns: frozenset[int]
    sentences: frozenset[int]

    def may_bind(self, token: Token, verbs: VerbGroup, around: Surroundings) -> bool:
        """A rule for the heads of clauses may find something."""
        if token.i in self.verbs or sentence(token).start in self.sentences:
            return True
        if any(t.i in self.duties for t in verbs.words) or (token.i in self.acts and around.has_due(token)):
            return True
        lang = language(token)
        if lang == "en" and (has(verbs, BE) or any(relation(t) == "mark" and low(t) == "to" for t in token.children)):
            return True
        return future_words(token, verbs, lexicon(lang))[0] is not None


def hints(doc: Doc) -> Hints:
    """The hints of one text."""
    if not len(doc):
        return Hints(*(frozenset() for _ in range(5)))
    lang = language(doc[0])
    words, tables = lexicon(lang), _tables(lang)
    settling = words.settled.keys() | words.ready
    told = {i for i in range(len(doc)) if low(doc[i]) in settling} | places_in(doc, words.deadlines, verb=False)
    return Hints(
        places_in(doc, tables[0]) | places_in(doc, words.refusals, verb=False),
        places_in(doc, tables[1]),
        places_in(doc, words.acts),
        places_in(doc, tables[2], verb=False),
        frozenset(sentence(doc[i]).start for i in sorted(told)),
    )


@cache
def _tables(lang: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The lemmas of verbs that bind by themselves, of duties, and of nouns that may bind."""
    words: Lexicon = lexicon(lang)
    verbs = words.verbs.keys() | words.announcing.keys() | words.promises | words.calls | words.coming | words.setting
    nouns = words.refusals | words.intentions.keys() | words.measures | words.gatherings
    return frozenset(verbs | words.exclude | _TO_HAVE), frozenset(words.duties), frozenset(nouns)
