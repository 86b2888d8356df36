"""How a parser's matrices are multiplied: by the library numpy ships, which takes a third of the time of spaCy's own.

On one thread: a parse is too small to gain from two, several processes share the cores, and sums are then always made
in the same order, so that a text has one parse.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from threading import Lock
from typing import Any

from spacy.language import Language
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController


def by_numpy(nlp: Language) -> Language:
    """The pipeline, multiplying with numpy; the arithmetic of other pipelines of this process stays as it is."""
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model: Model[Any, Any] | None = getattr(pipe, "model", None)
        for node in model.walk() if model is not None else ():
            node.ops = ops
    return nlp


class _Limit:
    """One limit for however many threads parse at once: set by the first, lifted by the last."""

    def __init__(self) -> None:
        self._lock, self._inside = Lock(), 0
        self._limited: AbstractContextManager[object] = nullcontext()

    @contextmanager
    def held(self) -> Iterator[None]:
        with self._lock:
            if not self._inside:
                self._limited = _libraries().limit(limits=1, user_api="blas")
                self._limited.__enter__()
            self._inside += 1
        try:
            yield
        finally:
            with self._lock:
                self._inside -= 1
                if not self._inside:
                    self._limited.__exit__(None, None, None)


_LIMIT = _Limit()


def on_one_thread() -> AbstractContextManager[None]:
    """While it lasts, numpy multiplies on one thread."""
    return _LIMIT.held()


@cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()
