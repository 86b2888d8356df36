"""Running commands inside the test's own process."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import SimpleNamespace

import pytest

import recoupe
from recoupe.cli import main, words
from recoupe.types import Document, Dossier, Issue
from tests.cli.running import Ended, Run


@pytest.fixture
def recoupe_(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call it with the words of a command line; `terminal=True` pretends someone is looking."""
    monkeypatch.setattr(words, "UI", "en")
    monkeypatch.setenv("TERM", "dumb")

    def call(*args: object, terminal: bool = False) -> Ended:
        monkeypatch.setattr(sys, "argv", ["recoupe", *map(str, args)])
        monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal, raising=False)
        code = main._ending()
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Ended(code, out, err)

    return call


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str] | None]:
    """The pipeline without its models: it finds nothing, and notes which models it was given."""
    seen: list[dict[str, str] | None] = []

    def run(
        documents: Sequence[Document], issues: Sequence[Issue] = (), models: dict[str, str] | None = None, *rest: object
    ) -> Dossier:
        seen.append(models)
        return Dossier(tuple(documents), issues=tuple(issues), manifest={"recoupe": "test"})

    fake = SimpleNamespace(run=run)
    monkeypatch.setitem(sys.modules, "recoupe.pipeline", fake)
    monkeypatch.setattr(recoupe, "pipeline", fake, raising=False)
    return seen
