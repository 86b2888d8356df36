"""Which way a day lies: under a future or a timetable's present ahead, under a past behind."""

from __future__ import annotations

import pytest

AHEAD = [
    ("fr", "Le tribunal rendra sa décision le 9 juin.", "2023-06-09"),
    ("fr", "La cour dira le 2 mai si l'élu peut se représenter.", "2023-05-02"),
    ("fr", "Le texte sera examiné en mai par les députés.", "2023-05"),
    ("fr", "L'audience est fixée au 9 mai.", "2023-05-09"),
    ("fr", "Le jugement a été mis en délibéré au 6 septembre.", "2022-09-06"),
    ("fr", "Une réunion est convoquée pour vendredi.", "2022-06-17"),
    ("fr", "Le musée rouvre jeudi, les écoliers d'abord.", "2022-06-16"),
    ("fr", "Le délai expire mardi.", "2022-06-21"),
    ("fr", "Le navire appareille samedi pour Dakar.", "2022-06-18"),
    ("fr", "Le conseil municipal se réunit lundi pour voter le budget.", "2022-06-20"),
    ("fr", "C'est lundi que le jury doit trancher.", "2022-06-20"),
    ("fr", "Rendez-vous est pris lundi.", "2022-06-20"),
    ("en", "The judge will sentence him on 2 June.", "2023-06-02"),
    ("en", "The new rules will take effect in March.", "2023-03"),
    ("en", "A meeting called for Friday will decide the matter.", "2022-06-17"),
    ("en", "The union has called a strike for Saturday.", "2022-06-18"),
    ("en", "The hearing is set for Thursday.", "2022-06-16"),
    ("en", "The report is due on Tuesday.", "2022-06-21"),
    ("en", "The museum reopens on Monday, the mayor said.", "2022-06-20"),
    ("en", "Talks resume Monday in Geneva.", "2022-06-20"),
    ("en", "The ferry sails again on Saturday, the company said.", "2022-06-18"),
]
BEHIND = [
    ("fr", "Le tribunal a rendu sa décision le 9 juin.", "2022-06-09"),
    ("fr", "Il aura fallu attendre le 9 juin pour que le préfet réponde.", "2022-06-09"),
    ("fr", "La réunion, prévue le 9 juin, a été annulée.", "2022-06-09"),
    ("fr", "C'était lundi, devant la préfecture.", "2022-06-13"),
    ("fr", "C'est lundi que le corps a été retrouvé.", "2022-06-13"),
    ("fr", "Les inscriptions sont closes depuis mardi.", "2022-06-14"),
    ("en", "The court ruled on May 9.", "2022-05-09"),
    ("en", "The strike will have ended on June 3.", "2022-06-03"),
    ("en", "The stadium, which was due to open on June 1, is still shut.", "2022-06-01"),
    ("en", "It was Monday when the roof fell in.", "2022-06-13"),
    ("en", "Talks resumed Monday in Geneva.", "2022-06-13"),
    ("en", "Schools have been closed since Friday.", "2022-06-10"),
]


@pytest.mark.parametrize(("lang", "text", "value"), AHEAD)
def test_a_future_or_a_timetable_looks_ahead(read, lang, text, value):
    assert [found.value.value for found in read(text, lang)] == [value]


@pytest.mark.parametrize(("lang", "text", "value"), BEHIND)
def test_a_past_looks_back(read, lang, text, value):
    assert [found.value.value for found in read(text, lang)] == [value]


def test_after_a_day_is_not_the_day_after(read):
    assert read("The museum reopens on Monday after two years of work.", "en")[0].anchor.exact == "Monday"
