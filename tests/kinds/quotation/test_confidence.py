"""What a quotation's score means: counted shares, drawn towards what was set by hand when cases are few."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.kinds.quotation import confidence
from recoupe.lang import table


@pytest.mark.parametrize(
    ("mention", "pronoun", "way"),
    [
        ("Nadia Férant", None, "name"),
        ("la ministre Nadia Férant", None, "name"),
        ("Férant", None, "name"),
        ("la ministre", None, "description"),
        ("la maire de Morvane", None, "description"),
        ("the mayor of Dunholt, Ada Roule", None, "name"),
        ("L'élu", None, "description"),
        ("Residents", None, "name"),  # a bare noun that opens a sentence looks like a name
        ("elle", "elle", "pronoun"),
        (None, "same", "goes-on"),
        (None, None, "implicit"),
    ],
)
def test_how_a_speaker_is_given(mention: str | None, pronoun: str | None, way: str) -> None:
    assert confidence.way(mention, pronoun) == way


@given(st.integers(0, 500), st.data(), st.floats(0, 1))
def test_a_share_lies_between_its_prior_and_what_was_counted(found: int, data: st.DataObject, prior: float) -> None:
    right = data.draw(st.integers(0, found))
    value = confidence.Share(found, right).value(prior)
    counted = right / found if found else prior
    assert min(prior, counted) - 1e-9 <= value <= max(prior, counted) + 1e-9


def test_more_cases_weigh_more() -> None:
    few, many = confidence.Share(2, 2).value(0.5), confidence.Share(200, 200).value(0.5)
    assert 0.5 < few < many < 1


def test_the_table_is_counts() -> None:
    data = table("shared", "confidence")
    assert set(data["prior"]) == set(data["speaker"]) == set(confidence.WAYS)
    for rows in (data["passage"], data["speaker"]):
        assert all(0 <= right <= found for found, right in rows.values())
    assert all(0 < prior < 1 for prior in data["prior"].values())


def test_an_unknown_construction_keeps_the_score_set_by_hand() -> None:
    assert confidence.passages("none-such") == confidence.Share(0, 0)
    assert confidence.passages("none-such").value(0.6) == 0.6
    assert 0 < confidence.score("none-such", 0.6, "name") < 0.6
