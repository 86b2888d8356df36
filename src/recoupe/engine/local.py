"""The default engine: processes of this machine, started afresh (spawn) and started again when they die."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from recoupe.engine.base import ATTEMPTS, Done, Task, Tries, answer, function, opened

# spaCy keeps every new word it meets; a process that has done this many tasks makes room for another.
RETIRE = 40
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class Local:
    """As many processes as asked for, one task in each at a time."""

    def __init__(self, workers: int = 0, attempts: int = ATTEMPTS, retire: int = RETIRE) -> None:
        self.workers = workers or os.cpu_count() or 1
        self.attempts = attempts
        self.retire = retire

    def run(self, work: str, tasks: Iterable[Task]) -> Iterator[Done]:
        """See `Engine.run`."""
        tries = Tries(tasks, self.attempts)
        busy: list[_Worker] = []
        free = [_Worker(work) for _ in range(self.workers)]
        try:
            while True:
                while free and (given := tries.next()) is not None:
                    worker = free.pop()
                    worker.give(*given)
                    busy.append(worker)
                if not busy:
                    return
                ready = wait([worker.pipe for worker in busy])
                for worker in [worker for worker in busy if worker.pipe in ready]:
                    busy.remove(worker)
                    frame = worker.take()
                    if frame is not None:
                        yield Done(worker.task.number, opened(frame))
                    else:
                        yield from tries.died(worker.task, worker.tried)
                    if frame is None or worker.served >= self.retire:
                        worker.stop()
                    free.append(worker)
        finally:
            for worker in [*busy, *free]:
                worker.stop()


class _Worker:
    """One process, started with its first task."""

    task: Task
    pipe: Connection

    def __init__(self, work: str) -> None:
        self._work = work
        self._start = get_context("spawn")
        self._process: SpawnProcess | None = None
        self.tried = 0
        self.served = 0

    def give(self, task: Task, tried: int) -> None:
        """Start the task; what goes wrong with a dead process is seen when its answer is taken."""
        self.task, self.tried = task, tried
        if self._process is None:
            self.pipe, theirs = self._start.Pipe()
            self._process = self._start.Process(target=serve, args=(theirs, self._work), daemon=True)
            self._process.start()
            theirs.close()
            self.served = 0
        with suppress(OSError):
            self.pipe.send_bytes(task.data)

    def take(self) -> bytes | None:
        """The answer's frame; None when the process died."""
        self.served += 1
        try:
            return self.pipe.recv_bytes()
        except (EOFError, OSError):
            return None

    def stop(self) -> None:
        """End the process; the next task starts another."""
        if self._process is not None:
            self.pipe.close()
            self._process.kill()
            self._process.join()
            self._process = None


def serve(pipe: Connection, work: str) -> None:
    """The life of a worker: a task, its answer, until the other end closes."""
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")
    do = function(work)
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            pipe.send_bytes(answer(do, pipe.recv_bytes()))
