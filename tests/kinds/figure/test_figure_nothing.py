from __future__ import annotations

import pytest

SILENT = [
    ("fr", "Le 17 mai 2011, le maire a démissionné."),
    ("fr", "Le maire a démissionné en 2011."),
    ("fr", "L'acte 14 du mouvement commence."),
    ("fr", "L'article 49-3 a été invoqué."),
    ("fr", "Paul Vernier, 31 ans, a témoigné."),
    ("fr", "Ce marin de 31 ans a témoigné."),
    ("fr", "Les blessés, âgés de 24, 32 et 47 ans, sont sortis."),
    ("fr", "Odile, 42, attend."),
    ("fr", "C'est le numéro deux du parti."),
    ("fr", "C'est le quatrième tour."),
    ("fr", "Le XVIIIe siècle et le 3e étage."),
    ("fr", "Un homme et une femme sont passés."),
    ("fr", "L'un des témoins a parlé."),
    ("fr", "Tous deux ont signé."),
    ("fr", "Le vol est parti à 16H30 et arrivé à 18 heures."),
    ("fr", "Appelez le 01 23 45 67 89."),
    ("fr", "Le Boeing 737 est posé."),
    ("fr", "Le sommet du G7 et l'autoroute A7."),
    ("fr", "Il habite 12 rue des Lilas."),
    ("fr", "Le club a gagné 3-1."),
    ("fr", "La réunion a duré deux heures."),
    ("fr", "On ne sait pas combien d'entre eux sont partis."),
    ("fr", "Voir https://exemple.test/2019/500-photos pour la suite."),
    ("fr", "Il a coupé la poire en deux."),
    ("en", "On May 17, 2011, the mayor resigned."),
    ("en", "The mayor resigned in 2011."),
    ("en", "John Ames, 42, was heard."),
    ("en", "A 42-year-old sailor was heard."),
    ("en", "One of the witnesses spoke."),
    ("en", "No one came, and one has to ask why."),
    ("en", "He is the number two of the party."),
    ("en", "It was the fourth round and the 20th letter."),
    ("en", "Flight 370 left at 4:30 p.m."),
    ("en", "The two-state plan failed."),
    ("en", "The club won 3-1."),
    ("en", "The final score was Ayton 12 - 38 Brill."),
    ("en", "The talks lasted six months."),
    ("en", "She lives at 10 Harbour Street."),
    ("en", "Call 555-123-4567 now."),
    ("en", "The Boeing 737 landed."),
    ("en", "Covid-19 and the G20 summit."),
]


@pytest.mark.parametrize(("lang", "text"), SILENT, ids=[text for _, text in SILENT])
def test_what_counts_nothing_is_no_figure(read, lang, text):
    assert [statement.anchor.exact for statement in read(text, lang)] == []
