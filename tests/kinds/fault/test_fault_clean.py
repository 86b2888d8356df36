from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.fault.extract import extract
from recoupe.types import Document

BLANK = spacy.blank("xx")

CLEAN = [
    ("fr", "Nous nous sommes levés et vous vous êtes assis."),
    ("fr", "Il lisait tout en en parlant."),
    ("fr", "« Le port rouvrira.\n« Les marins reviendront », dit le maire."),
    ("fr", "« Le port rouvrira », dit-il. « Les “anciens” reviendront. »"),
    ("fr", "Il n'a parlé vraisemblablement que par habitude."),
    ("fr", "Il voyage plus rapidement que par le train."),
    ("fr", "Le site exemple.fr et l'adresse a.martin@exemple.fr sont fermés."),
    ("fr", "Lire aussi bien Hugo que Sand demande du temps et de la lumière, dit-elle à ses élèves."),
    ("fr", "La publicité du port coûte cher."),
    ("fr", "Le mais tardif, un ou deux sacs, le leur et le nôtre."),
    ("fr", "Vraiment ? demanda-t-il."),
    ("fr", "Elle a contribué à la victoire du club."),
    ("fr", "Le plan, etc. est prêt."),
    ("fr", "Il le faut, de le voir à le lire, et une des siennes ; il écrit « le avion »."),
    ("fr", "Le titre « The Old Port » et le groupe The Quays font la une du jour."),
    ("fr", "Un texte off the record sera lu, le tout en une onzième version."),
    ("fr", "Elle est libre de les rendre, prête à le faire et à les voir ; un des siens le lui a dit."),
    ("fr", "Encore et encore et encore et encore, la mer monte."),
    ("en", "She sang “la vie dans le port” since three years ago, and more of the same."),
    ("en", "The raison d'être of the chaise longue remains unclear; the his and hers towels are gone."),
    ("en", "He said it again and again and again and again, she did, see example.org/page?id=x&amp=2."),
    ("en", "He had had enough, and that that was so surprised nobody."),
    ("en", "“The port will open.\n“Sailors will return,” the mayor said."),
    ("en", "He is 6 feet tall and reads the A-list."),
    ("en", "The committee said it would read more of the letters before Monday."),
    ("en", "The advertisement cost a lot."),
    ("en", "She works for Mr. de Vries at vries.com and visits the U.S.A. often."),
    ("en", "The firm contributed to the campaign of the mayor and to the party, the paper said."),
]


@pytest.mark.parametrize(("lang", "text"), CLEAN, ids=[text[:40] for _, text in CLEAN])
def test_sound_text_has_no_fault(faults, lang, text):
    assert faults(text, lang) == []


@settings(max_examples=150, deadline=None)
@given(st.text("lema dit.«»“”<>\n\"'’AMé", max_size=80), st.sampled_from(["fr", "en"]))
def test_any_text_gives_true_anchors_that_do_not_overlap(text, lang):
    document = Document(id="d", text=text, lang=lang)
    found = list(extract(Annotated(document, BLANK(text)), ()))
    assert all(text[s.anchor.start : s.anchor.end] == s.anchor.exact for s in found)
    whole = [s.anchor for s in found if s.body.code in {"page-furniture", "credit-line"}]
    assert not any(a.overlaps(b) for a, b in pairwise(sorted(whole)))
    assert len({s.id for s in found}) == len(found)
