from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from recoupe.annotate.annotate import annotate
from recoupe.errors import SetupError
from recoupe.pipeline import extract
from recoupe.types import Document

SHARED = Path(__file__).resolve().parents[3].parent / "shared"
STORIES = ["gold-fr/acte-xiv-2019", "gold-fr/taxe-carburant-2018", "gold-en/christie-2014"]

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the shared stories are not beside the checkout"),
]


def read(story: str) -> tuple[int, int, int]:
    """Right, found and annotated figures of a story; a figure is right when its words overlap and its bounds agree."""
    folder = SHARED / story
    meta, gold = (json.loads((folder / name).read_text("utf8")) for name in ("meta.json", "gold.json"))
    right = found = wanted = 0
    for name, info in meta.items():
        text = (folder / f"{name}.txt").read_text("utf8")
        published = dt.datetime.fromisoformat(info["published"]) if info.get("published") else None
        document = Document(id=name, text=text, lang=story[5:7], published=published)
        rows = [(s, s.body.row(s)) for s in extract(annotate(document)) if s.kind == "figure"]
        found += len(rows)
        at = 0
        for figure in gold["annotations"][name]["figures"]:
            wanted += 1
            start = figure.get("start", text.find(figure["text"], at))
            at = start + len(figure["text"])
            right += any(
                s.anchor.start < at
                and start < s.anchor.end
                and (row["low"], row["high"]) == (figure["low"], figure["high"])
                for s, row in rows
            )
    return right, found, wanted


@pytest.mark.parametrize("story", STORIES)
def test_the_figures_of_a_real_story(story):
    try:
        right, found, wanted = read(story)
    except SetupError as err:
        pytest.skip(str(err))
    assert right / found >= 0.9
    assert right / wanted >= 0.9
