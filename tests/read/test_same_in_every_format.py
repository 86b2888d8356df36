"""The same article saved in any format or encoding gives the same statements."""

from __future__ import annotations

import contextlib
import html as escaping
import json
from pathlib import Path
from typing import Any

import pytest

from recoupe import pipeline
from recoupe.export.rows import statement_row
from recoupe.read import Given, ReadOptions, read
from tests.read import files

STORY = Path(__file__).resolve().parents[2].parent / "shared" / "stories" / "irak-2021"
SEEDS = sorted(STORY.glob("*.txt"))
OWN = [
    "La maire de Morvane, Lise Tournier, a annoncé mardi que le pont serait fermé pendant trois semaines.",
    "« Nous n'avons pas le choix », a-t-elle expliqué devant le conseil municipal, réuni en urgence.",
    "Selon la préfecture, 12 personnes ont été blessées et 40 foyers évacués dans la nuit de lundi à mardi.",
    "Le syndicat du port demande que les travaux commencent avant le 15 avril 2026.",
]
PLACES = {"id", "document", "start", "end"}


def bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: bare(inner) for key, inner in value.items() if key not in PLACES}
    if isinstance(value, list):
        return [bare(inner) for inner in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def statements(path: Path) -> list[Any]:
    documents, _ = read([path], ReadOptions((Given("published", "2026-03-11"), Given("lang", "fr"))))
    assert len(documents) == 1
    return [bare(statement_row(found)) for found in pipeline.run(documents).statements]


def saved(folder: Path, paragraphs: list[str]) -> dict[str, Path]:
    safe = [escaping.escape(text, quote=False) for text in paragraphs]
    text = "\n\n".join(paragraphs)
    # In this markup the title is the page's, not a line of the text.
    page = (
        f'<html lang="fr"><head><title>T</title></head><body><article>{"".join(f"<p>{t}</p>" for t in safe)}</article>'
    )
    written: dict[str, bytes] = {
        "a.txt": text.encode(), "b.txt": text.encode("utf-16"), "c.md": text.encode(), "d.odt": files.odt(safe),
        "e.docx": files.docx(paragraphs), "f.rtf": files.rtf(paragraphs), "g.html": (page + "</body></html>").encode(),
        "h.jsonl": json.dumps({"text": text}).encode(), "i.zip": files.zipped({"in.txt": text}),
    }  # fmt: skip
    with contextlib.suppress(UnicodeEncodeError):
        written |= {"j.txt": text.encode("cp1252"), "k.eml": files.eml(paragraphs)}
    for name, data in written.items():
        (folder / name).write_bytes(data)
    return {name: folder / name for name in written}


def check(folder: Path, paragraphs: list[str], least: int) -> None:
    places = saved(folder, paragraphs)
    wanted = statements(places["a.txt"])
    assert len(wanted) >= least
    different = [name for name, place in places.items() if statements(place) != wanted]
    assert different == []


def test_an_article_of_ours(tmp_path: Path) -> None:
    assert len(saved(tmp_path, OWN)) == 11
    check(tmp_path, OWN, 6)


@pytest.mark.shared
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_the_seed_texts(tmp_path: Path, seed: Path) -> None:
    check(tmp_path, [line for line in seed.read_text("utf-8").splitlines() if line.strip()], 20)
