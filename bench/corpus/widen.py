"""Groups more articles than were analysed: the rows of a measured corpus, told again under other names and days.

usage: python bench/corpus/widen.py KEPT NTREX.jsonl [--of 10000] [--times 1,10] [--apart 36] [--stretch 7]

KEPT is the folder that `measure.py --keep` left, with `--of` articles analysed. Each time, every story gets names of
its own (four syllables, so that no more stories share one than before) and numbers in its articles' text, and days so
many days later: at 365 an archive of ten years, at 36 one of two years with up to ten times as many stories on a day.
The sketch and the terms that are words are made anew from that text, as the analysis makes them; names, numbers and
days are replaced in the other terms. All other words stay, so each sentence comes back in every retelling, which is
harder than life. Only the table `feature` is written: what is measured is grouping. Prints processor seconds, memory
and B-cubed for each number of times, and the exponents; fails on a missed floor.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import math
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

from measure import F1, GROUPING, Figures, alone, exponent, score
from recombine import NUMBER, STRETCH, SYLLABLES, Made, articles, documents

from recoupe.engine.features import WEIGHT, stems
from recoupe.engine.folder import Folder
from recoupe.engine.sketch import sketch

SHARD = 1000
ONE = "|".join(SYLLABLES)
INVENTED = re.compile(rf"\b(?:{ONE.title()})(?:{ONE}){{2}}\b|\b(?:{ONE})(?:{ONE}){{2}}\b")
NAMES = ["".join(four).capitalize() for four in itertools.product(SYLLABLES, repeat=4)]


class Retelling:
    """How one story is told another time: a name for each of its invented names, and a number of days later."""

    def __init__(self, story: int, time: int, days: int) -> None:
        self._chance = random.Random(f"{story} {time}")
        self._own: dict[str, str] = {}
        self.days = days

    def rename(self, text: str) -> str:
        """The text with this telling's names, written as the others were, with a capital or without, and numbers."""
        return NUMBER.sub(self._number, INVENTED.sub(self._name, text))

    def _number(self, found: re.Match[str]) -> str:
        old = found.group()
        return self._own.setdefault(old, str(self._chance.randrange(10 ** (len(old) - 1), 10 ** len(old))))

    def _name(self, found: re.Match[str]) -> str:
        own = self._own.setdefault(found.group().lower(), self._chance.choice(NAMES))
        return own if found.group()[0].isupper() else own.lower()

    def move(self, day: str) -> str:
        """The day, an ISO date, moved; what is no date stays."""
        try:
            return (dt.date.fromisoformat(day) + dt.timedelta(days=self.days)).isoformat()
        except ValueError:
            return day

    def term(self, term: str) -> str:
        """A term that is no word, as this telling has it."""
        sort, rest = term[:2], term[2:]
        if sort == "q:":
            number, _, unit = rest.partition(" ")
            return f"q:{Decimal(self.rename(f'{Decimal(number):f}')).normalize()} {unit}"
        return sort + (self.rename(rest) if sort == "n:" else self.move(rest) if sort == "t:" else rest)


def told(row: dict[str, Any], made: Made, time: int, retelling: Retelling) -> dict[str, Any]:
    """The row of `feature` of an article told another time."""
    text = retelling.rename(made.text)
    terms = {retelling.term(t["term"]): t["weight"] for t in row["terms"] if not t["term"].startswith("w:")}
    terms |= {term: WEIGHT["w"] * (1 + math.log(count)) for term, count in Counter(stems(text)).items()}
    return row | {
        "document": f"{row['document']}-{time}",
        "title": retelling.rename(row["title"]),
        "day": retelling.move(row["day"]),
        "names": [retelling.rename(name) for name in row["names"]],
        "signature": sketch(text),
        "terms": [{"term": term, "weight": weight} for term, weight in sorted(terms.items())],
    }


def retold(kept: Folder, made: dict[str, Made], times: int, apart: int) -> Iterator[dict[str, Any]]:
    """Every row, each telling of the collection after the other."""
    for time in range(times):
        stories: dict[int, Retelling] = {}
        for row in kept.rows("feature"):
            one = made[row["document"]]
            retelling = stories.setdefault(one.story, Retelling(one.story, time, time * apart))
            yield told(row, one, time, retelling)


def at(kept: Folder, made: dict[str, Made], times: int, apart: int, out: Path) -> Figures:
    """Every figure with so many tellings."""
    folder = Folder(out)
    folder.make()
    rows = retold(kept, made, times, apart)
    for number in itertools.count(1):
        shard = list(itertools.islice(rows, SHARD))
        if not shard:
            break
        folder.write("feature", f"001-{number:06d}", shard)
    gold = {f"{one.id}-{time}": one.story * times + time for one in made.values() for time in range(times)}
    grouped = alone("--group", out)
    row = {
        "articles": len(gold), "planted": len(set(gold.values())), "stories": grouped["stories"],
        "group_cpu": grouped["cpu"], "group_mb": grouped["grown_mb"], **score(out, gold),
    }  # fmt: skip
    print("  ".join(f"{name} {value:.4g}" for name, value in row.items()), flush=True)
    return row


def main() -> None:
    """Measure, print, fail on a missed floor."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kept", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--of", type=int, default=10000)
    parser.add_argument("--times", default="1,10")
    parser.add_argument("--apart", type=int, default=36)
    parser.add_argument("--stretch", type=int, default=STRETCH)
    given = parser.parse_args()
    made = {one.id: one for one in articles(documents(given.corpus), given.of, stretch=given.stretch)}
    kept = Folder.at(given.kept / str(given.of) / "corpus")
    with tempfile.TemporaryDirectory() as temporary:
        rows = [at(kept, made, int(n), given.apart, Path(temporary) / n) for n in given.times.split(",")]
    missed = [f"B-cubed F1 {row['f1']:.3f} at {row['articles']}" for row in rows if row["f1"] < F1]
    for small, large in pairwise(rows):
        for key in ("group_cpu", "group_mb"):
            power = exponent(small, large, key)
            print(f"{small['articles']} to {large['articles']}: {key} grows as N^{power:.3f} (at most {GROUPING})")
            missed += [f"{key} grows as N^{power:.3f}"] if power > GROUPING else []
    if missed:
        sys.exit("; ".join(missed))


if __name__ == "__main__":
    main()
