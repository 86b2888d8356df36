"""From what was named on the command line to the files to read, in a fixed order."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from recoupe.errors import InputError
from recoupe.read.draft import Source, issue, note
from recoupe.read.registry import FORMATS, formats
from recoupe.types import Issue

STDIN = "-"
ABOUT = ("readme", "license", "licence", "changelog", "contributing", "notice")
HINTS = ("manifest.toml", "manifest.json", "manifest.csv", "meta.json")


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read, or standard input; `shown` is its path as the person gave it, with forward slashes."""

    path: Path
    shown: str


def shown(path: Path) -> str:
    """The path as it was given, with forward slashes; bytes of a name that are not UTF-8 as « \\xff »."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def expand(inputs: list[Path]) -> Iterator[Input | Issue]:
    """Each file named, and each readable file of each folder named, hidden ones left out, sorted by name."""
    for path in inputs:
        if shown(path) != STDIN and path.is_dir():
            yield from _folder(path)
        else:
            yield Input(path, shown(path))


def _folder(folder: Path) -> Iterator[Input | Issue]:
    found = other = 0
    problems: list[Issue] = []

    def refused(err: OSError) -> None:
        where = shown(Path(err.filename))
        problems.append(issue(InputError("unreadable", "this folder may not be opened.", "Check its rights."), where))

    for here, folders, files in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.startswith("."):
                continue
            known = Source(name, b"").suffix in FORMATS and Path(name).stem.lower() not in ABOUT
            if known and _waits(Path(here, name)):
                pipe = InputError("unreadable", "it is a pipe or a device, no file.", "Name it by itself to read it.")
                problems.append(issue(pipe, shown(Path(here, name))))
            elif known:
                yield Input(Path(here, name), shown(Path(here, name)))
            found += known
            other += not known
        hints = [name for name in HINTS if name in files]
        if hints:
            message = f"this folder holds {hints[0]}; add --manifest {shown(Path(here, hints[0]))} to use it."
            problems.append(note("manifest-found", message, shown(Path(here))))
    yield from problems
    if other:
        yield note("other-formats", f"{other} file(s) that are no article ({formats()}) were left out.", shown(folder))
    if not found:
        nothing = InputError("no-articles", "this folder holds no article.", f"recoupe reads {formats()}.")
        yield issue(nothing, shown(folder))


def _waits(path: Path) -> bool:
    """Whether opening it could wait for ever, as a pipe does that nobody writes to."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False  # `load` says what is wrong with it


def load(item: Input, max_bytes: int) -> Source:
    """The bytes of the input; raises InputError when it is missing, may not be read, is empty or is too large."""
    try:
        if item.shown == STDIN:
            data = sys.stdin.buffer.read(max_bytes + 1)
        else:
            with item.path.open("rb") as file:
                if stat.S_ISREG(os.fstat(file.fileno()).st_mode) and os.fstat(file.fileno()).st_size > max_bytes:
                    raise _too_large(max_bytes)
                data = file.read(max_bytes + 1)
    except FileNotFoundError as err:
        raise InputError("missing", "there is no such file.", "Check the path.") from err
    except PermissionError as err:
        raise InputError("unreadable", "this file may not be read.", "Check its rights.") from err
    except (OSError, ValueError) as err:
        raise InputError("unreadable", f"this file cannot be read ({err}).", "Check the path.") from err
    if len(data) > max_bytes:
        raise _too_large(max_bytes)
    if not data:
        raise InputError("empty-file", "it is empty.", "Give the article's text, or leave it out.")
    return Source(item.shown, data)


def _too_large(max_bytes: int) -> InputError:
    return InputError(
        "too-large",
        f"it is larger than {max_bytes} bytes, which no article is.",
        "Split it into articles, or raise --max-bytes.",
    )
