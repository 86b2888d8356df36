"""Makes the training and development documents of the name recogniser, the same ones every time."""

from __future__ import annotations

from pathlib import Path
from random import Random

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from training.named import UNKNOWN, Named, columns, french_treebanks, gum, historical
from training.substitution import pool, press, substituted

SEED = 11
HISTORICAL_RUNS = 400
PRESS_SENTENCES = 2400
BREAKS = ("\n", "\n\n")


def to_doc(nlp: Language, group: list[Named], rng: Random | None) -> Doc:
    """One document; given a generator, line breaks stand between some sentences as between paragraphs."""
    words: list[tuple[str, bool]] = []
    names = []
    for sentence in group:
        names += [(len(words) + start, len(words) + end, label) for start, end, label in sentence.names]
        words += sentence.words
        broken = rng is not None and rng.random() < 0.4
        words[-1] = (words[-1][0], not broken)
        if broken and rng is not None:
            words.append((rng.choice(BREAKS), False))
    doc = Doc(nlp.vocab, words=[form for form, _ in words], spaces=[space for _, space in words])
    typed = [Span(doc, start, end, label=label) for start, end, label in names if label != UNKNOWN]
    unknown = [doc[start:end] for start, end, label in names if label == UNKNOWN]
    doc.set_ents(typed, missing=unknown, default="outside")
    return doc


def prepare_names(nlp: Language, corpora: Path, lang: str, work: Path) -> None:
    """Writes `names-{train,dev}.spacy` under `work`."""
    rng = Random(SEED)
    if lang == "fr":
        groups = list(french_treebanks(corpora))
        old = list(historical(corpora))
        rng.shuffle(old)
        old = old[:HISTORICAL_RUNS]
    else:
        groups, old = [*columns(corpora / "ner/en/wikigold-test.conllu"), *gum(corpora)], []
    rng.shuffle(groups)
    held_back = len(groups) // 10
    names = pool(nlp, lang)
    train = [to_doc(nlp, group, None) for group in [*groups[held_back:], *old]]
    for group in [*groups[held_back:], *groups[held_back:]]:
        train.append(to_doc(nlp, substituted(group, names, rng), rng))
    made = press(names, PRESS_SENTENCES, rng)
    train += [to_doc(nlp, made[at : at + 3], rng) for at in range(0, len(made), 3)]
    rng.shuffle(train)
    DocBin(docs=train).to_disk(work / "names-train.spacy")
    DocBin(docs=[to_doc(nlp, group, None) for group in groups[:held_back]]).to_disk(work / "names-dev.spacy")
