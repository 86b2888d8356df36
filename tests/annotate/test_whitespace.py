"""White space must change neither the offsets nor the parse."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.annotate.pipeline import load
from recoupe.annotate.whitespace import parse

PIECES = st.sampled_from(["Le maire part", ".", "\n", "\n\n", " ", " ", "Le pont ferme", "« oui »", "3", "\t"])


@given(st.lists(PIECES, max_size=12).map("".join))
@settings(max_examples=40, deadline=None)
def test_the_parse_covers_exactly_the_text(text):
    doc = parse(load("fr"), text)
    assert doc.text == text
    assert all(not token.is_space or token.pos_ in {"SPACE", ""} for token in doc)


def test_a_line_break_leaves_the_subject_to_the_verb():
    doc = parse(load("fr"), "Le pont est fermé.\nLes maires annonceront une fête.")
    verb = next(token for token in doc if token.text == "annonceront")
    assert [child.text for child in verb.children if child.dep_ == "nsubj"] == ["maires"]


@pytest.mark.parametrize(("text", "count"), [("Le pont\nferme.", 1), ("Le pont ferme.\n\nle maire part.", 2)])
def test_a_wrapped_line_is_one_sentence_and_a_blank_line_parts_two(text, count):
    assert len(list(parse(load("fr"), text).sents)) == count
