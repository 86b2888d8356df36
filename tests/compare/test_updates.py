"""Numbers that an account sets against earlier ones, and numbers of a later state."""

from __future__ import annotations

import datetime as dt

import pytest

from recoupe.compare.updates import later_state, part, set_against, whole
from recoupe.lang import LANGUAGES, table
from recoupe.pipeline import run
from recoupe.types import Document

MARCH = dt.date(2026, 3, 10)


def relations(lang: str, *texts: str) -> set[tuple[str, tuple[str, ...]]]:
    """Each relation with the codes of its reasons; one account a day."""
    documents = [Document(f"d-{n}", t, lang, published=MARCH + dt.timedelta(days=n)) for n, t in enumerate(texts)]
    return {(link.relation, tuple(reason.code for reason in link.reasons)) for link in run(documents).links}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_example_of_the_tables_fires(lang: str) -> None:
    rows = table(lang, "updates")
    for example in rows["against_examples"]:
        assert ("changed", ("figures-apart", "set-against")) in relations(lang, example), example
    for example in rows["later_examples"]:
        assert later_state(example, lang), example
    for example in rows["whole_examples"]:
        assert any(whole(example[:at], lang) for at in range(1, len(example))), example
    for example in rows["part_examples"]:
        assert part(*example.split("2"), lang), example


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Lundi, le conseil a voté le budget par 7 voix contre 2."),
        ("en", "On Monday the council passed the budget by 7 votes against 2."),
        ("en", "On Monday 40 divers came from 3 towns."),
    ],
)
def test_two_numbers_of_one_moment_are_no_change(lang: str, text: str) -> None:
    assert "changed" not in {relation for relation, _ in relations(lang, text)}


def test_the_word_stands_right_before_the_number() -> None:
    assert set_against("310 naissances l'an dernier, contre ", "fr")
    assert set_against("310 births, compared with about ", "en")
    assert not set_against("contre la fermeture de la ligne 4, ", "fr")


@pytest.mark.parametrize(
    ("lang", "before", "after"),
    [
        ("en", "Three council members called for a vote.", "Four of the nine council members now want a vote."),
        ("fr", "Trois conseillers demandent un vote.", "Quatre des neuf conseillers demandent désormais un vote."),
    ],
)
def test_what_is_so_now_has_changed_and_the_whole_is_no_later_count(lang: str, before: str, after: str) -> None:
    documents = [
        Document(f"d-{n}", t, lang, published=MARCH + dt.timedelta(days=n)) for n, t in enumerate((before, after))
    ]
    dossier = run(documents)
    changed = [
        {dossier.statement(end).anchor.exact.lower() for end in (link.left, link.right)}
        for link in dossier.links
        if link.relation == "changed" and "later-state" in {reason.code for reason in link.reasons}
    ]
    assert changed in ([{"three", "four"}], [{"trois", "quatre"}])
