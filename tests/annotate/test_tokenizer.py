"""The tokenizers: treebank habits, press typography, nothing lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.annotate.pipeline import load


def words(lang, text):
    return [token.text for token in load(lang).make_doc(text) if not token.is_space]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le train part-il, a-t-elle demandé.", "Le|train|part|-il|,|a|-t-elle|demandé|."),
        ("L’Ardèche n'a qu’un pont.", "L’|Ardèche|n'|a|qu’|un|pont|."),
        ("aujourd’hui, quelqu'un", "aujourd’hui|,|quelqu'un"),
        ("« Oui », dit-on.", "«|Oui|»|,|dit|-on|."),
        ("<< Oui >> ou “non”", "<<|Oui|>>|ou|“|non|”"),
        ("«Oui» (AFP).", "«|Oui|»|(|AFP|)|."),
        ("le dernier tour.Les électeurs", "le|dernier|tour|.|Les|électeurs"),
        ("1.000 voix et 10% à 20h30", "1.000|voix|et|10|%|à|20h30"),
        ("M. Vidal et Mme Roy", "M.|Vidal|et|Mme|Roy"),
        ("voir https://exemple.fr/a-b.html ou moi@exemple.fr", "voir|https://exemple.fr/a-b.html|ou|moi@exemple.fr"),
        ("Saint-Étienne et l'après-midi", "Saint-Étienne|et|l'|après-midi"),
        ("le prix du pain des villes", "le|prix|du|pain|des|villes"),
    ],
)
def test_french_as_the_treebanks_have_it(text, expected):
    assert words("fr", text) == expected.split("|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don't, the mayor's aide said.", "They|do|n't|,|the|mayor|'s|aide|said|."),
        ("“We’re ready,” she said.", "“|We|’re|ready|,|”|she|said|."),
        ("Mr. Reed left at 8 p.m.", "Mr.|Reed|left|at|8|p.m."),
        ("the last round.The voters", "the|last|round|.|The|voters"),
    ],
)
def test_english_as_the_treebanks_have_it(text, expected):
    assert words("en", text) == expected.split("|")


@pytest.mark.parametrize("lang", ["fr", "en"])
@settings(max_examples=150, deadline=None)
@given(
    text=st.text(alphabet=st.sampled_from("aéÉ l'’-.,;:!?«»“”\"<>()…—–%€/0123456789\u00a0\u202f\n\t@M😀"), max_size=60)
)
def test_tokens_give_back_the_text(lang, text):
    doc = load(lang).make_doc(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)
