"""The events, promises and dated assertions of all accounts by the day they speak of, worded as each account does."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from recoupe.types import Dossier, Statement

KINDS = ("event", "commitment", "assertion")


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened or is to happen: its first and last day, and how each account words it."""

    earliest: dt.date
    latest: dt.date
    told: tuple[Statement, ...]


def timeline(dossier: Dossier) -> tuple[Moment, ...]:
    """The dated statements of these kinds in order; those that links call one thing, of one date, stand together."""
    dated = [s for s in dossier.statements if s.kind in KINDS and _days(s) is not None]
    days = {s.id: _days(s) for s in dated}
    group = {s.id: s.id for s in dated}
    for link in sorted(dossier.links, key=lambda link: link.id):
        one, other = link.left, link.right
        if link.relation in {"agrees", "changed"} and days.get(one) is not None and days.get(one) == days.get(other):
            keep, drop = sorted((group[one], group[other]))
            group = {ident: keep if root == drop else root for ident, root in group.items()}
    rows: dict[str, list[Statement]] = {}
    for statement in dated:
        rows.setdefault(group[statement.id], []).append(statement)
    found = []
    for members in rows.values():
        span = days[members[0].id]
        assert span is not None
        told = sorted(members, key=lambda s: (s.anchor.document, s.anchor.start, s.kind))
        found.append(Moment(*span, tuple(told)))
    return tuple(sorted(found, key=lambda m: (m.earliest, m.latest, m.told[0].anchor.document, m.told[0].anchor.start)))


def _days(statement: Statement) -> tuple[dt.date, dt.date] | None:
    timex = getattr(statement.body, "due", None) or statement.holds_at
    if timex is None or timex.earliest is None or timex.latest is None:
        return None
    return timex.earliest, timex.latest
