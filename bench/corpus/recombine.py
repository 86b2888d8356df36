"""A collection with known stories: sentences of a parallel corpus recombined under invented names.

A story takes stretches of two documents; the names and numbers that stand in both languages are replaced by its own.
An account of it tells a part of them in French or English, with sentences of other documents in between; some are
near-duplicates of an earlier account. All stories fall in one year, and the same sentences come back in many of them.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LANGS = ("fr", "en")
STRETCH = 7
TOLD = 0.6
STRAY = 0.2
COPIED = 0.2
SIZES = (1, 1, 1, 2, 2, 3, 4, 5, 6, 8, 12)
FIRST = dt.date(2031, 1, 1)
NAME = re.compile(r"\b[A-Z][a-zà-ÿ]{2,}\b")
NUMBER = re.compile(r"\b(?!19|20)\d{2,3}\b")
SYLLABLES = (
    "ba",
    "cor",
    "dra",
    "fel",
    "gui",
    "jor",
    "kel",
    "lan",
    "mir",
    "nov",
    "oru",
    "pel",
    "quen",
    "ras",
    "sol",
    "tav",
)
Pair = dict[str, str]


@dataclass(frozen=True, slots=True)
class Made:
    """One article and the number of the story it was made for."""

    id: str
    story: int
    lang: str
    published: str
    outlet: str
    text: str

    def line(self) -> str:
        """The article as a line of the input; the story is not in it."""
        names = ("id", "lang", "published", "outlet", "text")
        return json.dumps({name: getattr(self, name) for name in names}, ensure_ascii=False) + "\n"


def documents(path: Path) -> list[list[Pair]]:
    """Each document of the parallel corpus as sentence pairs."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [[{"en": en, "fr": fr} for en, fr in zip(row["en"], row["fr"], strict=True)] for row in rows]


def articles(pool: list[list[Pair]], count: int, seed: int = 1, stretch: int = STRETCH) -> Iterator[Made]:
    """So many articles, stories in the order they were made; the same for the same seed.

    A story is told in twice `stretch` sentences, of which an account has about two thirds.
    """
    chance = random.Random(seed)
    made = story = 0
    while made < count:
        story += 1
        told = _renamed(_stretches(pool, chance, stretch), chance)
        day = FIRST + dt.timedelta(days=chance.randrange(365))
        older: dict[str, list[list[str]]] = {lang: [] for lang in LANGS}
        for _ in range(min(chance.choice(SIZES), count - made)):
            made += 1
            lang = chance.choice(LANGS)
            if older[lang] and chance.random() < COPIED:
                sentences = list(chance.choice(older[lang]))
                if len(sentences) > 2:
                    sentences.pop(chance.randrange(len(sentences)))
            else:
                sentences = _account(told, pool, lang, chance)
            older[lang].append(sentences)
            when = day + dt.timedelta(days=chance.choice((0, 0, 0, 1, 1, 2, 3)))
            yield Made(
                f"a{made:06d}", story, lang, when.isoformat(), f"Outlet {chance.randrange(40)}", " ".join(sentences)
            )


def _stretches(pool: list[list[Pair]], chance: random.Random, stretch: int) -> list[Pair]:
    out: list[Pair] = []
    for document in chance.sample(pool, 2):
        start = chance.randrange(max(1, len(document) - stretch + 1))
        out += document[start : start + stretch]
    return out


def _account(told: list[Pair], pool: list[list[Pair]], lang: str, chance: random.Random) -> list[str]:
    chosen = [pair[lang] for pair in told if chance.random() < TOLD] or [told[0][lang]]
    for place in range(len(chosen)):
        if chance.random() < STRAY:
            chosen.insert(place, chance.choice(chance.choice(pool))[lang])
    return chosen


def _renamed(told: list[Pair], chance: random.Random) -> list[Pair]:
    """The pairs with what both languages write alike, names and numbers, replaced by this story's own."""
    own: dict[str, str] = {}
    for pair in told:
        for pattern in (NAME, NUMBER):
            shared = set(pattern.findall(pair["en"])) & set(pattern.findall(pair["fr"]))
            for word in sorted(shared):
                own.setdefault(word, _name(chance) if pattern is NAME else _number(word, chance))

    def rename(text: str) -> str:
        return re.sub(r"\w+", lambda found: own.get(found.group(), found.group()), text)

    return [{lang: rename(pair[lang]) for lang in LANGS} for pair in told]


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()


def _number(word: str, chance: random.Random) -> str:
    return str(chance.randrange(10 ** (len(word) - 1), 10 ** len(word)))
