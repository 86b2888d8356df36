"""The reading room's own words, the gettext catalogue `desk`, beside those of the report."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.lang import LANGUAGES
from recoupe.lang.catalogue import message
from recoupe.report.words import filled, spaced


@dataclass(frozen=True, slots=True)
class DeskWords:
    """Words of the interface language `ui`."""

    ui: str

    def __call__(self, path: str, **args: object) -> str:
        """The words at a dotted path, their `{names}` filled; raises KeyError when there are none."""
        return spaced(filled(message(self.ui, "desk", path), args), self.ui)

    def get(self, path: str, code: str) -> str:
        """The words for a code in a group; the code itself when there are none."""
        try:
            return self(f"{path}.{code}")
        except (KeyError, TypeError):
            return code


def chosen(cookie: str | None, accepts: str, default: str) -> str:
    """The interface language: the one chosen, else the first the browser asks for that there is, else the default."""
    if cookie in LANGUAGES:
        return str(cookie)
    for part in accepts.lower().split(","):
        if (lang := part.strip()[:2]) in LANGUAGES:
            return lang
    return default
