"""The words of the interface: gettext catalogues, `lang/locale/<ui>/LC_MESSAGES/<domain>.po` and its compiled `.mo`.

A message's id says where it stands (`said.title`); the English words stand above each message of another language.
`make catalogues` compiles them. The compiled files ship, so that a checkout runs as it is.
"""

from __future__ import annotations

from functools import cache
from gettext import NullTranslations, translation
from importlib import resources


@cache
def catalogue(ui: str, domain: str) -> NullTranslations:
    """The catalogue of a domain in a language; raises FileNotFoundError without one.

    The domains: `report`, `desk`, `reasons`, `cli`; and `problems`, which English does without, its sentences being
    where each problem is raised.
    """
    return translation(domain, str(resources.files("recoupe.lang").joinpath("locale")), [ui])


def message(ui: str, domain: str, ident: str) -> str:
    """The words of a message, empty where nothing is to be said; raises KeyError on an unknown id."""
    text = catalogue(ui, domain).gettext(ident)
    if text == ident:
        raise KeyError(ident)
    return text.strip(" ")


def counted(ui: str, domain: str, ident: str, number: int) -> str:
    """The words of a message that counts, in the form its language has for the number; raises KeyError."""
    text = catalogue(ui, domain).ngettext(ident, ident, number)
    if text == ident:
        raise KeyError(ident)
    return text


def known(ui: str, domain: str, ident: str) -> str | None:
    """The words of a message, or None when the catalogue, or the language, has none."""
    try:
        return message(ui, domain, ident)
    except (KeyError, FileNotFoundError):
        return None
