"""Which decisions count: those nobody took back, and the last of those that answer the same question."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.types import Judgement

# A merge, a split and a comment stand beside the earlier ones; any other decision takes the place of the one before.
ADDING = ("merge", "split", "comment")


def standing(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The decisions that hold, in the order they were made; an `undo` that was undone brings its decision back."""
    undone: set[str] = set()
    answered: set[tuple[str, ...]] = set()
    kept: list[Judgement] = []
    for judgement in reversed(judgements):
        if judgement.id in undone:
            continue
        if judgement.decision == "undo":
            undone.add(judgement.about)
            continue
        question = _question(judgement)
        if judgement.decision in ADDING or question not in answered:
            answered.add(question)
            kept.append(judgement)
    return tuple(reversed(kept))


def _question(judgement: Judgement) -> tuple[str, ...]:
    about, decision = judgement.about, judgement.decision
    if decision in ("accept", "reject"):
        return about, "status"
    if decision == "speaker":
        return about, decision, str(judgement.value.get("step", 0))
    return about, decision


def states(judgements: Sequence[Judgement]) -> dict[str, tuple[Judgement, ...]]:
    """The standing decisions about each id."""
    found: dict[str, list[Judgement]] = {}
    for judgement in standing(judgements):
        found.setdefault(judgement.about, []).append(judgement)
    return {about: tuple(rows) for about, rows in found.items()}
