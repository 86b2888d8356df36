"""spaCy is imported without its command line, and keeps it for who asks."""

from __future__ import annotations

import subprocess
import sys

WITHOUT = """
import sys
import recoupe.pipeline
assert "spacy" in sys.modules
found = [name for name in ("spacy.cli", "weasel", "httpx", "requests") if name in sys.modules]
assert not found, found
import spacy
assert "spacy_version" in spacy.info(silent=True)
import spacy.cli
assert callable(spacy.cli.download)
"""


def test_the_command_line_is_left_out_until_it_is_asked_for() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
