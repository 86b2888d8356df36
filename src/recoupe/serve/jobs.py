"""Long work in processes of their own: what was asked, how far it is, how it ended."""

from __future__ import annotations

import contextlib
import json
import secrets
import shutil
import subprocess
import sys
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from recoupe.store.journal import Journal

KEPT = 50
WAITING, RUNNING, DONE, FAILED, STOPPED = "waiting", "running", "done", "failed", "stopped"


@dataclass
class Job:
    """One piece of work on one dossier; `total` is 0 until it is known."""

    id: str
    key: str
    state: str = WAITING
    done: int = 0
    total: int = 0
    message: str = ""
    problems: list[dict[str, str]] = field(default_factory=list)
    process: subprocess.Popen[str] | None = None

    @property
    def over(self) -> bool:
        """Nothing more will happen."""
        return self.state in (DONE, FAILED, STOPPED)

    def row(self) -> dict[str, Any]:
        """What the page and the API tell of it."""
        return {
            "id": self.id,
            "dossier": self.key,
            "state": self.state,
            "done": self.done,
            "total": self.total,
            "message": self.message,
            "problems": self.problems,
        }


class Jobs:
    """The work of this server; two jobs on one dossier wait for each other."""

    def __init__(self, module: str = "recoupe.serve.work") -> None:
        self._module = module
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._locks: dict[Path, threading.Lock] = {}
        self._touched: set[Path] = set()
        self._lock = threading.Lock()

    def start(self, key: str, dossier: Path, task: dict[str, Any], folder: Path | None) -> Job:
        """Begin; `folder` holds what was uploaded and goes away at the end."""
        job = Job(secrets.token_hex(8), key)
        with self._lock:
            self._jobs[job.id] = job
            for old in [one for one in self._jobs.values() if one.over][: max(0, len(self._jobs) - KEPT)]:
                del self._jobs[old.id]
            turn = self._locks.setdefault(dossier, threading.Lock())
            self._touched.add(dossier)
        task = {**task, "dossier": str(dossier)}
        threading.Thread(target=self._work, args=(job, task, turn, folder), daemon=True).start()
        return job

    def get(self, ident: str) -> Job | None:
        """The job with this id."""
        return self._jobs.get(ident)

    def busy(self, key: str) -> Job | None:
        """A job on this dossier that is not over."""
        return next((job for job in reversed(self._jobs.values()) if job.key == key and not job.over), None)

    def stop(self, job: Job) -> None:
        """End a job; its dossier stays as it was."""
        if not job.over:
            job.state = STOPPED
            if job.process is not None:
                job.process.kill()

    def close(self) -> None:
        """End every job, and forget what was kept to go on with them."""
        for job in list(self._jobs.values()):
            self.stop(job)
        for dossier in sorted(self._touched):
            Journal(dossier).done()

    def _work(self, job: Job, task: dict[str, Any], turn: threading.Lock, folder: Path | None) -> None:
        try:
            with turn:
                if job.state == WAITING:
                    self._run(job, task)
        except OSError as err:
            job.message, job.state = str(err), FAILED
        finally:
            if folder is not None:
                shutil.rmtree(folder, ignore_errors=True)

    def _run(self, job: Job, task: dict[str, Any]) -> None:
        job.state = RUNNING
        command = [sys.executable, "-m", self._module]
        with subprocess.Popen(  # noqa: S603  # our own module
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            encoding="utf-8",
        ) as process:  # fmt: skip
            job.process = process
            assert process.stdin is not None and process.stdout is not None
            with contextlib.suppress(BrokenPipeError):
                process.stdin.write(json.dumps(task))
                process.stdin.close()
            for line in process.stdout:
                self._hear(job, line)
        if not job.over:
            job.state = FAILED
            job.message = job.message or "the work ended before it was done."

    @staticmethod
    def _hear(job: Job, line: str) -> None:
        with contextlib.suppress(ValueError):
            told = json.loads(line)
            job.total = int(told.get("total", job.total))
            job.done += int(told.get("more", 0))
            job.message = str(told.get("message", job.message))
            if "problem" in told:
                job.problems.append(told["problem"])
            if told.get("end") in (DONE, FAILED) and not job.over:
                job.state = told["end"]
