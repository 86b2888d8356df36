"""The engine of a cluster: one Ray actor for each worker, and another in its place when its process dies."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator
from typing import Any

from recoupe.engine.base import ATTEMPTS, Done, Task, Tries, answer, function, opened
from recoupe.errors import SetupError


class Ray:
    """Actors on the cluster that `RAY_ADDRESS` names, or on one started on this machine when it names none.

    Raises SetupError `needs-extra` when ray is not installed.
    """

    def __init__(self, workers: int = 0, attempts: int = ATTEMPTS) -> None:
        try:
            import ray  # noqa: PLC0415  # an extra
        except ImportError as err:
            remedy = "Install recoupe with its extra: pip install 'recoupe[cluster]'."
            raise SetupError("needs-extra", "the engine « ray » needs ray.", remedy) from err
        self._ray: Any = ray
        self.workers = workers or os.cpu_count() or 1
        self.attempts = attempts

    def run(self, work: str, tasks: Iterable[Task]) -> Iterator[Done]:
        """See `Engine.run`."""
        ray = self._ray
        started = not ray.is_initialized()
        if started:
            self._start()
        # Not Ray's own restart: a task given to an actor that is coming back fails at once, and would use up its tries.
        actor = ray.remote(max_restarts=0)(Worker)
        free = [actor.remote(work) for _ in range(self.workers)]
        busy: dict[Any, tuple[Any, Task, int]] = {}
        tries = Tries(tasks, self.attempts)
        try:
            while True:
                while free and (given := tries.next()) is not None:
                    worker = free.pop()
                    busy[worker.do.remote(given[0].data)] = (worker, *given)
                if not busy:
                    return
                for ready in ray.wait(list(busy), num_returns=1)[0]:
                    worker, task, tried = busy.pop(ready)
                    try:
                        frame = ray.get(ready)
                    except ray.exceptions.RayActorError:
                        ray.kill(worker)
                        free.append(actor.remote(work))
                        yield from tries.died(task, tried)
                    else:
                        free.append(worker)
                        yield Done(task.number, opened(frame))
        finally:
            for worker in [*free, *(held[0] for held in busy.values())]:
                ray.kill(worker)
            if started:
                ray.shutdown()

    def _start(self) -> None:
        address = os.environ.get("RAY_ADDRESS")
        quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": logging.ERROR}
        if address:
            self._ray.init(address=address, **quiet)
        else:
            self._ray.init(num_cpus=self.workers, include_dashboard=False, **quiet)


class Worker:
    """What an actor holds: the function, and through it the models it loaded."""

    def __init__(self, work: str) -> None:
        self._do = function(work)

    def do(self, data: bytes) -> bytes:
        """One task's framed answer."""
        return answer(self._do, data)
