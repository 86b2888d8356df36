"""Two wordings hold the same words unless a denial or another number stands where they part."""

from __future__ import annotations

import datetime as dt

import pytest

from recoupe.compare.wording import misquoted, turned
from recoupe.pipeline import run
from recoupe.types import Document

TURNED = [
    (
        "en",
        "the driver was injured when the tram left the rails",
        "the driver was not injured when the tram left the rails",
    ),
    ("en", "we counted 40 marchers on the bridge at noon today", "we counted 60 marchers on the bridge at noon today"),
    (
        "fr",
        "le conducteur a été blessé quand le tramway a déraillé",
        "le conducteur n a pas été blessé quand le tramway a déraillé",
    ),
    (
        "fr",
        "nous avons compté 40 manifestants sur le pont à midi",
        "nous avons compté 60 manifestants sur le pont à midi",
    ),
]
SAME = [
    ("en", "we counted 40 marchers on the bridge at noon today", "we counted 40 marchers on the bridge at noon"),
    ("en", "we did not see the tram leave the rails", "well we did not see the tram leave the rails"),
    (
        "fr",
        "nous avons compté 40 manifestants sur le pont à midi",
        "nous avons compté 40 manifestants sur ce pont à midi",
    ),
    ("fr", "le tramway n a pas quitté les rails ce matin", "oui le tramway n a pas quitté les rails ce matin"),
]


@pytest.mark.parametrize(("lang", "one", "other"), TURNED)
def test_a_denial_or_another_number_turns_a_wording(lang: str, one: str, other: str) -> None:
    assert turned(one, other, lang)
    assert turned(other, one, lang)


@pytest.mark.parametrize(("lang", "one", "other"), SAME)
def test_other_words_around_do_not(lang: str, one: str, other: str) -> None:
    assert not turned(one, other, lang)
    assert not turned(other, one, lang)


@pytest.mark.parametrize(("lang", "one", "other"), TURNED)
def test_nothing_else_parts_what_is_misquoted(lang: str, one: str, other: str) -> None:
    assert misquoted(one, other, lang)
    assert misquoted(other, one, lang)


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        *SAME,
        ("en", "on monday we had 40 patients in the two wards", "on tuesday we had 60 patients in the two wards"),
        ("en", "the quay will open if we do not strike again", "the quay will not open if we do not strike again"),
        (
            "fr",
            "lundi nous avions 40 malades dans les deux salles",
            "mardi nous avions 60 malades dans les deux salles",
        ),
    ],
)
def test_two_things_said_are_no_misquotation(lang: str, one: str, other: str) -> None:
    assert not misquoted(one, other, lang)


def links(lang: str, speakers: tuple[str, str], days: tuple[int, int]) -> dict[str, set[str]]:
    """The relations of two quotations that a denial parts, with the codes of their reasons."""
    words = {
        "en": ("“The driver was{} injured when the tram left the rails,” said {}.", " not"),
        "fr": ("« Le conducteur {} blessé quand le tramway a déraillé », a dit {}.", "n'a pas été"),
    }[lang]
    told = ("" if lang == "en" else "a été", words[1])
    documents = [
        Document(str(n), words[0].format(how, who), lang, published=dt.date(2026, 3, day))
        for n, (how, who, day) in enumerate(zip(told, speakers, days, strict=True))
    ]
    dossier = run(documents)
    quoted = {statement.id for statement in dossier.statements if statement.kind == "quotation"}
    found = [link for link in dossier.links if {link.left, link.right} <= quoted]
    return {link.relation: {reason.code for reason in link.reasons} for link in found}


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(("days", "relation"), [((10, 10), "contradicts"), ((10, 14), "changed")])
def test_words_of_one_speaker_told_in_two_ways(lang: str, days: tuple[int, int], relation: str) -> None:
    found = links(lang, ("Ada Colley", "Ada Colley"), days)
    assert found.keys() == {relation}
    assert "turned-words" in found[relation]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_two_speakers_say_of_the_rest_is_no_agreement(lang: str) -> None:
    assert "agrees" not in links(lang, ("Ada Colley", "Ian Holt"), (10, 10))
