"""What the person running recoupe says about the inputs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from recoupe.errors import SetupError
from recoupe.lang import LANGUAGES
from recoupe.read.dates import published

MAX_BYTES = 10_000_000

Field = Literal["published", "outlet", "lang"]


@dataclass(frozen=True, slots=True)
class Given:
    """One value from the command line: for the input called `name`, or for every input when `name` is None."""

    field: Field
    value: str
    name: str | None = None

    @staticmethod
    def parse(field: Field, text: str) -> Given:
        """`NAME=VALUE` or `VALUE`; raises SetupError `bad-option` on a wrong date or an unknown language."""
        name, equals, value = text.rpartition("=")
        value = value.strip()
        if field == "published" and published(value) is None:
            raise SetupError(
                "bad-option",
                f"--published {text}: « {value} » is not an ISO date.",
                "Write it as 2021-04-07, or 2021-04-07T19:40:00-04:00 with a time and zone.",
            )
        if field == "lang" and value not in LANGUAGES:
            raise SetupError(
                "bad-option",
                f"--lang {text}: recoupe does not know the language « {value} ».",
                f"It knows {', '.join(LANGUAGES)}.",
            )
        return Given(field, value, name if equals else None)


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read: what is given about the inputs, a manifest file, and the size above which a file is refused."""

    given: tuple[Given, ...] = ()
    manifest: Path | None = None
    max_bytes: int = MAX_BYTES
