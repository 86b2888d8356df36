"""Every example of the language tables: the expressions in brackets are found, with their values, and nothing else."""

from __future__ import annotations

import datetime as dt

import pytest
import regex

from recoupe.lang import entries, table

MARKED = regex.compile(r"\[([^\]|]+)\|([^\]|]+)\]")


def examples(lang: str) -> list[tuple[str, str, str]]:
    rows = [*entries(lang, "time"), *table(lang, "time")["guard"]]
    return [(lang, row.get("rule", "guard"), example) for row in rows for example in row.get("examples", [])]


@pytest.mark.parametrize(("lang", "rule", "example"), [*examples("fr"), *examples("en")])
def test_example(read, lang, rule, example):
    text = MARKED.sub(lambda found: found[1], example)
    reference = dt.date.fromisoformat(table(lang, "time")["reference"])
    found = [(s.anchor.exact, s.value.value) for s in read(text, lang, reference)]
    assert found == [(words, value) for words, value in MARKED.findall(example)]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_rule_has_an_example_that_it_alone_finds(lang):
    rules = [row["rule"] for row in entries(lang, "time")]
    assert len(rules) == len(set(rules))
    assert all(row["examples"] for row in entries(lang, "time"))


def test_both_languages_know_the_same_meanings():
    assert {row["as"] for row in entries("fr", "time")} == {row["as"] for row in entries("en", "time")}
