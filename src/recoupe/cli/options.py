"""The arguments and options that commands share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.words import word
from recoupe.errors import SetupError
from recoupe.lang import LANGUAGES

USAGE = "bad-option"
TYPES = (
    "document", "quotation", "figure", "time", "event", "commitment", "assertion", "wording", "fault", "entity", "link",
    "origin", "issue", "judgement",
)  # fmt: skip
KINDS = TYPES[1:9]
RELATIONS = ("agrees", "contradicts", "changed", "scope", "unsure")


def _ui(value: str | None) -> str | None:
    if value is not None and value not in LANGUAGES:
        raise typer.BadParameter(f"{value} ({', '.join(LANGUAGES)})")
    return value


def _day(value: str | None) -> dt.date | None:
    if value is None or isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value)
    except ValueError as err:
        raise typer.BadParameter(f"{value} (2031-02-25)") from err


AsOf = Annotated[
    dt.date | None,
    typer.Option("--as-of", help=word("help.as_of"), metavar="DATE", show_default=False, parser=_day),
]
Dossier = Annotated[Path, typer.Argument(help=word("help.dossier"), metavar="DOSSIER", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help=word("help.json"))]
Kind = Annotated[str | None, typer.Option("--kind", help=word("help.kind"), metavar="TYPE", show_default=False)]
Ui = Annotated[
    str | None,
    typer.Option("--ui", help=word("help.ui"), metavar="|".join(LANGUAGES), show_default=False, callback=_ui),
]


def usage(key: str, **values: object) -> SetupError:
    """The error of a wrong command line, which exits with 2."""
    return SetupError(USAGE, word(f"say.{key}", **values), word(f"say.{key}_remedy", **values))


def choice(option: str, value: str | None, choices: Iterable[str]) -> None:
    """Raise the usage error when an option's value is none of its choices."""
    if value is not None and value not in choices:
        raise usage("bad_choice", option=option, value=value, choices=", ".join(choices))
