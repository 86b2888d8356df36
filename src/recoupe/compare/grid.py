"""The Admiralty number of a matter: on how many independent origins it rests, and whether anything goes against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from recoupe.types import Dossier, Relation, Statement

# Not judged by recoupe: the reader sets the letter of a source, A to E; F says that it was not judged.
SOURCE = "F"
SEVERAL = 3


@dataclass(frozen=True, slots=True)
class Grid:
    """`number` is 1 to 6 (6: one origin, which cannot be judged), never a verdict; `code` says why.

    `origins` counts independent origins, `against` the links that contradict inside the matter.
    """

    number: int
    code: str
    origins: int
    against: int


class Roots:
    """Which statements rest on one origin: a copied account, a shared quotation, a stated source."""

    def __init__(self, dossier: Dossier) -> None:
        self._parent: dict[str, str] = {}
        self.named: dict[str, str] = {}
        self._held: dict[str, list[str]] = {}
        for origin in dossier.origins:
            self.named[origin.id] = origin.named
            for member in origin.members:
                self._held.setdefault(member, []).append(origin.id)

    def count(self, statements: Iterable[Statement]) -> int:
        """The independent origins of these statements; an account that names no source is one itself."""
        parent: dict[str, str] = {}

        def root(key: str) -> str:
            while parent.setdefault(key, key) != key:
                key = parent[key]
            return key

        for statement in statements:
            account = statement.anchor.document
            # What a source says rests on that source; the rest on the account, and on what it copied.
            own = self._held.get(statement.id, [])
            keys = own or [account, *self._held.get(account, [])]
            for key in keys[1:]:
                parent[root(key)] = root(keys[0])
            root(keys[0])
        return len({root(key) for key in list(parent)})


def grid(statements: Iterable[Statement], relations: Mapping[Relation, int], roots: Roots) -> Grid:
    """The number of a matter from its independent origins and the contradictions in it."""
    origins, against = roots.count(statements), relations.get("contradicts", 0)
    agreed = relations.get("agrees", 0)
    if origins < 2:
        return Grid(6, "one-origin", origins, against)
    if not against:
        number = 1 if origins >= SEVERAL and agreed else 2 if agreed else 3
        return Grid(number, "origins-agree" if agreed else "origins-beside", origins, against)
    return Grid(3 if agreed > against else 4 if agreed == against else 5, "origins-conflict", origins, against)
