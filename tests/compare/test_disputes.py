"""What two voices of one account set against each other, and what only looks so."""

from __future__ import annotations

import datetime as dt

import pytest

from recoupe.pipeline import run
from recoupe.types import Document

DAY = dt.date(2026, 3, 10)
AGAINST = [
    (
        "fr",
        "« Il y a une divergence de fond entre eux », confie un élu de Corvignac. Au cabinet du maire, on assure : "
        "« Il y a un alignement complet entre le maire et son adjoint. »",
    ),
    (
        "en",
        '"There is a rift between them," a councillor in Dunmore said. The mayor\'s spokesman, Ian Holt, insisted: '
        '"There is perfect harmony between the mayor and her deputy."',
    ),
    (
        "en",
        '"The deputy threatened to cut our grant," the harbour master, Ada Colley, said. '
        "The deputy, Ian Holt, denied the allegations on Monday.",
    ),
    (
        "fr",
        "La police a fait évacuer lundi soir le dépôt des Lices, occupé par une trentaine de grévistes. "
        "Le syndicat dément toute occupation du dépôt.",
    ),
    (
        "en",
        "Strikers occupied the Dunmore depot on Monday night, police said. "
        "The union denied any occupation of the depot.",
    ),
    (
        "fr",
        "Le maire, Paul Lanteri, laisse ouverte l'hypothèse d'un retour de la taxe de séjour au printemps. "
        "« La taxe de séjour ne reviendra pas », assure l'adjointe, Odile Maran.",
    ),
    (
        "en",
        'The mayor, Ada Colley, said the harbour tax might return in spring. "The harbour tax will not return," '
        "said the treasurer, Ian Holt.",
    ),
    (
        "fr",
        "Bref, il y a deux sons de cloche très différents à la mairie de Corvignac. Le maire, Paul Lanteri, "
        "assure : « Il y a un alignement complet entre mon adjointe et moi. »",
    ),
    (
        "en",
        '"The bosses knew, and they did nothing," Ada Colley, of the harbour union, said. The firm denied the claim.',
    ),
]
NOT_AGAINST = [
    (
        "fr",
        "L'écart, une différence de 12 points, se creuse. « Nous resterons unis », promet le maire, Paul Lanteri.",
    ),
    (
        "fr",
        "Une trentaine de grévistes ont bloqué le pont des Lices lundi soir. "
        "Le syndicat dément toute occupation du dépôt.",
    ),
    (
        "en",
        'The mayor, Ada Colley, said the harbour tax might return in spring. "Our grant will not return," '
        "said the treasurer, Ian Holt.",
    ),
    (
        "fr",
        "Paul Lanteri a défendu lundi la suspension de la hausse de la taxe, laissant toutefois ouverte l'hypothèse "
        "d'un retour de la hausse de la taxe au printemps. Cette réforme adoptée en 2024 semble injuste aux "
        "habitants, mais Odile Maran a formellement exclu de revenir dessus. La hausse de la taxe divise.",
    ),
    (
        "fr",
        "« Nous agissons dans un esprit d'unité », a dit le maire, Paul Lanteri. L'adjointe, Odile Maran, veut "
        "« mettre fin aux divisions du passé ».",
    ),
    (
        "en",
        'Ada Colley, the envoy, wants to "end years of trouble at the port". '
        "Colley also denied that the ferry was sold last year.",
    ),
    (
        "fr",
        "Le procureur, Paul Lanteri, a la possibilité de demander la peine maximale. L'avocate, Odile Maran, "
        "l'a prié de ne pas demander la peine maximale.",
    ),
    (
        "en",
        '"Dunmore recognised the port council long ago," the mayor, Ian Holt, said. '
        '"Hallow no longer recognises Brandt," its envoy, Ada Colley, said.',
    ),
]


def relations(lang: str, text: str) -> set[str]:
    """The relations inside one account."""
    return {link.relation for link in run([Document("d-0", text, lang, outlet="Outlet", published=DAY)]).links}


@pytest.mark.parametrize(("lang", "text"), AGAINST)
def test_two_voices_against_each_other(lang: str, text: str) -> None:
    assert "contradicts" in relations(lang, text)


@pytest.mark.parametrize(("lang", "text"), NOT_AGAINST)
def test_nothing_is_set_against_another(lang: str, text: str) -> None:
    assert "contradicts" not in relations(lang, text)
