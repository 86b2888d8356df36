"""The names a program may rely on."""

from __future__ import annotations

import subprocess
import sys

import recoupe


def test_public_names_are_few_sorted_and_there() -> None:
    assert recoupe.__all__ == sorted(recoupe.__all__)
    assert len(recoupe.__all__) <= 20
    assert all(getattr(recoupe, name) is not None for name in recoupe.__all__)
    assert sorted(recoupe._HOMES) == recoupe.__all__


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    assert not hasattr(recoupe, "verdict")


def test_importing_recoupe_and_reading_a_dossier_load_no_parser() -> None:
    code = "import sys, recoupe; recoupe.load; recoupe.rows; recoupe.render; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
