"""The other process in which files from outside are parsed, so that a parser that dies or hangs costs one file.

Requests and answers are lines of JSON over the process's own pipes; a request is followed by the file's bytes.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import sys
from typing import IO, Any

from recoupe.read.draft import Draft, Source
from recoupe.read.open import accounts
from recoupe.types import Evidence, Issue

MEMORY = 3 << 30


def message(found: Draft | Issue | str) -> dict[str, Any]:
    """What is found as plain values."""
    if isinstance(found, str):
        return {"reading": found}
    name = "draft" if isinstance(found, Draft) else "issue"
    return {name: dataclasses.asdict(found)}


def found(row: dict[str, Any]) -> Draft | Issue | str:
    """What `message` made plain."""
    if "reading" in row:
        return str(row["reading"])
    if "issue" in row:
        return Issue(**row["issue"])
    fields = row["draft"]
    dates = tuple(Evidence(**date) for date in fields["dates"])
    offsets = tuple((a, b) for a, b in fields["offsets"])
    return Draft(**{**fields, "dates": dates, **_tuples(fields), "offsets": offsets})


def _tuples(fields: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(fields[name]) for name in ("cut", "captions", "byline")}


def limit_memory() -> None:
    """Cap this process's memory where the system can; elsewhere the time limit alone holds."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  # not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answers requests until their end."""
    while line := requests.readline():
        asked = json.loads(line)
        data = requests.read(asked["bytes"])
        stated = tuple((key, value) for key, value in asked["stated"])
        source = Source(asked["path"], data, stated)
        for item in accounts(source, frozenset(asked["skip"])):
            _answer(answers, message(item))
        _answer(answers, {"done": True})


def _answer(answers: IO[bytes], row: dict[str, Any]) -> None:
    answers.write(json.dumps(row, ensure_ascii=True).encode("ascii") + b"\n")
    answers.flush()


def main() -> None:
    """Serves over standard input and output; what parsers print goes to standard error."""
    limit_memory()
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
