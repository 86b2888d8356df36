"""The command as a process: its start, its language, its pipes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from recoupe.cli.words import choose
from recoupe.lang import table

HEAVY = ("spacy", "trafilatura", "lxml", "pydantic", "rich", "jinja2", "networkx", "charset_normalizer", "sqlite3")


def process(*args: object, **environ: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "LC_ALL": "C.UTF-8", **environ}
    command = [sys.executable, "-m", "recoupe.cli.main", *map(str, args)]
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", env=env, timeout=60)


def test_help_imports_nothing_heavy() -> None:
    code = f"import sys, recoupe.cli.main; print([name for name in {HEAVY} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, timeout=60)
    assert found.stdout.strip() == "[]", found.stderr


def test_help_is_quick(tmp_path: Path) -> None:
    env = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(tmp_path)}
    process("--help", **env)
    times = []
    for _ in range(5):
        start = time.perf_counter()
        process("--help", **env)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.6, "0.15 s on an idle laptop, 0.3 s promised; the machine of a test is shared"


def test_the_language_of_the_interface() -> None:
    assert choose(["show", "--ui", "fr"], {}) == "fr"
    assert choose(["show", "--ui=fr"], {"LANG": "en_GB.UTF-8"}) == "fr"
    assert choose([], {"LANG": "fr_CA.UTF-8"}) == "fr"
    assert choose([], {"LC_ALL": "C", "LANG": "fr_FR"}) == "en"
    assert choose(["--ui"], {"LANG": "de_DE"}) == "en"


def test_help_in_both_languages() -> None:
    assert "Read the accounts" in process("--help").stdout
    assert "Lire les récits" in process("--help", LC_ALL="fr_FR.UTF-8").stdout
    assert "Lire les récits" in process("--ui", "fr", "--help").stdout


def test_both_languages_have_the_same_words() -> None:
    def keys(lang: str) -> list[tuple[str, str, list[str]]]:
        words = table(lang, "cli")
        fields = [
            (s, n, sorted({part.split("}")[0] for part in t.split("{")[1:]}))
            for s in words
            for n, t in words[s].items()
        ]
        return sorted(fields)

    assert keys("en") == keys("fr")


def test_an_error_is_one_line_in_the_reader_s_language(tmp_path: Path) -> None:
    ended = process("explain", tmp_path / "no.db", "q-1", LC_ALL="fr_FR.UTF-8")
    assert ended.returncode == 1
    assert ended.stderr.startswith("erreur: ")
    assert ended.stderr.count("\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="pipes of this sort are POSIX's")
def test_a_reader_that_leaves_is_no_error(stored: Path) -> None:
    command = f"'{sys.executable}' -m recoupe.cli.main export '{stored}' | true"
    ended = subprocess.run(["bash", "-c", command], check=False, capture_output=True, text=True, timeout=60)
    assert ended.stderr == ""


def test_standard_output_is_utf8_whatever_the_machine_says(stored: Path) -> None:
    assert "😀" in process("export", stored, PYTHONIOENCODING="ascii", LC_ALL="C").stdout
