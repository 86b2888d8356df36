"""The examples in the name tables are the tests of the name finder."""

from __future__ import annotations

import pytest

from recoupe.annotate.annotate import annotate
from recoupe.annotate.names import find_known
from recoupe.lang import LANGUAGES, entries, table
from recoupe.types import Document

ROLES = [(lang, e["text"], e["role"]) for lang in LANGUAGES for row in entries(lang, "roles") for e in row["examples"]]
BODIES = [
    (lang, e["text"], e["body"]) for lang in LANGUAGES for row in entries(lang, "bodies") for e in row["examples"]
]
KNOWN = [(row["key"], example) for row in entries("shared", "names") for example in row["examples"]]


def _mentions(lang: str, text: str) -> list[tuple[str, str]]:
    return [(m.anchor.exact, m.form) for m in annotate(Document("d-1", text, lang)).mentions]


@pytest.mark.parametrize(("lang", "text", "role"), ROLES)
def test_each_office_is_found_in_its_example(lang: str, text: str, role: str) -> None:
    assert (role, "role") in _mentions(lang, text)


@pytest.mark.parametrize(("lang", "text", "body"), BODIES)
def test_each_body_is_found_in_its_example(lang: str, text: str, body: str) -> None:
    assert body in [name for name, form in _mentions(lang, text) if form == "name"]


@pytest.mark.parametrize(("key", "text"), KNOWN)
def test_each_known_name_is_found_in_its_example(key: str, text: str) -> None:
    assert key in [known.key for known in find_known(text)]


@pytest.mark.parametrize("text", table("shared", "acronyms")["examples_not"])
def test_units_and_trades_are_not_names(text: str) -> None:
    assert [m for m in _mentions("fr", text) if m[1] == "acronym"] == []


def test_countries_come_from_cldr_in_both_languages() -> None:
    keys = [
        {k.key for k in find_known(text)} for text in ("L’Allemagne et la Côte d’Ivoire.", "Germany and Ivory Coast.")
    ]
    assert keys[0] == keys[1] == {"territory:DE", "territory:CI"}


def test_a_country_inside_a_longer_word_is_not_one() -> None:
    assert find_known("Les Iranophones et le sous-Malien; Francestan.") == []
