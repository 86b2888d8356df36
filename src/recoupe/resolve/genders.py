"""Whether a name is a man's or a woman's, as far as its titles and its first name say."""

from __future__ import annotations

from functools import cache

from recoupe.lang import table
from recoupe.types import Entity, Gender


@cache
def _first_names(lang: str) -> dict[str, Gender]:
    data = table("shared", "firstnames")
    own = data.get(lang, {})
    found: dict[str, Gender] = {}
    for gender in ("masc", "fem"):
        found |= dict.fromkeys(data[gender], gender)
    for gender in ("masc", "fem"):
        found |= dict.fromkeys(own.get(gender, []), gender)
    return found


def of_name(named: str, lang: str) -> Gender | None:
    """The gender a first name says, in the language of the account; None when it is given to both or unknown."""
    first = named.split(maxsplit=1)[0] if named.split() else ""
    return _first_names(lang).get(first) or _first_names(lang).get(first.split("-")[0])


def of_entity(entity: Entity, lang: str) -> Gender | None:
    """What the titles and offices beside its names say, when they agree; else what its first name says."""
    said = {mention.gender for mention in entity.names if mention.gender and mention.form != "role"}
    said = said or {mention.gender for mention in entity.names if mention.gender}
    if len(said) == 1:
        return said.pop()
    return of_name(entity.named, lang) if entity.type == "PER" else None
