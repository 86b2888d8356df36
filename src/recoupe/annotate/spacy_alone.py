"""Importing spaCy without its command line, which brings three web clients and takes a quarter of its start."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

_COMMANDS = ("spacy.cli", "spacy.cli.info")


def _info(*args: Any, **options: Any) -> Any:
    """What `spacy.info` is: the command, looked for when it is asked for."""
    return importlib.import_module("spacy.cli.info").info(*args, **options)


def _import() -> None:
    if "spacy" in sys.modules:
        return
    empty = {name: ModuleType(name) for name in _COMMANDS}
    vars(empty["spacy.cli.info"])["info"] = _info
    sys.modules.update(empty)
    try:
        importlib.import_module("spacy")
    finally:
        for name in _COMMANDS:
            if sys.modules.get(name) is empty[name]:
                del sys.modules[name]


_import()
