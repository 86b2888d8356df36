"""Scores a pipeline on documents with a gold analysis, with spaCy's own scorer."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import DocBin
from spacy.training import Example

PARSE = {
    "token": "token_f",
    "upos": "pos_acc",
    "morph": "morph_acc",
    "lemma": "lemma_acc",
    "uas": "dep_uas",
    "las": "dep_las",
    "sentences": "sents_f",
}
NAMES = {"precision": "ents_p", "recall": "ents_r", "f": "ents_f"}


def examples(nlp: Language, path: Path) -> list[Example]:
    """The gold documents beside what the pipeline makes of their plain text."""
    gold = list(DocBin().from_disk(path).get_docs(nlp.vocab))
    return [Example(nlp(doc.text), doc) for doc in gold]


def _scores(nlp: Language, path: Path, wanted: dict[str, str]) -> dict[str, float]:
    found = Scorer(nlp).score(examples(nlp, path))
    return {name: round(100 * found[key], 1) for name, key in wanted.items()}


def parse_scores(nlp: Language, path: Path) -> dict[str, float]:
    """Per cent; from raw text, so a wrong token costs everything that hangs on it."""
    return _scores(nlp, path, PARSE)


def name_scores(nlp: Language, path: Path) -> dict[str, float]:
    """Per cent, whole names with their type."""
    return _scores(nlp, path, NAMES)
