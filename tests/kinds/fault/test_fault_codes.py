from __future__ import annotations

import pytest

from recoupe.lang import entries

ROWS = [(lang, row) for lang in ("fr", "en") for row in entries(lang, "faults")]

BROKEN = [
    ("fr", "<< Le port rouvrira », dit le maire.", "mismatched-marks", "<<"),
    ("fr", "Le maire a dit : « Le port rouvrira. Puis il est parti.\nLa foule attendait.", "mismatched-marks", "«"),
    ("en", "“The port will open, he said.\nThe crowd waited.", "mismatched-marks", "“"),
    ("fr", "Le port rouvrira, indique la mairie. leur a dit.", "stray-words", "leur a dit."),
    ("en", "The port will open, the town said. told him so.", "stray-words", "told him so."),
    ("fr", "Il a quitté le le port.", "garbled", "le le"),
    ("en", "He left the the port.", "garbled", "the the"),
    ("fr", "Les Mais la réponse tarde.", "garbled", "Les Mais"),
    ("fr", "Le bateau est chargé visiblement que par des bénévoles.", "garbled", "visiblement que par"),
    ("fr", "Le port est fermé.Les marins attendent.", "missing-space", "fermé.Les"),
    ("fr", "Il parle d'un « manque d'air »dans la salle.", "missing-space", "»dans"),
    ("en", "The port is shut.Sailors wait.", "missing-space", "shut.Sailors"),
    ("fr", "Le marchÃ© est fermÃ© ce matin.", "mojibake", "marchÃ©"),
    ("en", "The mayor\ufffds office is shut.", "mojibake", "mayor\ufffds"),
    ("fr", "Le prŽsident et la d?cision du conseil.", "mojibake", "d?cision"),
    ("fr", "La r√©union est finie.", "mojibake", "r√©union"),
    ("fr", "Le march&eacute; est vide.", "mojibake", "march&eacute;"),
    ("en", "The may\u043er is out.", "mojibake", "may\u043er"),
    ("fr", "Il est parti du port il est parti du port hier.", "repeated", "il est parti du port"),
    ("en", "The town has said the town has said nothing.", "repeated", "the town has said"),
]


@pytest.mark.parametrize(("lang", "row"), ROWS, ids=lambda v: v["code"] if isinstance(v, dict) else v)
def test_every_row_fires_on_its_examples(faults, lang, row):
    for example in row["examples"]:
        assert row["code"] in [code for code, _ in faults(f"Le début.\n{example}\nLa fin.", lang)], example


@pytest.mark.parametrize(("lang", "text", "code", "words"), BROKEN, ids=[words for *_, words in BROKEN])
def test_a_broken_text_is_shown_where_it_breaks(faults, lang, text, code, words):
    assert (code, words) in faults(text, lang)


def test_both_languages_know_the_same_faults():
    codes = [sorted({row["code"] for row in entries(lang, "faults")}) for lang in ("fr", "en")]
    assert codes[0] == codes[1]


def test_a_line_of_furniture_is_one_fault_whatever_its_marks(faults):
    line = "» LIRE AUSSI - « Le port rouvre le le quai"
    assert faults(f"Le quai est vide.\n{line}\nFin.", "fr") == [("page-furniture", line)]
