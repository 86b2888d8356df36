"""How a parser's matrices are multiplied: by the library numpy ships, which takes a third of the time of spaCy's own.

On one thread: a parse is too small to gain from two, several processes share the cores, and sums are then always made
in the same order, so that a text has one parse.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
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


def on_one_thread() -> AbstractContextManager[object]:
    """While it lasts, numpy multiplies on one thread."""
    limited: AbstractContextManager[object] = _libraries().limit(limits=1, user_api="blas")
    return limited


@cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()
