"""Every way of reporting, on sentences written for the purpose."""

import pytest

from tests.kinds.quotation.cases import ENGLISH, FRENCH, NOT_QUOTATIONS
from tests.kinds.quotation.reading import read

CASES = [("fr", *case) for case in FRENCH] + [("en", *case) for case in ENGLISH]


def _loose(text: str) -> str:
    return text.rstrip(",. ").strip()


@pytest.mark.parametrize(("lang", "text", "contents", "speaker", "form", "via"), CASES)
def test_form(lang, text, contents, speaker, form, via):
    found = read(text, lang)
    assert len(found) == 1, [q.row["contents"] for q in found]
    row = found[0].row
    assert [_loose(c["text"]) for c in row["contents"]] == [_loose(c) for c in contents]
    assert row["speaker"]["text"] == speaker
    assert row["form"] == form
    assert row["via"] == via


@pytest.mark.parametrize(("lang", "text"), NOT_QUOTATIONS)
def test_not_a_quotation(lang, text):
    assert [q.row["contents"] for q in read(text, lang)] == []
