"""The shared lexicon: the same concepts in every language, relations between concepts that exist, no word twice."""

from collections import Counter

import pytest

from recoupe.lang import table
from recoupe.lang.concepts import lexicon, plain

FR, EN = (table(lang, "concepts") for lang in ("fr", "en"))


def test_every_concept_stands_in_both_languages_in_the_same_order():
    assert list(FR["concepts"]) == list(EN["concepts"])
    assert len(FR["concepts"]) >= 400


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_word_stands_under_two_concepts(lang):
    words = [word for entries in table(lang, "concepts")["concepts"].values() for word in entries]
    assert not [word for word, times in Counter(words).items() if times > 1]
    assert all(word == word.lower() for word in words)


def _named(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _named(each)


def test_relations_name_concepts_that_exist():
    known = set(FR["concepts"])
    for name, value in table("shared", "concepts").items():
        assert set(_named(value)) <= known, name


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_ambiguous_words_lead_to_concepts_that_exist(lang):
    known = set(table(lang, "concepts")["concepts"])
    for row in table(lang, "concepts")["ambiguous"]:
        assert {row["default"], row["other"], *row["with"]} <= known
        assert row["examples"]


@pytest.mark.parametrize(
    ("lang", "words", "concept"),
    [("fr", "mise en examen", "charge"), ("fr", "garde à vue", "arrest"), ("fr", "les forces de l'ordre", "police"),
     ("en", "pull out", "withdraw"), ("en", "the prime minister", "prime_minister")],
)  # fmt: skip
def test_set_phrases_are_found_whatever_their_article(lang, words, concept):
    forms = [frozenset({plain(word)}) for word in words.replace("'", "' ").split()]
    hits = [hit for at in range(len(forms)) if (hit := lexicon(lang).phrase_at(forms, at))]
    assert concept in {hit[1] for hit in hits}
