"""The shared lexicon: which concept a word of the press stands for, the same id in every language."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from recoupe.lang.tables import table

_FUSED = {
    "du": "de", "des": "de", "d'": "de", "au": "à", "aux": "à", "s'": "se", "la": "le", "les": "le", "l'": "le",
    "an": "a", "the": "a",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What one language's table holds. `phrases` are set phrases by their first word, longest first."""

    words: dict[str, str]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    light: frozenset[str]
    stop: frozenset[str]
    ambiguous: dict[str, tuple[str, str, frozenset[str]]]
    demonyms: dict[str, str]
    labels: dict[str, str]

    def phrase_at(self, forms: Sequence[Collection[str]], at: int) -> tuple[int, str] | None:
        """The length and the concept of the longest set phrase at a word; the concept is empty for an ignored one.

        `forms` holds, for each word, its form and its lemma as `plain` gives them.
        """
        if self.phrases.keys().isdisjoint(forms[at]):
            return None
        for first in sorted(form for form in forms[at] if form in self.phrases):
            for parts, concept in self.phrases[first]:
                window = forms[at : at + len(parts)]
                if len(window) == len(parts) and all(p in w for p, w in zip(parts, window, strict=True)):
                    return len(parts), concept
        return None

    def settle(self, lemma: str, company: Collection[str]) -> str | None:
        """The concept of an ambiguous word in a clause that holds these concepts; None when it has only one."""
        row = self.ambiguous.get(lemma)
        if row is None:
            return None
        default, other, telling = row
        return other if telling & set(company) else default


@lru_cache(maxsize=16384)
def plain(word: str) -> str:
    """A word in lower case, articles and fused prepositions brought to one form."""
    low = word.lower().replace("’", "'")
    return _FUSED.get(low, low)


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language; the first concept a word stands under counts."""
    raw = table(lang, "concepts")
    words: dict[str, str] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    listed = [(entry, concept) for concept, entries in raw["concepts"].items() for entry in entries]
    for entry, concept in [*listed, *((entry, "") for entry in raw["ignored"])]:
        parts = tuple(plain(part) for part in entry.replace("'", "' ").split())
        if len(parts) == 1 and concept:
            words.setdefault(entry, concept)
        elif len(parts) > 1:
            phrases.setdefault(parts[0], []).append((parts, concept))
    return Lexicon(
        words=words,
        phrases={k: tuple(sorted(v, key=lambda row: (-len(row[0]), row))) for k, v in phrases.items()},
        light=frozenset(raw["light"]),
        stop=frozenset(raw["stop"]),
        ambiguous={row["lemma"]: (row["default"], row["other"], frozenset(row["with"])) for row in raw["ambiguous"]},
        demonyms={word: code for code, names in raw["demonyms"].items() for word in names},
        labels={concept: entries[0] for concept, entries in raw["concepts"].items()},
    )
