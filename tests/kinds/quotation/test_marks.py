"""Pairing quotation marks, whatever was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.kinds.quotation.marks import dialogue, pair


def _inner(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in pair(text)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('Il dit « oui » et “non” puis "peut-être".', ["oui", "non", "peut-être"]),
        ("<< La digue tiendra », indique le rapport.", ["La digue tiendra"]),
        ("<< La digue tiendra >> dit-il.", ["La digue tiendra"]),
        ("«Elle est “suspendue” pour l'instant»", ["Elle est “suspendue” pour l'instant", "suspendue"]),
        ("„Ja“ sagte er.", ["Ja"]),
        ("He said: 'We don't know yet.'", ["We don't know yet."]),
        ("l'eau, l’air, d'ici aujourd'hui", []),
        ("» LIRE AUSSI - Le port «rouvert» lundi", ["rouvert"]),
        ("Le maire dit : « La digue tiendra jusqu'au printemps", ["La digue tiendra jusqu'au printemps"]),
        ("Une marque perdue », puis rien.", []),
    ],
)
def test_pairs(text, inner):
    assert _inner(text) == inner


def test_a_mark_left_open_is_closed_in_the_next_paragraph():
    text = "« La digue tiendra jusqu'au printemps\nLe maire le promet. » Il part."
    assert _inner(text) == ["La digue tiendra jusqu'au printemps", "Le maire le promet."]
    assert _inner("« La digue tiendra jusqu'au printemps.\n» Le maire le promet. »")[1] == "Le maire le promet."


def test_a_passage_stays_in_its_paragraph_when_the_next_has_marks_of_its_own():
    text = "« La digue tiendra jusqu'au printemps\nLe maire dit « non » et part."
    assert _inner(text) == ["La digue tiendra jusqu'au printemps", "non"]


def test_a_dash_opens_a_turn_of_dialogue():
    assert [q.inner_start for q in dialogue("— Qui vient ? demanda-t-elle.\nIl se tut.")] == [2]


@given(st.text(alphabet="a é.,!«»“”\"'’‘<>\n", max_size=60))
def test_any_text_gives_true_nested_passages(text):
    found = pair(text)
    for quote in found:
        assert 0 <= quote.start <= quote.inner_start < quote.inner_end <= quote.end <= len(text)
    for a in found:
        for b in found:
            assert (
                a.end <= b.start
                or b.end <= a.start
                or (a.start <= b.start and b.end <= a.end)
                or (b.start <= a.start and a.end <= b.end)
            )
