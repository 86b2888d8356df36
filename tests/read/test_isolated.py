"""A parser that dies or hangs costs its own file and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from recoupe.read.draft import Draft, Source
from recoupe.read.isolated import Worker
from recoupe.types import Issue
from tests.read.files import zipped

GOOD = "La maire a dit non, lundi, devant le conseil ({})."


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker(silence=3.0, module="tests.read.dying_worker")
    yield made
    made.close()


def told(worker: Worker, data: bytes, name: str = "a.zip") -> list[tuple[str, str]]:
    found = worker.accounts(Source(name, data))
    return [("text", item.text) if isinstance(item, Draft) else (item.code, str(item.path)) for item in found]


@pytest.mark.parametrize(("word", "code"), [("DIE", "parser-died"), ("HANG", "too-slow")])
def test_a_member_that_kills_its_parser_is_left_out_and_the_rest_is_read(worker: Worker, word: str, code: str) -> None:
    archive = zipped({"1.txt": GOOD.format(1), "2.txt": word, "3.txt": GOOD.format(3)})
    assert told(worker, archive) == [("text", GOOD.format(1)), (code, "a.zip!/2.txt"), ("text", GOOD.format(3))]
    assert told(worker, GOOD.format(4).encode(), "b.txt") == [("text", GOOD.format(4))]


def test_two_members_that_kill_it(worker: Worker) -> None:
    archive = zipped({"1.txt": "DIE", "2.txt": GOOD.format(2), "3.txt": "DIE too"})
    assert [kind for kind, _ in told(worker, archive)] == ["parser-died", "text", "parser-died"]


def test_a_file_that_kills_it_alone(worker: Worker) -> None:
    assert told(worker, b"DIE", "a.txt") == [("parser-died", "a.txt")]


def test_drafts_and_issues_cross_the_pipe_unchanged(worker: Worker) -> None:
    from recoupe.read.worker import found, message

    issue = Issue.make("read", "x", "y « z » \u202e", path="a")
    assert found(message(issue)) == issue
    draft = Draft("É\u2028😀", "0", title="t")
    assert found(message(draft)) == draft
