"""A short run of the fuzzing in bench/intake: damaged files of every format are accounts or issues, nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

FUZZ = Path(__file__).resolve().parents[2] / "bench" / "intake" / "fuzz.py"


def test_damaged_files_of_every_format_are_accounts_or_issues() -> None:
    words = [sys.executable, str(FUZZ), "--inputs", "300", "--seed", "77"]
    ended = subprocess.run(words, check=False, capture_output=True, text=True, timeout=240)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    found = json.loads(ended.stdout)
    assert (found["inputs"], found["bad"]) == (300, [])
    assert found["damaged"] > 10, "the damage reaches the parsers"
