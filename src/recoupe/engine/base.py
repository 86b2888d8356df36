"""The protocol of an engine, which is all that a corpus asks of local processes or of a cluster."""

from __future__ import annotations

import importlib
import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from recoupe.errors import SetupError

ATTEMPTS = 3
Work = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Task:
    """One piece of work: a number that is its own in the run, and what to work on."""

    number: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Done:
    """A task's answer; None when its worker died at every attempt."""

    number: int
    data: bytes | None


class Engine(Protocol):
    """Runs one function of bytes to bytes on many tasks, each in a process that may die without the others.

    The function is named as `module:function`, so that every worker imports it and keeps what it loads. It gives the
    same bytes for the same data, which is why a task whose worker was killed can be run again elsewhere.
    """

    def run(self, work: str, tasks: Iterable[Task]) -> Iterator[Done]:
        """The answers as they come, in any order; tasks are drawn only as workers are free for them.

        Raises SetupError when the work does: what no worker can do is not tried again.
        """


class Tries:
    """The tasks to do and to do again; a task is given up after so many deaths."""

    def __init__(self, tasks: Iterable[Task], attempts: int) -> None:
        self._source = iter(tasks)
        self._again: deque[tuple[Task, int]] = deque()
        self._attempts = attempts

    def next(self) -> tuple[Task, int] | None:
        """The next task and which try of it this is, from 1; None when none is waiting."""
        if self._again:
            task, tried = self._again.popleft()
            return task, tried + 1
        fresh = next(self._source, None)
        return None if fresh is None else (fresh, 1)

    def died(self, task: Task, tried: int) -> Iterator[Done]:
        """Keep the task for another try, or give its last answer."""
        if tried < self._attempts:
            self._again.append((task, tried))
        else:
            yield Done(task.number, None)


def function(work: str) -> Work:
    """The function that `module:function` names."""
    module, _, name = work.partition(":")
    found: Work = getattr(importlib.import_module(module), name)
    return found


def answer(work: Work, data: bytes) -> bytes:
    """The work's answer in one frame: `+` before what it gave, `-` before the SetupError it raised."""
    try:
        return b"+" + work(data)
    except SetupError as err:
        return b"-" + json.dumps([err.code, err.message, err.remedy]).encode("ascii")


def opened(frame: bytes) -> bytes:
    """What `answer` framed; raises the SetupError again."""
    if frame[:1] == b"+":
        return frame[1:]
    code, message, remedy = json.loads(frame[1:])
    raise SetupError(code, message, remedy)
