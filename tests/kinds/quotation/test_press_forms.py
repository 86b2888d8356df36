"""The daily press's constructions; the share read rightly is pinned, what must never be a quotation one by one."""

import pytest

from tests.kinds.quotation.cases_press import FRENCH_PRESS, NOT_FRENCH_PRESS
from tests.kinds.quotation.reading import read

FLOOR = 0.93


def _right(text, contents, speaker, form):
    rows = [q.row for q in read(text, "fr")]
    if not rows:
        return False
    said = [c["text"].rstrip(",. ") for c in rows[0]["contents"]]
    named = rows[0]["speaker"] and rows[0]["speaker"]["text"]
    return said == [c.rstrip(",. ") for c in contents] and named == speaker and form in {None, rows[0]["form"]}


def test_forms_of_the_french_press():
    wrong = [text for text, contents, speaker, form in FRENCH_PRESS if not _right(text, contents, speaker, form)]
    assert 1 - len(wrong) / len(FRENCH_PRESS) >= FLOOR, wrong


@pytest.mark.parametrize("text", NOT_FRENCH_PRESS)
def test_no_quotation(text):
    assert [q.row["contents"] for q in read(text, "fr")] == []
