"""Puts the parse and the names into one pipeline, as small as it can be, ready to ship."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import spacy
import srsly  # type: ignore[import-untyped]
from spacy.language import Language

from recoupe import __version__

AUTHOR = "recoupe"
LICENSE = "CC BY-SA 4.0, with the notices in NOTICE.md"
DESCRIPTION = {
    "fr": "French parse, lemmas and names for press text, trained on UD French Sequoia, GSD and Rhapsodie.",
    "en": "English parse, lemmas and names for press text, trained on UD English EWT and GUM.",
}


def assembled(parse: Path, names: Path) -> Language:
    """The parser's pipeline with the name recogniser, which keeps a token-to-vector layer of its own, at its end."""
    nlp = spacy.load(parse)
    nlp.add_pipe("ner", source=spacy.load(names))
    nlp.config["initialize"]["before_init"] = None
    return nlp


def _needed(nlp: Language) -> set[str]:
    """The strings that a label or a lemma rule refers to by hash; words come back as they are read."""
    labels = {str(label) for group in nlp.pipe_labels.values() for label in group}
    values = {value for label in labels for feature in label.split("|") for value in (feature, *feature.split("="))}
    actions = {label.split("-", 1)[-1] for label in labels}
    lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
    nodes = srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"]
    rules = {node[key] for node in nodes for key in ("orig", "subst") if key in node}
    return labels | values | actions | {nlp.vocab.strings[key] for key in rules if key}


def _trim(nlp: Language, folder: Path) -> None:
    """Drops every other word of the treebanks from the saved vocabulary."""
    path = folder / "vocab" / "strings.json"
    saved = set(json.loads(path.read_text("utf-8")))
    path.write_text(json.dumps(sorted(saved & _needed(nlp)), ensure_ascii=False) + "\n", "utf-8")


def ship(parse: Path, names: Path, lang: str, target: Path, scores: dict[str, Any]) -> Language:
    """Writes the pipeline to `target`, in place of the one that was there."""
    nlp = assembled(parse, names)
    nlp.meta |= {
        "name": "press",
        "version": __version__,
        "description": DESCRIPTION[lang],
        "author": AUTHOR,
        "license": LICENSE,
    }
    fresh = target.with_name(f"{target.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    nlp.to_disk(fresh)
    _trim(nlp, fresh)
    meta = json.loads((fresh / "meta.json").read_text("utf-8"))
    meta["performance"] = scores
    (fresh / "meta.json").write_text(json.dumps(meta, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    return nlp
