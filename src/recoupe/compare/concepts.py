"""What concepts are to one another, as the relation between two clauses needs it."""

from __future__ import annotations

from functools import cache

from recoupe.lang import table


def _pairs(name: str) -> list[tuple[str, str]]:
    return [("c:" + left, "c:" + right) for left, right in table("shared", "concepts")[name]]


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Each concept term with the terms that cannot hold of one thing at the same moment."""
    found: dict[str, set[str]] = {}
    for left, right in _pairs("opposite"):
        found.setdefault(left, set()).add(right)
        found.setdefault(right, set()).add(left)
    return {term: frozenset(others) for term, others in found.items()}


@cache
def near() -> dict[str, frozenset[str]]:
    """Each concept term with those that are steps or sides of the same matter."""
    found: dict[str, set[str]] = {}
    for group_ in table("shared", "concepts")["near"]:
        terms = ["c:" + concept for concept in group_]
        for term in terms:
            found.setdefault(term, set()).update(t for t in terms if t != term)
    return {term: frozenset(others) for term, others in found.items()}


@cache
def stages() -> frozenset[tuple[str, str]]:
    """Pairs of which the second comes after the first when a matter moves on."""
    return frozenset(_pairs("stages"))


@cache
def narrowing() -> tuple[tuple[str, str], ...]:
    """Pairs of a narrower and a wider term."""
    return tuple(_pairs("narrows"))


@cache
def group(name: str) -> frozenset[str]:
    """The terms of a named list of concepts (`undecided`, `disputing`, `light`, `growing`)."""
    return frozenset("c:" + concept for concept in table("shared", "concepts")[name])
