"""The spaCy pipelines: the two that ship with the package, or any other by name."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path

import spacy
from spacy.language import Language

from recoupe.annotate import tokenizers
from recoupe.annotate.embedding import keep
from recoupe.annotate.matrices import by_numpy
from recoupe.errors import SetupError
from recoupe.lang import LANGUAGES

SHIPPED = resources.files("recoupe.annotate").joinpath("models")

# Importing the module registers the tokenizer a saved model names.
REGISTERED = (tokenizers.French.lang,)


@cache
def load(lang: str, model: str | None = None) -> Language:
    """The pipeline for a language, loaded once a process; `model` is the name or path of another one.

    Raises SetupError `no-model` saying what to install when it is not there.
    """
    if model is None:
        if lang not in LANGUAGES:
            raise SetupError("no-model", f"recoupe ships no model for {lang!r}.", "Name one with --model.")
        path = Path(str(SHIPPED.joinpath(lang)))
        if not path.joinpath("meta.json").exists():
            raise SetupError("no-model", f"the shipped model {path} is missing.", "Install recoupe again.")
        return keep(by_numpy(spacy.load(path)))
    try:
        return spacy.load(model)
    except OSError as err:
        remedy = f"Install it (`pip install {model}` or `python -m spacy download {model}`) or give a folder's path."
        raise SetupError("no-model", f"there is no spaCy pipeline {model!r} here.", remedy) from err
