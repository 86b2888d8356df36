"""Which accounts rest on one source, drawn: accounts on the left, shared sources on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.report.safe import plain
from recoupe.report.view.book import Account
from recoupe.report.view.origins import Source

MOST, ROW, WIDTH, LEFT, RIGHT, LABEL = 24, 30, 720, 230, 460, 30


@dataclass(frozen=True, slots=True)
class Node:
    """An account or a source: where its name stands and where it leads."""

    key: str
    label: str
    y: int


@dataclass(frozen=True, slots=True)
class Graph:
    """A drawing of `width` × `height` user units; `told` says it in words."""

    width: int
    height: int
    left: int
    right: int
    accounts: tuple[Node, ...]
    sources: tuple[Node, ...]
    lines: tuple[tuple[int, int], ...]
    told: str


def graph(sources: Sequence[Source]) -> Graph | None:
    """The drawing of the sources that join two accounts or more; None when there is none, or too many to be read."""
    joined = _joined(sources)
    accounts = sorted({a.number: a for _, _, holders in joined for a in holders}.items())
    if not joined or len(accounts) > MOST:
        return None
    rows = max(len(joined), len(accounts))
    height = rows * ROW + 12
    left = {number: _place(place, len(accounts), height) for place, (number, _) in enumerate(accounts)}
    right = {key: _place(place, len(joined), height) for place, (key, _, _) in enumerate(joined)}
    told = "; ".join(f"{name}: {', '.join(a.name for a in holders)}" for _, name, holders in joined)
    return Graph(
        width=WIDTH,
        height=height,
        left=LEFT,
        right=RIGHT,
        accounts=tuple(Node(account.key, _label(account), left[number]) for number, account in accounts),
        sources=tuple(Node(key, _cut(name), right[key]) for key, name, _ in joined),
        lines=tuple((left[a.number], right[key]) for key, _, holders in joined for a in holders),
        told=told,
    )


def _joined(sources: Sequence[Source]) -> list[tuple[str, str, list[Account]]]:
    """Sources that two accounts or more rest on as (where it leads, its name, its accounts); one of each name."""
    found: dict[str, tuple[str, str, dict[int, Account]]] = {}
    for source in sources:
        if len(source.holders) > 1:
            name = plain(source.named)
            _, _, held = found.setdefault(name.casefold(), (source.key, name, {}))
            held.update({account.number: account for account in source.holders})
    rows = [(key, name, [held[number] for number in sorted(held)]) for key, name, held in found.values()]
    return rows[:MOST]


def _place(place: int, count: int, height: int) -> int:
    return (2 * place + 1) * height // (2 * count)


def _label(account: Account) -> str:
    return f"{account.number}. {_cut(account.name)}"


def _cut(name: str) -> str:
    return name if len(name) <= LABEL else name[: LABEL - 1] + "…"
