"""The shipped pipelines: there, small, quick, and right about plain sentences."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from recoupe.annotate.pipeline import SHIPPED, load
from recoupe.errors import SetupError

LANGS = ["fr", "en"]
MEBIBYTE = 2**20


def parsed(lang, text):
    return load(lang)(text)


def token(doc, text):
    return next(token for token in doc if token.text == text)


@pytest.mark.parametrize("lang", LANGS)
def test_every_layer_is_there(lang):
    assert {"morphologizer", "trainable_lemmatizer", "parser", "ner"} <= set(load(lang).pipe_names)


@pytest.mark.parametrize("lang", LANGS)
def test_at_most_fifteen_mebibytes(lang):
    files = Path(str(SHIPPED.joinpath(lang))).rglob("*")
    assert sum(file.stat().st_size for file in files if file.is_file()) <= 15 * MEBIBYTE


@pytest.mark.parametrize("lang", LANGS)
def test_loads_within_seconds(lang):
    """A second on a quiet machine; the limit here leaves room for a busy one."""
    code = f"""
import time
import spacy
from recoupe.annotate.pipeline import load
before = time.process_time()
load({lang!r})
print(time.process_time() - before)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(done.stdout) < 4


@pytest.mark.parametrize("lang", LANGS)
def test_the_scores_ship_with_the_model(lang):
    meta = json.loads(SHIPPED.joinpath(lang, "meta.json").read_text("utf-8"))
    assert meta["performance"]["parse-test"]["uas"] > 75
    assert "CC BY-SA" in meta["license"]


@pytest.mark.parametrize("lang", LANGS)
def test_labels_are_universal_dependencies(lang):
    labels = set(load(lang).get_pipe("parser").labels)
    assert {"nsubj", "obj", "ccomp", "xcomp", "advcl", "parataxis", "punct", "case", "appos"} <= labels


def test_french_subject_object_and_lemma():
    doc = parsed("fr", "La maire a présenté un nouveau budget.")
    verb = token(doc, "présenté")
    assert (token(doc, "maire").dep_, token(doc, "maire").head) == ("nsubj", verb)
    assert (token(doc, "budget").dep_, token(doc, "budget").head) == ("obj", verb)
    assert (verb.pos_, verb.lemma_) == ("VERB", "présenter")
    assert token(doc, "a").pos_ == "AUX"


def test_english_subject_object_negation_and_lemma():
    doc = parsed("en", "The council didn't approve the plans.")
    verb = token(doc, "approve")
    assert (token(doc, "council").dep_, token(doc, "council").head) == ("nsubj", verb)
    assert (token(doc, "plans").dep_, token(doc, "plans").lemma_) == ("obj", "plan")
    assert token(doc, "n't").head == verb


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le pont est fermé depuis lundi. Les travaux dureront trois mois."),
        ("en", "The bridge has been closed since Monday. The works will last three months."),
    ],
)
def test_two_sentences(lang, text):
    assert len(list(parsed(lang, text).sents)) == 2


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("fr", "Le ministre Amadou Vasseur est arrivé à Strasbourg.", {"Amadou Vasseur": "PER", "Strasbourg": "LOC"}),
        ("fr", "Selon Nadia el-Fassi, la situation se calme en Tunisie.", {"Nadia el-Fassi": "PER", "Tunisie": "LOC"}),
        ("en", "The senator, Helen Okafor, flew to Denver.", {"Helen Okafor": "PER", "Denver": "LOC"}),
    ],
)
def test_names(lang, text, names):
    assert {ent.text: ent.label_ for ent in parsed(lang, text).ents} == names


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_text_gives_the_same_parse(lang):
    text = "Marie Roux (Lyon) : « 12 » — https://exemple.fr"
    first, second = (parsed(lang, text) for _ in range(2))
    assert first.to_bytes() == second.to_bytes()


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "«»", "😀" * 50, "a" * 5000])
@pytest.mark.parametrize("lang", LANGS)
def test_odd_text_does_no_harm(lang, text):
    assert parsed(lang, text).text == text


def test_a_missing_model_says_what_to_install():
    with pytest.raises(SetupError) as caught:
        load("fr", "fr_no_such_model")
    assert caught.value.code == "no-model"
    assert "pip install fr_no_such_model" in caught.value.remedy


def test_an_unknown_language_says_how_to_go_on():
    with pytest.raises(SetupError):
        load("xx")


def test_models_are_loaded_once():
    assert load("fr") is load("fr")
