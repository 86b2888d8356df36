"""`python -m recoupe` runs the command."""

from __future__ import annotations

import subprocess
import sys


def test_the_package_runs_as_a_module() -> None:
    asked = [sys.executable, "-m", "recoupe", "--version"]
    told = subprocess.run(asked, check=False, capture_output=True, text=True, timeout=60)
    assert told.returncode == 0
    assert told.stdout.startswith("recoupe")
