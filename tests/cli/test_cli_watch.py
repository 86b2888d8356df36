"""`recoupe watch` takes in what arrives once it has come to rest."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from recoupe.store import load
from tests.cli.running import Run

TEXT = "Le maire a promis, mardi, de rouvrir le pont avant l'été, numéro {}."


def test_what_arrives_is_added(recoupe_: Run, analysed: list, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    looks: list[int] = []

    def sleep(_: float) -> None:
        looks.append(len(looks))
        if len(looks) == 3:
            (folder / "b.txt").write_text(TEXT.format(2), "utf-8")
        if len(looks) == 7:
            (folder / "empty.txt").touch()

    monkeypatch.setattr(time, "sleep", sleep)
    (folder / "a.txt").write_text(TEXT.format(1), "utf-8")
    ended = recoupe_("watch", folder, "-o", folder / "s.db", "--times", "12")
    assert [Path(document.path).name for document in load(folder / "s.db").documents] == ["a.txt", "b.txt"]
    assert len(analysed) == 3, "once for each change, not for each look"
    assert ended.err.count("empty.txt") == 1
    assert not list(folder.glob(".*.part"))
    assert recoupe_("watch", tmp_path / "none", "-o", tmp_path / "s.db").code == 2


def test_an_empty_folder_waits(recoupe_: Run, analysed: list, tmp_path: Path) -> None:
    ended = recoupe_("watch", tmp_path, "-o", tmp_path / "s.db", "--times", "3", "--every", "0.1")
    assert ended.code == 0
    assert not (tmp_path / "s.db").exists()
