"""Sentences for reasons, in the reader's language."""

from __future__ import annotations

from recoupe.lang.catalogue import known, message


def say(code: str, args: tuple[tuple[str, str], ...], ui: str = "en") -> str:
    """The sentence of a reason code in `ui`, its `{names}` filled from `args`; raises KeyError on an unknown code.

    Where an argument is empty, the sentence that does without it.
    """
    bare = known(ui, "reasons", f"{code}.bare") if any(not value for _, value in args) else None
    template = bare or message(ui, "reasons", code)
    for key, value in args:
        template = template.replace("{" + key + "}", value)
    return template
