"""A capital's name that stands for its country's government."""

from __future__ import annotations

from functools import cache

from recoupe.annotate.names import known_names
from recoupe.types import Mention


def is_capital(mention: Mention) -> bool:
    """« Moscou » taken for Russia's government: under the key of a country, by the name of a place."""
    return (mention.known_as or "").startswith("territory:") and _place(mention.anchor.exact)


@cache
def _place(name: str) -> bool:
    known = known_names().get(name.replace("’", "'"))
    return known is not None and known[0].startswith("place:")
