"""What `recoupe run --explain-dates` prints: for each account, what every place said and which one was believed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoupe.cli.out import plain
from recoupe.cli.words import word
from recoupe.read.chosen_date import GIVEN, choose, conflicts, near
from recoupe.types import Document, Evidence


def explained(documents: Sequence[Document]) -> Iterator[str]:
    """The lines of every account, in their order; places in falling order of trust."""
    for document in documents:
        found = document.dates
        day = document.published.isoformat() if document.published else word("word.undated")
        yield f"{plain(document.path)}: {day}"
        chosen = next((one for one in found if one.place == GIVEN), None) or choose(found)
        against = conflicts(found, chosen) if chosen else []
        for one in found:
            yield f"  {_role(one, chosen, against)} {one.place}: {one.value or '?'} « {plain(one.words)} »"
        if not found:
            yield f"  {word('say.no_evidence')}"


def _role(one: Evidence, chosen: Evidence | None, against: Sequence[Evidence]) -> str:
    if one is chosen:
        return word("word.date_chosen")
    if one.value is None:
        return word("word.date_unread")
    if one.updated:
        return word("word.date_updated")
    if one in against:
        return word("word.date_against")
    return word("word.date_agrees" if chosen and near(one, chosen) else "word.date_other")
