"""Who bears an office in a story, under whatever title an account gives it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from recoupe.lang import LANGUAGES, entries, table
from recoupe.types import Document, Entity


class Offices:
    """The people of a story by the titles that stand beside their names."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._titles: dict[str, list[Entity]] = {}
        self._offices: dict[str, list[Entity]] = {}
        for entity in entities:
            if not any(m.form == "name" for m in entity.names):
                continue
            for title in sorted({m.anchor.exact.lower() for m in entity.names if m.form == "role"}):
                self._titles.setdefault(title, []).append(entity)
                office = office_of(title)
                if office and entity not in self._offices.setdefault(office, []):
                    self._offices[office].append(entity)

    def bearer(self, title: str, document: Document) -> Entity | None:
        """The one person who bears this title in two words or more, or another title of the same office.

        When several do in the story, the one this account names; when it names several or none of them, nobody.
        """
        found = self._titles.get(title, []) if " " in title else []
        office = office_of(title)
        found = found or (self._offices.get(office, []) if office else [])
        here = [entity for entity in found if any(m.anchor.document == document.id for m in entity.names)]
        chosen = here or (found if " " in title else [])
        return chosen[0] if len(chosen) == 1 else None


@cache
def _titles() -> dict[str, str]:
    return {title: row["office"] for lang in LANGUAGES for row in entries(lang, "offices") for title in row["titles"]}


def office_of(title: str) -> str | None:
    """The office a title in lower case is one of, in either language."""
    return _titles().get(title.replace("’", "'"))


def known_title(title: str) -> bool:
    """The words, in lower case, are a title of an office in the tables."""
    return office_of(title) is not None


@cache
def epithets(lang: str) -> frozenset[str]:
    """Nouns that describe a person without naming an office: « la jeune femme », *the striker*."""
    return frozenset(table(lang, "offices")["epithets"])


@cache
def describing(lang: str) -> frozenset[str]:
    """Nouns that may describe a person already named."""
    roles = {head.lower() for row in entries(lang, "roles") for head in row["heads"]}
    return epithets(lang) | roles


@cache
def office_heads(lang: str) -> frozenset[str]:
    """Nouns of offices only their bearer has (« préfet »), so that they never just rename who was named before."""
    held = [row for row in entries(lang, "roles") if row.get("held")]
    return frozenset(head.lower() for row in held for head in row["heads"]) - frozenset(
        table(lang, "offices")["renames"]
    )
