"""Words a table lists, as one pattern of whole words, whatever their case and apostrophe."""

from __future__ import annotations

from functools import cache

import regex

from recoupe.lang import LANGUAGES, table


@cache
def listed(subject: str, name: str, lang: str = "", after: str = r"(?!\p{L})") -> regex.Pattern[str]:
    """Any word of one list of a subject's table, in one language or, with none named, in all.

    `after` is what must follow it in the text, by default no letter; none ever precedes.
    """
    words = {word for each in ([lang] if lang else LANGUAGES) for word in table(each, subject)[name]}
    longest = sorted(words, key=lambda word: (-len(word), word))
    any_of = "|".join(regex.escape(word).replace("'", "['’]") for word in longest)
    return regex.compile(rf"(?<!\p{{L}})(?:{any_of}){after}", regex.IGNORECASE)
