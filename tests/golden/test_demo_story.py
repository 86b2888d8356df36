"""The story that `make demo` shows: what a reader is meant to see there is there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from recoupe.pipeline import run
from recoupe.read import read
from recoupe.read.options import ReadOptions

STORY = Path(__file__).resolve().parents[2] / "examples" / "port-salines"

SHOWN = [
    ("contradicts", "Douze", "quinze"),
    ("contradicts", "a démenti que le moteur soit tombé en panne", "The captain reported an engine failure"),
    ("changed", "le quai nord rouvrirait d'ici vendredi", "Le quai rouvrira d'ici la fin du mois"),
]


@cache
def links() -> frozenset[tuple[str, str, str]]:
    """The relations of the story with the words at both ends."""
    documents, issues = read([], ReadOptions(manifest=STORY / "manifest.toml"))
    dossier = run(documents, issues)
    words = {statement.id: statement.anchor.exact for statement in dossier.statements}
    return frozenset((link.relation, words[link.left], words[link.right]) for link in dossier.links)


@pytest.mark.parametrize(("relation", "one", "other"), SHOWN)
def test_the_demonstration_shows_it(relation: str, one: str, other: str) -> None:
    assert any(
        found == relation and ((one in left and other in right) or (other in left and one in right))
        for found, left, right in links()
    )
