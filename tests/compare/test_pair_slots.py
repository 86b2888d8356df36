"""Another name where there is but one place for it, and where there is room for both."""

from __future__ import annotations

import pytest

from recoupe.engine.pairs import judge

ROOM = [
    ("fr", "Les photos du convoi ont été prises en Ukraine.", "Les photos du convoi ont été prises à Kiev."),
    ("en", "The pictures of the convoy were taken in Ukraine.", "The pictures of the convoy were taken in Kyiv."),
    ("fr", "Jeanne Aubrac est la maire de Lorval.", "Paul Vernet est l'ancien maire de Lorval."),
    ("en", "Jane Auburn is the mayor of Harrowby.", "Paul Werner is a former mayor of Harrowby."),
    ("fr", "Jeanne Aubrac a fondé l'orphelinat de Marsac.", "Paul Vernet a fondé le théâtre de Lorval."),
    ("en", "Jane Auburn founded the Velmoor orphanage.", "Paul Werner founded the Harrowby theatre."),
    ("fr", "Jeanne Aubrac a visité l'orphelinat de Marsac.", "Paul Vernet a visité l'orphelinat de Marsac."),
    ("en", "Jane Auburn visited the Velmoor orphanage.", "Paul Werner visited the Velmoor orphanage."),
]


@pytest.mark.parametrize(("lang", "premise", "hypothesis"), ROOM)
def test_two_names_with_room_for_both_do_not_contradict(lang, premise, hypothesis):
    assert judge({"lang": lang, "premise": premise, "hypothesis": hypothesis}).relation != "contradicts"
