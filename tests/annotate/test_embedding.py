"""The first layers of the shipped parsers, kept word by word."""

from __future__ import annotations

import numpy as np
import pytest
import spacy

from recoupe.annotate import embedding
from recoupe.annotate.embedding import Kept
from recoupe.annotate.pipeline import SHIPPED, load

TEXTS = {
    "fr": "La préfète a confirmé lundi que 240 logements seront livrés à Brannec. « Nous l’avons dit », a-t-elle dit.",
    "en": "The council said it hadn't approved the 240 homes in Brannock. \"We've been told,\" Ms. Orla Tenby said.",
}


def kept(lang: str) -> Kept:
    """The first layer of the shared word vectors, with nothing kept yet."""
    nlp = spacy.load(str(SHIPPED.joinpath(lang)))
    return Kept(nlp.get_pipe("tok2vec").model.get_ref("embed"))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_parse_is_the_bare_one(lang: str) -> None:
    bare = spacy.load(str(SHIPPED.joinpath(lang)))(TEXTS[lang])
    own = load(lang)
    for _ in range(2):
        doc = own(TEXTS[lang])
        assert [t.text for t in doc] == [t.text for t in bare]
        assert [doc.vocab.strings[n] for n in doc.to_array("LEMMA")] == [t.lemma_ for t in bare]
        assert [(t.dep_, t.head.i, t.pos_, str(t.morph), t.ent_type_, t.ent_iob_) for t in doc] == [
            (t.dep_, t.head.i, t.pos_, str(t.morph), t.ent_type_, t.ent_iob_) for t in bare
        ]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_word_has_the_same_numbers_whatever_was_read_before(lang: str) -> None:
    nlp = load(lang)
    doc = nlp.make_doc(TEXTS[lang])
    first, later = kept(lang), kept(lang)
    rows = first.rows(doc)
    for start in range(len(doc) - 1, -1, -1):
        later.rows(doc[start : start + 1].as_doc())
    assert len(later.known) == len(first.known)
    assert np.array_equal(later.rows(doc), rows)
    assert np.array_equal(first.rows(doc), rows)


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "KEPT", 5)
    layer = kept("en")
    doc = load("en").make_doc(TEXTS["en"])
    rows = layer.rows(doc)
    assert np.array_equal(layer.rows(doc), rows)
    layer.rows(load("en").make_doc("Rain"))
    assert len(layer.known) == 1


def test_no_words_give_no_rows() -> None:
    assert kept("fr").rows(load("fr").make_doc("")).shape == (0, 112)
