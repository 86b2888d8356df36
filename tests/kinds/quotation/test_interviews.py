"""Interviews: the answers are the interviewee's, the questions nobody's."""

from __future__ import annotations

import pytest

from recoupe.pipeline import run
from recoupe.types import Document

ENGLISH = """“We could not go on like that”

Helen Marsh, the chief fire officer, on the night that changed her service.

What did you see when you arrived?

I saw smoke, a lot of it. My crew was already inside.

Were you afraid?

Of course I was. (She laughs.) We all were.

What would you tell the families?

That I am sorry. We did what we could.

The union has asked for an inquiry.
"""
FRENCH = """Le marin Yann Kerbrat raconte sa traversée.

Comment avez-vous tenu ?

Je dormais vingt minutes par heure.

Vous avez failli renoncer ?

J'y ai pensé le troisième jour, au large.

Que direz-vous à votre équipe ?

Nous avons réussi ensemble.
"""


def answers(text: str, lang: str) -> list[tuple[list[str], str | None]]:
    """The contents of every answer found and who gives it."""
    found = run([Document("d", text, lang)]).statements
    return [
        ([c.exact for c in s.body.contents], s.attribution.voice.named if s.attribution else None)  # type: ignore[attr-defined]
        for s in found
        if s.kind == "quotation" and s.body.construction == "interview"  # type: ignore[attr-defined]
    ]


def test_the_answers_are_the_interviewee_s() -> None:
    found = answers(ENGLISH, "en")
    assert [contents for contents, _ in found] == [
        ["We could not go on like that"],
        ["I saw smoke, a lot of it. My crew was already inside."],
        ["Of course I was.", "We all were."],
        ["That I am sorry. We did what we could."],
    ]
    assert {named for _, named in found} == {"Helen Marsh"}


def test_french_answers_too() -> None:
    found = answers(FRENCH, "fr")
    assert len(found) == 3
    assert {named for _, named in found} == {"Yann Kerbrat"}


@pytest.mark.parametrize("cut", ["Helen Marsh, the chief fire officer, on", "Were you afraid?"])
def test_without_a_name_or_with_two_turns_only_nobody_is_quoted(cut: str) -> None:
    assert answers(ENGLISH.replace(cut, "It was"), "en") == []


LONG = (
    """The Harbour Post spoke with Helen Marsh, the fire chief. Tom Reed was mayor then.

What did you see when you arrived?

I saw smoke, a lot of it.

A street on the night of the fire.

Then the wind turned and the second house went. """
    + "Every crew in the county had to be called in. The second came at noon. We had no water left in the end. "
    + "The county sent us what it had. "
    + """

Were you afraid?

Of course I was.

What would you tell the families?

That I am sorry.

The union has asked for an inquiry.
"""
)


def test_an_answer_goes_on_past_a_caption_and_the_one_interviewed_is_named_as_such() -> None:
    found = answers(LONG, "en")
    assert [len(contents) for contents, _ in found] == [2, 1, 1]
    assert {who for _, who in found} == {"Helen Marsh"}
    assert found[0][0][1].startswith("Then the wind turned")
