"""Dates, numbers, plurals and typography in both interface languages."""

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest

from recoupe import lang
from recoupe.kinds.commitment.body import Firmness, Status
from recoupe.kinds.event.body import PloverClass
from recoupe.kinds.fault.body import Code
from recoupe.kinds.quotation.body import Form
from recoupe.lang.catalogue import known
from recoupe.report.words import Words, spaced
from recoupe.types import Certainty, EntityType, Quantity, Reason, Relation, Stage, StatementKind, Timex, VoiceKind

DAY, NB, NN = dt.date, "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("group", "codes"),
    [
        ("fault", Code),
        ("firmness", Firmness),
        ("status", Status),
        ("event_class", PloverClass),
        ("form", Form),
        ("entity", EntityType),
        ("relation", Relation),
        ("relation_help", Relation),
        ("stage", Stage),
        ("kind", StatementKind),
        ("kinds", StatementKind),
        ("voice", VoiceKind),
    ],
)
@pytest.mark.parametrize("ui", ["en", "fr"])
def test_every_code_a_body_can_hold_has_its_words(ui, group, codes):
    assert all(known(ui, "report", f"{group}.{code}") is not None for code in get_args(codes))


@pytest.mark.parametrize("ui", ["en", "fr"])
def test_every_doubt_has_a_label_and_its_meaning(ui):
    codes = {*get_args(Certainty), "negative", "conditional"} - {"certain"}
    assert all(known(ui, "report", f"{group}.{code}") for group in ("badge", "badge_help") for code in codes)


def month(mod, latest):
    return Timex("DATE", "2026-03", mod, None, latest)


@pytest.mark.parametrize(
    ("timex", "fr", "en"),
    [
        (Timex("DATE", "2026-03-01"), "1er mars 2026", "1 March 2026"),
        (Timex("DATE", "2026-03-21"), "21 mars 2026", "21 March 2026"),
        (Timex("TIME", "2026-03-10TMO"), "10 mars 2026, matin", "10 March 2026, morning"),
        (Timex("TIME", "2026-03-10T18:30"), "10 mars 2026, 18:30", "10 March 2026, 18:30"),
        (Timex("DATE", "2026-03", "END"), "fin mars 2026", "the end of March 2026"),
        (month("BEFORE", DAY(2026, 3, 31)), "d’ici fin mars 2026", "by the end of March 2026"),
        (month("BEFORE", DAY(2026, 2, 28)), "avant mars 2026", "before March 2026"),
        (Timex("DATE", "2026-03-13", "BEFORE", None, DAY(2026, 3, 13)), "d’ici au 13 mars 2026", "by 13 March 2026"),
        (Timex("DATE", "2026"), "2026", "2026"),
        (Timex("DATE", "PRESENT_REF"), "maintenant", "now"),
        (Timex("DURATION", "PT10M"), "10 minutes", "10 minutes"),
        (Timex("DURATION", "P1D"), "1 jour", "1 day"),
        (Timex("DURATION", "PXW"), "plusieurs semaines", "several weeks"),
        (Timex("DURATION", "P18Y", "MOST"), "la plus grande partie de 18 ans", "most of 18 years"),
        (
            Timex("DATE", "2026-W12", None, DAY(2026, 3, 16), DAY(2026, 3, 22)),
            "du 16 mars 2026 au 22 mars 2026",
            "16 March 2026 to 22 March 2026",
        ),
        (Timex("DATE", None), "non résolu", "not resolved"),
        (Timex("DATE", "2026-13-45"), "2026-13-45", "2026-13-45"),
        (Timex("DATE", "2026-13"), "2026-13", "2026-13"),
        (Timex("SET", "XXXX-WXX-1"), "XXXX-WXX-1", "XXXX-WXX-1"),
    ],
)
def test_times_in_words(timex, fr, en):
    assert Words("fr").timex(timex) == fr
    assert Words("en").timex(timex) == en


@pytest.mark.parametrize(
    ("quantity", "fr", "en"),
    [
        (Quantity(Decimal(12), Decimal(12)), "12", "12"),
        (Quantity(Decimal(8), Decimal(12)), "8–12", "8–12"),
        (Quantity(Decimal(2500), Decimal(2500), approx=True), f"≈{NB}2{NN}500", f"≈{NB}2,500"),
        (Quantity(Decimal(50), None), f"≥{NB}50", f"≥{NB}50"),
        (Quantity(None, Decimal(50)), f"≤{NB}50", f"≤{NB}50"),
        (Quantity(Decimal("12.5"), Decimal("12.5"), "percent"), f"12,5{NB}%", f"12.5{NB}%"),
        (Quantity(Decimal(3), Decimal(3), "EUR"), f"3{NB}€", f"3{NB}€"),
        (Quantity(Decimal("0.5"), Decimal("0.5"), "ratio"), "0,5", "0.5"),
        (Quantity(Decimal(4), Decimal(4), "furlong"), f"4{NB}furlong", f"4{NB}furlong"),
    ],
)
def test_figures_in_digits(quantity, fr, en):
    assert Words("fr").quantity(quantity) == fr
    assert Words("en").quantity(quantity) == en


def test_french_counts_nought_as_one():
    assert Words("fr").count("contradicts", 0) == "0 contradiction"
    assert Words("en").count("contradicts", 0) == "0 contradictions"
    assert Words("fr").count("changed", 3) == "3 changements"


def test_french_marks_keep_their_space_and_english_ones_are_left_alone():
    assert spaced("Quoi ? « Oui » : non ; si !", "fr") == f"Quoi{NN}? «{NB}Oui{NB}»{NB}: non{NN}; si{NN}!"
    assert spaced("« Oui » : non", "en") == "« Oui » : non"


def test_an_unknown_reason_is_shown_with_its_arguments():
    assert Words("en").reason(Reason("no-such", (("left", "12"),))) == f"no such (left{NB}= 12)"


def test_loaded_words_are_explained_in_the_language_of_the_interface():
    assert (
        Words("fr").wording("moral-condemnation: judging adjective") == "adjectif de jugement sur un acte de violence"
    )
    assert Words("en").wording("not-known: its own label") == "not known"


@pytest.mark.parametrize("ui", ["en", "fr"])
def test_a_matter_without_words_leaves_no_hole(ui):
    told = Words(ui).reason(Reason("same-matter", (("terms", ""),)))
    assert told.endswith(("matter.", "sujet."))


@pytest.mark.parametrize("domain", ["report", "desk"])
def test_french_words_have_typographic_apostrophes(domain):
    catalogue = (Path(lang.__file__).parent / f"locale/fr/LC_MESSAGES/{domain}.po").read_text("utf-8")
    told = [line for line in catalogue.splitlines() if line.startswith(("msgstr", '"'))]
    assert [line for line in told if re.search(r"\w'\w", line)] == []
