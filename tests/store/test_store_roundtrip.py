"""What is saved comes back, the file is whole or absent, and people's decisions stay."""

from __future__ import annotations

import importlib
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from recoupe.errors import SetupError
from recoupe.store import Judgement, judge, judgements, load, save
from recoupe.types import Dossier
from tests.store.any_dossier import dossiers


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(dossier=dossiers())
def test_any_dossier_comes_back_as_it_was(tmp_path: Path, dossier: Dossier) -> None:
    path = tmp_path / "any.db"
    path.unlink(missing_ok=True)
    assert save(dossier, path)
    assert load(path) == dossier
    assert not save(dossier, path)


def test_the_same_dossier_gives_the_same_bytes(dossier: Dossier, tmp_path: Path) -> None:
    save(dossier, tmp_path / "a.db")
    save(dossier, tmp_path / "b.db")
    assert (tmp_path / "a.db").read_bytes() == (tmp_path / "b.db").read_bytes()


def test_saving_the_same_again_leaves_the_file_alone(dossier: Dossier, stored: Path) -> None:
    before = (stored.read_bytes(), stored.stat().st_mtime_ns, stored.stat().st_ino)
    assert not save(dossier, stored)
    assert (stored.read_bytes(), stored.stat().st_mtime_ns, stored.stat().st_ino) == before


def test_decisions_survive_another_run(dossier: Dossier, stored: Path) -> None:
    first = Judgement("2026-03-14T10:00:00+01:00", "Ada", dossier.links[0].id, "agrees", "l’un compte les légers")
    second = replace(first, made_by="Bo", decision="scope", note="")
    judge(stored, first)
    judge(stored, second)
    assert not save(dossier, stored)
    assert save(replace(dossier, links=()), stored)
    assert judgements(stored) == [first, second]
    assert load(stored).links == ()


def test_a_decision_cannot_be_rewritten_or_deleted(stored: Path) -> None:
    judge(stored, Judgement("2026-03-14", "Ada", "l-1", "agrees"))
    db = sqlite3.connect(stored)
    for sql in ("UPDATE judgement SET decision = 'scope'", "DELETE FROM judgement"):
        with pytest.raises(sqlite3.IntegrityError, match="add a new one"):
            db.execute(sql)
    db.close()


def test_another_file_is_never_overwritten(dossier: Dossier, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Le pont est fermé.", "utf-8")
    other = tmp_path / "other.db"
    db = sqlite3.connect(other)
    db.execute("CREATE TABLE document (id TEXT)")
    db.close()
    for path in (article, other, tmp_path):
        before = path.read_bytes() if path.is_file() else None
        with pytest.raises(SetupError) as caught:
            save(dossier, path)
        assert caught.value.code == "not-a-dossier"
        assert path.is_dir() or path.read_bytes() == before


def test_a_dossier_of_another_layout_is_refused(dossier: Dossier, stored: Path) -> None:
    db = sqlite3.connect(stored)
    with db:
        db.execute("UPDATE schema_version SET version = 99")
    db.close()
    for attempt in (lambda: load(stored), lambda: save(dossier, stored)):
        with pytest.raises(SetupError) as caught:
            attempt()
        assert caught.value.code == "other-version"


def test_a_missing_folder_and_a_missing_dossier(dossier: Dossier, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="no folder"):
        save(dossier, tmp_path / "no" / "story.db")
    with pytest.raises(SetupError, match="no dossier"):
        load(tmp_path / "story.db")


def test_a_run_that_dies_leaves_the_older_dossier_whole(
    dossier: Dossier, stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    before = stored.read_bytes()
    monkeypatch.setattr(importlib.import_module("recoupe.store.save"), "_reasons", die)
    with pytest.raises(KeyboardInterrupt):
        save(replace(dossier, issues=()), stored)
    assert stored.read_bytes() == before
    assert [path.name for path in stored.parent.iterdir()] == [stored.name]


def test_a_cut_file_is_said_to_be_damaged(stored: Path) -> None:
    data = stored.read_bytes()
    stored.write_bytes(data[: len(data) // 3])
    with pytest.raises(SetupError) as caught:
        load(stored)
    assert caught.value.code in {"damaged-dossier", "not-a-dossier"}


def test_a_kind_this_version_does_not_know(stored: Path) -> None:
    db = sqlite3.connect(stored)
    with db:
        db.execute("UPDATE statement SET kind = 'rumour' WHERE position = 1")
    db.close()
    with pytest.raises(SetupError, match="rumour"):
        load(stored)


def test_plain_sql_reads_it(stored: Path) -> None:
    db = sqlite3.connect(stored)
    assert db.execute("SELECT named, speaker, cue FROM quotation").fetchall() == [
        ("la maire de Morvane", "La maire de Morvane", "a déclaré")
    ]
    assert db.execute("SELECT low, high, counted, attributed_to FROM figure").fetchall() == [
        (12, 12, "personnes", "la maire de Morvane"),
        (17, 17, "people", "Ada Roule"),
    ]
    query = "SELECT path FROM document_text JOIN document ON document_text.rowid = position WHERE document_text MATCH ?"
    assert db.execute(query, ("declare",)).fetchall() == [("vigie.txt",)]
    parts = [part for (part,) in db.execute("SELECT part FROM anchor WHERE statement LIKE 'q-%' ORDER BY part")]
    assert parts == [
        "attribution.cue", "attribution.voice.mention", "body.contents[0]", "body.cue", "claims[0].anchor",
        "claims[0].factuality.cues[0]", "passage",
    ]  # fmt: skip
    db.close()
