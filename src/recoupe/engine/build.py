"""A corpus from a collection: articles in shards to an engine, tables out, then stories."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from recoupe.engine.base import Done, Engine, Task
from recoupe.engine.catalogue import catalogue
from recoupe.engine.folder import Folder, digest
from recoupe.engine.wire import Batch, unpack
from recoupe.errors import SetupError
from recoupe.read.options import ReadOptions
from recoupe.read.stream import stream
from recoupe.types import Document, Issue

SHARD = 100
WORK = "recoupe.engine.analyse:analyse"
Progress = Callable[[int], None]


@dataclass(slots=True)
class Job:
    """How to build: what to read and how, on which engine, in shards of how many articles."""

    inputs: Sequence[Path]
    options: ReadOptions
    engine: Engine
    models: Mapping[str, str] = field(default_factory=dict)
    size: int = SHARD
    work: str = WORK
    progress: Progress = lambda articles: None


@dataclass(frozen=True, slots=True)
class Built:
    """What a run did: articles read, those whose shard was there from a run before, stories, and problems."""

    articles: int
    resumed: int
    stories: int
    issues: tuple[Issue, ...]


def build(folder: Folder, job: Job) -> Built:
    """Make the corpus, or go on with it where an interrupted run stopped: a whole shard is not made again.

    Raises SetupError when articles were added to the corpus since, as they would be lost.
    """
    folder.make()
    if folder.runs > 1:
        raise SetupError("corpus-grown", f"articles were added to {folder.path}.", "Use `recoupe corpus add`.")
    return _run(folder, job, 1, frozenset())


def add(folder: Folder, job: Job) -> Built:
    """Add the articles whose ids are new; stories take them in or begin with them, and none is split or undone."""
    run = folder.runs + 1
    old = [row["id"] for n in range(1, run) for row in folder.rows("document", ("id",), n)]
    return _run(folder, job, run, frozenset(old))


def _run(folder: Folder, job: Job, run: int, known: frozenset[str]) -> Built:
    shards = Shards(folder, job, run, known)
    for done in job.engine.run(job.work, shards):
        shards.take(done)
    if shards.lost:
        shards.rescue()
    reading = f"{run:03d}-reading"
    folder.write("issue", reading, [_row(issue) for issue in shards.issues])
    folder.keep(run, [*shards.names, reading])
    stories = catalogue(folder, run)
    folder.tell(max(run, folder.runs))
    return Built(shards.articles, shards.resumed, stories, tuple(shards.issues))


class Shards:
    """The tasks of a run, read and cut only as workers ask for them; whole shards of an earlier try are passed over."""

    def __init__(self, folder: Folder, job: Job, run: int, known: frozenset[str]) -> None:
        self._folder, self._job, self._run, self._known = folder, job, run, known
        self._held: dict[int, bytes] = {}
        self.names: list[str] = []
        self.lost: dict[int, bytes] = {}
        self.issues: list[Issue] = []
        self.articles = self.resumed = 0

    def __iter__(self) -> Iterator[Task]:
        documents = self._documents()
        number = 0
        while found := tuple(islice(documents, self._job.size)):
            number += 1
            self.articles += len(found)
            self.names.append(self._name(number))
            data = Batch(found, self._job.models).dump()
            if self._folder.has(self._name(number), digest(data)):
                self.resumed += len(found)
                self._job.progress(len(found))
                continue
            self._held[number] = data
            yield Task(number, data)

    def _documents(self) -> Iterator[Document]:
        for found in stream(self._job.inputs, self._job.options):
            if isinstance(found, Issue):
                self.issues.append(found)
            elif found.id not in self._known:
                yield found

    def _name(self, number: int) -> str:
        return f"{self._run:03d}-{number:06d}"

    def take(self, done: Done) -> None:
        """Write a shard that came back; one whose workers died every time is kept for `rescue`."""
        data = self._held.pop(done.number)
        if done.data is None:
            self.lost[done.number] = data
            return
        self._folder.put(self._name(done.number), unpack(done.data), digest(data))
        self._job.progress(len(Batch.load(data).documents))

    def rescue(self) -> None:
        """Do the lost shards one article at a time, so that only the article that workers die of is left out."""
        from recoupe.engine.rescue import merged  # noqa: PLC0415  # needs the analysis in this process

        for number, data in sorted(self.lost.items()):
            batch = Batch.load(data)
            tasks = [Task(n, Batch((one,), batch.models).dump()) for n, one in enumerate(batch.documents)]
            answers = {done.number: done.data for done in self._job.engine.run(self._job.work, tasks)}
            files = merged(batch.documents, [answers[task.number] for task in tasks])
            self._folder.put(self._name(number), files, digest(data))
            self._job.progress(len(batch.documents))


def _row(issue: Issue) -> dict[str, str | None]:
    return {
        "id": issue.id,
        "document": issue.document,
        "stage": issue.stage,
        "code": issue.code,
        "message": issue.message,
    }
