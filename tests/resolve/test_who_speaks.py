"""Who speaks and through what, read by the whole pipeline in accounts written for these tests."""

import pytest

from recoupe.lang import entries
from recoupe.resolve import genders
from recoupe.resolve.account import complement, full_name
from tests.resolve.stories import KINDS, MEDIA, SPEAKERS, media, named, quotations


@pytest.mark.parametrize(("lang", "text", "wanted"), SPEAKERS, ids=[text[:40] for _, text, _ in SPEAKERS])
def test_who_speaks(lang, text, wanted):
    # How a passage is cut into quotations is tested elsewhere; here only whose they are, in order.
    assert list(dict.fromkeys(named(text, lang))) == list(dict.fromkeys(wanted))


@pytest.mark.parametrize(("lang", "text", "kind"), KINDS, ids=[text[:40] for _, text, _ in KINDS])
def test_what_kind_of_voice(lang, text, kind):
    assert [s.attribution.voice.kind for s in quotations(text, lang)] == [kind]


@pytest.mark.parametrize(("lang", "text", "wanted"), MEDIA, ids=[text[:40] for _, text, _ in MEDIA])
def test_through_what(lang, text, wanted):
    assert media(text, lang) == wanted


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_seat_under_its_other_name(lang):
    for row in entries(lang, "seats"):
        for example in row["examples"]:
            assert named(example.replace("[", "").replace("]", ""), lang)[-1] == row["seat"], example


def test_a_first_name_says_a_gender_only_when_it_is_given_to_one():
    assert genders.of_name("Inès Barral", "fr") == "fem"
    assert genders.of_name("Camille Roy", "fr") is None
    assert (genders.of_name("Jean Roy", "fr"), genders.of_name("Jean Roy", "en")) == ("masc", None)


def test_a_name_after_an_office_is_its_bearer_s_and_after_a_person_is_a_complement():
    assert not complement("le ministre des Ports ", "Hugo Valnac")
    assert complement("l'avocat de ", "Hugo Valnac")
    assert complement("la sœur du chanteur ", "Hugo Valnac")
    assert full_name("le patron de la police Hugo Valnac") == "Hugo Valnac"
    assert full_name("l'avocat de Hugo Valnac") is None
