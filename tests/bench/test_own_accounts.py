"""The annotated accounts: every annotated string stands in its text, and the halves are what their README says."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

ACCOUNTS = Path(__file__).resolve().parents[2] / "bench" / "attribution" / "accounts"
FOLDERS = sorted(path.parent for path in ACCOUNTS.glob("*/*/gold.json"))


def read(folder: Path) -> tuple[str, dict[str, Any], dict[str, str]]:
    gold = json.loads((folder / "gold.json").read_text("utf-8"))["annotations"]
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    (name,) = meta
    return (folder / f"{name}.txt").read_text("utf-8"), gold[name], meta[name]


def place(text: str, row: dict[str, Any], after: int = 0) -> int:
    """Where an annotated string stands; raises ValueError when it stands nowhere."""
    if "start" in row:
        assert text[row["start"] : row["end"]] == row["text"]
        return int(row["start"])
    whole = re.compile(rf"(?<!\w){re.escape(row['text'])}(?!\w)").search(text, after)
    return whole.start() if whole else text.index(row["text"], after)


def test_there_are_enough_in_both_halves_and_languages() -> None:
    count: dict[tuple[str, str], int] = {}
    for folder in FOLDERS:
        key = (folder.parent.name, read(folder)[2]["lang"])
        count[key] = count.get(key, 0) + 1
    assert count == {("open", "fr"): 18, ("open", "en"): 6, ("closed", "fr"): 6, ("closed", "en"): 7}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_quotations_can_be_located(folder: Path) -> None:
    text, gold, _ = read(folder)
    assert 8 <= len(gold["quotations"]) <= 24
    for row in gold["quotations"]:
        at = row.get("start", 0)
        for content in row["contents"]:
            at = text.index(content, at) + 1
            assert content == content.strip()
        for words in (row["cue"], row["speaker"]):
            assert words is None or words in text
        assert row["kind"] in {"named", "unnamed", "document", "outlet", "collective"}
        assert row["form"] in {"direct", "indirect", "mixed"}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_other_annotations_can_be_located_in_order(folder: Path) -> None:
    text, gold, meta = read(folder)
    dt.date.fromisoformat(meta["published"])
    for kind in ("times", "figures"):
        after = 0
        for row in gold[kind]:
            at = place(text, row, after)
            assert at >= after
            after = at + len(row["text"])
    for row in gold["commitments"]:
        place(text, row)
        assert row["certainty"] in {"firm", "planned", "conditional"}
    for row in gold["entities"]:
        assert row["type"] in {"PER", "ORG", "LOC"}
        for name in row["names"]:
            place(text, {"text": name})
