"""Full-text search: SQLite's FTS5 finds the accounts, and the words are found again in the text shown."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from recoupe.store.connect import reading

WORD = re.compile(r"\w+")
PHRASE = re.compile(r'"([^"]*)"|«([^»]*)»|(\S+)')
MOST_WORDS = 12
MOST_HITS = 400


@dataclass(frozen=True, slots=True)
class Hit:
    """An account that has the words; `snippet` marks them with U+0002 and U+0003."""

    number: int
    title: str
    outlet: str
    lang: str
    published: str
    snippet: str


def phrases(asked: str) -> list[str]:
    """The words and quoted phrases of a query; its other signs are no commands."""
    found = [" ".join(WORD.findall("".join(groups))) for groups in PHRASE.findall(asked)]
    return [phrase for phrase in found if phrase][:MOST_WORDS]


def search(path: Path, asked: str) -> list[Hit]:
    """The accounts that hold every word, the best first."""
    wanted = phrases(asked)
    if not wanted:
        return []
    query = " AND ".join(f'"{phrase}"' for phrase in wanted)
    sql = (
        "SELECT d.position, d.title, d.outlet, d.lang, d.published, d.path, "
        "snippet(document_text, 1, char(2), char(3), '…', 40) "
        "FROM document_text JOIN document AS d ON document_text.rowid = d.position "
        "WHERE document_text MATCH ? ORDER BY rank, d.position LIMIT 200"
    )
    with reading(path) as db:
        try:
            rows = db.execute(sql, (query,)).fetchall()
        except sqlite3.OperationalError:
            return []
    return [Hit(r[0], r[1] or "", r[2] or r[5], r[3], r[4] or "", r[6] or "") for r in rows]


def found_in(text: str, asked: str) -> list[tuple[int, int]]:
    """Where the words stand in a text, accents and case apart, as FTS5 has it."""
    folded, places = _folded(text)
    spans: list[tuple[int, int]] = []
    for phrase in phrases(asked):
        words = [re.escape(_folded(word)[0]) for word in phrase.split()]
        for match in re.finditer(r"\b" + r"\W+".join(words) + r"\b", folded):
            spans.append((places[match.start()], places[match.end() - 1] + 1))
            if len(spans) >= MOST_HITS:
                break
    return sorted(set(spans))


def _folded(text: str) -> tuple[str, list[int]]:
    """The text in lower case without accents, and for each of its characters where it stood."""
    out: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for part in unicodedata.normalize("NFKD", character.casefold()):
            if not unicodedata.combining(part):
                out.append(part)
                places.append(place)
    return "".join(out), places
