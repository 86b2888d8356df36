"""Files parsed in another process: one worker, started when the first needs it and started again when it dies."""

from __future__ import annotations

import atexit
import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from queue import Empty, SimpleQueue

from recoupe.errors import InputError
from recoupe.read.draft import Draft, Source, issue
from recoupe.read.worker import found
from recoupe.types import Issue

SILENCE = 60.0


class Worker:
    """The process that parses; `silence` is how many seconds it may take for one article before it is stopped."""

    def __init__(self, silence: float = SILENCE, module: str = "recoupe.read.worker") -> None:
        self.silence = silence
        self._module = module
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: SimpleQueue[bytes] = SimpleQueue()

    def accounts(self, source: Source) -> Iterator[Draft | Issue]:
        """The accounts and issues of a source; a member whose parser dies or hangs is an issue, the rest goes on."""
        skip: list[str] = []
        given = 0
        while True:
            reading, count = source.path, 0
            problem: InputError | None = None
            try:
                for item in self._asked(source, skip):
                    if isinstance(item, str):
                        reading = item
                        continue
                    count += 1
                    if count > given:
                        given = count
                        yield item
            except InputError as err:
                problem = err
            if problem is None:
                return
            # What was given before the death is not given twice; the member it died of is left out the second time.
            yield issue(problem, reading)
            if reading == source.path or reading in skip:
                return
            skip.append(reading)

    def _asked(self, source: Source, skip: list[str]) -> Iterator[Draft | Issue | str]:
        process = self._running()
        head = {"path": source.path, "bytes": len(source.data), "stated": source.stated, "skip": skip}
        try:
            assert process.stdin is not None
            process.stdin.write(json.dumps(head).encode("ascii") + b"\n" + source.data)
            process.stdin.flush()
        except OSError:
            self.close()
            raise _died() from None
        while True:
            try:
                line = self._lines.get(timeout=self.silence)
            except Empty:
                self.close()
                seconds = int(self.silence)
                raise InputError(
                    "too-slow", f"reading it took more than {seconds} seconds.", "Save the article as .txt."
                ) from None
            if not line:
                self.close()
                raise _died()
            row = json.loads(line)
            if "done" in row:
                return
            yield found(row)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._lines = SimpleQueue()
            self._process = subprocess.Popen(  # noqa: S603  # our own module, no shell
                [sys.executable, "-m", self._module],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            threading.Thread(target=_pump, args=(self._process, self._lines), daemon=True).start()
        return self._process

    def close(self) -> None:
        """Stops the process; the next source starts another."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        process.wait()


def _pump(process: subprocess.Popen[bytes], lines: SimpleQueue[bytes]) -> None:
    """Lines from the process to a queue that can be waited on with a limit; an empty line is its end."""
    assert process.stdout is not None
    with contextlib.suppress(OSError, ValueError):
        for line in process.stdout:
            lines.put(line)
    lines.put(b"")


def _died() -> InputError:
    return InputError("parser-died", "the parser stopped while reading it.", "Save the article as .txt.")


_worker = Worker()
atexit.register(_worker.close)


def accounts(source: Source) -> Iterator[Draft | Issue]:
    """The accounts of a source, read by the one worker of this process."""
    return _worker.accounts(source)
