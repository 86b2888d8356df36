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


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    path = tmp_path_factory.mktemp("queries")
    (path / "press.jsonl").write_text(
        lines([*FERRY, *MILL]).replace("secouru 97 passagers", "secouru 90 passagers"), "utf-8"
    )
    build(Folder(path / "corpus"), Job([path / "press.jsonl"], ReadOptions(), Local(1)))
    db = pytest.importorskip("duckdb").connect()
    db.execute(f"SET file_search_path = '{path / 'corpus'}'")
    return [db.execute(query).fetchall() for query in re.findall(r"```sql\n(.*?)```", PAGE.read_text("utf-8"), re.S)]


def test_each_query_finds_what_is_there(answers):
    quoted, due, differing, told = answers
    assert {"Maëlle Troadec", "Yvon Kerbrat"} <= {row[0] for row in quoted}
    assert due and all(row[0] == "2031-06-30" for row in due)
    assert ("count", "passagers", 90.0, 112.0, 2) in [row[1:] for row in differing]
    assert [row[4] for row in told] == [3, 2]
