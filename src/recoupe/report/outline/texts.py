"""The full texts cut in numbered paragraphs, so that a line can say where its words stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from recoupe.report.outline.blocks import Block, Heading, Place, Run, Words
from recoupe.report.view.book import Account, Passage

BREAK = re.compile(r"\n\s*")
MARK = re.compile(r"x-(\d+)-(\d+)-\d+")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The (start, end) of every paragraph that holds more than space."""
    ends = [0, *(edge for match in BREAK.finditer(text) for edge in match.span()), len(text)]
    return [(a, b) for a, b in zip(ends[::2], ends[1::2], strict=True) if text[a:b].strip()]


class Places:
    """Finds the paragraph any offset of any account stands in."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self.accounts = accounts
        self.cut = {account.number: paragraphs(account.document.text) for account in accounts}
        self.starts = {number: [start for start, _ in cut] for number, cut in self.cut.items()}

    def run(self, account: Account, start: int, mark: str = "") -> Run:
        """« 1 ¶ 3 »: the account's number and the paragraph's, leading there."""
        number = max(1, bisect_right(self.starts[account.number], start))
        return Run(f"{account.number} ¶ {number}", soft=True, to=Place(f"t{account.number}-p{number}", mark))

    def of(self, passage: Passage) -> Run:
        """Where a passage stands."""
        return self.run(passage.account, passage.statement.anchor.start, passage.key)

    def marked(self, mark: str) -> Run | None:
        """Where other words that the report points at stand."""
        match = MARK.fullmatch(mark)
        return self.run(self.accounts[int(match[1]) - 1], int(match[2])) if match else None

    def texts(self, passages: Sequence[Passage]) -> Iterator[Block]:
        """Every account under its name, paragraph by paragraph, with the marks of its passages."""
        mine: dict[int, list[tuple[int, int, str]]] = {}
        for passage in passages:
            anchor = passage.statement.anchor
            mine.setdefault(passage.account.number, []).append((anchor.start, anchor.end, passage.key))
        for account in self.accounts:
            yield Heading(3, (Run(f"{account.number}. {account.name}", bold=True), Run(f" · {account.published}")))
            text, marks = account.document.text, sorted(mine.get(account.number, ()))
            for number, (start, end) in enumerate(self.cut[account.number], 1):
                here = tuple((max(a, start) - start, min(b, end) - start, m) for a, b, m in marks if start <= a < end)
                name = f"t{account.number}-p{number}"
                yield Words(name, f"{account.number} ¶ {number}", text[start:end], account.lang, here)
