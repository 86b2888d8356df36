"""The annotated stories beside the checkout: the seed story whole, the others above their floors."""

from __future__ import annotations

import datetime as dt
import importlib
import json
import re
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / ".." / "shared"
FLOORS = json.loads((Path(__file__).resolve().parents[3] / "bench" / "time" / "floors.json").read_text("utf8"))
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the shared stories are not beside the checkout"),
]


def gold_times(text, rows):
    at, found = 0, []
    for row in rows:
        match = re.compile(rf"(?<!\w){re.escape(row['text'])}(?!\w)").search(text, at)
        start = row.get("start", match.start() if match else text.find(row["text"], at))
        at = start + len(row["text"])
        found.append((start, at, row["value"]))
    return found


@pytest.mark.parametrize("story", sorted(FLOORS["stories"]))
def test_value_f1(story, read):
    folder = SHARED / story
    lang = "en" if "gold-en" in story else "fr"
    meta = json.loads((folder / "meta.json").read_text("utf8"))
    gold = json.loads((folder / "gold.json").read_text("utf8"))["annotations"]
    right = found = wanted = 0
    for name in sorted(meta):
        text = (folder / f"{name}.txt").read_text("utf8")
        times = read(text, lang, dt.date.fromisoformat(meta[name]["published"][:10]))
        mine = {(s.anchor.start, s.anchor.end, s.value.value) for s in times}
        true = set(gold_times(text, gold[name]["times"]))
        right, found, wanted = right + len(mine & true), found + len(mine), wanted + len(true)
    assert 200 * right / (found + wanted) >= FLOORS["stories"][story]


@pytest.fixture
def bench(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).resolve().parents[3] / "bench" / "time"))
    return importlib.import_module


CORPORA = {
    "timeml": "corpora/evaluation-only/tempeval3/aquaint",
    "meantime": "corpora/time/en/meantime/intra-doc_annotation",
}


@pytest.mark.parametrize("corpus", sorted(CORPORA))
def test_corpus_floors(corpus, bench):
    score, corpora = bench("score"), bench("corpora")
    rows = ((score.ours(sample), sample.gold) for sample in corpora.samples(SHARED / CORPORA[corpus]))
    found = score.scores(rows)
    assert {name: found[name] >= floor for name, floor in FLOORS[corpus].items()} == dict.fromkeys(FLOORS[corpus], True)


def test_french_floors(bench):
    french = bench("french")
    folder = SHARED / "corpora/time/fr"
    for name, rows in (
        ("Duckling", french.duckling(folder / "duckling-corpus-fr.hs")),
        ("Recognizers", french.recognizers(folder / "recognizers")),
    ):
        kept = [french.right(example)[0] for example, drop in rows if drop is None]
        assert 100 * sum(kept) / len(kept) >= FLOORS["french"][name]
