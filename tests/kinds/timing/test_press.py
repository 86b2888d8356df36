"""Press sentences with the time expressions a reader marks in them: `press_<lang>.toml`."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest
import regex

MARKED = regex.compile(r"\[([^\]|]+)\|([^\]|]+)(?:\|([^\]|]+))?\]")


def cases(lang: str) -> list[tuple[str, dt.date, str]]:
    data = tomllib.loads(Path(__file__).with_name(f"press_{lang}.toml").read_text("utf8"))
    day = dt.date.fromisoformat(data["day"])
    return [(lang, day, sentence) for case in data["case"] for sentence in case["sentences"]]


@pytest.mark.parametrize(("lang", "day", "sentence"), [*cases("fr"), *cases("en")])
def test_sentence(read, lang, day, sentence):
    text = MARKED.sub(lambda found: found[1], sentence)
    found = [(s.anchor.exact, s.value.value or "?", s.value.mod) for s in read(text, lang, day)]
    assert found == [(words, value, mod or None) for words, value, mod in MARKED.findall(sentence)]
