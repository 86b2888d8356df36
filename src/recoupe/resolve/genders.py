"""Whether a name is a man's or a woman's, as far as its titles and its first name say."""

from __future__ import annotations

from functools import cache

from recoupe.lang import table
from recoupe.types import Entity, Gender


@cache
def _first_names() -> dict[str, Gender]:
    data = table("shared", "given")
    masc, fem, both = (frozenset(data[key].split()) for key in ("masc", "fem", "both"))
    found: dict[str, Gender] = dict.fromkeys(masc - fem - both, "masc")
    return found | dict.fromkeys(fem - masc - both, "fem")


def of_name(named: str, lang: str) -> Gender | None:
    """The gender a first name says; None when it is given to both or unknown. Jean is a man in French alone."""
    first = named.partition(" ")[0]
    if first == "Jean" and lang == "en":
        return None
    return _first_names().get(first) or _first_names().get(first.split("-")[0])


def of_entity(entity: Entity, lang: str) -> Gender | None:
    """What the titles and offices beside its names say, when they agree; else what its first name says."""
    said = {mention.gender for mention in entity.names if mention.gender and mention.form != "role"}
    said = said or {mention.gender for mention in entity.names if mention.gender}
    if len(said) == 1:
        return said.pop()
    return of_name(entity.named, lang)
