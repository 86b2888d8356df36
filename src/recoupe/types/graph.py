"""Things tied two by two, and the groups that the ties make."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class Graph(Generic[T]):
    """Numbered things and the ties between them, each with what is known of it; a later tie replaces an earlier one."""

    ties: dict[tuple[int, int], T] = field(default_factory=dict)

    def tie(self, one: int, other: int, known: T) -> None:
        """Tie two things."""
        self.ties[min(one, other), max(one, other)] = known

    def groups(self) -> list[tuple[list[int], list[T]]]:
        """Each group of things that ties connect, its members in order, with what is known of its ties in order."""
        first: dict[int, int] = {}
        for pair in sorted(self.ties):
            low, high = sorted(self._root(first, thing) for thing in pair)
            first[high] = low
        members: dict[int, list[int]] = {}
        for thing in sorted(first):
            members.setdefault(self._root(first, thing), []).append(thing)
        known: dict[int, list[T]] = {root: [] for root in members}
        for pair in sorted(self.ties):
            known[self._root(first, pair[0])].append(self.ties[pair])
        return [(members[root], known[root]) for root in sorted(members)]

    @staticmethod
    def _root(first: dict[int, int], thing: int) -> int:
        """The lowest number of the group, which the things on the way are then told."""
        root = thing
        while first.setdefault(root, root) != root:
            root = first[root]
        while first[thing] != root:
            first[thing], thing = root, first[thing]
        return root
