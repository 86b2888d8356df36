"""Where a source states when it was published."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place where a source states when it was published: what kind of place, its words, and the date read there.

    `place` is `given` for what the person or a manifest says, else one of `field`, `json-ld`, `meta`, `time-element`,
    `header`, `address`, `visible-text`, `file-property`, in falling order of trust; `value` is ISO 8601, or None when
    the words could not be read; `updated` marks the date of a later version.
    """

    place: str
    words: str
    value: str | None
    updated: bool = False
