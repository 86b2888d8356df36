"""kill -9 at random points of a run, then the same command again: is the export that of an undisturbed run?

    python bench/intake/kill.py [--files 500] [--kills 200] [--seconds 3600] [--short] [--seed 7]

A run is killed after a random share of the time an undisturbed one takes, and started again, up to eight times; then
it is left to end, its export is compared byte for byte with the undisturbed one, `recoupe verify` is run, nothing may
be left beside the dossier, and a fresh run begins. `--short` makes texts of one sentence, so that 200 kills of a run
of 500 files fit in a quarter of an hour. Exits 1 when anything differs.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CHAIN = 8
COMMAND = [sys.executable, "-m", "recoupe.cli.main"]
PLACES = ("Morvane", "Kerlouan", "Vaubrac", "Tressigny", "Lanvallec", "Orsenne", "Brézolles", "Quimbrac")
WHO = ("la maire", "le préfet", "le syndicat", "la directrice du port", "un porte-parole de la région")
WHAT = ("le pont sera rouvert", "la route restera fermée", "les écoles rouvriront", "le port sera nettoyé")
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi")


def article(number: int, short: bool) -> str:
    """One short account, different for every number."""
    draw = random.Random(number)
    place, who, what, day = draw.choice(PLACES), draw.choice(WHO), draw.choice(WHAT), draw.choice(DAYS)
    if short:
        return f"« Dans {draw.randint(2, 28)} jours, {what} à {place} », a déclaré {day} {who} du quai {number}.\n"
    return (
        f"À {place}, {who} a annoncé {day} que {what} avant le {draw.randint(2, 28)} mars.\n\n"
        f"Selon la préfecture, {draw.randint(2, 400)} personnes ont été évacuées du quartier {number}. "
        f"« Nous avons fait au plus vite », a déclaré {who}.\n"
    )


def make(folder: Path, count: int, short: bool) -> None:
    """The files of the run, some of them pages, one of them damaged."""
    folder.mkdir()
    for number in range(count):
        text = article(number, short)
        if number % 10:
            (folder / f"{number:04d}.txt").write_text(text, "utf-8")
            continue
        body = "".join(f"<p>{line}</p>" for line in text.split("\n") if line)
        page = f'<html lang="fr"><head><title>{number}</title></head><body><article>{body}</article></body></html>'
        (folder / f"{number:04d}.html").write_text(page, "utf-8")
    (folder / "bad.docx").write_bytes(b"PK\3\4 cut short")


def start(folder: Path, name: str) -> subprocess.Popen[bytes]:
    """The command under test, in its own folder."""
    words = [*COMMAND, "run", "texts", "-o", name, "--published", "2026-03-11", "-q"]
    return subprocess.Popen(words, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def export(folder: Path, name: str) -> bytes:
    """The export of a dossier."""
    return subprocess.run([*COMMAND, "export", name], cwd=folder, check=True, capture_output=True).stdout


def measure(folder: Path, files: int, kills: int, seconds: float, short: bool, first: int) -> dict[str, object]:
    """Kill and resume until so many kills or seconds have passed; every chain ends with a comparison."""
    make(folder / "texts", files, short)
    began = time.monotonic()
    code = start(folder, "whole.db").wait()
    whole = time.monotonic() - began
    wanted = export(folder, "whole.db")
    draw = random.Random(first)
    done = compared = different = broken = 0
    out = folder / "story.db"
    while done < kills and time.monotonic() - began < seconds:
        for _ in range(CHAIN):
            process = start(folder, out.name)
            try:
                process.wait(draw.uniform(0.0, whole))
                break
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                done += 1
        ended = start(folder, out.name).wait()
        compared += 1
        different += export(folder, out.name) != wanted or ended != code
        checked = subprocess.run([*COMMAND, "verify", out.name], check=False, cwd=folder, capture_output=True)
        broken += checked.returncode != 0
        litter = sorted(place.name for place in folder.iterdir())
        different += litter != ["story.db", "texts", "whole.db"]
        out.unlink()
    return {
        "files": files, "exit": code, "undisturbed_s": round(whole, 1), "kills": done, "exports_compared": compared,
        "different": different, "verify_failed": broken, "seconds": round(time.monotonic() - began),
    }  # fmt: skip


def main() -> int:
    """Measure, print a line of JSON, and fail when a kill showed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=3600)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    if paths := os.environ.get("PYTHONPATH"):
        # The runs have a folder of their own, from which a relative path would lead elsewhere.
        os.environ["PYTHONPATH"] = os.pathsep.join(str(Path(path).resolve()) for path in paths.split(os.pathsep))
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), asked.files, asked.kills, asked.seconds, asked.short, asked.seed)
    print(json.dumps(found))
    return int(bool(found["different"] or found["verify_failed"]))


if __name__ == "__main__":
    sys.exit(main())
