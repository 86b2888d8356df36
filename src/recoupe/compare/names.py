"""Names inside clauses, under one key for each entity of the story."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from anyascii import anyascii

from recoupe.types import Anchor, Claim, Entity, Mention

_WORD = re.compile(r"[a-z0-9]+")
# A comma and a space may stand between a name and the clause that speaks of it.
COMMA = 2


def words(name: str) -> list[str]:
    """The words of a name as terms spell them."""
    return _WORD.findall(anyascii(name).lower())


class Names:
    """Which entity a name in a passage stands for; a name no entity holds keeps its own key."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._found: dict[str, list[tuple[int, int, str, Mention]]] = defaultdict(list)
        self.types: dict[str, str] = {}
        self.labels: dict[str, str] = {}
        self.keys: dict[str, str] = {}
        self._entities: dict[Anchor, str] = {}
        for entity in entities:
            known = min((m.known_as for m in entity.names if m.known_as), default=None)
            key = "n:" + (known or entity.id)
            self.keys[entity.id] = key
            self.types.setdefault(key, entity.type)
            self.labels.setdefault(key, entity.named)
            for mention in entity.names:
                anchor = mention.anchor
                self._entities[anchor] = entity.id
                self._found[anchor.document].append((anchor.start, anchor.end, key, mention))
        for rows in self._found.values():
            rows.sort(key=lambda row: row[:3])

    def inside(self, anchor: Anchor) -> list[tuple[str, Mention]]:
        """The entities named or described within a passage."""
        rows = self._found.get(anchor.document, [])
        found = []
        for start, end, key, mention in rows[bisect_left(rows, anchor.start, key=lambda row: row[0]) :]:
            if start >= anchor.end:
                break
            if end <= anchor.end:
                found.append((key, mention))
        return found

    def _before(self, anchor: Anchor) -> list[tuple[str, Mention]]:
        """The name a passage follows: a participle or relative clause speaks of it (*Ian Holt, who left*)."""
        rows = self._found.get(anchor.document, [])
        at = bisect_left(rows, anchor.start, key=lambda row: row[0])
        return [
            (key, mention) for _, end, key, mention in rows[max(0, at - 2) : at] if 0 <= anchor.start - end <= COMMA
        ]

    def entity(self, mention: Mention) -> str:
        """The id of the entity a mention was taken for."""
        return self._entities[mention.anchor]

    def terms(self, claim: Claim) -> frozenset[str]:
        """The terms of a clause with each name under the key of its entity, offices included."""
        return self._replaced(claim.terms, claim.anchor, roles=True)

    def part(self, terms: Sequence[str], claim: Claim) -> frozenset[str]:
        """The same for the terms of one part of a clause."""
        return self._replaced(terms, claim.anchor, roles=False)

    def _replaced(self, terms: Sequence[str], anchor: Anchor, roles: bool) -> frozenset[str]:
        found = set(terms)
        for key, mention in (*self._before(anchor), *self.inside(anchor)):
            raw = "n:" + anyascii(mention.anchor.exact).lower().split()[-1].strip(".,'\"")
            if raw in found:
                found.discard(raw)
                found.add(key)
            elif roles and mention.form == "role" and mention.anchor.start >= anchor.start:
                found.add(key)
            if key in found:
                # The words of a name or an office tell nothing beside it.
                found -= {"w:" + word for word in words(mention.anchor.exact)}
        return frozenset(found)

    def of_type(self, terms: frozenset[str], *types: str) -> frozenset[str]:
        """The names among the terms that are of these types; countries count as places."""
        return frozenset(
            t for t in terms if self.types.get(t) in types or (t.startswith("n:territory:") and "LOC" in types)
        )
