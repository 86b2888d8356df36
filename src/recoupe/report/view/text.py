"""A full text as HTML: every mark an element, nested where marks nest and cut in pieces where they cross."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup

from recoupe.report.safe import shown
from recoupe.report.view.marks import Mark

BREAK = re.compile(r"\n\s*")
PIECE = re.compile(r'data-of="([A-Za-z0-9_-]+)"')


def laid_out(text: str, marks: Sequence[Mark], numbers: dict[str, int]) -> Markup:
    """The paragraphs of `text` with its marks.

    The first piece of a mark carries its id, every later piece `data-of` with that id, so that a mark that crosses
    another is still found whole. `numbers` gives the number each statement's reference shows.
    """
    known = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    opening: dict[int, list[Mark]] = {}
    for mark in sorted(known, key=lambda m: (m.start, -m.end, m.ident == "", m.look, m.ident)):
        opening.setdefault(mark.start, []).append(mark)
    breaks = {match.start(): match.end() for match in BREAK.finditer(text)}
    cuts = sorted({0, len(text), *opening, *(m.end for m in known), *breaks, *breaks.values()})
    return _Writer(numbers).write(text, cuts, opening, breaks)


class _Writer:
    """Writes marks as elements while walking a text once."""

    def __init__(self, numbers: dict[str, int]) -> None:
        self.out: list[Markup] = []
        self.open: list[Mark] = []
        self.begun: set[Mark] = set()
        self.numbers = numbers

    def write(self, text: str, cuts: Sequence[int], opening: dict[int, list[Mark]], breaks: dict[int, int]) -> Markup:
        """The whole text."""
        self.out.append(Markup("<p>"))
        gap = 0
        for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
            self._close(start)
            for mark in opening.get(start, ()):
                self._begin(mark)
            if start in breaks:
                gap = max(gap, breaks[start])
            if start < gap:
                if start in breaks and start > 0 and gap < len(text):
                    self._paragraph()
                continue
            self.out.append(shown(text[start:end]))
        self._close(len(text))
        self.out.append(Markup("</p>"))
        return Markup("").join(self.out)

    def _begin(self, mark: Mark) -> None:
        self.open.append(mark)
        if mark.ident and mark not in self.begun:
            self.begun.add(mark)
            attributes = Markup(' id="{}"').format(mark.ident)
        else:
            attributes = Markup(' data-of="{}"').format(mark.ident) if mark.ident else Markup("")
        if mark.card:
            attributes += Markup(' data-card="{}"').format(mark.card)
        self.out.append(Markup('<span class="{}"{}>').format(mark.look, attributes))

    def _close(self, place: int) -> None:
        """Closes the marks that end here, and reopens those that cross them."""
        if not any(mark.end <= place for mark in self.open):
            return
        lowest = min(n for n, mark in enumerate(self.open) if mark.end <= place)
        again: list[Mark] = []
        while len(self.open) > lowest:
            mark = self.open.pop()
            if mark.end > place:
                again.append(mark)
            elif mark.card:
                self._reference(mark)
            self.out.append(Markup("</span>"))
        for mark in reversed(again):
            self._begin(mark)

    def _reference(self, mark: Mark) -> None:
        number = self.numbers.get(mark.ident)
        if number is not None:
            self.out.append(
                Markup('<a class="ref" href="#{}" aria-label="{}">{}</a>').format(
                    mark.card, f"{mark.label}, {number}", number
                )
            )

    def _paragraph(self) -> None:
        for _ in self.open:
            self.out.append(Markup("</span>"))
        again, self.open = self.open, []
        self.out.append(Markup("</p>\n<p>"))
        for mark in again:
            self._begin(mark)


def crossing_rules(texts: Sequence[Markup]) -> str:
    """Style that lights every later piece of a targeted mark, so that a cut mark is seen whole without a script."""
    pieces = sorted({ident for text in texts for ident in PIECE.findall(text)})
    return "".join(f":root:has(#{ident}:target) [data-of={ident}]{{background:var(--lit)}}\n" for ident in pieces)
