"""The tables of reporting words, sources and media: each example is read as its row says."""

import pytest

from recoupe.kinds.quotation.lexicon import verbs
from recoupe.lang import entries
from tests.kinds.quotation.reading import read

LANGS = ("fr", "en")
EXAMPLES = [
    (lang, name, example)
    for lang in LANGS
    for name in ("reporting", "sources", "media")
    for row in entries(lang, name)
    for example in row["examples"]
]
FLOOR = 0.95


def _right(lang, name, example):
    rows = [q.row for q in read(example["text"], lang)]
    if len(rows) != 1:
        return False
    row = rows[0]
    got = {
        "content": row["contents"][0]["text"].rstrip(",."), "speaker": row["speaker"] and row["speaker"]["text"],
        "via": row["via"],
    }  # fmt: skip
    return all(got[key] == value.rstrip(",.") for key, value in example.items() if key != "text")


def test_examples():
    wrong = [e["text"] for lang, name, e in EXAMPLES if not _right(lang, name, e)]
    assert 1 - len(wrong) / len(EXAMPLES) >= FLOOR, wrong


@pytest.mark.parametrize(("lang", "least"), [("fr", 200), ("en", 150)])
def test_enough_verbs_are_known(lang, least):
    assert len({verb.lemma for options in verbs(lang).values() for _, verb in options}) >= least


@pytest.mark.parametrize("name", ["reporting", "sources", "media"])
def test_every_row_has_examples(name):
    for lang in LANGS:
        assert all(row["examples"] for row in entries(lang, name))


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("a", None), ("annonça", "annoncer"), ("jugeait", "juger"), ("rappelle", "rappeler"), ("écrivait", "écrire"),
     ("démentirent", "démentir"), ("convient", "convenir"), ("suggère", "suggérer"), ("réagissait", "réagir")],
)  # fmt: skip
def test_french_forms(form, lemma):
    assert (lemma is None and form not in verbs("fr")) or lemma in {v.lemma for _, v in verbs("fr")[form]}
