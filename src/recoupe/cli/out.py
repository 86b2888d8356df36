"""What is written where: data to standard output or a file, talk to standard error."""

from __future__ import annotations

import os
import sys
import tempfile
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from recoupe.cli.words import by_code
from recoupe.errors import SetupError
from recoupe.types import Issue, Json

STDOUT = Path("-")


def plain(text: str) -> str:
    """The text on one line, without the characters that steer a terminal or turn the writing direction.

    An article is an outsider's text: printed raw, it could repaint the screen or hide words.
    """
    kept = (" " if c.isspace() else "\N{REPLACEMENT CHARACTER}" if _steers(c) else c for c in text)
    return " ".join("".join(kept).split())


def _steers(character: str) -> bool:
    return (
        unicodedata.category(character) in {"Cc", "Cs"}
        or "\u202a" <= character <= "\u202e"
        or ("\u2066" <= character <= "\u2069")
    )


def talk(text: str) -> None:
    """One line for the person at the keyboard."""
    print(text, file=sys.stderr)


def tell(issues: Iterable[Issue], labels: tuple[str, str], quiet: bool) -> None:
    """Every issue as a line; notes only when not quiet."""
    for issue in issues:
        if issue.severity == "error" or not quiet:
            talk(f"{labels[0] if issue.severity == 'error' else labels[1]}: {plain(sentence(issue))}")


def sentence(issue: Issue) -> str:
    """Where it is, then what it is, in the interface language where that has words for it."""
    where, message = issue.path or "", issue.message
    if where and message.startswith(where):
        # « notes.jsonl, line 3: … »: the place ends at the first colon after the path.
        place, _, rest = message[len(where) :].partition(": ")
        where, message = where + place, rest or message
    message = by_code("issue", issue.code) or message
    return f"{where}: {message}" if where else message


def lines(rows: Iterable[dict[str, Json]]) -> None:
    """The rows as lines of JSON on standard output."""
    from recoupe.export.jsonl import line

    for row in rows:
        sys.stdout.write(line(row))


def as_json(asked: bool) -> bool:
    """Lines of JSON were asked for, or nobody is looking at a terminal."""
    return asked or not sys.stdout.isatty()


def write(pieces: Iterable[str | bytes], path: Path | None) -> None:
    """The pieces to standard output, or to a file that is replaced in one step; raises SetupError when it cannot."""
    if path is None or path == STDOUT:
        for piece in pieces:
            if isinstance(piece, bytes):
                sys.stdout.buffer.write(piece)
            else:
                sys.stdout.write(piece)
        return
    data = b"".join(piece.encode("utf-8") if isinstance(piece, str) else piece for piece in pieces)
    temporary: Path | None = None
    try:
        if path.exists() and not path.is_file():
            # A terminal, a pipe or /dev/null is written through, not replaced; a folder says so itself.
            path.write_bytes(data)
            return
        if path.exists() and path.read_bytes() == data:
            return
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)
        temporary.replace(path)
    except OSError as err:
        why = f"{path} could not be written ({err.strerror or err})."
        raise SetupError("not-written", why, "Choose another file.") from err
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
