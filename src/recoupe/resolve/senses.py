"""Names that are not taken for what data knows them by: a capital for its government, letters the text explains."""

from __future__ import annotations

from functools import cache

from recoupe.annotate.names import known_names
from recoupe.types import Mention


def is_capital(mention: Mention) -> bool:
    """« Moscou » taken for Russia's government: under the key of a country, by the name of a place."""
    return (mention.known_as or "").startswith("territory:") and _place(mention.anchor.exact)


def is_own_sense(mention: Mention) -> bool:
    """Letters that data knows, which the account says are another body's: « Nouveau Foyer populaire (NFP) »."""
    name = mention.anchor.exact
    return mention.known_as is None and name.isupper() and _known(name) is not None


@cache
def _known(name: str) -> str | None:
    known = known_names().get(name.replace("’", "'"))
    return known[0] if known else None


def _place(name: str) -> bool:
    return (_known(name) or "").startswith("place:")
