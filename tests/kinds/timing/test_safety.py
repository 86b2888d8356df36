"""Hostile input: nothing raises, anchors are true, nothing overlaps, and the time spent stays in proportion."""

from __future__ import annotations

import datetime as dt
import time
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.timing.extract import extract
from recoupe.kinds.timing.grammar import scan
from recoupe.types import Document

BLANK = {"fr": spacy.blank("xx"), "en": spacy.blank("xx")}
PIECES = [
    "le", "31", "février", "1er", "mars", "2019", "samedi", "soir", "à", "20", "heures", "30", "fin", "de", "l'année",
    "prochaine", "il y a", "trois", "mois", "depuis", "chaque", "dans la nuit", "d'ici", "plus de", "ans", "XXe siècle",
    "on", "Feb.", "30", "Monday", "night", "9", "p.m.", "EST", "last", "next", "week", "two", "years", "ago", "the",
    "day before", "early", "1990s", "99/99/9999", "0000-00-00", "24:61", "in", "May", "\n", "\u00a0", "’", ",", ".",
    "le même jour", "jour même", "la veille", "au lendemain de", "the next day", "that day", "ce week-end", "cet été",
    "années 90", "Noël", "Easter", "premier trimestre", "un quart d'heure", "midi", "this quarter", "in", "à venir",
    "9999", "999 siècles", "dans 999 siècles", "29 février", "Feb. 29",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["fr", "en"]),
    st.lists(st.sampled_from(PIECES), max_size=25),
    st.sampled_from([" ", "", "\u202f"]),
    st.none() | st.dates(dt.date(1500, 1, 1), dt.date(2500, 12, 31)),
)
def test_any_mixture_is_read_or_left(lang, pieces, glue, published):
    text = glue.join(pieces)
    document = Document(id="d", text=text, lang=lang, published=published)
    found = sorted(extract(Annotated(document, BLANK[lang](text)), ()), key=lambda s: s.anchor.start)
    assert all(text[s.anchor.start : s.anchor.end] == s.anchor.exact for s in found)
    assert all(left.anchor.end <= right.anchor.start for left, right in pairwise(found))


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("piece", ["lundi ", "1 ", "il y a ", "19", "de l'année ", "the day before ", "mai mai ", " "])
def test_repetition_costs_no_more_than_its_length(lang, piece):
    text = piece * (20_000 // len(piece))
    began = time.perf_counter()
    scan(text, lang)
    assert time.perf_counter() - began < 10
