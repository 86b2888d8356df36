"""The words of the command line, in the reader's language."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from recoupe.lang import LANGUAGES
from recoupe.lang.catalogue import known, message

DEFAULT = "en"
LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


def choose(args: Sequence[str], environ: Mapping[str, str]) -> str:
    """The interface language: `--ui` when given, else the first locale variable that is set, else English.

    Read before the arguments are parsed, because the help itself is in that language.
    """
    for place, arg in enumerate(args):
        value = arg.removeprefix("--ui=") if arg.startswith("--ui=") else None
        if arg == "--ui" and place + 1 < len(args):
            value = args[place + 1]
        if value in LANGUAGES:
            return str(value)
    locale = next((environ[name] for name in LOCALES if environ.get(name)), "")
    return locale[:2].lower() if locale[:2].lower() in LANGUAGES else DEFAULT


UI = choose(sys.argv[1:], os.environ)


def word(key: str, **values: object) -> str:
    """The words for `section.name`, their `{names}` filled in."""
    text = message(UI, "cli", key)
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def by_code(section: str, code: str) -> str | None:
    """The sentence the interface language has for the code of an issue or an error; None when it has none."""
    return known(UI, "problems", f"{section}.{code}")


def coded(section: str, code: str) -> str:
    """The words for a code; the code itself where there are none, so that nothing is hidden."""
    return known(UI, "cli", f"{section}.{code}") or code
