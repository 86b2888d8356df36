"""Writes the README's first screen: what `make demo` prints, and a few links of the example. Run by `make docs`."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MANIFEST = "examples/port-salines/manifest.toml"
SHOWN = ("affirms what the other denies", "The date moved")
COLUMNS = 118


def recoupe(*args: str) -> str:
    """What the command prints on a terminal, both streams together."""
    own, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    command = [str(Path(sys.executable).parent / "recoupe"), *args]
    plain = {**os.environ, "COLUMNS": str(COLUMNS), "NO_COLOR": "1", "TERM": "dumb", "PAGER": "cat"}
    with subprocess.Popen(command, cwd=ROOT, stdin=child, stdout=child, stderr=child, env=plain):
        os.close(child)
        said = b""
        while part := _read(own):
            said += part
    return "\n".join(line.rstrip() for line in said.decode("utf-8").replace("\r", "").split("\n"))


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how a closed terminal ends on Linux
        return b""


def transcript() -> str:
    """The block between the README's two marks: the demo, and the last link with some reasons."""
    with tempfile.TemporaryDirectory() as folder:
        db, html = f"{folder}/port-salines.db", f"{folder}/port-salines.html"
        said = recoupe("run", "--manifest", MANIFEST, "-o", db, "--report", html, "--ui", "en")
        links = recoupe("compare", db, "--ui", "en").split("\n\n")
    kept = [next(link for link in reversed(links) if words in link) for words in SHOWN]
    body = "\n".join(line for line in said.replace(f"{folder}/", "demo/").splitlines() if line)
    shown = "\n…\n".join(link.strip() for link in kept)
    return f"```\n$ make demo\n{body}\n\n$ recoupe compare demo/port-salines.db\n…\n{shown}\n…\n```"


def main() -> None:
    """Puts the transcript into README.md."""
    readme = ROOT / "README.md"
    text = readme.read_text("utf-8")
    start, end = text.index("<!-- transcript -->"), text.index("<!-- /transcript -->")
    readme.write_text(f"{text[:start]}<!-- transcript -->\n{transcript()}\n{text[end:]}", "utf-8")


if __name__ == "__main__":
    main()
