"""A corpus: the same whatever the workers, resumed, grown, and one story of it as a dossier."""

import json

import pytest

pytest.importorskip("pyarrow")

from recoupe import pipeline
from recoupe.engine.build import Job, add, build
from recoupe.engine.dossier import articles
from recoupe.engine.folder import Folder
from recoupe.engine.local import Local
from recoupe.engine.tables import EXTRA, TYPES
from recoupe.errors import SetupError
from recoupe.export.rows import rows
from recoupe.read import ReadOptions, read
from tests.engine.articles import FERRY, MILL, lines


def job(path, workers=1, size=2, **kwargs):
    return Job([path], ReadOptions(), Local(workers), size=size, **kwargs)


def contents(folder):
    return {str(p.relative_to(folder.path)): p.read_bytes() for p in sorted(folder.path.rglob("*.parquet"))}


def members(folder):
    found = {}
    for row in folder.rows("member"):
        found.setdefault(row["story"], set()).add(row["document"])
    return sorted(map(sorted, found.values()))


@pytest.fixture(scope="module")
def collection(tmp_path_factory):
    path = tmp_path_factory.mktemp("collection") / "press.jsonl"
    path.write_text(lines([*FERRY, *MILL]), "utf-8")
    return path


@pytest.fixture(scope="module")
def made(collection, tmp_path_factory):
    folder = Folder(tmp_path_factory.mktemp("made") / "corpus")
    return folder, build(folder, job(collection))


def test_stories_join_languages_and_fold_copies(made):
    folder, built = made
    assert members(folder) == [["ferry-1", "ferry-2", "ferry-3", "ferry-4"], ["mill-1", "mill-2"]]
    assert built.stories == 2 and built.articles == 6 and not built.issues
    copies = {row["document"]: row["copy_of"] for row in folder.rows("member") if row["copy_of"]}
    assert copies in ({"ferry-4": "ferry-1"}, {"ferry-1": "ferry-4"})
    ferry, mill = folder.rows("story")
    assert (ferry["articles"], ferry["texts"], ferry["languages"], ferry["first"]) == (4, 3, ["en", "fr"], "2031-05-02")
    assert "The Lantern" in mill["outlets"] and ferry["id"].startswith("s-")


def test_the_tables_hold_what_each_article_says_alone(made, collection):
    folder, _ = made
    documents, _ = read([collection], ReadOptions())
    expected = {name: [] for name in TYPES}
    for document in documents:
        for row in rows(pipeline.run([document])):
            kind = row.pop("type")
            if kind in expected:
                expected[kind].append(row)
    for name in TYPES:
        found = [{k: v for k, v in row.items() if k not in EXTRA["document"]} for row in folder.rows(name)]
        assert found == expected[name], name
    assert expected["quotation"] and expected["figure"] and expected["commitment"]


def test_two_workers_give_the_same_bytes(made, collection, tmp_path):
    folder = Folder(tmp_path / "corpus")
    build(folder, job(collection, workers=2))
    assert contents(folder) == contents(made[0])


def test_shards_of_another_size_hold_the_same_rows(made, collection, tmp_path):
    folder = Folder(tmp_path / "corpus")
    build(folder, job(collection, size=5))
    for name in (*TYPES, "story", "member"):
        assert list(folder.rows(name)) == list(made[0].rows(name)), name


def test_a_whole_shard_is_not_made_again(made, collection):
    folder, _ = made
    before = contents(folder)
    built = build(folder, job(collection, work="tests.engine.jobs:refuses"))
    assert built.resumed == 6 and contents(folder) == before


def test_what_an_interruption_left_out_is_made(made, collection, tmp_path):
    folder = Folder(tmp_path / "corpus")
    with pytest.raises(SetupError):
        build(folder, job(collection, work="tests.engine.jobs:refuses"))
    built = build(folder, job(collection))
    assert built.resumed == 0
    (folder.path / "shards" / "001-000002").unlink()
    assert build(folder, job(collection)).resumed == 4
    assert contents(folder) == contents(made[0])


def test_an_article_every_worker_dies_of_is_an_issue_and_the_others_are_whole(tmp_path):
    path = tmp_path / "press.jsonl"
    bad = ("bad", "fr", "2031-05-02", "Le Phare", "Un poison a été trouvé dans le puits de la ferme des Aubiers.")
    path.write_text(lines([FERRY[0], bad, *MILL]), "utf-8")
    folder = Folder(tmp_path / "corpus")
    run = Job([path], ReadOptions(), Local(2, attempts=2), size=3, work="tests.engine.jobs:analyse_or_die")
    build(folder, run)
    assert [row["id"] for row in folder.rows("document")] == ["ferry-1", "bad", "mill-1", "mill-2"]
    assert [(row["document"], row["code"]) for row in folder.rows("issue")] == [("bad", "worker-died")]
    assert {row["document"] for row in folder.rows("quotation")} == {"ferry-1", "mill-1", "mill-2"}


def test_a_line_that_cannot_be_read_is_an_issue_row(tmp_path):
    path = tmp_path / "press.jsonl"
    path.write_text(lines(FERRY[:1]) + "{broken\n" + json.dumps({"id": "x"}) + "\n", "utf-8")
    folder = Folder(tmp_path / "corpus")
    built = build(folder, job(path))
    assert [issue.code for issue in built.issues] == ["not-json", "no-text"]
    assert sorted(row["code"] for row in folder.rows("issue")) == ["no-text", "not-json"]


def test_added_articles_join_stories_and_the_old_are_not_analysed_again(tmp_path):
    first, more = tmp_path / "first.jsonl", tmp_path / "more.jsonl"
    first.write_text(lines([FERRY[0], FERRY[2], MILL[0]]), "utf-8")
    more.write_text(lines([FERRY[0], FERRY[1], MILL[1]]), "utf-8")
    folder = Folder(tmp_path / "corpus")
    build(folder, job(first))
    before = contents(folder)
    old = {row["id"] for row in folder.rows("story")}
    built = add(folder, job(more))
    assert built.articles == 2
    assert members(folder) == [["ferry-1", "ferry-2", "ferry-3"], ["mill-1", "mill-2"]]
    after = contents(folder)
    kept = [name for name in before if not name.startswith(("story", "member"))]
    assert all(after[name] == before[name] for name in kept)
    assert {row["id"] for row in folder.rows("story")} == old
    with pytest.raises(SetupError, match="added"):
        build(folder, job(first))


def test_a_storys_dossier_is_the_one_run_makes(made, collection):
    folder, _ = made
    ident = next(row["story"] for row in folder.rows("member") if row["document"] == "mill-1")
    found = articles(folder, ident[:6])
    documents, _ = read([collection], ReadOptions())
    assert found == [document for document in documents if document.id.startswith("mill")]
    for wrong in ("s-zzz", ""):
        with pytest.raises(SetupError, match="no story"):
            articles(folder, wrong)
    with pytest.raises(SetupError, match="several"):
        articles(folder, "s-")


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(SetupError, match="no corpus"):
        Folder(tmp_path).make()
    with pytest.raises(SetupError, match="no corpus"):
        Folder.at(tmp_path)


def test_an_article_whose_analysis_breaks_is_an_issue(monkeypatch):
    from recoupe.engine import analyse
    from recoupe.types import Document

    def breaks(documents, models):
        raise IndexError("out of range")

    monkeypatch.setattr(analyse.pipeline, "run", breaks)
    found = analyse.one(Document("d", "Un texte.", "fr"), {})
    assert [(issue.document, issue.code) for issue in found.issues] == [("d", "not-analysed")]
    assert found.documents and not found.statements
