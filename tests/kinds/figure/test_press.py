"""Press sentences with the figures a reader marks in them: `press_<lang>.toml`, read with the shipped pipelines."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from recoupe.annotate.annotate import annotate
from recoupe.errors import SetupError
from recoupe.kinds.figure.extract import extract
from recoupe.kinds.registry import kind
from recoupe.types import Document

MARKED = re.compile(r"\[([^\]|]+)\|([^\]|]+)\|([^\]|]+)(?:\|([^\]|]+))?\]")


def cases(lang: str) -> list[tuple[str, str]]:
    data = tomllib.loads(Path(__file__).with_name(f"press_{lang}.toml").read_text("utf8"))
    return [(lang, sentence) for case in data["case"] for sentence in case["sentences"]]


def written(bound: Decimal | None) -> str:
    return "-" if bound is None else f"{float(bound):.6f}".rstrip("0").rstrip(".")


@pytest.mark.parametrize(("lang", "sentence"), [*cases("fr"), *cases("en")])
def test_sentence(lang, sentence):
    text = MARKED.sub(lambda found: found[1], sentence)
    try:
        account = annotate(Document("d", text, lang, published=dt.date(2022, 6, 15)))
    except SetupError as err:
        pytest.skip(str(err))
    times = list(kind("time").extract()(account, ()))
    found = [(s.anchor.exact, written(s.value.low), written(s.value.high), s.value.unit)
             for s in extract(account, times)]  # fmt: skip
    assert found == [(words, low, high, unit or "count") for words, low, high, unit in MARKED.findall(sentence)]
