"""The engines by name."""

from __future__ import annotations

from recoupe.engine.base import Engine
from recoupe.engine.local import Local
from recoupe.errors import SetupError

ENGINES = ("local", "ray")


def engine(name: str, workers: int = 0) -> Engine:
    """The engine with this name and as many workers, 0 for one a core; raises SetupError for no such engine."""
    if name == "local":
        return Local(workers)
    if name == "ray":
        from recoupe.engine.ray import Ray  # noqa: PLC0415  # an extra

        return Ray(workers)
    raise SetupError("bad-option", f"--engine {name}: there is no such engine.", f"Choose {' or '.join(ENGINES)}.")
