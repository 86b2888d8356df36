"""Who is named after quoted speech by an age, a state of life or a pronoun past the comma."""

from __future__ import annotations

import pytest

from recoupe.pipeline import run
from recoupe.types import Document


@pytest.mark.parametrize(
    ("text", "contents", "speaker"),
    [
        ("“It feels odd,” said 35-year-old nurse Ida Moss, holding a bag.", ["It feels odd,"], "Ida Moss"),
        ("“We were lucky,” said the 31-year-old.", ["We were lucky,"], "the 31-year-old"),
        ("‘They want to build here,’ said retired baker Joe Moss, 71.", ["They want to build here,"], "Joe Moss"),
        ("“It is a mess”, said Ida Moss. “It is ours.”", ["It is a mess", "It is ours."], "Ida Moss"),
        ("“It is a mess”, she said. “It is ours.”", ["It is a mess", "It is ours."], None),
        ("“It is near,” confided one aide. “Very near.”", ["It is near,", "Very near."], "one aide"),
    ],
)
def test_who_is_named_after_the_speech(text: str, contents: list[str], speaker: str | None) -> None:
    (quotation,) = [s for s in run([Document("d", text, "en")]).statements if s.kind == "quotation"]
    assert [content.exact for content in quotation.body.contents] == contents  # type: ignore[attr-defined]
    assert quotation.attribution is not None
    assert quotation.attribution.voice.named == speaker


def test_a_name_in_marks_before_a_comma_is_no_speech() -> None:
    text = "The “Old Lady” ferry, she knew, had sunk."
    assert not [s for s in run([Document("d", text, "en")]).statements if s.kind == "quotation"]
