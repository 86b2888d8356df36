"""What goes against a denial, and what leaves it standing."""

from __future__ import annotations

import pytest

from recoupe.engine.pairs import judge

AGAINST = [
    (
        "fr",
        "La commune de Lorval n'a pas versé de subvention au club de voile.",
        "Le club de voile de Lorval vit de la subvention que lui donne la commune.",
    ),
    (
        "en",
        "The town of Harrowby did not pay any grant to the sailing club.",
        "The sailing club of Harrowby lives on the grant it has from the town.",
    ),
]
STANDING = [
    ("fr", "Le maire de Lorval a parlé de la digue.", "Le maire de Lorval n'a pas parlé du théâtre."),
    ("en", "The mayor of Harrowby spoke about the sea wall.", "The mayor of Harrowby did not speak about the theatre."),
    ("fr", "Les pompiers de Marsac ont sauvé trois vaches.", "Les pompiers de Marsac n'ont pas sauvé dix vaches."),
    ("en", "Firefighters in Velmoor saved three cows.", "Firefighters in Velmoor did not save ten cows."),
    ("fr", "Le pont de Lorval est fermé.", "Le pont de Lorval n'est pas ouvert."),
    ("en", "The Harrowby bridge is closed.", "The Harrowby bridge is not open."),
    ("fr", "On ne peut pas franchir le col de Marsac.", "Il est impossible de franchir le col de Marsac."),
    ("en", "Nobody can cross the Velmoor pass.", "It is impossible to cross the Velmoor pass."),
    ("fr", "La plupart des riverains ont signé la pétition.", "Certains riverains n'ont pas signé la pétition."),
    ("en", "Most residents signed the petition.", "Some residents did not sign the petition."),
]


@pytest.mark.parametrize(("lang", "premise", "hypothesis"), AGAINST)
def test_one_denial_alone_goes_against_what_it_denies(lang, premise, hypothesis):
    for one, other in ((premise, hypothesis), (hypothesis, premise)):
        assert judge({"lang": lang, "premise": one, "hypothesis": other}).relation == "contradicts"


@pytest.mark.parametrize(("lang", "premise", "hypothesis"), STANDING)
def test_a_denial_of_something_else_does_not(lang, premise, hypothesis):
    for one, other in ((premise, hypothesis), (hypothesis, premise)):
        assert judge({"lang": lang, "premise": one, "hypothesis": other}).relation != "contradicts"
