"""The measure of pages itself: every template holds its article, and ours is above its floors."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).resolve().parents[2] / "bench" / "intake"


def test_ours_is_above_its_floors() -> None:
    ended = subprocess.run(
        [sys.executable, str(BENCH / "pages.py")], check=False, capture_output=True, text=True, timeout=120
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert '"pages": 96' in ended.stdout
