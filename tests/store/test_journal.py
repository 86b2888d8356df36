"""A run that was stopped goes on where it stopped, and what a kill or a full disk cut short is not believed."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from recoupe.store import save
from recoupe.store.journal import Journal, Part
from recoupe.types import Dossier
from tests.store.any_dossier import DOCUMENT, dossiers


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(dossier=dossiers())
def test_any_part_comes_back_as_it_was(tmp_path: Path, dossier: Dossier) -> None:
    mentions = tuple(mention for entity in dossier.entities for mention in entity.names)
    part = Part(dossier.statements, mentions, dossier.issues)
    first = Journal(tmp_path / "any.db")
    first.done()
    first.put(DOCUMENT, part)
    first = Journal(tmp_path / "any.db")
    first.put(DOCUMENT, part)
    first.close()
    second = Journal(tmp_path / "any.db")
    assert second.get(DOCUMENT) == part
    assert second.resumed == 1
    second.done()
    assert not second.path.exists()


def filled(tmp_path: Path, count: int = 3) -> Journal:
    journal = Journal(tmp_path / "s.db")
    for number in range(count):
        journal.put(replace(DOCUMENT, id=f"d{number}"), Part((), (), ()))
    journal.close()
    return journal


def test_a_line_cut_anywhere_ends_what_is_believed_and_is_written_over(tmp_path: Path) -> None:
    whole = filled(tmp_path).path.read_bytes()
    ends = [at + 1 for at, byte in enumerate(whole) if byte == 10]
    for cut in range(0, len(whole), 7):
        (tmp_path / ".s.db.part").write_bytes(whole[:cut])
        journal = Journal(tmp_path / "s.db")
        sound = sum(end <= cut for end in ends)
        assert [journal.get(replace(DOCUMENT, id=f"d{n}")) is not None for n in range(3)] == [
            n < sound for n in range(3)
        ]
        for number in range(sound, 3):
            journal.put(replace(DOCUMENT, id=f"d{number}"), Part((), (), ()))
        journal.close()
        assert journal.path.read_bytes() == whole


def test_another_text_date_or_model_is_found_again(tmp_path: Path) -> None:
    filled(tmp_path)
    journal = Journal(tmp_path / "s.db")
    first = replace(DOCUMENT, id="d0")
    assert journal.get(first) is not None
    assert journal.get(replace(first, outlet="La Vigie")) is None
    assert Journal(tmp_path / "s.db", {"fr": "other"}).get(first) is None


def test_what_killed_runs_left_is_swept(dossier: Dossier, tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (tmp_path / f".s.db.{ended.pid}.x.tmp").write_bytes(b"half")
    (tmp_path / ".s.db.1.x.tmp").write_bytes(b"another's")
    save(dossier, tmp_path / "s.db")
    assert sorted(place.name for place in tmp_path.iterdir()) == [".s.db.1.x.tmp", "s.db"]


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on the size of files is POSIX's")
def test_a_full_disk_costs_the_resuming_and_is_said_of_the_dossier(tmp_path: Path) -> None:
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from recoupe.store import save; from recoupe.store.journal import Journal, Part\n"
        "from recoupe.errors import SetupError; from recoupe.types import Document, Dossier\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))\n"
        "one = [Document(str(n), 'Le pont. ' * 900, 'fr') for n in range(9)]\n"
        "journal = Journal(Path('s.db'))\n"
        "[journal.put(d, Part((), (), ())) for d in one * 50]\n"
        "try: save(Dossier(tuple(one)), Path('s.db'))\n"
        "except SetupError as err: print(err.code)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True, cwd=tmp_path, timeout=60
    )
    assert (ended.stdout.strip(), ended.returncode) == ("not-written", 0), ended.stderr
    assert [place.name for place in tmp_path.iterdir()] == [".s.db.part"]
