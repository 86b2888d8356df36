"""A capital is a government where the words beside it say so, and else the city."""

import re

import pytest

from recoupe.annotate.annotate import annotate
from recoupe.lang import LANGUAGES, entries
from recoupe.types import Document

CASES = [(lang, text) for lang in LANGUAGES for row in entries(lang, "governments") for text in row["examples"]]
CITIES = [(lang, text) for lang in LANGUAGES for row in entries(lang, "governments") for text in row["examples_not"]]


def meant(lang, text):
    found = annotate(Document("d", text, lang)).mentions
    told = [m for m in found if (m.known_as or "").startswith("territory:")]
    return {m.anchor.exact for m in told}


@pytest.mark.parametrize(("lang", "text"), CASES)
def test_a_government(lang, text):
    wanted = set(re.findall(r"\[(.+?)\]", text))
    assert wanted <= meant(lang, re.sub(r"[\[\]]", "", text))


@pytest.mark.parametrize(("lang", "text"), CITIES)
def test_a_city(lang, text):
    assert not meant(lang, text) & {"Moscou", "Moscow", "Paris", "Washington", "Berlin", "London"}


@pytest.mark.parametrize("text", ["Ann T. Washington left France.", "Washington Irving denied it to Spain."])
def test_a_person_called_washington_is_no_city(text):
    found = annotate(Document("d", text, "en")).mentions
    assert not [m for m in found if m.known_as and "washington" in m.known_as]
    assert "Washington" not in meant("en", text)


def test_a_president_called_washington_is_no_government():
    text = "George Washington wrote to France. In Washington, it rains. Washington refused to answer Spain."
    assert "Washington" not in meant("en", text)
