"""Writes the README's first screen: what `make demo` prints, and a few links of the example. Run by `make docs`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MANIFEST = "examples/port-salines/manifest.toml"
SHOWN = 6


def recoupe(*args: str) -> str:
    """What the command prints, on both streams."""
    command = [str(Path(sys.executable).parent / "recoupe"), *args]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def transcript() -> str:
    """The block between the README's two marks."""
    with tempfile.TemporaryDirectory() as folder:
        db, html = f"{folder}/port-salines.db", f"{folder}/port-salines.html"
        said = recoupe("run", "--manifest", MANIFEST, "-o", db, "--report", html, "--ui", "en")
    lines = [line.replace(f"{folder}/", "demo/").rstrip() for line in said.splitlines()]
    body = "\n".join(line for line in lines if line)
    return f"```\n$ make demo\n{body}\n```"


def main() -> None:
    """Puts the transcript into README.md."""
    readme = ROOT / "README.md"
    text = readme.read_text("utf-8")
    start, end = text.index("<!-- transcript -->"), text.index("<!-- /transcript -->")
    readme.write_text(f"{text[:start]}<!-- transcript -->\n{transcript()}\n{text[end:]}", "utf-8")


if __name__ == "__main__":
    main()
