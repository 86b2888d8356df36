"""Trains small floret vectors on the raw text at hand: the treebanks, parallel news and, in French, old newspapers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import floret
from spacy.language import Language
from spacy.training.initialize import convert_vectors

RUN = 40


def _news(corpora: Path, lang: str) -> Iterator[str]:
    for row in (corpora / "parallel/ntrex-half-a.jsonl").read_text("utf-8").splitlines():
        text = json.loads(row).get(lang, "")
        yield from text if isinstance(text, list) else text.split("\n")


def _historical(corpora: Path) -> Iterator[str]:
    words: list[str] = []
    for row in (corpora / "ner/fr/europeana-bnf.bio").read_text("utf-8").split("\n"):
        words += row.split()[:1]
        if len(words) > RUN:
            yield " ".join(words)
            words = []


def make_vectors(nlp: Language, corpora: Path, lang: str, work: Path) -> None:
    """Writes `vectors`, a pipeline folder that holds nothing else; needs the `raw.txt` of `prepare`."""
    news = [" ".join(token.text for token in nlp.tokenizer(line)) for line in _news(corpora, lang)]
    old = list(_historical(corpora)) if lang == "fr" else []
    text, table = work / "vectors.txt", work / "vectors.floret"
    text.write_text((work / "raw.txt").read_text("utf-8") + "\n".join([*news, *old]) + "\n", "utf-8")
    model = floret.train_unsupervised(
        str(text), model="cbow", mode="floret", hashCount=2, bucket=8000, minn=3, maxn=5, dim=96,
        minCount=3, epoch=15, lr=0.05, thread=1, neg=10,
    )  # fmt: skip
    model.save_floret_vectors(str(table))
    convert_vectors(nlp, table, truncate=0, prune=-1, mode="floret")
    nlp.to_disk(work / "vectors")
