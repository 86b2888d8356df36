"""What a reader hands over: an account as its source gives it, before anything is decided about it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from recoupe.errors import InputError
from recoupe.types import Issue


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one input; `path` is as the person gave it, with forward slashes, and `-` for standard input."""

    path: str
    data: bytes

    @property
    def name(self) -> str:
        """The file's own name, without its folder."""
        return self.path.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Draft:
    """One account: its text, and the fields its source states, `published` still in the source's own writing."""

    text: str
    sha256: str
    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    lang: str | None = None
    likely_lang: str | None = None


Reader = Callable[[Source], Iterable[Draft | Issue]]


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
