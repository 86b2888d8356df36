"""The command as a process: its start, its language, its pipes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import recoupe
from recoupe.cli.words import choose
from recoupe.lang.catalogue import known
from recoupe.types import Dossier

HEAVY = ("spacy", "trafilatura", "lxml", "pydantic", "rich", "jinja2", "charset_normalizer", "sqlite3")


def process(*args: object, **environ: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "LC_ALL": "C.UTF-8", **environ}
    command = [sys.executable, "-m", "recoupe.cli.main", *map(str, args)]
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", env=env, timeout=60)


def test_help_imports_nothing_heavy() -> None:
    code = f"import sys, recoupe.cli.main; print([name for name in {HEAVY} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, timeout=60)
    assert found.stdout.strip() == "[]", found.stderr


@pytest.mark.skipif(os.name != "posix", reason="the time of a child is POSIX's")
def test_help_is_quick(tmp_path: Path) -> None:
    env = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(tmp_path)}
    process("--help", **env)
    spent = []
    for _ in range(3):
        before = os.times()
        process("--help", **env)
        after = os.times()
        spent.append(after.children_user + after.children_system - before.children_user - before.children_system)
    # Of the processor, not of the clock: the machine that runs the tests is shared.
    assert min(spent) < 0.4, "0.15 s here when this was written"


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


SOURCES = Path(recoupe.__file__).parent


@pytest.mark.parametrize(
    ("folders", "raised", "section"),
    [
        (("read",), r"(?:InputError|note)\(\s*\"([a-z-]+)\"|\"read\", \"([a-z-]+)\"", "issue"),
        (("read", "store", "export", "annotate", "engine"), r"SetupError\(\s*\"([a-z-]+)\"", "error"),
    ],
)
def test_french_has_words_for_every_problem(folders: tuple[str, ...], raised: str, section: str) -> None:
    files = [path for folder in folders for path in sorted((SOURCES / folder).rglob("*.py"))]
    codes = {code for path in files for found in re.findall(raised, path.read_text("utf-8")) for code in flat(found)}
    assert len(codes) > 8
    assert [code for code in sorted(codes - {"bad-option"}) if not known("fr", "problems", f"{section}.{code}")] == []


def flat(found: str | tuple[str, ...]) -> list[str]:
    return [code for code in ((found,) if isinstance(found, str) else found) if code]


def test_problems_are_told_in_french(tmp_path: Path) -> None:
    (tmp_path / "vide.txt").touch()
    (tmp_path / "a.jsonl").write_text("{", "utf-8")
    ended = process("run", tmp_path / "a.jsonl", tmp_path / "vide.txt", "-o", tmp_path / "s.db", "--ui", "fr")
    assert ended.returncode == 1
    first, second, third = ended.stderr.splitlines()
    assert first.endswith("a.jsonl, line 1: ce n'est pas du JSON. Écrivez un objet JSON par ligne.")
    assert "vide.txt: il n'y a pas de texte" in second
    assert third.startswith("erreur: aucun récit")


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


def test_a_passage_is_explained_in_the_reader_s_language(stored: Path, dossier: Dossier) -> None:
    told = process("explain", stored, dossier.statements[0].id, LC_ALL="fr_FR.UTF-8").stdout
    assert "(nommé)" in told
    assert re.search(r"dit par\s: ", told)
    assert "(named)" not in told
