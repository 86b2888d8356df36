"""What the judging of a pair gives."""

from __future__ import annotations

from dataclasses import dataclass, replace

from recoupe.types import Reason, Relation


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation with its reasons; `score` is how surely the two speak of one matter, `terms` what they share."""

    relation: Relation
    reasons: tuple[Reason, ...]
    score: float
    terms: tuple[str, ...] = ()


def turned(finding: Finding) -> Finding:
    """The finding told from its other side: what its reasons say of left and right changes places."""
    return replace(finding, reasons=tuple(_turned(reason) for reason in finding.reasons))


def _turned(reason: Reason) -> Reason:
    sides = dict(reason.args)
    if not {"left", "right"} <= sides.keys():
        return reason
    sides["left"], sides["right"] = sides["right"], sides["left"]
    return replace(reason, args=tuple((name, sides[name]) for name, _ in reason.args), anchors=reason.anchors[::-1])
