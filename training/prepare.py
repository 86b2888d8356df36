"""Treebanks to training, development and test documents for the parse."""

from __future__ import annotations

import random
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.util import registry

from recoupe.annotate.tokenizers import French
from training.conllu import Sentence, documents
from training.frames import framed
from training.variants import variant

SEED = 7
# Of each treebank: what trains, what is held back for development, and the official test.
TRAIN = {"fr": ["fr/sequoia-train", "fr/gsd-dev", "fr/rhapsodie-train"], "en": ["en/ewt-train", "en/gum-ccby"]}
DEVELOP = {"fr": ["fr/sequoia-dev"], "en": ["en/ewt-dev"]}
TEST = {"fr": ["fr/sequoia-test"], "en": ["en/ewt-test"]}
HELD_BACK = {"fr/gsd-dev": 7, "en/gum-ccby": 8}
SPOKEN_LEFT_OUT = 0.6


def blank(lang: str) -> Language:
    """A pipeline with nothing but the tokenizer the shipped model uses."""
    if lang != "fr":
        return spacy.blank(lang)
    nlp = French()
    nlp.tokenizer = registry.tokenizers.get("recoupe.fr.v1")()(nlp)
    return nlp


def to_doc(nlp: Language, group: list[Sentence]) -> Doc:
    """One document of the group's sentences with its full analysis."""
    words: list[str] = []
    spaces: list[bool] = []
    heads: list[int] = []
    flat = [word for sentence in group for word in sentence]
    for sentence in group:
        start = len(words)
        words += [word.form for word in sentence]
        spaces += [word.space for word in sentence]
        heads += [start + word.head for word in sentence]
        spaces[-1] = True
    return Doc(
        nlp.vocab,
        words=words,
        spaces=spaces,
        pos=[word.upos for word in flat],
        lemmas=[word.form if word.lemma == "_" else word.lemma for word in flat],
        morphs=["" if word.feats == "_" else word.feats for word in flat],
        heads=heads,
        deps=[word.dep for word in flat],
    )


def split(corpora: Path, lang: str) -> dict[str, list[list[Sentence]]]:
    """The groups that train (each also in a press variant, most also in a reporting frame), develop and test."""
    rng = random.Random(SEED)
    train: list[list[Sentence]] = []
    develop: list[list[Sentence]] = []
    for name in TRAIN[lang]:
        for number, group in enumerate(documents(corpora / f"syntax/{name}.conllu")):
            if number % HELD_BACK.get(name, number + 1) == 0 and name in HELD_BACK:
                develop.append(group)
                continue
            spoken = "rhapsodie" in name
            if spoken and rng.random() < SPOKEN_LEFT_OUT:
                continue
            train += [group, variant(group, rng, lang)]
            reported = [] if spoken else framed(group, rng, lang)
            if reported and rng.random() < 0.6:
                train.append(variant(reported, rng, lang))
    for name in DEVELOP[lang]:
        groups = list(documents(corpora / f"syntax/{name}.conllu"))
        develop += groups[::3] if lang == "en" else groups
    test = [group for name in TEST[lang] for group in documents(corpora / f"syntax/{name}.conllu")]
    rng.shuffle(train)
    return {"train": train, "dev": develop, "test": test}


def prepare(corpora: Path, lang: str, work: Path) -> None:
    """Writes `parse-{train,dev,test}.spacy` and the raw text for word vectors under `work`."""
    nlp = blank(lang)
    parts = split(corpora, lang)
    for name, groups in parts.items():
        DocBin(docs=[to_doc(nlp, group) for group in groups]).to_disk(work / f"parse-{name}.spacy")
    raw = [" ".join(word.form for word in s) for name in ("train", "dev") for group in parts[name] for s in group]
    (work / "raw.txt").write_text("\n".join(raw) + "\n", "utf-8")
