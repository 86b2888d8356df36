"""The queries of docs/performance.md run, and find what stands in a small corpus."""

import re
from pathlib import Path

import pytest

from recoupe.engine.build import Job, build
from recoupe.engine.folder import Folder
from recoupe.engine.local import Local
from recoupe.read import ReadOptions
from tests.engine.articles import FERRY, MILL, lines

pytest.importorskip("pyarrow")
PAGE = Path(__file__).parents[2] / "docs" / "performance.md"


def documented(language):
    return re.findall(rf"```{language}\n(.*?)```", PAGE.read_text("utf-8"), re.S)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    path = tmp_path_factory.mktemp("queries")
    (path / "press.jsonl").write_text(
        lines([*FERRY, *MILL]).replace("secouru 97 passagers", "secouru 90 passagers"), "utf-8"
    )
    build(Folder(path / "corpus"), Job([path / "press.jsonl"], ReadOptions(), Local(1)))
    return path / "corpus"


def asked(corpus):
    db = pytest.importorskip("duckdb").connect()
    db.execute(f"SET file_search_path = '{corpus}'")
    return [db.execute(query).fetchall() for query in documented("sql")]


def test_each_query_finds_what_is_there(corpus):
    quoted, due, differing, told = asked(corpus)
    assert {"Maëlle Troadec", "Yvon Kerbrat"} <= {row[0] for row in quoted}
    assert due and all(row[0] == "2031-06-30" for row in due)
    assert ("count", "passagers", 90.0, 112.0, 2) in [row[1:] for row in differing]
    assert [row[4] for row in told] == [3, 2]


def test_polars_finds_what_duckdb_finds(corpus, monkeypatch):
    pytest.importorskip("polars")
    monkeypatch.chdir(corpus)
    (program,) = documented("python")
    found = {}
    exec(program, found)
    quoted, _, differing, _ = asked(corpus)
    assert found["most_quoted"].rows() == quoted
    columns = ("story", "unit", "counted", "least", "most", "articles")
    assert sorted(found["most_different"].select(columns).rows()) == sorted(row[:6] for row in differing)
