"""The reference pages are the ones the code makes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

MAKE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "make.py"


def test_the_reference_is_current() -> None:
    made = subprocess.run([sys.executable, MAKE, "--check"], check=False, capture_output=True, text=True, timeout=60)
    assert made.returncode == 0, f"run `make docs`; out of date:\n{made.stdout}{made.stderr}"
