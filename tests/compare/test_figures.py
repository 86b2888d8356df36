"""Two figures of one thing: agreeing, at odds, moved on, or of another matter."""

import pytest

from recoupe.compare import compare
from tests.compare.story import Story


def relation(left, right, days=("2024-05-01", "2024-05-01"), terms="protest city person"):
    story = Story()
    for ident, date, (number, given) in zip("ab", days, (left, right), strict=True):
        story.account(ident, date)
        how = {"counted": "people", "terms": terms, **given}
        place = f" in {how['place']}" if how.get("place") else ""
        story.counts(ident, f"{number} people marched{place}.", number, **how)
    links, _ = compare(story.documents(), story.statements(), ())
    assert len(links) <= 1
    return (links[0].relation, {r.code for r in links[0].reasons}) if links else (None, set())


def test_a_common_value_agrees():
    found, codes = relation((1500, {"by": "police"}), ((1000, 2000), {"by": "a reporter"}))
    assert found == "agrees"
    assert {"same-figure", "different-speakers"} <= codes


def test_no_common_value_at_one_moment_contradicts():
    found, codes = relation((41500, {"by": "the ministry"}), (104070, {"by": "the organisers"}))
    assert found == "contradicts"
    assert {"figures-apart", "same-moment", "different-speakers"} <= codes


def test_one_source_a_week_later_is_a_change():
    left, right = (
        (51400, {"by": "the ministry", "at": "2024-05-04"}),
        (41500, {"by": "the ministry", "at": "2024-05-11"}),
    )
    found, codes = relation(left, right, ("2024-05-11", "2024-05-12"))
    assert found == "changed"
    assert "other-moment" in codes


def test_two_sources_on_two_days_speak_of_two_counts():
    left, right = (5000, {"by": "the ministry", "at": "2024-05-04"}), (1500, {"by": "police", "at": "2024-05-05"})
    assert relation(left, right)[0] == "scope"


def test_a_toll_that_grows_is_a_change_whoever_gives_it():
    left, right = (12, {"by": "rescuers", "at": "2024-05-01"}), (17, {"by": "the hospital", "at": "2024-05-01"})
    found, _ = relation(left, right, ("2024-05-01", "2024-05-03"), terms="injure person")
    assert found == "changed"


def test_the_same_toll_on_the_same_day_contradicts():
    left, right = (12, {"by": "rescuers"}), (15, {"by": "the union"})
    assert relation(left, right, terms="injure person")[0] == "contradicts"


def test_two_polls_are_two_questions():
    left, right = (56, {"by": "Alpha", "unit": "percent"}), (52, {"by": "Beta", "unit": "percent"})
    found, codes = relation(left, right)
    assert found == "scope"
    assert "other-source" in codes


def test_other_places_are_not_set_against_each_other():
    left, right = (900, {"place": "Tarn"}), (500, {"place": "Mur"})
    assert relation(left, right)[0] is None


@pytest.mark.parametrize(("left", "right"), [(2, 2), (30, 9000)])
def test_small_or_far_figures_are_left_alone(left, right):
    assert relation((left, {}), (right, {}))[0] is None
