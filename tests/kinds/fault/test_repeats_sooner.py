"""Texts in which no words in a row stand twice are not compared sentence by sentence, and miss nothing by it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recoupe.kinds.fault.repeats import FEWEST_WORDS, WORDS_PER_CHANGE, _any_run_twice, repeats


@given(size=st.integers(FEWEST_WORDS, 60), data=st.data())
def test_a_passage_with_as_many_slips_as_are_allowed_still_shares_a_run(size: int, data: st.DataObject) -> None:
    words = [f"mot{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(size)]
    slips = data.draw(st.lists(st.integers(0, size - 1), max_size=size // WORDS_PER_CHANGE if size >= 12 else 0))
    again = [word for at, word in enumerate(words) if at not in slips]
    assert _any_run_twice(" ".join(words) + ". " + " ".join(again) + ".")


def test_a_text_told_once_has_no_repeat() -> None:
    text = "Le maire a ouvert la séance à midi. Les élus ont voté le budget de la piscine. La séance a duré une heure."
    assert not _any_run_twice(text)
    assert list(repeats(text)) == []
