"""A misread encoding is undone when nothing is lost by it, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.read import ReadOptions, read
from recoupe.read.mojibake import repaired

TEXT = "Le maire a déclaré : « Jamais », à l’été. L’État a décidé. Le conseil votera mardi."


def misread(text: str) -> str:
    return "".join(
        bytes([byte]).decode("latin-1" if byte in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else "cp1252")
        for byte in text.encode("utf-8")
    )


@given(st.text(st.sampled_from("aé «»’É–œ€”Í\n") | st.characters(blacklist_categories=["Cs"]), max_size=60))
def test_what_is_undone_can_be_done_again(text: str) -> None:
    wrong = misread(text)
    found = repaired(wrong)
    if sum(c > "\x7f" for c in text) >= 3 and "\0" not in text:
        assert found is not None
        assert found[0] == text
    if found is not None:
        assert misread(found[0]) == wrong
        for here, there in found[1]:
            assert misread(found[0][:here]) == wrong[:there]


@pytest.mark.parametrize(
    "text", [TEXT, f"{TEXT} Le prÃ©fet aussi.", "plain words", "Ã© seul", misread(TEXT).replace("\xa0", " ")]
)
def test_sound_or_partly_garbled_text_is_left(text: str) -> None:
    assert repaired(text) is None


def test_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(misread(TEXT), "utf-8")
    [document], issues = read([tmp_path / "a.txt"], ReadOptions())
    assert document.text == TEXT
    assert [issue.code for issue in issues] == ["mojibake-repaired"]
