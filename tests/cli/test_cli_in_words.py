"""What a terminal tells is in words of the reader's language, never a code of the contract."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from recoupe.cli.options import KINDS
from recoupe.lang.catalogue import known
from recoupe.lang.tables import table
from recoupe.store import load

MERGED = (
    "same-name", "known-name", "family-name", "family-name-and-title", "office-beside-name", "office",
    "office-on-the-day", "same-description", "short-description", "short-name", "same-owner", "same-group", "acronym",
)  # fmt: skip
CODES = {
    "construction": tuple(table("shared", "confidence")["passage"]),
    "sort": tuple(KINDS),
    "one": MERGED,
}


@pytest.mark.parametrize("ui", ["en", "fr"])
@pytest.mark.parametrize("section", CODES)
def test_every_code_has_words(section: str, ui: str) -> None:
    assert [code for code in CODES[section] if not known(ui, "cli", f"{section}.{code}")] == []


def told(*args: object) -> str:
    command = [sys.executable, "-m", "recoupe.cli.main", *map(str, args), "--ui", "fr"]
    return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout


def test_french_is_french_all_through(stored: Path) -> None:
    dossier = load(stored)
    quotation, count, pledge, _ = dossier.statements
    for statement, kind in ((quotation, "propos"), (count, "chiffre"), (pledge, "engagement")):
        assert told("explain", stored, statement.id).startswith(f"{kind} {statement.id}")
    for row in (*dossier.statements, *dossier.links, *dossier.entities, *dossier.origins):
        out = told("explain", stored, row.id)
        assert not re.search(r"\w:( |$)", out), out  # a French colon has its space
        assert not re.search(r"\b(PER|ORG|LOC|MISC|quotation|commitment|figure)\b(?!/)", out), out
    for ident in dossier.origins[0].members:
        assert f"{ident}" in told("explain", stored, dossier.origins[0].id)
