from __future__ import annotations

from itertools import pairwise

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.figure.extract import extract
from recoupe.types import Document

BLANK = spacy.blank("xx")
GROUPS = {"fr": (" ", ".", "\u00a0", "\u202f"), "en": (",",)}


def figures(text, lang):
    return list(extract(Annotated(Document(id="d", text=text, lang=lang), BLANK(text)), ()))


@settings(deadline=None)
@given(st.integers(2101, 10**9), st.sampled_from(["fr", "en"]), st.integers(0, 3))
def test_digits_mean_their_number_however_they_are_grouped(number, lang, mark):
    marks = GROUPS[lang]
    written = f"{number:,}".replace(",", marks[mark % len(marks)])
    text = f"Il reste {written} sacs." if lang == "fr" else f"There are {written} bags."
    (statement,) = figures(text, lang)
    assert statement.anchor.exact == written
    assert statement.value.low == statement.value.high == number


@settings(max_examples=150, deadline=None)
@given(st.text("0123456789 .,'’-–%€$dehnouxtr\nÀa«»()", max_size=60), st.sampled_from(["fr", "en"]))
def test_any_text_gives_true_anchors_in_order_and_the_same_twice(text, lang):
    found = figures(text, lang)
    assert found == figures(text, lang)
    spans = [(s.anchor.start, s.anchor.end) for s in found]
    assert spans == sorted(spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(text[s.anchor.start : s.anchor.end] == s.anchor.exact for s in found)
