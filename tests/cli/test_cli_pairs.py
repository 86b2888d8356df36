"""`recoupe compare --pairs`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.running import Run


def test_each_pair_gives_one_line(recoupe_: Run, tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    row = {"premise": "The council approved the bridge.", "hypothesis": "The council did not approve the bridge."}
    path.write_text((json.dumps(row | {"lang": "en"}) + "\n") * 2, "utf8")
    ended = recoupe_("compare", "--pairs", path)
    assert ended.code == 0
    found = [json.loads(line) for line in ended.out.splitlines()]
    assert [set(line) for line in found] == [{"relation", "score", "reasons"}] * 2
    assert found[0]["relation"] == "contradicts"


def test_a_dossier_or_pairs_is_needed(recoupe_: Run) -> None:
    assert recoupe_("compare").code == 2
