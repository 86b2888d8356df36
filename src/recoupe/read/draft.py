"""What a reader hands over: an account as its source gives it, before anything is decided about it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from recoupe.errors import InputError
from recoupe.read.limits import Budget
from recoupe.read.offsets import led
from recoupe.read.shown import Shown
from recoupe.types import Evidence, Issue

INSIDE = "!/"


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one input; `path` is as the person gave it, with forward slashes, and `-` for standard input.

    A member of an archive has its archive's path, `!/`, and its own; `stated` holds what the container says of it.
    """

    path: str
    data: bytes
    stated: tuple[tuple[str, str], ...] = ()
    depth: int = 0
    budget: Budget = field(default_factory=Budget, compare=False, repr=False)

    @property
    def name(self) -> str:
        """The file's own name, without its folder."""
        return self.path.rsplit("/", 1)[-1]

    @property
    def suffix(self) -> str:
        """The suffix that chooses the reader, in lower case; a gzipped file has that of what it holds."""
        name = self.name.lower()
        name = name[:-3] if name.endswith(".warc.gz") else name
        return "." + name.rsplit(".", 1)[1] if "." in name.lstrip(".") else ""

    def member(self, name: str, data: bytes, **stated: str | None) -> Source:
        """A file inside this one; folders that climb out of it are dropped from its name."""
        parts = [part for part in name.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
        known = tuple((key, value) for key, value in stated.items() if value)
        return Source(f"{self.path}{INSIDE}{'/'.join(parts) or 'member'}", data, known, self.depth + 1, self.budget)


@dataclass(frozen=True, slots=True)
class Draft:
    """One account: its text, and the fields its source states, `published` still in the source's own writing.

    `cut` holds the lines of the page that were left out of the text as its furniture, `captions`
    those of them under its pictures; `offsets` leads back from the
    text to the decoded source, as a document's `offset_map` does; `byline` holds the short lines
    around its title, one of which may credit an agency.
    """

    text: str
    sha256: str
    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    lang: str | None = None
    likely_lang: str | None = None
    dates: tuple[Evidence, ...] = ()
    path: str | None = None
    cut: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    offsets: tuple[tuple[int, int], ...] = ()
    author: str | None = None
    byline: tuple[str, ...] = ()


Found = Draft | Issue | Source
Reader = Callable[[Source], Iterable[Found]]


def traced(found: Iterable[Found], shown: Shown) -> Iterable[Found]:
    """The accounts among what is found, each with the offsets that lead back to what its source shows."""
    for one in found:
        yield replace(one, offsets=led(one.text, shown).pairs) if isinstance(one, Draft) else one


def sha256(data: bytes) -> str:
    """The hexadecimal SHA-256 of the bytes."""
    return hashlib.sha256(data).hexdigest()


def issue(err: InputError, path: str, where: str = "") -> Issue:
    """The row of an input that could not be read; `where` is the place in it, such as a line."""
    return Issue.make("read", err.code, f"{path}{where}: {err}", path=path)


def note(code: str, message: str, path: str) -> Issue:
    """A row about something the reader should know, which stopped nothing."""
    return Issue.make("read", code, f"{path}: {message}", path=path, severity="note")


def clean(text: str) -> str:
    """The text itself; raises InputError when it holds nothing, or characters no text file can hold."""
    if not text.strip():
        raise InputError("empty-file", "there is no text in it.", "Give the article's text, or leave it out.")
    if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise InputError("not-text", "it is not text.", "Give the article as .txt, .html or .jsonl.")
    return text
