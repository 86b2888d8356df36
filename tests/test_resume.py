"""A run stopped between two accounts gives, when it goes on, what an undisturbed run gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from recoupe import pipeline
from recoupe.store.journal import Journal
from recoupe.types import Document, Issue

TEXTS = (
    "La préfecture a annoncé mardi que 12 personnes avaient été blessées à Morvane.",
    "« Nous rouvrirons le pont vendredi », a promis la maire Lise Tournier.",
    "The mayor of Morvane said on Tuesday that 17 people had been injured.",
)
DOCUMENTS = [Document(str(n), text, "en" if n == 2 else "fr") for n, text in enumerate(TEXTS)]


def test_a_stopped_run_goes_on_where_it_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    issues = [Issue.make("read", "missing", "there is no such file.", path="x.txt")]
    wanted = pipeline.run(DOCUMENTS, issues)
    real, calls = pipeline.analyse, []

    def stopped(document: Document, models: object = None) -> object:
        calls.append(document.id)
        if document.id == "2":
            raise KeyboardInterrupt
        return real(document)

    monkeypatch.setattr(pipeline, "analyse", stopped)
    journal = Journal(tmp_path / "s.db")
    with pytest.raises(KeyboardInterrupt):
        pipeline.run(DOCUMENTS, issues, None, journal)
    journal.close()
    monkeypatch.setattr(pipeline, "analyse", lambda document, models=None: calls.append("again") or real(document))
    journal = Journal(tmp_path / "s.db")
    seen: list[int] = []
    assert pipeline.run(DOCUMENTS, issues, None, journal, seen.append) == wanted
    assert (calls, journal.resumed, seen) == (["0", "1", "2", "again"], 2, [1, 1, 1])
