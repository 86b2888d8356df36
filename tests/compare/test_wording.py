"""Two wordings hold the same words unless a denial or another number stands where they part."""

from __future__ import annotations

import pytest

from recoupe.compare.wording import turned

TURNED = [
    ("the driver was injured when the tram left the rails", "the driver was not injured when the tram left the rails"),
    ("we counted 40 marchers on the bridge at noon today", "we counted 60 marchers on the bridge at noon today"),
    (
        "le conducteur a été blessé quand le tramway a déraillé",
        "le conducteur n a pas été blessé quand le tramway a déraillé",
    ),
    ("nous avons compté 40 manifestants sur le pont à midi", "nous avons compté 60 manifestants sur le pont à midi"),
]
SAME = [
    ("we counted 40 marchers on the bridge at noon today", "we counted 40 marchers on the bridge at noon"),
    ("we did not see the tram leave the rails", "well we did not see the tram leave the rails"),
    ("nous avons compté 40 manifestants sur le pont à midi", "nous avons compté 40 manifestants sur ce pont à midi"),
    ("le tramway n a pas quitté les rails ce matin", "oui le tramway n a pas quitté les rails ce matin"),
]


@pytest.mark.parametrize(("one", "other"), TURNED)
def test_a_denial_or_another_number_turns_a_wording(one: str, other: str) -> None:
    assert turned(one, other)
    assert turned(other, one)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_other_words_around_do_not(one: str, other: str) -> None:
    assert not turned(one, other)
    assert not turned(other, one)
