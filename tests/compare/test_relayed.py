"""An unnamed source that five outlets have from a sixth is one origin."""

import datetime as dt

import pytest

from recoupe.compare.grid import Roots
from recoupe.pipeline import run
from recoupe.types import Document

DAY = dt.date(2031, 4, 24)
RELAYED = {
    "fr": [
        "Selon Le Monde, qui cite une source proche du dossier, le barrage de Tarsec fermera en juin.",
        "Le barrage de Tarsec fermera en juin, d'après une source anonyme citée par Le Monde.",
        "Une source proche du dossier a déclaré au Monde que le barrage de Tarsec fermera en juin.",
        "« Le barrage de Tarsec fermera en juin », a affirmé une source anonyme au Monde.",
        "Le barrage de Tarsec fermera en juin, a indiqué Le Monde, citant une source anonyme.",
    ],
    "en": [
        "According to Reuters, which cited a source close to the matter, the Tarsec dam will close in June.",
        "The Tarsec dam will close in June, according to an anonymous source quoted by Reuters.",
        "A source close to the matter told Reuters that the Tarsec dam will close in June.",
        '"The Tarsec dam will close in June," a source told Reuters.',
        "The Tarsec dam will close in June, Reuters reported, citing an anonymous source.",
    ],
}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_five_outlets_behind_one(lang):
    documents = [Document(f"a{n}", text, lang, outlet=f"O{n}", published=DAY) for n, text in enumerate(RELAYED[lang])]
    dossier = run(documents)
    quoted = [s for s in dossier.statements if s.kind == "quotation"]
    assert len({s.anchor.document for s in quoted}) == 5
    assert Roots(dossier).count(quoted) == 1
