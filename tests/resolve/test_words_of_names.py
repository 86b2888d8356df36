"""Every name has a word, whatever its letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.resolve.keys import key, noun, words


@pytest.mark.parametrize("name", ["**", "№", "☼ ☼", "…"])
def test_a_name_without_letters_is_its_own_word(name):
    assert words(name) and key(name) and noun(name, "fr") and noun(name, "en")


@given(st.text(min_size=1))
def test_no_name_is_without_words(name):
    assert words(name)
