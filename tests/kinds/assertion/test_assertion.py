"""What an account states in its own voice, beyond its reports, events and commitments."""

from __future__ import annotations

import datetime as dt

import pytest

from recoupe.pipeline import run
from recoupe.types import Document, Statement

DAY = dt.date(2026, 3, 12)


def assertions(text: str, lang: str) -> list[Statement]:
    """The assertions of one account published on a Thursday."""
    found = run([Document("d", text, lang, published=DAY)]).statements
    return [statement for statement in found if statement.kind == "assertion"]


@pytest.mark.parametrize(
    ("lang", "text", "stated"),
    [
        ("fr", "Le pont de Lorme relie les deux rives de la Save.", "Le pont de Lorme relie les deux rives de la Save"),
        ("en", "Lorme bridge links the two banks of the Save.", "Lorme bridge links the two banks of the Save"),
        ("fr", "Toutes les écoles ont rouvert lundi matin.", "Toutes les écoles ont rouvert lundi matin"),
        ("en", "All the schools reopened on Monday morning.", "All the schools reopened on Monday morning"),
    ],
)
def test_a_plain_clause_is_stated(lang: str, text: str, stated: str) -> None:
    assert [statement.anchor.exact for statement in assertions(text, lang)] == [stated]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Toutes les écoles ont rouvert, a dit le maire."),
        ("en", "All the schools reopened, the mayor said."),
        ("fr", "« Toutes les écoles ont rouvert », a déclaré Odile Maran."),
        ("en", '"All the schools reopened," said Ada Colley.'),
        ("fr", "Selon la mairie, toutes les écoles ont rouvert."),
        ("en", "According to the town, all the schools have reopened."),
    ],
)
def test_what_is_reported_is_not_the_accounts_own(lang: str, text: str) -> None:
    assert assertions(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Pourquoi le pont de Lorme reste-t-il ouvert ?"),
        ("en", "Why does Lorme bridge stay open?"),
        ("fr", "Il faut voir."),
        ("en", "It rained."),
        ("fr", "Le pont de Lorme aurait pu tomber à tout moment."),
        ("en", "Lorme should have been ahead long before the goal."),
    ],
)
def test_a_question_a_few_words_or_what_did_not_happen_state_nothing(lang: str, text: str) -> None:
    assert assertions(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "verb"),
    [
        ("fr", "L'armée a bombardé le port de Lorme.", "bombardé"),
        ("en", "The army bombed Lorme port.", "bombed"),
    ],
)
def test_an_act_is_told_once(lang: str, text: str, verb: str) -> None:
    kinds = [s.kind for s in run([Document("d", text, lang)]).statements if verb in s.anchor.exact]
    assert kinds == ["event"]


@pytest.mark.parametrize(
    ("lang", "text", "polarity"),
    [
        ("fr", "Le tribunal de Lorme n'a pas été saisi.", "negative"),
        ("en", "The station at Lorme has no lifts.", "negative"),
        ("fr", "La gare de Lorme compte trois quais.", "positive"),
    ],
)
def test_it_is_affirmed_or_denied(lang: str, text: str, polarity: str) -> None:
    assert [statement.polarity for statement in assertions(text, lang)] == [polarity]


def test_it_holds_at_the_day_it_tells() -> None:
    (stated,) = assertions("Les plongeurs ont retrouvé le corps du marin mardi matin.", "fr")
    assert stated.holds_at is not None
    assert str(stated.holds_at.value).startswith("2026-03-10")


@pytest.mark.parametrize(
    ("lang", "text", "stated"),
    [
        ("fr", "Lorme a un pont qui relie les deux rives.", ["Lorme a un pont", "pont qui relie les deux rives"]),
        ("en", "Lorme has a bridge that links two banks.", ["Lorme has a bridge", "bridge that links two banks"]),
    ],
)
def test_a_relative_clause_begins_with_its_noun(lang: str, text: str, stated: list[str]) -> None:
    assert [statement.anchor.exact for statement in assertions(text, lang)] == stated


def test_a_rival_account_is_set_beside_the_clause_and_not_beside_its_date() -> None:
    texts = ("La régie promet de rouvrir la ligne C lundi.", "La régie a rouvert la ligne C lundi matin.")
    days = (dt.date(2026, 3, 6), dt.date(2026, 3, 10))
    documents = [Document(f"d-{n}", t, "fr", published=d) for n, (t, d) in enumerate(zip(texts, days, strict=True))]
    dossier = run(documents)
    ends = {dossier.statement(end).anchor.exact for link in dossier.links for end in (link.left, link.right)}
    assert "La régie a rouvert la ligne C lundi matin" in ends


def test_two_clauses_of_the_account_itself_do_not_contradict_each_other() -> None:
    text = "Le mouvement s'est poursuivi mardi à la régie de Lorme. Le mouvement était interrompu à la régie de Lorme."
    assert not [link for link in run([Document("d", text, "fr")]).links if link.relation == "contradicts"]


def test_a_second_clause_that_shares_its_subject_is_stated_by_its_tense() -> None:
    text = "La préfète a reçu les familles puis a été vue à la gare de Morvane avec ses enfants."
    assert "a été vue à la gare de Morvane avec ses enfants" in [s.anchor.exact for s in assertions(text, "fr")]
