from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.wording.extract import extract
from recoupe.kinds.wording.lexicon import condition
from recoupe.lang import entries, table
from recoupe.types import Anchor, Document, Statement

ROWS = [(lang, row) for lang in ("fr", "en") for row in entries(lang, "wording")]

OWN = [
    ("fr", "Après le lâche assassinat du juge, la ville se tait.", [("moral-condemnation", "lâche assassinat")]),
    ("fr", "Un assassinat ignoble a visé le juge.", [("moral-condemnation", "assassinat ignoble")]),
    ("fr", "Le clan s'en tire en changeant adroitement de peau.", [("ridicule", "changeant adroitement de peau")]),
    ("fr", "L'armée reste sous un prétexte ou un autre.", [("insinuation", "sous un prétexte ou un autre")]),
    ("en", "After the cowardly murder of the judge the town fell silent.", [("moral-condemnation", "cowardly murder")]),
    ("en", "The army stays under one pretext or another.", [("insinuation", "under one pretext or another")]),
]
FACTS = [
    ("fr", "L'attentat a fait six morts et le groupe terroriste l'a revendiqué."),
    ("fr", "L'assassinat du juge a été jugé lâche par sa famille."),
    ("fr", "Il a changé d'avis et changé de train."),
    ("fr", "Il prépare un prétexte pour partir."),
    ("fr", "Un élu parle sous couvert d'anonymat, un autre sous couvert de l’anonymat."),
    ("fr", "L'opposition accuse le maire d'être à la solde des banques."),
    ("fr", "La troupe joue au théâtre du Grand Guignol."),
    ("fr", "Le médicament a des effets délétères sur le foie."),
    ("en", "Thank you so much for the flowers."),
    ("en", "Her rival has been called a charlatan by doctors."),
    ("en", "The union accused the mayor of being beholden to the banks."),
    ("en", "He wrote for the weblog Hot Air on Monday."),
    ("en", "She has enemies within the party."),
    ("en", "The murder of the judge was claimed by a terrorist group."),
    ("en", "The brutal winter ended in April."),
    ("en", "He changed trains and went home in a hot air balloon."),
    ("en", "The town council met to discuss the so-called Harbour Plan."),
]


@pytest.mark.parametrize(("lang", "row"), ROWS, ids=lambda v: v["pattern"][:40] if isinstance(v, dict) else v)
def test_every_entry_fires_on_its_examples(loaded, lang, row):
    assert row["category"] in table(lang, "wording")["labels"]
    for example in row["examples"]:
        assert re.search(condition(row, lang), example, re.IGNORECASE), example
        assert loaded(example, lang), example


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_lexicon_is_broad_and_every_category_is_used(lang):
    rows = entries(lang, "wording")
    assert len(rows) >= 150
    assert {row["category"] for row in rows} == set(table(lang, "wording")["labels"])
    assert len({row["pattern"] for row in rows}) == len(rows)


@pytest.mark.parametrize(("lang", "text", "expected"), OWN, ids=[text[:40] for _, text, _ in OWN])
def test_loaded_words_of_the_account_are_shown(loaded, lang, text, expected):
    assert loaded(text, lang) == expected


@pytest.mark.parametrize(("lang", "text"), FACTS, ids=[text[:40] for _, text in FACTS])
def test_a_fact_told_in_plain_words_is_not_loaded(loaded, lang, text):
    assert loaded(text, lang) == []


@pytest.mark.parametrize(("opening", "closing"), [("« ", " »"), ("“", "”"), ('"', '"'), ("<< ", " »")])
def test_words_inside_marks_belong_to_their_speaker(loaded, opening, closing):
    assert loaded(f"Le juge parle d'un {opening}lâche assassinat{closing}.", "fr") == []


@dataclass(frozen=True)
class Reported:
    contents: tuple[Anchor, ...]


def test_reported_words_belong_to_their_speaker(loaded):
    text = "Le juge a dit que ce lâche assassinat serait puni. Ce lâche assassinat a choqué."
    document = Document(id="d", text=text, lang="fr")
    content = document.anchor(text.index("ce lâche"), text.index(". Ce"))
    quotation = Statement("q-1", "quotation", content, Reported((content,)))  # type: ignore[arg-type]
    assert loaded(text, "fr", (quotation,)) == [("moral-condemnation", "lâche assassinat")]


def test_the_reason_is_said_in_the_language_of_the_account(loaded):
    labels = [table(lang, "wording")["labels"] for lang in ("fr", "en")]
    assert list(labels[0]) == list(labels[1])


def test_a_verb_is_no_act():
    words, tags = ["Le", "chat", "sauvage", "attaque", "peu"], ["DET", "NOUN", "ADJ", "VERB", "ADV"]
    doc = Doc(Vocab(), words=words, pos=tags)
    document = Document(id="d", text=doc.text, lang="fr")
    assert list(extract(Annotated(document, doc), ())) == []
