"""The press's typography, laid over treebank sentences."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from training.conllu import Sentence

MARKS = {
    "fr": [("«\u00a0", "\u00a0»"), ("« ", " »"), ("“", "”"), ('"', '"'), ("«", "»"), ("<< ", " >>")],
    "en": [("“", "”"), ('"', '"')],
}
BARE = {"É": "E", "È": "E", "À": "A", "Ê": "E", "Î": "I", "Ô": "O"}


def variant(group: list[Sentence], rng: random.Random, lang: str) -> list[Sentence]:
    """The group with curly apostrophes, another style of marks, no-break spaces, bare capitals, a missing last stop."""
    curly, nobreak, marks = rng.random() < 0.7, rng.random() < 0.3, rng.choice(MARKS[lang])
    bare = rng.random() < 0.2
    opening = True
    out = []
    for sentence in group:
        words: Sentence = []
        for word in sentence:
            form = word.form.replace("'", "’") if curly else word.form
            space = word.space
            if form in {'"', "«", "»", "“", "”"}:
                opens = form in "«“" or (form == '"' and opening)
                if form == '"':
                    opening = not opening
                form = marks[0].strip() if opens else marks[1].strip()
                if opens:
                    space = marks[0] != marks[0].strip()
                elif words:
                    words[-1] = replace(words[-1], space=marks[1] != marks[1].strip())
            if bare and form[:1] in BARE:
                form = BARE[form[0]] + form[1:]
            if nobreak:
                form = re.sub(r"(?<=\d) (?=\d{3})", "\u00a0", form)
            words.append(replace(word, form=form, space=space))
        out.append(_ending(words, rng))
    return out


def _ending(words: Sentence, rng: random.Random) -> Sentence:
    """Now and then no last full stop, as in titles, or all capitals."""
    last = len(words) - 1
    if rng.random() < 0.06 and words[-1].form == "." and all(word.head != last for word in words[:-1]):
        words = words[:-1]
    if rng.random() < 0.02:
        words = [replace(word, form=word.form.upper()) for word in words]
    return words
