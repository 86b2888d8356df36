"""`python -m training.train fr --corpora DIR` makes the French pipeline that ships, `en` the English one.

A step whose result is in the work folder is not done again. While it trains, spaCy keeps the best checkpoint so far in
the `model-best` folders, so an early stop loses nothing: run with `--assemble-only` to ship them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy
from spacy.cli.init_config import fill_config
from spacy.cli.train import train
from spacy.language import Language
from spacy.util import load_config, registry

from training.assemble import assembled, ship
from training.names_data import prepare_names
from training.prepare import blank, prepare
from training.score import name_scores, parse_scores
from training.vectors import make_vectors

HERE = Path(__file__).parent
MODELS = HERE.parent / "src" / "recoupe" / "annotate" / "models"
SETTLING = {"max_steps": 2000, "eval_frequency": 250}
TOKENIZERS = {"fr": ("recoupe_fr", "recoupe.fr.v1"), "en": ("en", "spacy.Tokenizer.v1")}


def data(lang: str, corpora: Path, work: Path) -> None:
    """Documents and vectors."""
    if not (work / "parse-train.spacy").exists():
        prepare(corpora, lang, work)
    if not (work / "names-train.spacy").exists():
        prepare_names(blank(lang), corpora, lang, work)
    if not (work / "vectors").exists():
        make_vectors(blank(lang), corpora, lang, work)


def fit(part: str, lang: str, work: Path) -> None:
    """Trains `parse` or `names` unless a finished training is there."""
    done = work / part / "done"
    if done.exists():
        return
    filled = work / f"{part}.cfg"
    fill_config(filled, HERE / "configs" / f"{part}.cfg", silent=True)
    name, tokenizer = TOKENIZERS[lang]
    overrides = {
        "nlp.lang": name,
        "nlp.tokenizer.@tokenizers": tokenizer,
        "paths.train": str(work / f"{part}-train.spacy"),
        "paths.dev": str(work / f"{part}-dev.spacy"),
        "paths.vectors": str(work / "vectors"),
    }
    train(filled, work / part, overrides=overrides)
    done.touch()


@registry.callbacks("recoupe.lemma_rules.v1")  # type: ignore[untyped-decorator]
def lemma_rules() -> Callable[[Language], None]:
    """Gives a loaded lemmatizer its rules' numbers back, without which spaCy 3.8 would train every word to rule 0."""

    def number(nlp: Language) -> None:
        for name, pipe in nlp.components:
            if name == "trainable_lemmatizer":
                lemmatizer: Any = pipe
                lemmatizer.tree2label = {tree: label for label, tree in enumerate(lemmatizer.labels)}

    return number


def settle(lang: str, work: Path) -> None:
    """Goes on from the parser's best checkpoint with smaller steps and larger batches, into `settled`."""
    if (work / "settled" / "done").exists():
        return
    config = load_config(work / "parse.cfg", interpolate=False)
    name, tokenizer = TOKENIZERS[lang]
    config["nlp"] |= {"lang": name, "tokenizer": {"@tokenizers": tokenizer}}
    best = str(work / "parse" / "model-best")
    config["components"] = {component: {"source": best} for component in config["nlp"]["pipeline"]}
    config["initialize"]["before_init"] = {"@callbacks": "recoupe.lemma_rules.v1"}
    config["training"] |= SETTLING
    config["training"]["optimizer"]["learn_rate"] = 0.0003
    config["training"]["batcher"]["size"] = 1500
    path = work / "settled.cfg"
    config.to_disk(path)
    parts = {f"paths.{part}": str(work / f"parse-{part}.spacy") for part in ("train", "dev")}
    train(path, work / "settled", overrides={**parts, "paths.vectors": str(work / "vectors")})
    (work / "settled" / "done").touch()


def parsing(work: Path) -> Path:
    """The parser's best checkpoint so far."""
    settled = work / "settled" / "model-best"
    return settled if settled.exists() else work / "parse" / "model-best"


def evaluate(work: Path) -> dict[str, Any]:
    """Scores of the two best checkpoints on development and test text, from raw text."""
    nlp = assembled(parsing(work), work / "names" / "model-best")
    return {
        "parse-dev": parse_scores(nlp, work / "parse-dev.spacy"),
        "parse-test": parse_scores(nlp, work / "parse-test.spacy"),
        "names-dev": name_scores(nlp, work / "names-dev.spacy"),
    }


def finish(lang: str, work: Path) -> None:
    """Scores, ships, and loads once more what was shipped."""
    scores = evaluate(work)
    path = HERE / "scores" / f"{lang}.json"
    kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
    path.write_text(json.dumps(kept | scores, indent=2, sort_keys=True) + "\n", "utf-8")
    ship(parsing(work), work / "names" / "model-best", lang, MODELS / lang, scores)
    spacy.load(MODELS / lang)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.add_argument("lang", choices=sorted(TOKENIZERS))
    parser.add_argument("--corpora", type=Path, required=True, help="the folder that holds syntax/, ner/ and parallel/")
    parser.add_argument("--work", type=Path, default=HERE / "work", help="where data and checkpoints go")
    parser.add_argument("--assemble-only", action="store_true", help="score and ship the best checkpoints as they are")
    given = parser.parse_args()
    work = given.work / given.lang
    work.mkdir(parents=True, exist_ok=True)
    if not given.assemble_only:
        data(given.lang, given.corpora, work)
        fit("parse", given.lang, work)
        settle(given.lang, work)
        fit("names", given.lang, work)
    finish(given.lang, work)


if __name__ == "__main__":
    main()
