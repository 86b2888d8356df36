"""What a kind of statement is: one folder that says how it is found and how it is written out."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recoupe.types import Anchor, Statement, StatementKind, Timex

if TYPE_CHECKING:
    from recoupe.annotate.annotated import Annotated

    Extract = Callable[[Annotated, Sequence[Statement]], Iterable[Statement]]

NOT_THE_ACCOUNT = frozenset({"credit-line", "page-furniture", "repeated", "stray-words"})


def silent(found: Sequence[Statement]) -> list[Anchor]:
    """The passages that are faults from end to end and no text of the account: nothing else is taken from them."""
    return [s.anchor for s in found if s.kind == "fault" and getattr(s.body, "code", "") in NOT_THE_ACCOUNT]


def moments(times: Iterable[Statement]) -> list[Statement]:
    """The times that say when something was: how long it took or how often it comes says nothing of that."""
    return [s for s in times if isinstance(s.value, Timex) and s.value.type in {"DATE", "TIME"}]


def nearest(times: Sequence[Statement], place: int) -> Timex | None:
    """The value of the time that begins nearest to a place in the text, the first of two as near; None of none."""
    best = min(times, key=lambda s: (abs(s.anchor.start - place), s.anchor.start), default=None)
    return best.value if best is not None and isinstance(best.value, Timex) else None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind: its contract name, its body class, its folder, and the kinds that must have been found before it."""

    name: StatementKind
    body: type
    package: str
    after: tuple[StatementKind, ...] = ()

    def extract(self) -> Extract:
        """The function `extract(annotated, found)` of the folder's `extract.py`.

        `found` holds the statements of the `after` kinds already found in the same account. Imported on call,
        because it needs spaCy, which reading a dossier does not.
        """
        function: Extract = importlib.import_module(f"{self.package}.extract").extract
        return function
