"""What concepts are to one another, as the relation between two clauses needs it."""

from __future__ import annotations

from functools import cache

from recoupe.lang import table
from recoupe.types import Claim


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Each concept term with the terms that cannot hold of one thing at the same moment."""
    found: dict[str, set[str]] = {}
    for left, right in table("shared", "concepts")["opposite"]:
        found.setdefault("c:" + left, set()).add("c:" + right)
        found.setdefault("c:" + right, set()).add("c:" + left)
    return {term: frozenset(others) for term, others in found.items()}


@cache
def group(name: str) -> frozenset[str]:
    """The terms of a named list of concepts (`undecided`, `disputing`)."""
    return frozenset("c:" + concept for concept in table("shared", "concepts")[name])


@cache
def narrowing() -> tuple[tuple[str, str], ...]:
    """Pairs of a narrower and a wider term."""
    return tuple(("c:" + narrow, "c:" + wide) for narrow, wide in table("shared", "concepts")["narrows"])


def opposed(left: Claim, right: Claim) -> tuple[str, str] | None:
    """The opposite concepts that head the two clauses; None when their predicates are not opposed."""
    if right.head in opposites().get(left.head, frozenset()):
        return left.head, right.head
    return None


def narrower(left: Claim, right: Claim) -> str | None:
    """A term that narrows what both clauses speak of, said by one of them only (combat troops, troops)."""
    for narrow, wide in narrowing():
        both = wide in left.terms and wide in right.terms
        if both and (narrow in left.terms) != (narrow in right.terms):
            return narrow
    return None
