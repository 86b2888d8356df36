"""Reading the language tables that ship with the package."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from recoupe.errors import SetupError


def _languages() -> tuple[str, ...]:
    root = resources.files("recoupe.lang")
    return tuple(sorted(p.name for p in root.iterdir() if p.is_dir() and len(p.name) == 2))


LANGUAGES: tuple[str, ...] = _languages()


@cache
def table(lang: str, name: str) -> dict[str, Any]:
    """The parsed `lang/<lang>/<name>.toml`; `lang` may be `shared` for what holds in every language."""
    file = resources.files("recoupe.lang").joinpath(lang, f"{name}.toml")
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError as err:
        raise SetupError("no-table", f"recoupe has no table {name!r} for the language {lang!r}.") from err


def entries(lang: str, name: str) -> list[dict[str, Any]]:
    """The `[[entry]]` rows of a table, in file order; a table without any gives an empty list."""
    rows: list[dict[str, Any]] = table(lang, name).get("entry", [])
    return rows
