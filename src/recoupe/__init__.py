"""recoupe lays several accounts of one story side by side; `read`, `run`, `save` and `render` go all the way.

Names are imported when first used, so that `import recoupe` costs nothing and a dossier can be read without a model.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from recoupe.errors import InputError, RecoupeError, SetupError
    from recoupe.export.rows import rows
    from recoupe.pipeline import run
    from recoupe.read import read
    from recoupe.read.options import ReadOptions
    from recoupe.report import render
    from recoupe.store.load import load
    from recoupe.store.save import save
    from recoupe.store.verify import verify
    from recoupe.types import Anchor, Document, Dossier, Entity, Issue, Link, Origin, Statement

__version__ = "0.1.0"

_HOMES = {
    "Anchor": "recoupe.types",
    "Document": "recoupe.types",
    "Dossier": "recoupe.types",
    "Entity": "recoupe.types",
    "InputError": "recoupe.errors",
    "Issue": "recoupe.types",
    "Link": "recoupe.types",
    "Origin": "recoupe.types",
    "ReadOptions": "recoupe.read.options",
    "RecoupeError": "recoupe.errors",
    "SetupError": "recoupe.errors",
    "Statement": "recoupe.types",
    "load": "recoupe.store",
    "read": "recoupe.read",
    "render": "recoupe.report",
    "rows": "recoupe.export.rows",
    "run": "recoupe.pipeline",
    "save": "recoupe.store",
    "verify": "recoupe.store",
}

__all__ = [
    "Anchor",
    "Document",
    "Dossier",
    "Entity",
    "InputError",
    "Issue",
    "Link",
    "Origin",
    "ReadOptions",
    "RecoupeError",
    "SetupError",
    "Statement",
    "load",
    "read",
    "render",
    "rows",
    "run",
    "save",
    "verify",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'recoupe' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
