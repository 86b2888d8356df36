"""What a person sees at a real terminal: colours, folding, a pager; and that a pipe gets none of it."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from recoupe.cli import screen

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")

CODES = re.compile(r"\x1b(\[[0-9;?]*[A-Za-z]|[=>])")


def at_terminal(*args: object, columns: int = 80, lines: int = 1000, **environ: str) -> str:
    """What the command writes to a terminal of that size."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES", "NO_COLOR", "PAGER"}}
    environ = {**kept, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **environ}
    command = [sys.executable, "-m", "recoupe.cli.main", *map(str, args), "--ui", "en"]
    process = subprocess.Popen(command, stdin=follower, stdout=follower, stderr=subprocess.DEVNULL, env=environ)
    os.close(follower)
    out = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:
            break
        if not piece:
            break
        out += piece
    os.close(leader)
    assert process.wait(60) == 0
    return out.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [34, 60, 100, 160])
@pytest.mark.parametrize("command", ["show", "compare"])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(stored: Path, command: str, columns: int) -> None:
    seen = CODES.sub("", at_terminal(command, stored, columns=columns))
    assert max(map(len, seen.splitlines())) <= columns
    together = "".join(seen.split())
    for words in ("17", "f-", "LaVigie" if columns > 60 else "La"):
        assert words in together


def test_a_relation_is_said_in_words_and_in_colour(stored: Path) -> None:
    seen = at_terminal("compare", stored)
    assert "\x1b[1;31mcontradicts\x1b[0m" in seen
    bare = at_terminal("compare", stored, NO_COLOR="1")
    assert "contradicts" in bare
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", bare)


def test_a_long_listing_goes_through_the_pager(stored: Path, tmp_path: Path) -> None:
    kept = tmp_path / "paged"
    seen = at_terminal("show", stored, lines=3, PAGER=f"tee {kept}")
    assert CODES.sub("", kept.read_text("utf-8")).splitlines()[1:2] == CODES.sub("", seen).splitlines()[1:2]
    kept.unlink()
    at_terminal("show", stored, lines=500, PAGER=f"tee {kept}")
    assert not kept.exists()


def test_a_pipe_gets_plain_unfolded_lines(capsys: pytest.CaptureFixture[str]) -> None:
    long = "  - " + "mot " * 60
    screen.say([long])
    assert capsys.readouterr().out == long + "\n"


def test_words_that_look_like_markup_are_words(stored: Path) -> None:
    assert screen._lit("[red]a[/red] « [link=x]b »").plain == "[red]a[/red] « [link=x]b »"
