"""Mentions taken for one, while clusters are still being merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from recoupe.lang import LANGUAGES
from recoupe.resolve.houses import seat_names
from recoupe.resolve.keys import key, words
from recoupe.resolve.senses import is_capital, is_own_sense
from recoupe.types import Document, EntityType, Mention

_NOUN = regex.compile(
    r"^(?:agence|association|cabinet|club|collectif|compagnie|entreprise|fonds|groupe|réseau|site|société|syndicat)"
    r" (?=\p{Lu})"
)


@dataclass(slots=True)
class Cluster:
    """What one account or several call by these mentions; `reasons` say why each joined."""

    type: EntityType
    mentions: list[Mention] = field(default_factory=list)
    reasons: set[str] = field(default_factory=set)
    document: Document | None = None
    _named: tuple[tuple[int, bool, bool], str] | None = None

    @property
    def names(self) -> list[Mention]:
        """The mentions that are names, not offices or descriptions."""
        return [m for m in self.mentions if m.form in {"name", "acronym"}]

    def forms(self) -> set[str]:
        """The comparable forms that may join it to another account's: not those that are short for a fuller one."""
        every = {key(m.anchor.exact) for m in self.names if not is_capital(m) and not is_own_sense(m)}
        # « le groupe Norvane » is no fuller a name than « Norvane ».
        full = [set(words(_NOUN.sub("", m.anchor.exact))) for m in self.names]
        return {form for form in every if not any(set(form.split()) < other for other in full)} or every

    def known(self) -> set[str]:
        """The keys under which data knows it."""
        return {m.known_as for m in self.mentions if m.known_as}

    def best(self) -> str:
        """Its fullest name: most telling words, then longest; an office only when there is no name.

        Of several ways to say whose body it is (*Moss's office*), the most used.
        """
        reasons = "same-owner" in self.reasons, "seat" in self.reasons
        state = (sum(m.anchor.start + 1 for m in self.mentions), *reasons)
        if self._named is None or self._named[0] != state:
            self._named = (state, self._best(reasons[0]))
        return self._named[1]

    def _best(self, owned: bool) -> str:
        roles = [m for m in self.mentions if m.form == "role"]
        names = [m for m in self.names if not is_capital(m)] or self.names
        if "seat" in self.reasons:
            other = {name for lang in LANGUAGES for name in seat_names(lang)}
            names = [m for m in names if m.anchor.exact not in other] or names
        count = Counter(m.anchor.exact for m in names or roles or self.mentions)
        if owned:
            return min(count, key=lambda n: (" " not in n, -count[n], -len(words(n)), -len(n), n))
        return min(count, key=lambda n: (n.isupper(), -len(words(n)), -len(n), -count[n], n))


def merge(into: Cluster, other: Cluster, reason: str) -> None:
    """The other's mentions and reasons go over, with the reason why; the other is left empty."""
    if into is other:
        return
    into.mentions += other.mentions
    into.reasons |= other.reasons | {reason}
    other.mentions = []


def people(clusters: Sequence[Cluster]) -> list[tuple[int, tuple[str, ...]]]:
    """The place and the telling words of every person who is named."""
    return [(i, words(c.best())) for i, c in enumerate(clusters) if c.type == "PER" and c.names]
