"""Prints a digest of the export of each article, to be compared before and after a change made for speed alone.

usage: python bench/corpus/digests.py NTREX.jsonl [TEXTS …] [--articles 100] > before.txt

Texts are those of `article.py`, then each .txt file given or below a folder given, read without a date. A line is the
article's id, the digest of every row that it gives and the number of its statements; two runs that differ in a line
differ in that article.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from article import texts

from recoupe import pipeline
from recoupe.engine.features import feature
from recoupe.export.rows import rows
from recoupe.read import ReadOptions, read
from recoupe.types import Document


def given_texts(paths: list[Path]) -> Iterator[Document]:
    """The accounts of the files and folders given."""
    for path in paths:
        for file in sorted(path.rglob("*.txt")) if path.is_dir() else [path]:
            yield from read([file], ReadOptions())[0]


def digest(document: Document) -> str:
    """The line of one article."""
    dossier = pipeline.run([document])
    told = [dict(row) for row in rows(dossier)]
    bare = {key: value for key, value in feature(dossier).items() if key != "signature"}
    data = json.dumps([*told, bare], sort_keys=True, default=str).encode()
    return f"{document.id} {hashlib.sha256(data).hexdigest()[:16]} {len(dossier.statements)}"


def main() -> None:
    """Print a line for each article."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("texts", type=Path, nargs="*")
    parser.add_argument("--articles", type=int, default=100)
    given = parser.parse_args()
    for document in (*texts(given.corpus, given.articles), *given_texts(given.texts)):
        print(digest(document), flush=True)


if __name__ == "__main__":
    main()
