"""Every kind in the package: each folder of `recoupe.kinds` that defines `KIND`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from graphlib import TopologicalSorter

import recoupe.kinds
from recoupe.kinds.base import Kind


@cache
def kinds() -> tuple[Kind, ...]:
    """The kinds in the order they can be extracted: each after those it needs, then by name."""
    found: dict[str, Kind] = {}
    for info in sorted(pkgutil.iter_modules(recoupe.kinds.__path__), key=lambda info: info.name):
        if info.ispkg:
            kind: Kind = importlib.import_module(f"recoupe.kinds.{info.name}").KIND
            found[kind.name] = kind
    sorter = TopologicalSorter({name: sorted(found[name].after) for name in sorted(found)})
    sorter.prepare()
    order: list[Kind] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        order += [found[name] for name in ready]
        sorter.done(*ready)
    return tuple(order)


def kind(name: str) -> Kind:
    """The kind with this contract name; raises KeyError when there is none."""
    for candidate in kinds():
        if candidate.name == name:
            return candidate
    raise KeyError(name)
