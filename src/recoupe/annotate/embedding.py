"""What a parser's first layer makes of a word, worked out once a process and not at every place the word stands.

That layer sees a word alone, not what stands around it, and takes a third of a parse. Its numbers for a word depend in
their last bit on how many words are worked out together, so this is always done for blocks of the same size: they are
the same whatever was read before, in whatever order and by however many processes.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model

Floats = NDArray[np.float32]
Keys = NDArray[np.uint64]

# Whole tiles of every common kernel for multiplying matrices, which are 6 to 48 rows high.
BLOCK = 96
# About 20 MB a layer.
KEPT = 20_000


class Words:
    """Words without a text: as much of a `Doc` as a first layer asks for. The last column is the word itself."""

    def __init__(self, vocab: Vocab, keys: Keys) -> None:
        self.vocab, self._keys = vocab, keys

    def __len__(self) -> int:
        return len(self._keys)

    def to_array(self, wanted: object) -> Keys:
        """The columns the layer was told of, or the words for `ORTH`."""
        return self._keys[:, -1] if wanted == ORTH else self._keys[:, :-1]


class Kept:
    """A first layer, from words to a row of numbers each, and the rows of the words it has met."""

    def __init__(self, layer: Model[Any, Any]) -> None:
        self.layer = layer
        found = [node.attrs["columns"] for node in layer.walk() if "columns" in node.attrs]
        self.columns: list[int | str] = [*found[0], ORTH]
        self.known: dict[bytes, Floats] = {}

    def rows(self, doc: Doc) -> Floats:
        """A row for each word of a text."""
        if not len(doc):
            return np.zeros((0, self.layer.get_dim("nO")), dtype=np.float32)
        keys = np.ascontiguousarray(doc.to_array(self.columns))
        names = [row.tobytes() for row in keys]
        if len(self.known) > KEPT:
            self.known = {}
        known = self.known
        unmet = {name: n for n, name in enumerate(names) if name not in known}
        new = list(unmet.values())
        for start in range(0, len(new), BLOCK):
            chosen = new[start : start + BLOCK]
            filled = chosen + chosen[:1] * (BLOCK - len(chosen))
            made = self.layer.predict([Words(doc.vocab, keys[filled])])[0][: len(chosen)].copy()
            known.update((names[n], row) for n, row in zip(chosen, made, strict=True))
        return np.array([known[name] for name in names], dtype=np.float32)


def keep(nlp: Language) -> Language:
    """The pipeline, whose first layers keep what they made of each word. It can no longer be trained or saved."""
    for _, pipe in nlp.pipeline:
        model: Model[Any, Any] | None = getattr(pipe, "model", None)
        for node in list(model.walk()) if model is not None else ():
            if node.has_ref("embed"):
                node.layers[0] = _layer(Kept(node.get_ref("embed")))
    return nlp


def _layer(kept: Kept) -> Model[Any, Any]:
    def forward(_: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[list[Floats], Any]:
        return [kept.rows(doc) for doc in docs], None

    return Model("kept", forward)
