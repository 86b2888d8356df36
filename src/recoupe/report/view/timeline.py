"""Times on one line, and honestly apart those no calendar day could be found for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recoupe.report.view.book import Account, Book, Passage, alike
from recoupe.report.view.promises import Promise, promises
from recoupe.report.view.relations import Card
from recoupe.types import Anchor, Timex

JOINED = 4  # characters: a space, or *on*


@dataclass(frozen=True, slots=True)
class Row:
    """Words on a moment: every passage that has them, the time expressions that stand inside, what became of them."""

    passages: tuple[Passage, ...]
    times: tuple[Passage, ...]
    status: str = ""
    became: tuple[Card, ...] = ()

    @property
    def passage(self) -> Passage:
        """The first passage that has the words."""
        return self.passages[0]


@dataclass(frozen=True, slots=True)
class Moment:
    """A dated moment with what is said of it and the accounts that appeared on it."""

    when: str
    machine: str
    rows: tuple[Row, ...]
    published: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Undated:
    """A time no day was found for, and why."""

    passage: Passage
    why: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Moments in order, then what cannot be placed: vague times and durations, and unresolved ones."""

    moments: tuple[Moment, ...]
    vague: tuple[Undated, ...]
    unresolved: tuple[Undated, ...]


Slot = tuple[dt.date, dt.date, str]


def timeline(book: Book, kept: Sequence[Promise] | None = None) -> Timeline:
    """Every time expression once, with events and deadlines on the moments they hold at.

    `kept` tells what became of each commitment; without it the dossier is asked.
    """
    ends = {promise.passage.key: promise for promise in (promises(book) if kept is None else kept)}
    slots: dict[Slot, list[Passage]] = {}
    vague: list[Undated] = []
    unresolved: list[Undated] = []
    for passage in book.of_kind("time"):
        timex = passage.statement.value
        if not isinstance(timex, Timex) or timex.value is None:
            why = timex.why if isinstance(timex, Timex) else ""
            unresolved.append(Undated(passage, book.words.label("why_time", why) or book.words("time.unresolved")))
        elif slot := _slot(book, timex):
            slots.setdefault(slot, []).append(passage)
        else:
            vague.append(Undated(passage, book.words.timex(timex)))
    for passage in book.of_kind("event", "commitment", "assertion"):
        due = getattr(passage.statement.body, "due", None)
        holds = due if isinstance(due, Timex) else passage.statement.holds_at
        if holds and holds.value and (slot := _slot(book, holds)):
            slots.setdefault(slot, []).append(passage)
    return Timeline(_moments(book, slots, ends), tuple(vague), tuple(unresolved))


def _slot(book: Book, timex: Timex) -> Slot | None:
    if timex.type not in ("DATE", "TIME") or (timex.value or "").endswith("_REF"):
        return None
    if timex.earliest is None and timex.latest is None:
        return None
    start, end = timex.earliest or timex.latest, timex.latest or timex.earliest
    assert start is not None and end is not None
    return start, end, book.words.timex(timex)


def _moments(book: Book, slots: dict[Slot, list[Passage]], ends: Mapping[str, Promise]) -> tuple[Moment, ...]:
    issued: dict[Slot, list[Account]] = {}
    for account in book.accounts:
        if (day := account.document.day) is not None:
            slot = (day, day, book.words.day(day))
            issued.setdefault(slot, []).append(account)
            slots.setdefault(slot, [])
    return tuple(
        Moment(slot[2], slot[0].isoformat(), _rows(slots[slot], ends), tuple(issued.get(slot, ())))
        for slot in sorted(slots, key=_place)
    )


def _place(slot: Slot) -> tuple[dt.date, bool, dt.date, str]:
    """A day stands before the longer spans that end on it; a span stands where it ends, since it is not over before."""
    return slot[1], slot[0] != slot[1], slot[0], slot[2]


def _rows(passages: Sequence[Passage], ends: Mapping[str, Promise]) -> tuple[Row, ...]:
    ordered = sorted(passages, key=lambda p: (p.account.number, p.statement.anchor.start, p.kind))
    told = [passage for passage in ordered if passage.kind != "time"]
    inside: dict[str, list[Passage]] = {}
    alone = []
    for passage in (passage for passage in ordered if passage.kind == "time"):
        holder = next((h for h in told if _dates(passage.statement.anchor, h.statement.anchor)), None)
        if holder is None:
            alone.append(passage.key)
        else:
            inside.setdefault(holder.key, []).append(passage)
    kept = [passage for passage in ordered if passage.kind != "time" or passage.key in alone]
    return tuple(_row(held, inside, ends) for held in alike(kept))


def _dates(time: Anchor, told: Anchor) -> bool:
    """The time stands in the passage, or right after it: « quinze personnes ont été blessées | mardi »."""
    after = time.document == told.document and 0 <= time.start - told.end <= JOINED
    return after or told.contains(time)


def _row(held: tuple[Passage, ...], inside: Mapping[str, Sequence[Passage]], ends: Mapping[str, Promise]) -> Row:
    times = tuple(time for passage in held for time in inside.get(passage.key, ()))
    promised = [ends[passage.key] for passage in held if passage.key in ends]
    status = next((promise.status for promise in promised if promise.status), "")
    became = {card.key: card for promise in promised for card in promise.became}
    return Row(held, times, status, tuple(became.values()))
