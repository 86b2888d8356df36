"""`python -m training.measure fr FILE`: the shipped names on a corpus that may be measured on but never trained on.

FILE has one token a line with its IOB tag last, as WikiNEuRal has. Types the shipped model does not know are left out.
"""

from __future__ import annotations

import argparse
import json
from itertools import islice
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.training import Example

from recoupe.annotate import tokenizers
from training.named import columns
from training.names_data import to_doc
from training.score import NAMES
from training.train import HERE, MODELS

REGISTERED = (tokenizers.French.lang,)
MEASURED = ("PER", "LOC", "ORG")


def measured(nlp: Language, path: Path, most: int) -> dict[str, float]:
    """Precision, recall and F in per cent, on gold tokens, for people, places and bodies."""
    pairs = []
    for group in islice(columns(path, size=1), most):
        gold = to_doc(nlp, group, None)
        found = nlp(
            spacy.tokens.Doc(nlp.vocab, words=[t.text for t in gold], spaces=[bool(t.whitespace_) for t in gold])
        )
        for doc in (gold, found):
            doc.set_ents([ent for ent in doc.ents if ent.label_ in MEASURED])
        pairs.append(Example(found, gold))
    scores = Scorer(nlp).score(pairs)
    return {name: round(100 * scores[key], 1) for name, key in NAMES.items()}


def main() -> None:
    """Reads the command line and adds the result to `scores/<lang>.json`."""
    parser = argparse.ArgumentParser(prog="python -m training.measure", description=__doc__)
    parser.add_argument("lang", choices=["en", "fr"])
    parser.add_argument("file", type=Path)
    parser.add_argument("--most", type=int, default=2000, help="how many sentences, from the start")
    given = parser.parse_args()
    path = HERE / "scores" / f"{given.lang}.json"
    scores = json.loads(path.read_text("utf-8")) if path.exists() else {}
    scores[f"names-{given.file.stem}"] = measured(
        spacy.load(MODELS / given.lang, enable=["ner"]), given.file, given.most
    )
    path.write_text(json.dumps(scores, indent=2, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
