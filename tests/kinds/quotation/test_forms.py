"""Every way of reporting, on sentences written for the purpose.

A parse by a small model may miss a sentence, so the share read rightly is pinned, not each sentence; what must never be
a quotation is pinned one by one.
"""

import pytest

from tests.kinds.quotation.cases import ENGLISH, FRENCH, NOT_QUOTATIONS
from tests.kinds.quotation.reading import read

FLOOR = 0.93


def _loose(text: str) -> str:
    return text.rstrip(",. ").strip()


@pytest.mark.parametrize(("lang", "cases"), [("fr", FRENCH), ("en", ENGLISH)])
def test_forms(lang, cases):
    wrong = []
    for text, contents, speaker, form, via in cases:
        rows = [q.row for q in read(text, lang)]
        got = [
            ([_loose(c["text"]) for c in r["contents"]], r["speaker"] and r["speaker"]["text"], r["form"], r["via"])
            for r in rows
        ]
        if got != [([_loose(c) for c in contents], speaker, form, via)]:
            wrong.append((text, got))
    assert 1 - len(wrong) / len(cases) >= FLOOR, wrong


@pytest.mark.parametrize(("lang", "text"), NOT_QUOTATIONS)
def test_not_a_quotation(lang, text):
    assert [q.row["contents"] for q in read(text, lang)] == []


def test_every_passage_is_the_text_itself():
    text = "« La digue tiendra », a déclaré le préfet. Selon la maire, les routes sont coupées."
    for quotation in read(text, "fr"):
        anchor = quotation.statement.anchor
        parts = [*quotation.row["contents"], quotation.row["cue"], quotation.row["speaker"]]
        for part in parts:
            assert text[part["start"] : part["end"]] == part["text"]
            assert anchor.start <= part["start"] < part["end"] <= anchor.end


def test_a_chain_goes_to_the_source_behind_the_outlet():
    found = read("La mine fermera en mai, selon la revue La Brèche, qui cite des sources proches du groupe.", "fr")
    assert [link["kind"] for link in found[0].row["chain"]] == ["outlet", "unnamed"]
    assert found[0].row["chain"][1]["named"] == "des sources proches du groupe"


def test_an_unnamed_source_says_how_many_it_is():
    text = "La mine fermera, selon un responsable du groupe et deux personnes proches du dossier."
    voice = read(text, "fr")[0].statement.attribution.voice
    assert (voice.kind, voice.count) == ("unnamed", 3)


def test_a_pull_quote_is_signed_by_the_line_below():
    found = read(
        "Le port rouvre.\n« Nous avons travaillé jour et nuit pour cela »\nNadia Férant\nLa suite est connue.", "fr"
    )
    assert found[0].statement.attribution.voice.named == "Nadia Férant"


def test_speech_inside_speech_needs_its_own_marks_and_cue():
    text = "« Le maire m'a dit : “la digue tiendra bien jusqu'au printemps”. Je le crois », a raconté Nadia Férant."
    said = [q.row["contents"][0]["text"] for q in read(text, "fr")]
    assert said[1] == "la digue tiendra bien jusqu'au printemps"
    plain = "« Les parties ont confirmé que la digue tiendra jusqu'au printemps », indique le rapport."
    assert len(read(plain, "fr")) == 1
