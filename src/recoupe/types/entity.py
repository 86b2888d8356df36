"""Names, and whom or what they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.types.anchor import Anchor
from recoupe.types.voice import Gender, Number

EntityType = Literal["PER", "ORG", "LOC", "MISC"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or a role description in one account (« John Kirby », « le Premier ministre irakien »); no pronouns.

    `form` is `name`, `role` (a title or office), `acronym` or `description` (a group, an unnamed person or a place said
    by what it is); `apposed` is the anchor of the name a role stands
    next to; `known_as` a key that data knows the name by (`territory:US`, `body:islamic-state`), the same in every
    language.
    """

    anchor: Anchor
    type: EntityType
    form: Literal["name", "role", "acronym", "description"] = "name"
    gender: Gender | None = None
    number: Number | None = None
    apposed: Anchor | None = None
    known_as: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body or place under its fullest name, with every mention that was taken for it and why."""

    id: str
    named: str
    type: EntityType
    names: tuple[Mention, ...]
    reasons: tuple[str, ...] = ()
