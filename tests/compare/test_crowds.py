"""Counts of people who came together, open bounds left behind, dates put off: found, or rightly not found."""

from __future__ import annotations

import datetime as dt

import pytest

from recoupe.pipeline import run
from recoupe.types import Document

MARCH = dt.date(2026, 3, 10)
LATER = MARCH + dt.timedelta(2)
Account = tuple[str, str, dt.date]

FOUND = [
    pytest.param(
        ("en", "The storm killed 14 people in Lorme.", MARCH),
        ("en", "The death toll from the Lorme storm has risen to 22, officials said.", LATER),
        "changed",
        id="a toll that counts nobody by name",
    ),
    pytest.param(
        ("fr", "La tempête a tué 14 personnes à Lorme.", MARCH),
        ("fr", "Le bilan de la tempête de Lorme est désormais de 22 morts, selon la préfecture.", LATER),
        "changed",
        id="un bilan",
    ),
    pytest.param(
        ("fr", "Environ 300 agents se sont rassemblés lundi devant le siège du port, selon la police.", MARCH),
        ("fr", "Près de 450 personnes avaient manifesté lundi devant le port, selon les syndicats.", LATER),
        "contradicts",
        id="one crowd called by two names",
    ),
    pytest.param(
        ("en", "About 200 residents protested outside Dunmore Town Hall on Sunday, police said.", MARCH),
        ("en", "Some 900 people celebrated outside Dunmore Town Hall on Wednesday, police said.", LATER),
        "scope",
        id="two crowds of two days",
    ),
    pytest.param(
        ("fr", "L'incendie de l'entrepôt a fait au moins quatre morts.", MARCH),
        ("fr", "L'incendie de l'entrepôt a fait neuf morts.", LATER),
        "changed",
        id="a toll that outgrew its bound",
    ),
    pytest.param(
        ("en", "The ship had passed a safety inspection in May, the company said.", MARCH),
        ("en", "The ship failed a safety inspection in May, a union leader said.", LATER),
        "contradicts",
        id="passed and failed",
    ),
    pytest.param(
        ("fr", "La mise en service de la ligne D, prévue en septembre, est confirmée par la mairie.", MARCH),
        ("fr", "L'ouverture de la ligne D est repoussée à novembre, a annoncé la mairie.", LATER),
        "changed",
        id="put off in so many words",
    ),
    pytest.param(
        ("en", "A bus fell into the Dunmore canal on Friday, killing at least three passengers, police said.", MARCH),
        ("en", "Six people are now known to have died after a bus fell into the Dunmore canal, police said.", LATER),
        "changed",
        id="passengers and people are one toll",
    ),
    pytest.param(
        ("fr", "Le groupe Aubrac ferme son atelier de Corvignac, qui emploie 310 salariés.", MARCH),
        ("fr", "Les 340 salariés de l'atelier Aubrac de Corvignac ont appris la fermeture par courrier.", MARCH),
        "contradicts",
        id="two staffs of one workshop",
    ),
    pytest.param(
        ("fr", "Le groupe Aubrac ferme son atelier de Corvignac, qui emploie 310 salariés.", MARCH),
        ("fr", "À Corvignac, l'atelier Aubrac compte 310 salariés.", LATER),
        "agrees",
        id="one staff of one workshop",
    ),
    pytest.param(
        ("fr", "Le conseil se réunit.", MARCH),
        (
            "fr",
            "Plus de 200 personnes ont défilé lundi à Corvignac, selon la préfecture, les syndicats en ont compté 700.",
            LATER,
        ),
        "contradicts",
        id="two counts side by side",
    ),
    pytest.param(
        ("fr", "La maternité de Corvignac a réalisé 310 accouchements en 2025, indique l'agence de santé.", MARCH),
        ("fr", "Près de 450 bébés sont nés à la maternité de Corvignac en 2025, assure le comité.", LATER),
        "contradicts",
        id="births and babies born",
    ),
    pytest.param(
        ("fr", "Samedi, 1 200 personnes ont défilé à Corvignac, selon la police.", MARCH),
        ("fr", "Samedi, 1 200 personnes ont défilé, selon la police. Les syndicats en revendiquent 2 500.", LATER),
        "contradicts",
        id="a count claimed by unions",
    ),
    pytest.param(
        ("fr", "Le conseil se réunit.", MARCH),
        ("fr", "La régie propose une hausse des salaires de 2 %. Les syndicats réclament 6 %.", LATER),
        "scope",
        id="an offer and a demand",
    ),
    pytest.param(
        ("en", "The council meets.", MARCH),
        ("en", "The bridge will cost $40 million, the mayor said. The council has paid $15 million so far.", LATER),
        "scope",
        id="a price and a payment",
    ),
    pytest.param(
        ("en", "Some 12,000 homes in Dunmore must boil their water, the council said.", MARCH),
        (
            "en",
            "Dunmore's tap water is safe.\n\nThe boil notice that covered 12,000 homes was lifted on Monday.",
            LATER,
        ),
        "agrees",
        id="one number of homes",
    ),
]
NOT_FOUND = [
    pytest.param(
        ("fr", "Plusieurs milliers de personnes ont manifesté samedi à Corvignac, selon un journaliste.", MARCH),
        ("fr", "Selon la préfecture, 9 000 personnes ont manifesté samedi à Corvignac.", MARCH),
        "contradicts",
        id="several thousand may be nine",
    ),
    pytest.param(
        ("en", "More than 40 people were injured in the crash, the hospital said.", MARCH),
        ("en", "The crash injured 43 people, the hospital said.", LATER),
        "changed",
        id="within reach of its bound",
    ),
    pytest.param(
        ("fr", "Selon la police, 300 personnes ont manifesté samedi à Corvignac.", MARCH),
        ("fr", "Selon la police, 700 personnes ont manifesté samedi à Brévannes.", MARCH),
        "contradicts",
        id="two towns",
    ),
    pytest.param(
        ("fr", "Le groupe Aubrac, qui emploie 310 salariés, ferme son atelier.", MARCH),
        ("fr", "Le groupe Brunel, qui emploie 340 salariés, ferme son usine.", MARCH),
        "contradicts",
        id="two employers",
    ),
]


def relations(left: Account, right: Account) -> set[str]:
    """The relations between two accounts given as language, text and day."""
    documents = [
        Document(f"d-{number}", text, lang, path=f"{number}.txt", outlet=f"Outlet {number}", published=day)
        for number, (lang, text, day) in enumerate((left, right))
    ]
    return {link.relation for link in run(documents).links}


@pytest.mark.parametrize(("left", "right", "relation"), FOUND)
def test_the_relation_is_found(left: Account, right: Account, relation: str) -> None:
    assert relation in relations(left, right)


@pytest.mark.parametrize(("left", "right", "relation"), NOT_FOUND)
def test_the_relation_is_not_made_up(left: Account, right: Account, relation: str) -> None:
    assert relation not in relations(left, right)
