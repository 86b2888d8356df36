"""Two figures contradict each other only when both answer one question."""

from __future__ import annotations

import datetime as dt

import pytest

from recoupe.compare.updates import in_all
from recoupe.lang import LANGUAGES, table
from recoupe.pipeline import run
from recoupe.types import Document

DAY = dt.date(2026, 3, 10)


def relations(lang: str, one: str, other: str) -> set[str]:
    """The relations between two accounts of one day."""
    documents = [Document(f"d-{n}", text, lang, published=DAY) for n, text in enumerate((one, other))]
    return {link.relation for link in run(documents).links}


NO_RIVALS = [
    pytest.param(
        "en",
        "Brandt Motors offered Ian Holt a contract worth 16 million dollars.",
        "The Colley Group offered Ian Holt a contract worth 20 million dollars.",
        id="two bidders",
    ),
    pytest.param(
        "fr",
        "Lors de l'opération, 12 chargeurs ont été saisis à Lorme.",
        "Le navire a saisi au total 31 chargeurs à Lorme.",
        id="une opération et toutes",
    ),
    pytest.param(
        "en",
        "During the raid police seized 12 rifles in Lorme.",
        "Police have seized 31 rifles in Lorme so far.",
        id="one raid and all",
    ),
    pytest.param(
        "en",
        "Two women and one man died in the Lorme bank fire.",
        "Three workers died in the Lorme bank fire.",
        id="a sum",
    ),
    pytest.param(
        "fr",
        "Deux femmes et un homme sont morts dans l'incendie de Lorme.",
        "Trois personnes sont mortes dans l'incendie de Lorme.",
        id="une somme",
    ),
    pytest.param(
        "en",
        "Police said 12 people were injured in the Lorme riots.",
        "Three people died in the Lorme riots.",
        id="fates",
    ),
    pytest.param(
        "fr",
        "L'émeute de Lorme a fait 12 blessés.",
        "L'émeute de Lorme a fait trois morts, selon la police.",
        id="sorts",
    ),
    pytest.param(
        "en",
        "Charles ran for 226 yards as the team lost the match.",
        "The team ran for 352 yards and lost the match.",
        id="a match",
    ),
    pytest.param(
        "en", "The car dragged the guard 10 feet.", "The witness stood 20 feet away from the guard.", id="two lengths"
    ),
    pytest.param(
        "en",
        "Brandt received seven life terms and four more for the Lorme murders.",
        "The court gave Brandt four life terms and seven more for the Lorme murders.",
        id="each number has its own",
    ),
    pytest.param(
        "fr",
        "Brandt a reçu 12 coups de couteau et 19 coups de bâton à Lorme.",
        "À Lorme, Brandt a reçu 19 coups de bâton et 12 coups de couteau.",
        id="chaque nombre a le sien",
    ),
]
RIVALS = [
    (
        "fr",
        "Douze personnes ont été blessées à Lorme, dont deux grièvement, selon les secours.",
        "Le syndicat affirme que quinze personnes ont été blessées à Lorme.",
    ),
    (
        "en",
        "Twelve people were injured in Lorme, two of them badly, rescuers said.",
        "The union said fifteen people were injured in Lorme.",
    ),
    ("en", "Some 9,000 homes in Lorme lost power on Monday.", "About 12,000 homes in Lorme lost power on Monday."),
    ("fr", "L'usine de Lorme emploie 62 salariés.", "L'usine de Lorme emploie 70 salariés."),
    ("fr", "La grève de Lorme a réuni 300 agents lundi.", "La grève de Lorme a réuni 700 agents lundi."),
]


@pytest.mark.parametrize(("lang", "one", "other"), NO_RIVALS)
def test_both_figures_may_be_right(lang: str, one: str, other: str) -> None:
    assert "contradicts" not in relations(lang, one, other)


@pytest.mark.parametrize(("lang", "one", "other"), RIVALS)
def test_one_of_the_two_figures_is_wrong(lang: str, one: str, other: str) -> None:
    assert "contradicts" in relations(lang, one, other)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_example_of_a_total_is_read(lang: str) -> None:
    for example in table(lang, "updates")["in_all_examples"]:
        assert in_all(example, lang), example


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("en", "At least three marchers came to Lorme.", "Tens of thousands of marchers came to Lorme."),
        (
            "fr",
            "Au moins trois manifestants étaient à Lorme.",
            "Des dizaines de milliers de manifestants étaient à Lorme.",
        ),
    ],
)
def test_an_open_bound_agrees_with_nothing_far_beyond_it(lang: str, one: str, other: str) -> None:
    assert "agrees" not in relations(lang, one, other)
