"""Names that data knows: countries from CLDR and bodies from `lang/shared/names.toml`, in one pattern."""

from __future__ import annotations

from collections import defaultdict
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
_WORD = regex.compile(r"(?<!\w)\w+")
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
    for lang in LANGUAGES:
        for name in sorted(name for row in entries(lang, "media") for name in row["media"]):
            if " " in name or (name.isupper() and len(name) > 2):
                names.setdefault(_plain(name), (f"outlet:{_outlet(name)}", "ORG"))
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


def _outlet(name: str) -> str:
    """One key for an outlet with and without its article."""
    bare = regex.sub(r"^(?:Le|La|Les|The) |^L['’]", "", name)
    return anyascii(bare).lower().replace(" ", "-")


def _plain(name: str) -> str:
    return name.replace("’", "'")


def _bare_capitals(name: str) -> str:
    return "".join(anyascii(c) if c.isupper() and not c.isascii() else c for c in name)


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """The known names by their first word, longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in known_names():
        match = _WORD.match(name)
        if match is not None:
            found[match.group()].append(name)
    return {first: tuple(sorted(names, key=lambda name: (-len(name), name))) for first, names in found.items()}


def find_known(text: str) -> list[Known]:
    """Every known name in the text, leftmost and longest first, none inside another."""
    plain, table, firsts = _plain(text).replace("\u00a0", " "), known_names(), _by_first_word()
    found, at = [], 0
    for match in _WORD.finditer(plain):
        start = match.start()
        for name in firsts.get(match.group(), ()) if start >= at else ():
            end = start + len(name)
            if plain.startswith(name, start) and not (plain[end : end + 1].isalnum() or plain[end : end + 1] == "_"):
                found.append(Known(start, end, *table[name]))
                at = end
                break
    starts, ends = {known.start for known in found}, {known.end for known in found}
    return [known for known in found if _whole(text, known, starts, ends)]


def _whole(text: str, known: Known, starts: set[int], ends: set[int]) -> bool:
    """A hyphen beside a name makes another word of it (« sous-Malien »), unless it joins two names (« Irak-USA »)."""
    before = text[known.start - 1 : known.start] == "-" and known.start - 1 not in ends
    after = text[known.end : known.end + 1] == "-" and known.end + 1 not in starts
    return not (before or after)
