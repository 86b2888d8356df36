"""Names that data knows: countries from CLDR and bodies from `lang/shared/names.toml`, in one pattern."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex
from anyascii import anyascii
from babel import Locale

from recoupe.lang import LANGUAGES, entries
from recoupe.types import EntityType

# CLDR also names regions and unions (« Monde », « zone euro ») and gives some countries a name that is a plain word.
_COUNTRY_CODE = regex.compile(r"[A-Z]{2}")
_NOT_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"})


@dataclass(frozen=True, slots=True)
class Known:
    """A known name found in a text: where, which key, which type."""

    start: int
    end: int
    key: str
    type: EntityType


@cache
def known_names() -> dict[str, tuple[str, EntityType]]:
    """Every known name with its key and type; straight apostrophes, accents as written."""
    names: dict[str, tuple[str, EntityType]] = {}
    for lang in LANGUAGES:
        for code, name in sorted(Locale(lang).territories.items()):
            if _COUNTRY_CODE.fullmatch(code) and code not in _NOT_COUNTRIES:
                names.setdefault(_plain(name), (f"territory:{code}", "LOC"))
    for key, type_, forms in [
        *_listed("gazetteer", "places", "place", "LOC"),
        *_listed("organisations", "forms", "body", "ORG"),
    ]:
        for name in forms:
            names.setdefault(_plain(name), (key, type_))
    for entry in entries("shared", "names"):
        for name in entry["names"]:
            names[_plain(name)] = (entry["key"], entry["type"])
    for name in sorted(names):
        names.setdefault(_bare_capitals(name), names[name])
    return names


def _listed(file: str, field: str, prefix: str, type_: EntityType) -> Iterator[tuple[str, EntityType, list[str]]]:
    """The rows of a table that holds one name a line: its key, its type and its forms."""
    for entry in entries("shared", file):
        for line in entry[field].split("\n"):
            forms = [form.strip() for form in line.split("|") if form.strip()]
            if forms:
                yield f"{prefix}:{anyascii(forms[0]).lower().replace(' ', '-')}", type_, forms


def _plain(name: str) -> str:
    return name.replace("’", "'")


def _bare_capitals(name: str) -> str:
    return "".join(anyascii(c) if c.isupper() and not c.isascii() else c for c in name)


@cache
def _pattern() -> regex.Pattern[str]:
    names = sorted(known_names(), key=lambda name: (-len(name), name))
    listed = "|".join(regex.escape(name).replace("'", "['’]").replace(r"\ ", r"[ \u00a0]") for name in names)
    return regex.compile(rf"(?<!\w)(?:{listed})(?!\w)")


def find_known(text: str) -> list[Known]:
    """Every known name in the text, leftmost and longest first, none inside another."""
    table = known_names()
    found = []
    for match in _pattern().finditer(text):
        key, type_ = table[_plain(match.group()).replace("\u00a0", " ")]
        found.append(Known(match.start(), match.end(), key, type_))
    starts, ends = {known.start for known in found}, {known.end for known in found}
    return [known for known in found if _whole(text, known, starts, ends)]


def _whole(text: str, known: Known, starts: set[int], ends: set[int]) -> bool:
    """A hyphen beside a name makes another word of it (« sous-Malien »), unless it joins two names (« Irak-USA »)."""
    before = text[known.start - 1 : known.start] == "-" and known.start - 1 not in ends
    after = text[known.end : known.end + 1] == "-" and known.end + 1 not in starts
    return not (before or after)
