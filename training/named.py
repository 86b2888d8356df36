"""Sentences with typed names, read from every corpus that has or allows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.conllu import Sentence, documents
from training.spans import spans, text, untitled

# A proper noun of unknown type: the model is neither told that it is a name nor that it is none.
UNKNOWN = "?"
NAMES = Path(__file__).parent / "names"
GUM = {"person": "PER", "organization": "ORG", "place": "LOC"}
Name = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Named:
    """Words with the space after each, and the names among them."""

    words: tuple[tuple[str, bool], ...]
    names: tuple[Name, ...]


def _words(sentence: Sentence) -> tuple[tuple[str, bool], ...]:
    return tuple((word.form, word.space) for word in sentence)


def typed(lang: str) -> dict[str, str]:
    """The types given by hand to a treebank's proper nouns."""
    rows = (NAMES / f"{lang}.tsv").read_text("utf-8").splitlines()
    pairs = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return {pair[0]: pair[1] for pair in pairs}


def french_treebanks(corpora: Path) -> Iterator[list[Named]]:
    """Sequoia and GSD, their proper nouns typed by hand."""
    types = typed("fr")
    for name in ("sequoia-train", "gsd-dev"):
        for group in documents(corpora / f"syntax/fr/{name}.conllu"):
            out = []
            for sentence in group:
                names = []
                for start, end in spans(sentence, "fr"):
                    label = types.get(text(sentence, start, end), UNKNOWN)
                    if label != UNKNOWN:
                        start, end = untitled(sentence, start, end)  # noqa: PLW2901
                    names.append((start, end, label))
                out.append(Named(_words(sentence), tuple(names)))
            yield out


def _gum_entities(sentence: Sentence) -> dict[tuple[int, int], str]:
    """Every annotated entity of a sentence, `(12-person-…` to `12)`."""
    opened: list[tuple[str, str, int]] = []
    found: dict[tuple[int, int], str] = {}
    for at, word in enumerate(sentence):
        marks = re.search(r"Entity=([^|]*)", word.misc)
        for opening, closing in re.findall(r"(\([^()]*)|(\d*\))", marks.group(1)) if marks else []:
            if opening:
                number, label = [*opening[1:].split("-"), ""][:2]
                opened.append((number, label, at))
            elif opened:
                numbers = [number for number, _, _ in opened]
                last = len(numbers) - 1 - numbers[::-1].index(closing[:-1]) if closing[:-1] in numbers else -1
                _, label, start = opened.pop(last)
                found[start, at + 1] = label
    return found


def gum(corpora: Path) -> Iterator[list[Named]]:
    """GUM's proper nouns, each with the type of the smallest entity around it."""
    for group in documents(corpora / "syntax/en/gum-ccby.conllu"):
        out = []
        for sentence in group:
            entities = _gum_entities(sentence)
            names = []
            for start, end in spans(sentence, "en"):
                around = [(b - a, label) for (a, b), label in entities.items() if a <= start and end <= b]
                names.append((start, end, GUM.get(min(around)[1], UNKNOWN) if around else UNKNOWN))
            out.append(Named(_words(sentence), tuple(names)))
        yield out


def joined(tags: list[str]) -> tuple[Name, ...]:
    """Runs of the same label as one name; `B-` always begins another."""
    names: list[Name] = []
    for at, tag in enumerate(tags):
        if tag == "O":
            continue
        label = tag.split("-")[-1]
        if tag[0] != "B" and names and names[-1][1:] == (at, label):
            names[-1] = (names[-1][0], at + 1, label)
        else:
            names.append((at, at + 1, label))
    return tuple(names)


def columns(path: Path, size: int = 6) -> Iterator[list[Named]]:
    """A file of one token a line with its tag last (wikigold), `size` sentences at a time."""
    group: list[Named] = []
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [
            row.split("\t") if "\t" in row else row.split() for row in block.split("\n") if row[:1] not in ("", "#")
        ]
        if not rows:
            continue
        words = tuple(row[1] if row[0].isdigit() and len(row) > 2 else row[0] for row in rows)
        spaced = tuple((word, "SpaceAfter=No" not in "".join(row)) for word, row in zip(words, rows, strict=True))
        group.append(Named(spaced, joined([row[-1] for row in rows])))
        if len(group) == size:
            yield group
            group = []


def historical(corpora: Path, size: int = 60) -> Iterator[list[Named]]:
    """French newspapers of 1870 to 1945, in runs of `size` tokens; IO tags, scanned text."""
    rows = [row.split() for row in (corpora / "ner/fr/europeana-bnf.bio").read_text("utf-8").split("\n") if row.strip()]
    for start in range(0, len(rows) - size, size):
        run = rows[start : start + size]
        yield [Named(tuple((row[0], True) for row in run), joined([row[-1].replace("B-", "I-") for row in run]))]
