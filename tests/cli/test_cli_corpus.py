"""`recoupe corpus` from the command line: its three ways, and how they end."""

import pytest

pytest.importorskip("pyarrow")

from recoupe.engine.folder import Folder
from recoupe.store import load
from tests.engine.articles import FERRY, MILL, lines


def test_build_add_story(recoupe_, tmp_path):
    first, more, corpus = tmp_path / "first.jsonl", tmp_path / "more.jsonl", tmp_path / "corpus"
    first.write_text(lines([FERRY[0], FERRY[2]]), "utf-8")
    more.write_text(lines([FERRY[1], *MILL]) + "{\n", "utf-8")
    made = recoupe_("corpus", first, "-o", corpus, "--workers", 1)
    assert made.code == 0 and "2 article(s), 1 stories" in made.err and not made.out
    grown = recoupe_("corpus", "add", more, "-c", corpus, "--workers", 1)
    assert grown.code == 3 and "3 article(s), 2 stories" in grown.err and "line 4" in grown.err
    ident = next(row["story"] for row in Folder(corpus).rows("member") if row["document"] == "ferry-2")
    told = recoupe_("corpus", "story", ident, "-c", corpus, "-o", tmp_path / "ferry.db")
    assert told.code == 0, told.err
    dossier = load(tmp_path / "ferry.db")
    assert [d.id for d in dossier.documents] == ["ferry-1", "ferry-2", "ferry-3"] and dossier.links
    again = recoupe_("corpus", first, "-o", corpus)
    assert again.code == 1 and "corpus add" in again.err


def test_wrong_lines(recoupe_, tmp_path):
    assert recoupe_("corpus", tmp_path).code == 2
    assert recoupe_("corpus", tmp_path, "-o", tmp_path / "c", "--engine", "steam").code == 2
    assert recoupe_("corpus", "add", tmp_path, "-c", tmp_path).code == 1
    assert "no corpus" in recoupe_("corpus", "story", "s-1", "-c", tmp_path, "-o", tmp_path / "s.db").err


def test_help_names_the_three(recoupe_):
    out = recoupe_("corpus", "--help").out
    assert all(f"  {name} " in out for name in ("build", "add", "story"))
