"""Sentences for reasons, in the reader's language."""

from __future__ import annotations

from recoupe.lang.catalogue import message


def say(code: str, args: tuple[tuple[str, str], ...], ui: str = "en") -> str:
    """The sentence of a reason code in `ui`, its `{names}` filled from `args`; raises KeyError on an unknown code."""
    template = message(ui, "reasons", code)
    for key, value in args:
        template = template.replace("{" + key + "}", value)
    return template
