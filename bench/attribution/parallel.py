"""Extracts quotations from a text and its translation, which should give as many and the same speakers.

usage: python bench/attribution/parallel.py SHARED [--differences] [--raise]

A pair of aligned sentences counts when both hold a quotation's words. Two speakers are the same when their names are
(`score.py`), or when they share a concept of the lexicon or a cognate; two descriptions that share none are set apart
as not comparable.
"""

from __future__ import annotations

import json
import sys
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from score import same_name, words

from recoupe.lang.concepts import lexicon
from recoupe.pipeline import run
from recoupe.types import Document, Statement

HERE = Path(__file__).parent
FLOORS = HERE / "parallel-floors.json"
COGNATE = 5
ARTICLES = frozenset({"the", "a", "an", "one", "some", "le", "la", "les", "l", "un", "une", "des", "son", "sa", "ses"})


@dataclass(frozen=True)
class Said:
    """A quotation, or its part, in one sentence."""

    sentence: int
    named: str | None
    form: str
    construction: str
    words: str


def document(name: str, lang: str, sentences: list[str]) -> tuple[list[Said], int]:
    """The quotations by sentence, and how many there are."""
    text, starts = joined(sentences)
    statements = run([Document(name, text, lang)]).statements
    quotations = [statement for statement in statements if statement.kind == "quotation"]
    found = [said for statement in quotations for said in _parts(starts, statement)]
    return found, len(quotations)


def joined(sentences: list[str]) -> tuple[str, list[int]]:
    """The text and where each sentence starts: a line each, unless a mark is left open and the line goes on."""
    text, starts, open_marks = "", [], False
    for sentence in (row.strip() for row in sentences):
        text += (" " if open_marks else "\n") if text else ""
        starts.append(len(text))
        text += sentence
        line = text[text.rfind("\n") + 1 :]
        open_marks = line.count('"') % 2 == 1 or line.count("«") > line.count("»") or line.count("“") > line.count("”")
    return text, starts


def _parts(starts: list[int], statement: Statement) -> list[Said]:
    body: Any = statement.body
    voice = statement.attribution.voice if statement.attribution else None
    named = voice.named if voice else None
    parts: dict[int, str] = {}
    for content in body.contents:
        parts.setdefault(bisect_right(starts, content.start) - 1, content.exact)
    return [Said(line, named, body.form, body.construction, exact) for line, exact in parts.items()]


@cache
def _book(lang: str) -> dict[str, str]:
    return {" ".join(sorted(words(entry))): concept for entry, concept in lexicon(lang).words.items()}


def concepts(lang: str, name: str) -> set[str]:
    """The language-neutral words of a description."""
    book = _book(lang)
    return {book[form] for word in words(name) for form in (word, word.removesuffix("s")) if form in book}


def cognates(left: str, right: str) -> bool:
    """A word of one begins like a word of the other."""
    starts = {word[:COGNATE] for word in words(left) if len(word) >= COGNATE}
    return bool(starts & {word[:COGNATE] for word in words(right) if len(word) >= COGNATE})


def described(name: str) -> bool:
    """It opens with an article, or no word of it but the first has a capital: a description, not a name."""
    parts = name.replace("’", " ").replace("'", " ").split()
    first = parts[0].lower() in ARTICLES and len(parts) > 1
    return first or name.islower() or (len(parts) > 1 and not any(part[:1].isupper() for part in parts[1:]))


def judge(left: str | None, right: str | None) -> str:
    """`same`, `different`, `one unnamed` or `not comparable`."""
    if left is None and right is None:
        return "same"
    if left is None or right is None:
        return "one without a speaker"
    if same_name(left, right) or cognates(left, right) or concepts("en", left) & concepts("fr", right):
        return "same"
    if described(left) and described(right):
        return "not comparable"
    if described(left) or described(right):
        return "a name against a description"
    return "two names"


RANK = ("same", "not comparable", "a name against a description", "one without a speaker", "two names")


def pairs(english: list[Said], french: list[Said]) -> tuple[Counter[str], list[str]]:
    """How the aligned sentences compare, and a line for each that differs."""
    classes: Counter[str] = Counter()
    lines = []
    for sentence in sorted({said.sentence for said in (*english, *french)}):
        left = [said for said in english if said.sentence == sentence]
        right = [said for said in french if said.sentence == sentence]
        if not left or not right:
            only = (left or right)[0]
            side = "en" if left else "fr"
            classes[f"only {side}"] += 1
            classes[f"only {side}, {only.construction}"] += 1
            lines.append(f"only {side} [{only.construction}] {sentence}: {only.words}")
            continue
        best = [min((judge(a.named, b.named) for b in right), key=RANK.index) for a in left]
        worst = max(best, key=RANK.index)
        classes[worst] += 1
        if worst != "same":
            names = f"{[said.named for said in left]} / {[said.named for said in right]}"
            lines.append(f"{worst} {sentence}: {names}")
    return classes, lines


def main() -> None:
    """Prints the numbers, the share of same speakers and the classes of differences; fails below the floors."""
    path = Path(sys.argv[1]) / "corpora" / "parallel" / "ntrex-half-a.jsonl"
    count: Counter[str] = Counter()
    classes: Counter[str] = Counter()
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        english, many = document(row["id"], "en", row["en"])
        french, several = document(row["id"], "fr", row["fr"])
        count["en"] += many
        count["fr"] += several
        found, lines = pairs(english, french)
        classes.update(found)
        if "--differences" in sys.argv and lines:
            print(row["id"], *lines, sep="\n  ")
    both = sum(classes[name] for name in RANK)
    apart = 100 * abs(count["en"] - count["fr"]) / max(count.values())
    measured = {
        "numbers alike": round(100 - apart, 1),
        "same speakers": round(100 * classes["same"] / (both - classes["not comparable"]), 1),
        "in both": round(100 * both / (both + classes["only en"] + classes["only fr"]), 1),
    }
    print(f"quotations: English {count['en']}, French {count['fr']}, {apart:.1f} % apart")
    print(f"aligned sentences with one in both: {both}; in one only: {classes['only en'] + classes['only fr']}")
    print(*(f"{name}: {value} %" for name, value in measured.items()), sep="\n")
    print(*(f"  {number:4d}  {name}" for name, number in classes.most_common()), sep="\n")
    floors: dict[str, float] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    if "--raise" in sys.argv:
        held = {name: max(value, floors.get(name, 0)) for name, value in measured.items()}
        FLOORS.write_text(json.dumps(held, indent=1, sort_keys=True) + "\n", "utf-8")
    below = [f"{name} is {measured[name]}, floor {floor}" for name, floor in floors.items() if measured[name] < floor]
    if below:
        sys.exit("\n".join(below))


if __name__ == "__main__":
    main()
