"""Pairs of texts, each judged by itself: a file of them in, the judgements out."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from recoupe.annotate.annotate import annotate
from recoupe.annotate.claims import Clauses
from recoupe.annotate.words import words
from recoupe.compare.findings import Finding
from recoupe.compare.pairs import Side, judge_pair
from recoupe.errors import SetupError
from recoupe.export.rows import sentence
from recoupe.kinds.registry import kinds
from recoupe.lang import LANGUAGES
from recoupe.read.language import detect
from recoupe.types import Document, Json, Statement

Row = dict[str, str]
NEEDED = ("premise", "hypothesis")
VALUES = ("fault", "time", "figure")
KEPT = 512


def read(path: Path) -> Iterator[Row]:
    """The rows of a tab-separated file with a heading line, or of JSON lines.

    Raises SetupError `bad-pairs` when the file cannot be read, a column is missing or a language is unknown.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as err:
        raise _bad(path, 0, str(err)) from err
    if text.lstrip().startswith("{"):
        yield from (_checked(path, at, _object(path, at, line)) for at, line in _numbered(text))
    else:
        table = csv.DictReader(text.splitlines(keepends=True), delimiter="\t")
        for at, row in enumerate(table, start=2):
            yield _checked(path, at, {key: value for key, value in row.items() if key and value is not None})


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    return ((at, line) for at, line in enumerate(text.split("\n"), start=1) if line.strip())


def _object(path: Path, at: int, line: str) -> Row:
    try:
        row = json.loads(line)
    except ValueError as err:
        raise _bad(path, at, str(err)) from err
    if not isinstance(row, dict):
        raise _bad(path, at, "not an object")
    return {str(key): value for key, value in row.items() if isinstance(value, str)}


def _checked(path: Path, at: int, row: Row) -> Row:
    for key in NEEDED:
        if not row.get(key, "").strip():
            raise _bad(path, at, f"no {key}")
    if row.get("lang") and row["lang"] not in LANGUAGES:
        raise _bad(path, at, f"lang: {row['lang']}")
    return row


def _bad(path: Path, at: int, what: str) -> SetupError:
    where = f"{path}, line {at}" if at else str(path)
    remedy = "Give a tab-separated file with the columns premise and hypothesis, or JSON lines with those keys."
    return SetupError("bad-pairs", f"{where}: {what}.", remedy)


def judgements(path: Path) -> Iterator[dict[str, Json]]:
    """For each pair of the file, in its order: its `id` when it has one, then `relation`, `score` and `reasons`."""
    for row in read(path):
        found = judge(row)
        reasons: list[Json] = [sentence(reason) for reason in found.reasons]
        known: dict[str, Json] = {"id": row["id"]} if "id" in row else {}
        yield known | {"relation": found.relation, "score": round(found.score, 3), "reasons": reasons}


def judge(row: Row) -> Finding:
    """The judgement of one pair; each text is read in the language the row names, else the one its words show."""
    texts = [(row[key], row.get("lang") or detect(row[key]) or LANGUAGES[0], key) for key in NEEDED]
    premise, hypothesis = (side(*text) for text in texts)
    return judge_pair(premise, hypothesis)


@lru_cache(maxsize=KEPT)
def side(text: str, lang: str, name: str = "premise") -> Side:
    """One text of a pair, analysed."""
    document = Document(id=name, text=text, lang=lang)
    annotated = annotate(document)
    clauses = Clauses(annotated)
    found: list[Statement] = []
    for kind in kinds():
        if kind.name in VALUES:
            found += kind.extract()(annotated, [s for s in found if s.kind in kind.after])
    claims = tuple(c for sent in annotated.doc.sents for c in clauses.within(sent.start_char, sent.end_char))
    return Side(document, claims, tuple(s for s in found if s.value is not None), words(annotated))
