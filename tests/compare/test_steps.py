"""What has moved on between two accounts of different days."""

from __future__ import annotations

import datetime as dt

import pytest

from recoupe.pipeline import run
from recoupe.types import Document

FIRST = dt.date(2026, 3, 9)
LATER = dt.date(2026, 3, 13)
CHANGED = [
    (
        "en",
        "Councillor Amir Holt called for a public inquiry into the harbour fire.",
        "The transport minister, Ada Colley, has ordered a public inquiry into the harbour fire.",
        "granted",
    ),
    (
        "fr",
        "La conseillère Odile Maran réclame une enquête publique sur l'incendie du port.",
        "Le ministre des Transports, Paul Lanteri, a ordonné une enquête publique sur l'incendie du port.",
        "granted",
    ),
    (
        "en",
        "Libraries will stay open this week, the council said.",
        "Three libraries have been closed since Wednesday.",
        "next-step",
    ),
    (
        "fr",
        "Les bibliothèques resteront ouvertes cette semaine, a dit la mairie.",
        "Trois bibliothèques ont fermé mercredi.",
        "next-step",
    ),
    (
        "en",
        "Ada Colley, who runs Dunmore Ferries, ruled out any compensation for passengers.",
        "Dunmore Ferries will pay passengers compensation of $90.",
        "opposite-polarity",
    ),
    (
        "en",
        "The harbour council expects to lift the swimming ban by Thursday.",
        "The swimming ban that covered nine beaches was lifted on Wednesday.",
        "carried-out",
    ),
]
NOT_CHANGED = [
    ("en", "Libraries will stay open this week, the council said.", "All libraries reopened on Wednesday."),
    ("fr", "Odile Maran réclame une enquête sur l'incendie.", "Paul Lanteri réclame une enquête sur l'incendie."),
    ("en", "The army may withdraw troops from the island.", "The army deployed troops to the island in 2003."),
]


def codes(lang: str, first: str, later: str) -> set[str]:
    """The reason codes of the changes between two accounts."""
    documents = [
        Document(name, text, lang, outlet=name, published=day)
        for name, text, day in (("first", first, FIRST), ("later", later, LATER))
    ]
    return {r.code for link in run(documents).links if link.relation == "changed" for r in link.reasons}


@pytest.mark.parametrize(("lang", "first", "later", "code"), CHANGED)
def test_the_matter_moved_on(lang: str, first: str, later: str, code: str) -> None:
    assert code in codes(lang, first, later)


@pytest.mark.parametrize(("lang", "first", "later"), NOT_CHANGED)
def test_nothing_moved(lang: str, first: str, later: str) -> None:
    assert not codes(lang, first, later)
