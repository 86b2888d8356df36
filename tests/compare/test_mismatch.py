"""Clauses that look like a conflict and are none."""

from __future__ import annotations

import datetime as dt

import pytest

from recoupe.pipeline import run
from recoupe.types import Document

DAY = dt.date(2026, 3, 10)
NO_CONFLICT = [
    (
        "en",
        "Ian Holt, of the police, said a guard was injured in the blast.",
        "Ada Colley said no one else was injured.",
    ),
    (
        "fr",
        "Un vigile a été blessé dans l'explosion, dit la police.",
        "Aucune autre personne n'a été blessée, dit la mairie.",
    ),
    ("en", "Ian Holt, a neighbour, said he did not hear a shot.", "Ada Colley, a baker, said her staff heard shots."),
    ("en", "Brandt was released on Friday, Ian Holt said.", "Police said they had arrested Brandt on Friday."),
    ("fr", "Selon la police, Brandt a été arrêté vendredi.", "Brandt a été libéré vendredi, selon son avocat."),
    ("en", "Brandt said he doubts charges will be filed.", "Brandt said he did not think charges would be filed."),
    (
        "en",
        "Most houses in the villages are not safe, Ian Holt said.",
        "The people of the villages are safe, Ada Colley said.",
    ),
    ("en", '"The union pays nothing," Ian Holt said.', "Farmers say they have to pay for the dam."),
    (
        "en",
        "The judge refused to hear a witness, Ian Holt said.",
        "The judge agreed with the lawyers, Ada Colley said.",
    ),
    ("en", "Ian Holt said the court denied both motions.", "The lawyers filed two motions, Ada Colley said."),
    (
        "en",
        "Ada Colley said the two sides had opened talks.",
        "Ian Holt said the two sides did not open talks until Friday.",
    ),
    (
        "fr",
        "Odile Maran dit que les deux camps ont ouvert des négociations.",
        "Paul Lanteri dit que les deux camps n'ont pas ouvert de négociations avant vendredi.",
    ),
    ("en", "Ada Colley said the road was closed.", "Ian Holt said the road was no longer closed."),
    ("fr", "Odile Maran dit que la route était fermée.", "Paul Lanteri dit que la route n'est plus fermée."),
    ("en", "Ian Holt said the loss was not exaggerated.", "Ada Colley said the union exaggerated the loss."),
    (
        "fr",
        "L'avocat de Colin Brandt dit qu'il a choisi de plaider coupable du vol.",
        "L'avocat de Rose Galli dit qu'elle a choisi de ne pas plaider coupable du vol.",
    ),
    (
        "fr",
        "Paul Lanteri dit qu'un autre vigile a été blessé dans l'explosion.",
        "Odile Maran dit que le vigile n'a pas été blessé dans l'explosion.",
    ),
]
CONFLICT = [
    (
        "en",
        "The company denied that the engine had failed before the crash.",
        "The captain reported an engine failure before the crash, Ian Holt said.",
    ),
    (
        "fr",
        "La compagnie a démenti que le moteur soit tombé en panne avant l'accident.",
        "Le capitaine a signalé une panne de moteur avant l'accident, a dit Ian Holt.",
    ),
    ("en", "Ian Holt said the boy had a gun in his hand.", "Ada Colley said the boy did not have a gun in his hand."),
    ("fr", "Selon Odile Maran, le garçon avait une arme.", "Selon Paul Lanteri, le garçon n'avait pas d'arme."),
    ("en", "Ada Colley said the two sides had opened talks.", "Ian Holt said the two sides did not open talks."),
    (
        "fr",
        "Odile Maran dit que les deux camps ont ouvert des négociations.",
        "Paul Lanteri dit que les deux camps n'ont pas ouvert de négociations.",
    ),
    ("fr", "Odile Maran dit que la route était fermée.", "Paul Lanteri dit que la route n'est pas fermée."),
    (
        "en",
        "Ian Holt said a guard was injured in the blast.",
        "Ada Colley said the guard was not injured in the blast.",
    ),
]
NO_AGREEMENT = [
    (
        "en",
        "A cyclist died on the bridge in Lorme on Monday, police said.",
        "Another cyclist died on the bridge in Lorme on Monday, Ian Holt said.",
    ),
    (
        "fr",
        "Un cycliste est mort sur le pont de Lorme, a dit la police.",
        "Un autre cycliste est mort sur le pont de Lorme, a dit Ian Holt.",
    ),
    ("en", "Ada Colley said the plant employed 300 workers.", "Ian Holt said the plant no longer employed workers."),
    (
        "en",
        "The lawyer of Colin Brandt said he was expected to plead guilty to the charge.",
        "The lawyer of Colin Brandt said he decided not to plead guilty to the charge.",
    ),
    (
        "fr",
        "L'avocat de Colin Brandt dit qu'il a choisi de plaider coupable du vol.",
        "L'avocat de Colin Brandt dit qu'il a choisi de ne pas plaider coupable du vol.",
    ),
    (
        "fr",
        "Selon Odile Maran, le conseil a refusé de vendre le terrain de la gare à la région.",
        "Selon Paul Lanteri, le conseil a accepté de vendre le terrain de la gare à la région.",
    ),
]


def relations(lang: str, *texts: str) -> set[str]:
    """The relations between accounts of one day."""
    documents = [Document(f"d-{n}", text, lang, outlet=f"Outlet {n}", published=DAY) for n, text in enumerate(texts)]
    return {link.relation for link in run(documents).links}


@pytest.mark.parametrize(("lang", "one", "other"), NO_CONFLICT)
def test_both_may_be_so(lang: str, one: str, other: str) -> None:
    assert "contradicts" not in relations(lang, one, other)


@pytest.mark.parametrize(("lang", "one", "other"), CONFLICT)
def test_both_cannot_be_so(lang: str, one: str, other: str) -> None:
    assert "contradicts" in relations(lang, one, other)


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        (
            "fr",
            "Le tribunal a prononcé trois peines de prison et deux amendes lundi.",
            "Lundi, le tribunal a prononcé deux amendes et trois peines de prison.",
        ),
        (
            "en",
            "On Monday the court imposed three prison terms and two fines.",
            "The court imposed two fines and three prison terms on Monday.",
        ),
    ],
)
def test_several_numbers_of_one_sentence_are_each_set_beside_their_own(lang: str, one: str, other: str) -> None:
    assert "contradicts" not in relations(lang, one, other)


def test_rates_near_each_other_of_two_acts_do_not_agree() -> None:
    one = "Some 65 percent of flights were cancelled on Monday, the airline said."
    assert relations("en", one, "About 70 percent of flights were on time at Lorme on Monday, officials said.") <= {
        "scope",
        "unsure",
    }


@pytest.mark.parametrize(
    ("lang", "before", "after", "relation"),
    [
        (
            "fr",
            "Des éleveurs tentaient de bloquer le pont de Lorme.",
            "Les éleveurs ont bloqué le pont de Lorme.",
            True,
        ),
        ("en", "Farmers were trying to block Lorme bridge.", "The farmers blocked Lorme bridge.", True),
        (
            "fr",
            "Holt aurait volé des dossiers, selon le parquet.",
            "Holt a volé des dossiers, selon le parquet.",
            False,
        ),
    ],
)
def test_what_was_tried_comes_true_but_not_what_was_alleged(lang: str, before: str, after: str, relation: bool) -> None:
    documents = [
        Document(f"d-{n}", text, lang, published=DAY + dt.timedelta(days=n)) for n, text in enumerate((before, after))
    ]
    assert ("changed" in {link.relation for link in run(documents).links}) == relation


def changes(lang: str, before: str, after: str) -> set[str]:
    """The codes of the reasons of every change between two accounts, the second a day younger."""
    documents = [
        Document(f"d-{n}", text, lang, published=DAY + dt.timedelta(days=n)) for n, text in enumerate((before, after))
    ]
    links = [link for link in run(documents).links if link.relation == "changed"]
    return {reason.code for link in links for reason in link.reasons}


@pytest.mark.parametrize(
    ("lang", "before", "after"),
    [
        pytest.param(
            "en",
            "A man suspected of shooting Ian Holt was arrested.",
            "A gunman shot Ian Holt, police said.",
            id="suspected",
        ),
        pytest.param(
            "fr",
            "Un homme soupçonné d'avoir volé la banque est en fuite.",
            "Un homme a volé la banque.",
            id="soupçonné",
        ),
        pytest.param(
            "en",
            '"I will not sell the plant today," Ada Colley said.',
            '"I will not sell the plant today," said Ada Colley.',
            id="told twice",
        ),
        pytest.param(
            "en",
            "The minister welcomed the rule change.",
            "The agency dropped two other rule changes.",
            id="other rules",
        ),
        pytest.param(
            "fr",
            "Le maire défend la réforme des cantines.",
            "Le conseil a abandonné deux autres réformes.",
            id="autres",
        ),
        pytest.param(
            "en",
            "Police killed a man in Lorme.",
            "A guard shot and killed a man in Lorme, police said.",
            id="killed a man",
        ),
        pytest.param(
            "fr",
            "Le rappeur sera enterré à Lorme.",
            "Le rappeur a été enterré à Lorme dimanche, selon ses proches.",
            id="enterré",
        ),
    ],
)
def test_nothing_has_been_cancelled_or_come_true(lang: str, before: str, after: str) -> None:
    assert not changes(lang, before, after) & {"next-step", "came-true", "decided", "due-moved"}


def test_what_the_earlier_account_tells_already_is_no_news() -> None:
    before = "The council plans to close the Lorme pool. The council closed the Lorme pool in March, Ian Holt said."
    after = "The council closed the Lorme pool, Ada Colley said."
    assert not changes("en", before, after)
    assert changes("en", "The council plans to close the Lorme pool.", after)


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("en", "Lorme beat Brix in the final.", "Brix was beaten by Lorme in the final."),
        ("en", "The rule allows agencies to skip reviews.", "The rule bars agencies from weighing the climate."),
        (
            "fr",
            "La règle permet aux agences de passer outre.",
            "La règle interdit aux agences de tenir compte du climat.",
        ),
        ("en", "The store caught fire on Sunday.", "A man has denied arson, police said."),
        ("en", "Ian Holt has never been nominated for a prize.", "Prize nominations will be announced in May."),
    ],
)
def test_plain_facts_of_two_accounts_are_no_conflict(lang: str, one: str, other: str) -> None:
    assert "contradicts" not in relations(lang, one, other)


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("en", "Prosecutors have approved the clinic in Lorme.", "Prosecutors have not approved the clinic in Lorme."),
        ("fr", "Le préfet a autorisé la marche de Lorme.", "Le préfet n'a pas autorisé la marche de Lorme."),
    ],
)
def test_one_act_of_one_body_told_and_denied_is_a_conflict(lang: str, one: str, other: str) -> None:
    assert "contradicts" in relations(lang, one, other)


@pytest.mark.parametrize(("lang", "one", "other"), [*CONFLICT, *NO_AGREEMENT])
def test_a_denial_in_one_of_two_like_sentences_is_no_agreement(lang: str, one: str, other: str) -> None:
    assert "agrees" not in relations(lang, one, other)
