"""Small invented stories, each with one thing to find between two accounts, and some with nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from recoupe.pipeline import run
from recoupe.types import Document, Dossier

MARCH, APRIL = dt.date(2026, 3, 10), dt.date(2026, 4, 20)


def story(*accounts: tuple[str, str, dt.date | None]) -> Dossier:
    """The dossier of accounts given as language, text and day."""
    documents = [
        Document(f"d-{number}", text, lang, path=f"{number}.txt", outlet=f"Outlet {number}", published=day)
        for number, (lang, text, day) in enumerate(accounts)
    ]
    return run(documents)


def relations(dossier: Dossier) -> set[str]:
    return {link.relation for link in dossier.links}


FOUND = [
    pytest.param(
        ("fr", "Le maire de Corvignac a annoncé que 40 salariés seraient licenciés à l'usine de Brévannes.", MARCH),
        ("en", "The mayor of Corvignac said that 40 workers would be dismissed at the Brévannes plant.", MARCH),
        "agrees",
        id="one figure in two languages",
    ),
    pytest.param(
        ("fr", "Selon la préfecture, 1 200 manifestants ont défilé mardi à Corvignac.", MARCH),
        ("fr", "Selon les syndicats, 4 000 manifestants ont défilé mardi à Corvignac.", MARCH),
        "contradicts",
        id="two counts of one march",
    ),
    pytest.param(
        ("fr", "Le directeur du port a promis que le quai rouvrirait d'ici vendredi.", MARCH),
        ("fr", "Le directeur du port a annoncé que le quai rouvrirait d'ici la fin du mois.", APRIL),
        "changed",
        id="a deadline that moves",
    ),
    pytest.param(
        ("fr", "Selon l'hôpital, 12 personnes ont été blessées dans l'incendie de l'entrepôt.", MARCH),
        (
            "fr",
            "Selon l'hôpital, 17 personnes ont été blessées dans l'incendie de l'entrepôt.",
            MARCH + dt.timedelta(2),
        ),
        "changed",
        id="a count that grows",
    ),
    pytest.param(
        ("fr", "Le maire de Corvignac va annoncer un moratoire sur la hausse des loyers.", MARCH),
        (
            "fr",
            "Le moratoire sur la hausse des loyers, décidé mardi par le maire de Corvignac, durera six mois.",
            APRIL,
        ),
        "changed",
        id="a plan that is decided",
    ),
    pytest.param(
        ("fr", "Le maire de Corvignac va annoncer un moratoire sur la hausse des loyers.", MARCH),
        (
            "fr",
            "Le maire de Corvignac a décidé mardi un moratoire sur la hausse des loyers.",
            MARCH,
        ),
        "changed",
        id="what one account of a day announces the other reports as decided",
    ),
    pytest.param(
        ("fr", "La suspension de la hausse des loyers a été annoncée à Corvignac.", MARCH),
        ("fr", "Le maire de Corvignac a annoncé mercredi l’annulation de la hausse des loyers.", APRIL),
        "changed",
        id="a further step told by a noun and a verb",
    ),
    pytest.param(
        ("fr", "Des appels ont été lancés à Corvignac pour une manifestation le 14 mars devant le port.", MARCH),
        ("fr", "Quelque 300 personnes ont manifesté le 14 mars devant le port de Corvignac.", MARCH + dt.timedelta(5)),
        "changed",
        id="a day ahead that has come",
    ),
    pytest.param(
        ("fr", "La compagnie a affirmé que le bac avait heurté le quai à cause d'une panne du moteur.", MARCH),
        ("fr", "Le capitaine a affirmé que le bac n'avait pas heurté le quai à cause d'une panne du moteur.", MARCH),
        "contradicts",
        id="one affirms what the other denies",
    ),
    pytest.param(
        ("en", '"I will not resign," the mayor, Ada Colley, told reporters in Dunmore.', MARCH),
        ("en", "The mayor of Dunmore, Ada Colley, resigned on Friday.", APRIL),
        "changed",
        id="who said they would not has done it",
    ),
    pytest.param(
        ("fr", "Le groupe Talvert a annoncé mardi la fermeture de son usine de Brévannes.", MARCH),
        ("fr", "Le groupe Talvert a suspendu mercredi la fermeture de son usine de Brévannes.", APRIL),
        "changed",
        id="what was announced is suspended",
    ),
    pytest.param(
        ("fr", "« Il n'y a aucune pénurie à Corvignac », a déclaré la directrice, Odile Maran.", MARCH),
        ("fr", "« La pénurie est réelle », a dit le délégué, Yann Perrot.", MARCH),
        "contradicts",
        id="one speaker denies outright what another affirms",
    ),
    pytest.param(
        ("fr", "Le déficit public atteindra 2,8 % cette année. Il atteindrait 3,1 % si la taxe était annulée.", MARCH),
        ("fr", "Le marché de Corvignac a rouvert.", MARCH),
        "scope",
        id="two figures of one account are of two cases",
    ),
]


@pytest.mark.parametrize(("left", "right", "relation"), FOUND)
def test_each_relation_is_found_with_reasons(
    left: tuple[str, str, dt.date], right: tuple[str, str, dt.date], relation: str
) -> None:
    dossier = story(left, right)
    assert relation in relations(dossier)
    for link in dossier.links:
        assert link.reasons
        ends = {dossier.statement(link.left).anchor.document, dossier.statement(link.right).anchor.document}
        assert ends <= {"d-0", "d-1"}


def test_accounts_of_two_matters_are_not_linked() -> None:
    dossier = story(
        ("fr", "Le tribunal de Brévannes a condamné le notaire à deux ans de prison.", MARCH),
        ("fr", "La récolte de pommes sera plus tardive cette année, selon les producteurs de Valombre.", MARCH),
    )
    assert dossier.links == ()


def test_the_order_of_the_accounts_changes_no_relation() -> None:
    left, right = FOUND[1].values[0], FOUND[1].values[1]
    assert relations(story(left, right)) == relations(story(right, left))


DISPATCH = (
    "Un train de marchandises a déraillé mardi près de Valombre, a annoncé la préfecture. Aucun des deux conducteurs "
    "n'a été blessé, mais la ligne restera fermée toute la semaine, selon l'exploitant. Une enquête a été ouverte par "
    "le parquet de Brévannes pour établir les causes de l'accident."
)


def test_a_copied_dispatch_is_one_origin() -> None:
    dossier = story(("fr", DISPATCH, MARCH), ("fr", f"{DISPATCH} Les voyageurs sont invités à prendre le car.", MARCH))
    assert any({"d-0", "d-1"} <= set(origin.members) for origin in dossier.origins)


def test_accounts_that_share_no_wording_and_no_source_are_independent() -> None:
    dossier = story(
        ("fr", "Selon la préfecture, le pont de Valombre est fermé depuis lundi.", MARCH),
        ("fr", "Pour les commerçants, la fermeture du pont de Valombre est une catastrophe.", MARCH),
    )
    assert not any({"d-0", "d-1"} <= set(origin.members) for origin in dossier.origins)


def test_one_sentence_shared_by_two_long_quotations_is_an_agreement() -> None:
    first = (
        "« Nous n'avons pas choisi cette route. La digue tiendra jusqu'au printemps, quoi qu'on dise », a dit le maire."
    )
    second = "« Suivez l'argent. La digue tiendra jusqu'au printemps quoi qu'on dise. C'est tout », a lancé le maire."
    dossier = story(("fr", first, MARCH), ("fr", second, MARCH))
    assert "same-words" in {reason.code for link in dossier.links for reason in link.reasons}


def test_the_same_few_words_in_marks_are_an_agreement() -> None:
    first = "Le syndicat dénonce des « tirs au visage » par la police de Corvignac."
    second = "À Corvignac, des manifestants accusaient la police de « tirs au visage »."
    dossier = story(("fr", first, MARCH), ("fr", second, MARCH))
    assert relations(dossier) == {"agrees"}
