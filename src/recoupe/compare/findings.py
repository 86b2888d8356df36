"""What the judging of a pair gives."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.types import Reason, Relation


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation with its reasons; `score` is how surely the two speak of one matter, `terms` what they share."""

    relation: Relation
    reasons: tuple[Reason, ...]
    score: float
    terms: tuple[str, ...] = ()
