"""A collection read one account at a time gives what reading it whole gives."""

import json

import pytest

from recoupe.read import ReadOptions, read, stream
from recoupe.types import Document
from tests.engine.articles import FERRY, MILL, lines

# In a corpus what is alike is said by grouping (`member.copy_of`), not by comparing every account with every other.
ALIKE = ("near-duplicate", "later-version")


def both(paths):
    found = list(stream.stream(paths, ReadOptions()))
    documents = [one for one in found if isinstance(one, Document)]
    whole, issues = read(paths, ReadOptions())
    own = [one for one in found if not isinstance(one, Document)]
    return (documents, own), (whole, [one for one in issues if one.code not in ALIKE])


def test_the_same_as_reading_whole(tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(FERRY) + "{\n" + lines(FERRY[:1]), "utf-8")
    (tmp_path / "b.txt").write_text(MILL[0][4], "utf-8")
    (tmp_path / "c.html").write_text(f"<html lang=fr><article><p>{MILL[0][4]}</p></article></html>", "utf-8")
    (tmp_path / "d.jsonl").write_text(json.dumps({"id": "ferry-1", "text": "Un autre texte sur la mer du Nord."}))
    streamed, whole = both([tmp_path, tmp_path / "missing.jsonl"])
    assert streamed[0] == whole[0] and len(streamed[0]) == 6
    assert sorted(i.message for i in streamed[1]) == sorted(i.message for i in whole[1])


def test_a_long_file_is_read_in_pieces_with_its_own_line_numbers(tmp_path, monkeypatch):
    path = tmp_path / "long.jsonl"
    path.write_text(
        lines([*FERRY, *MILL]) + "broken\n" + lines([("last", *MILL[0][1:4], MILL[0][4] + " La mairie se tait.")]),
        "utf-8",
    )
    _, whole = both([path])
    monkeypatch.setattr(stream, "PIECE", 300)
    streamed, _ = both([path])
    assert streamed == (whole[0], whole[1]) and "line 7" in streamed[1][0].message


def test_parquet_is_read_like_lines(tmp_path):
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    names = ("id", "lang", "date", "source", "body")
    pq.write_table(pa.table({n: [row[i] for row in FERRY] for i, n in enumerate(names)}), tmp_path / "a.parquet")
    pq.write_table(pa.table({"id": ["x"], "text": [None]}), tmp_path / "b.parquet")
    pq.write_table(pa.table({"id": ["x"]}), tmp_path / "c.parquet")
    documents, issues = read([tmp_path], ReadOptions())
    assert [(d.id, d.outlet, str(d.published), d.text) for d in documents] == [
        (row[0], row[3], row[2], row[4]) for row in FERRY
    ]
    assert [issue.code for issue in issues if issue.code not in ALIKE] == ["empty-file", "no-text"]
