"""On a terminal a long run shows how far it is, at what rate, and how long it will still take."""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path

import pytest

pty = pytest.importorskip("pty")

CODE = """
import sys, time
from recoupe.cli.commands.run import _counting
with _counting("Reading", 0, False) as progress:
    for _ in range(8):
        time.sleep(0.2)
        progress(1, 40)
"""


def shown(code: str) -> str:
    """What the code shows on a terminal of its own."""
    child, terminal = pty.fork()
    if not child:
        os.environ["COLUMNS"] = "100"
        os.execv(sys.executable, [sys.executable, "-c", code])
    found = b""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            break
        if not piece:
            break
        found += piece
    os.waitpid(child, 0)
    return found.decode("utf-8", "replace")


def test_a_bar_with_its_rate_and_the_time_that_remains() -> None:
    screen = shown(CODE)
    assert "/40" in screen
    assert re.search(r"\d\.\d/s", screen)
    assert re.search(r"0:00:0\d", screen), "the time that remains"


def test_no_bar_where_nobody_looks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from recoupe.cli.commands.run import _counting

    with _counting("Reading", 3, quiet=False) as progress:
        progress(1, 3)
    assert capsys.readouterr().err == ""
